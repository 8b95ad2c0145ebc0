// SPDX-License-Identifier: Apache-2.0
package podium.ui.bar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.emf.ecore.EObject;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.ui.filter.Fields;
import podium.ui.filter.Filter;
import podium.ui.fleet.FleetColumns;
import podium.ui.kit.SafeText;

/**
 * Finds nodes, jobs and tasks by what was typed. Words are looked for in names; an expression such as {@code free>=4}
 * is asked of nodes and finds all of them at once. In the realm.
 */
public final class Finder {
    private static final Fields<Node> NODES = FleetColumns.fields();
    private Runnable focus = () -> {};
    private String last = "";
    private int next;

    /** Who shows the find field. */
    void field(Runnable giveFocus) {
        focus = giveFocus;
    }

    /** Puts the cursor into the find field. */
    public void focus() {
        focus.run();
    }

    /** What the next press of Enter selects: all nodes for an expression, else one match after the other. */
    List<EObject> next(Fleet fleet, String typed) {
        List<EObject> found = all(fleet, typed);
        if (found.isEmpty() || isExpression(typed)) {
            return found;
        }
        next = typed.equals(last) ? (next + 1) % found.size() : 0;
        last = typed;
        return List.of(found.get(next));
    }

    /** Everything that was meant, nodes first. */
    static List<EObject> all(Fleet fleet, String typed) {
        List<EObject> found = new ArrayList<>();
        if (typed.isBlank()) {
            return found;
        }
        if (isExpression(typed)) {
            Predicate<Node> test = Filter.parse(typed, NODES).test();
            fleet.getClusters()
                    .forEach(cluster -> cluster.getNodes().stream().filter(test).forEach(found::add));
            return found;
        }
        String word = typed.strip().toLowerCase(Locale.ROOT);
        for (Cluster cluster : fleet.getClusters()) {
            cluster.getNodes().stream()
                    .filter(node -> has(node.getName(), word))
                    .forEach(found::add);
        }
        for (Cluster cluster : fleet.getClusters()) {
            for (Job job : cluster.getJobs()) {
                if (has(job.getName(), word)) {
                    found.add(job);
                } else {
                    job.getTasks().stream()
                            .filter((Task task) -> has(task.getName(), word))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isExpression(String typed) {
        return typed.matches(".*[:<>=].*");
    }

    private static boolean has(String name, String word) {
        return SafeText.line(name).toLowerCase(Locale.ROOT).contains(word);
    }
}
