// SPDX-License-Identifier: Apache-2.0
package podium.journeys.views;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import podium.core.fleet.Holdings;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Fleet;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Link;
import podium.model.fleet.Named;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.FreeDevices;
import podium.placement.Subject;
import podium.placement.Verdict;
import podium.ui.fleet.FleetLine;
import podium.ui.fleet.FleetTreeModel;
import podium.ui.jobs.JobColumns;
import podium.ui.jobs.JobGrouping;
import podium.ui.jobs.JobLine;
import podium.ui.jobs.JobTableModel;
import podium.ui.label.FleetLabels;
import podium.ui.label.WaitingJobs;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Wiring;

/** Each view as lines of text: all that it shows, in the order in which it shows it. */
final class Pictures {
    /** Lists of which the order is on the screen; that of all others nobody sees. */
    private static final Set<String> ORDERED = Set.of(
            "Fleet.clusters",
            "Cluster.domains",
            "Cluster.nodes",
            "Domain.domains",
            "Domain.nodes",
            "Node.accelerators",
            "Accelerator.slices");

    private Pictures() {}

    /** Every feature of every object of the model. */
    static List<String> model(Fleet fleet) {
        List<String> lines = new ArrayList<>();
        model(fleet, "", lines);
        return lines;
    }

    private static void model(EObject object, String at, List<String> lines) {
        StringBuilder line = new StringBuilder(at);
        TreeMap<String, EObject> below = new TreeMap<>();
        for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
            if (feature.getName().equals("facts")) {
                // of scheduling objects, which have no name that two models could share
                continue;
            }
            Object value = object.eGet(feature);
            if (!(feature instanceof EReference reference)) {
                boolean nothing = value == null || "".equals(value);
                line.append(nothing ? "" : " " + feature.getName() + "=" + value);
            } else if (value instanceof EList<?> list) {
                List<String> names =
                        list.stream().map(each -> name((EObject) each)).toList();
                line.append(" ").append(feature.getName()).append("=");
                line.append(
                        ORDERED.contains(feature.getEContainingClass().getName() + "." + feature.getName())
                                ? names
                                : names.stream().sorted().toList());
                if (reference.isContainment()) {
                    list.forEach(each ->
                            below.merge(at + "/" + name((EObject) each), (EObject) each, (a, b) -> twice(a, b, at)));
                }
            } else if (value != null && !reference.isContainer()) {
                line.append(" ").append(feature.getName()).append("=").append(name((EObject) value));
            }
        }
        lines.add(line.toString());
        below.forEach((path, child) -> model(child, path, lines));
    }

    private static EObject twice(EObject a, EObject b, String at) {
        throw new AssertionError("two of a name at " + at + ": " + name(a));
    }

    private static String name(EObject object) {
        return switch (object) {
            case Link link -> "link " + name(link.getFrom()) + " " + name(link.getTo());
            case Accelerator device ->
                (device.getNode() == null ? "nowhere" : name(device.getNode())) + "#" + device.getIndex();
            case Domain domain -> "domain " + domain.getLabelKey() + "=" + domain.getName();
            case Job job -> "job " + job.getUid();
            case Task task -> "task " + task.getUid();
            case podium.model.fleet.Queue queue -> queue.getKind() + " " + queue.getName();
            case Named named -> named.eClass().getName() + " " + named.getName();
            default -> object.eClass().getName();
        };
    }

    /** The Fleet tree, all of it unfolded. */
    static List<String> tree(FleetTreeModel tree, Fleet fleet) {
        fleet.getClusters().forEach(cluster -> cluster.getNodes()
                .forEach(node -> node.getAccelerators().forEach(tree::reveal)));
        List<String> lines = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Row<FleetLine> row : tree.rows(fleet).all()) {
            FleetLine line = row.item();
            lines.add(row.depth() + " " + row.key() + " " + line.name() + " " + line.brief() + " " + line.core() + " "
                    + line.word() + " " + line.mark() + " " + line.holdings() + " " + row.fold()
                    + (keys.add(row.key()) ? "" : " TWICE"));
        }
        return lines;
    }

    static JobTableModel jobs(Fleet fleet) {
        JobTableModel jobs = new JobTableModel(JobColumns.all(InstantSource.fixed(Made.NOW)));
        jobs.load(fleet);
        return jobs;
    }

    /** The Jobs table, grouped in each way, all of it unfolded. */
    static List<String> jobs(JobTableModel jobs) {
        List<String> lines = new ArrayList<>();
        for (JobState state : JobState.values()) {
            lines.add(state + " " + jobs.count(state) + " of " + jobs.size());
        }
        for (JobGrouping by : JobGrouping.values()) {
            jobs.group(by);
            for (Row<JobLine> row : List.copyOf(jobs.rows().all())) {
                if (row.fold() == Fold.CLOSED) {
                    jobs.fold(row);
                }
            }
            Set<String> keys = new HashSet<>();
            jobs.rows()
                    .all()
                    .forEach(row -> lines.add(by + " " + row.depth() + " " + row.key() + " " + text(row.item()) + " "
                            + row.fold() + (keys.add(row.key()) ? "" : " TWICE")));
        }
        return lines;
    }

    private static String text(JobLine line) {
        return line.toString().replaceAll("podium\\.model\\.fleet\\.impl\\.\\w+@\\w+ \\([^)]*\\)", "");
    }

    /** The canvas: boxes, cells, what is known of them, how they are wired. */
    static List<String> stage(TopologyModel stage) {
        List<String> lines = new ArrayList<>();
        for (Box box : stage.scene().boxes()) {
            lines.add(box.id() + " " + box + " " + box.brief() + " " + box.core() + " in " + box.parent() + " "
                    + stage.states().of(box));
            for (Cell cell : box.isNode() ? stage.scene().cells(box) : List.<Cell>of()) {
                lines.add("  " + cell.key() + " " + stage.states().of(cell) + " "
                        + stage.states().isTainted(cell) + " " + stage.bounds(ColourBy.POWER)[cell.id()] + " "
                        + stage.bounds(ColourBy.MEMORY)[cell.id()]);
            }
            if (box.isNode()) {
                lines.add("  " + Wiring.of(stage.scene(), box));
            }
        }
        return lines;
    }

    /** The jobs below the canvas. */
    static List<String> waiting(WaitingJobs waiting) {
        List<String> lines = new ArrayList<>(List.of("known " + waiting.areKnown()));
        waiting.all().forEach(job -> lines.add(FleetLabels.key(job) + " wants " + WaitingJobs.wanted(job)));
        return lines;
    }

    /** Slots, room, why jobs wait and where they could go. */
    static List<String> placement(Console console) {
        List<String> lines = new ArrayList<>();
        for (Cluster cluster : console.fleet().getClusters()) {
            console.advice
                    .byDomain(cluster)
                    .forEach(slots -> lines.add(
                            name(slots.of()) + " " + slots.devices() + " " + slots.free() + " " + slots.counts()));
            TreeMap<String, String> rooms = new TreeMap<>();
            for (Node node : cluster.getNodes()) {
                FreeDevices room = console.placement.room(node);
                rooms.put(node.getName(), room.devices() + " " + room.whole() + " " + room.free());
            }
            lines.add(rooms.toString());
            TreeMap<String, String> jobs = new TreeMap<>();
            for (Job job : cluster.getJobs()) {
                jobs.put(job.getUid(), console.placement.whyWaiting(job) + " " + verdicts(console, job));
            }
            jobs.forEach((uid, words) -> lines.add(uid + " " + words));
        }
        return lines;
    }

    private static String verdicts(Console console, Job job) {
        TreeMap<String, String> verdicts = new TreeMap<>();
        console.placement
                .verdicts(new Subject(job, List.of()))
                .forEach((node, verdict) -> verdicts.put(node.getName(), words(verdict)));
        return verdicts.toString();
    }

    private static String words(Verdict verdict) {
        return verdict.fit() + " " + verdict.tasksThatFit() + " " + verdict.reasons() + " "
                + verdict.evicts().stream().sorted().collect(Collectors.joining(", "));
    }

    /** Each number that stands in more than one place. */
    static List<String> totals(Console console) {
        List<String> wrong = new ArrayList<>();
        for (Cluster cluster : console.fleet().getClusters()) {
            Holdings counted = Holdings.of(cluster);
            console.stage
                    .scene()
                    .box(cluster)
                    .map(box -> console.stage.states().of(box).holdings())
                    .filter(canvas -> !canvas.equals(counted))
                    .ifPresent(canvas -> wrong.add("canvas " + canvas + " but status line " + counted));
            console.tree.rows(console.fleet()).all().stream()
                    .filter(row -> row.item().thing() == cluster)
                    .flatMap(row -> row.item().holdings().stream())
                    .filter(tree -> !tree.equals(counted))
                    .forEach(tree -> wrong.add("tree " + tree + " but status line " + counted));
        }
        return wrong;
    }
}
