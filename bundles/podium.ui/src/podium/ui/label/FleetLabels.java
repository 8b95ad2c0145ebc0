// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Named;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.placement.Target;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.SafeText;

/** What a thing of the fleet is called, what pictures it, and where it belongs. In the realm. */
public final class FleetLabels {
    /** Of more only the number is told. */
    private static final int NAMED = 3;

    private FleetLabels() {}

    /** Its name: of an accelerator its word and index. */
    public static String name(EObject thing) {
        return switch (thing) {
            case Accelerator accelerator -> AcceleratorLabels.word(accelerator) + " " + accelerator.getIndex();
            case Named named -> SafeText.line(named.getName());
            default -> thing.eClass().getName();
        };
    }

    /** The name of a task's job; of a task without one its own. */
    public static String job(Task task) {
        return name(task.getJob() == null ? task : task.getJob());
    }

    /** Its name with that of what it is part of: gpu-a1-3 / GPU 5. */
    public static String path(EObject thing) {
        return switch (thing) {
            case Accelerator accelerator
            when accelerator.getNode() != null -> name(accelerator.getNode()) + " / " + name(accelerator);
            case Slice slice
            when slice.getAccelerator() != null ->
                path(slice.getAccelerator()) + " / " + SafeText.line(slice.getProfile());
            case Task task when task.getJob() != null -> name(task);
            default -> name(thing);
        };
    }

    /** What it is: cluster, rack, node, GPU, job, task. */
    public static String kind(EObject thing) {
        return switch (thing) {
            case Cluster cluster when Snapshots.is(cluster) -> Texts.of("FleetLabels.snapshot");
            case Cluster cluster ->
                cluster.isSimulated() ? Texts.of("FleetLabels.simulatedCluster") : Texts.of("FleetLabels.cluster");
            case Domain domain -> SafeText.line(domain.getLevel());
            case Node _ -> Texts.of("FleetLabels.node");
            case Accelerator accelerator -> AcceleratorLabels.word(accelerator);
            case Slice _ -> Texts.of("FleetLabels.slice");
            case Job job -> SafeText.line(job.getKind());
            case Task _ -> Texts.of("FleetLabels.task");
            default -> thing.eClass().getName();
        };
    }

    /** Its name; of a domain with the word for its level, where the name does not say that. */
    public static String called(EObject thing) {
        return thing instanceof Domain domain ? CleanText.domain(kind(domain), name(domain)) : name(thing);
    }

    public static Icon icon(EObject thing) {
        return switch (thing) {
            case Cluster cluster -> cluster.isSimulated() ? Icon.SIMULATED : Icon.CLUSTER;
            case Domain domain -> "rack".equals(domain.getLevel()) ? Icon.RACK : Icon.DOMAIN;
            case Node _ -> Icon.NODE;
            case Slice _ -> Icon.SLICE;
            case Job _ -> Icon.JOB;
            case Task _ -> Icon.TASK;
            default -> Icon.GPU;
        };
    }

    /** Where jobs and tasks run: the nodes that hold them. Other things are where they are. */
    public static List<EObject> places(List<? extends EObject> things) {
        return things.stream()
                .flatMap(thing -> switch (thing) {
                    case Job job -> job.getTasks().stream().map(Task::getNode);
                    case Task task -> Stream.of(task.getNode());
                    default -> Stream.of(thing);
                })
                .filter(Objects::nonNull)
                .<EObject>map(place -> place)
                .distinct()
                .toList();
    }

    /** The node that a thing is or that it is a device or slice of; empty: it is something else, or was taken out of its node. */
    public static Optional<Node> node(EObject thing) {
        return switch (thing) {
            case Node node -> Optional.of(node);
            case Accelerator device -> Optional.ofNullable(device.getNode());
            case Slice slice -> Optional.ofNullable(slice.getAccelerator()).map(Accelerator::getNode);
            default -> Optional.empty();
        };
    }

    /** The node or domain that a target is. */
    public static EObject of(Target target) {
        return switch (target) {
            case Target.OnNode on -> on.node();
            case Target.OnDomain on -> on.domain();
        };
    }

    /** The cluster it belongs to; empty when it was removed. */
    public static Optional<Cluster> cluster(EObject thing) {
        for (EObject at = thing; at != null; at = at.eContainer()) {
            if (at instanceof Cluster cluster) {
                return Optional.of(cluster);
            }
        }
        return Optional.empty();
    }

    /** Whether it still is part of a fleet: what the cluster no longer has, or was closed with it, is not. */
    public static boolean isThere(EObject thing) {
        return cluster(thing).filter(cluster -> cluster.getFleet() != null).isPresent();
    }

    /** Those that are still in the fleet. */
    public static <T extends EObject> List<T> there(Collection<T> things) {
        return things.stream().filter(FleetLabels::isThere).toList();
    }

    /** Which of them are not done anything with, because they are gone; empty: all are there. */
    public static Optional<String> leftOut(Collection<? extends EObject> things) {
        List<String> gone = things.stream()
                .filter(thing -> !isThere(thing))
                .map(FleetLabels::name)
                .toList();
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of(Texts.of("FleetLabels.areLeftOut", Counted.named(gone, NAMED)));
    }

    /** Why nothing can be done with these: the first that left the fleet; empty: all are there. */
    public static Optional<String> gone(Collection<? extends EObject> things) {
        return things.stream()
                .filter(thing -> !isThere(thing))
                .findFirst()
                .map(thing -> Texts.of("FleetLabels.isNoLongerIn", path(thing)));
    }

    /**
     * A key that stays the same while the thing lives, unique within the fleet: for rows. Identity of the cluster and path of
     * names; jobs and tasks by the cluster's identity and their uid. What a cluster is shown as is free for another one once
     * it is closed.
     */
    public static String key(EObject thing) {
        return switch (thing) {
            case Cluster cluster -> "c/" + id(cluster);
            case Domain domain ->
                (domain.getParent() == null
                                ? "d/" + cluster(domain).map(FleetLabels::id).orElse("")
                                : key(domain.getParent()))
                        + "/" + domain.getLevel() + "=" + domain.getName();
            case Node node -> "n/" + cluster(node).map(FleetLabels::id).orElse("") + "/" + node.getName();
            case Accelerator accelerator -> above(accelerator.getNode()) + "#" + accelerator.getIndex();
            case Slice slice -> above(slice.getAccelerator()) + "." + slice.getIndex();
            case Job job -> "j/" + within(job.getCluster()) + job.getUid();
            case Task task ->
                "t/" + within(task.getJob() == null ? null : task.getJob().getCluster()) + task.getUid();
            default -> thing.eClass().getName() + System.identityHashCode(thing);
        };
    }

    private static String id(Cluster cluster) {
        return ClusterId.of(cluster).value();
    }

    /** Simulated clusters of one scenario have the same uids, and so has a server that is opened as two persons. */
    private static String within(@Nullable Cluster cluster) {
        return cluster == null ? "" : id(cluster) + "/";
    }

    private static String above(@Nullable EObject whole) {
        return whole == null ? "" : key(whole);
    }
}
