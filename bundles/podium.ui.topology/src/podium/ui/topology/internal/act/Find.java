// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.Names;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.ui.filter.Fields;
import podium.ui.filter.Filter;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Scene;

/**
 * Finds what an operator types: clusters, domains and jobs by a part of their name, devices by a part of their identifier,
 * nodes by the terms of {@link Filter}, such as {@code free>=4}. In the realm.
 */
public final class Find {
    /** Shortest text that is looked for in device identifiers. */
    private static final int LEAST_FOR_DEVICES = 4;

    private final Fields<Node> fields;

    /**
     * What was found.
     *
     * @param things nodes first, then domains, clusters, jobs and devices
     * @param problem why a term was not understood
     */
    public record Found(List<EObject> things, Optional<String> problem) {}

    public Find(Fields<Node> fields) {
        this.fields = fields;
    }

    /** Everything that matches; nothing for a blank text. */
    public Found in(Scene scene, String typed) {
        if (typed.isBlank()) {
            return new Found(List.of(), Optional.empty());
        }
        Filter<Node> filter = Filter.parse(typed, fields);
        String word = typed.strip().toLowerCase(Locale.ROOT);
        List<EObject> nodes = new ArrayList<>();
        List<EObject> others = new ArrayList<>();
        for (Box box : scene.boxes()) {
            switch (box.subject()) {
                case Node node -> {
                    if (filter.problem().isEmpty() && filter.test().test(node)) {
                        nodes.add(node);
                    }
                }
                case EObject other -> {
                    if (matches(box.name(), word)) {
                        others.add(other);
                    }
                }
            }
        }
        scene.clusters().forEach(cluster -> jobs(cluster.cluster(), word, others));
        if (word.length() >= LEAST_FOR_DEVICES) {
            for (Cell cell : scene.cells()) {
                String uuid = cell.accelerator().getUuid();
                if (uuid != null && matches(uuid, word)) {
                    others.add(cell.accelerator());
                }
            }
        }
        nodes.addAll(others);
        return new Found(List.copyOf(nodes), nodes.isEmpty() ? filter.problem() : Optional.empty());
    }

    private static void jobs(Cluster cluster, String word, List<EObject> into) {
        for (Job job : cluster.getJobs()) {
            if (job.getName() != null && matches(Names.clean(job.getName()), word)) {
                into.add(job);
            }
        }
    }

    private static boolean matches(String name, String word) {
        return name.toLowerCase(Locale.ROOT).contains(word);
    }
}
