// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Health;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.DeviceTaints;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

/**
 * Accelerators counted by what is known of them: the one place where these numbers come from. Whole devices are
 * counted; a device of which any slice is held counts as held.
 * {@code total = held + free + cordoned + tainted + failed + unknown}, and those of {@code withheld} that nobody holds.
 *
 * @param total all of them
 * @param held devices held by tasks, whether or not it is known which ones
 * @param free healthy devices nobody holds, on a node that is ready and takes new tasks
 * @param tainted devices nobody holds that a taint keeps new tasks off, whether or not one tolerates it: one of their own
 *     (KEP-5055), or one of their node that is not usual ({@link NodeTaints})
 * @param failed devices a source calls broken and nobody holds
 * @param unknown devices of nodes that do not report or are not ready, and nobody is known to hold
 * @param cordoned devices that would be free, were their node not cordoned
 * @param withheld devices that the node has but its device plugin does not offer, beyond those that failed or that a taint of
 *     their own keeps back: no source tells which they are, so one that is held may be among them
 */
public record Holdings(
        int total, int held, int free, int tainted, int failed, int unknown, int cordoned, int withheld) {
    private static final Comparator<Task> BY_NAME =
            Comparator.comparing(Task::getName, Comparator.nullsFirst(new NaturalOrder()));

    public static final Holdings NONE = new Holdings(0, 0, 0, 0, 0, 0);

    /** Numbers of what is not cordoned. */
    public Holdings(int total, int held, int free, int tainted, int failed, int unknown) {
        this(total, held, free, tainted, failed, unknown, 0);
    }

    /** Numbers of what is all offered. */
    public Holdings(int total, int held, int free, int tainted, int failed, int unknown, int cordoned) {
        this(total, held, free, tainted, failed, unknown, cordoned, 0);
    }

    public Holdings plus(Holdings other) {
        return new Holdings(
                total + other.total,
                held + other.held,
                free + other.free,
                tainted + other.tainted,
                failed + other.failed,
                unknown + other.unknown,
                cordoned + other.cordoned,
                withheld + other.withheld);
    }

    /** Numbers of one node. Cost: its devices plus its tasks. */
    public static Holdings of(Node node) {
        int total = node.getAccelerators().size();
        if (total == 0) {
            return NONE;
        }
        int known = 0;
        int failed = 0;
        int kept = 0;
        for (Accelerator accelerator : node.getAccelerators()) {
            if (isHeld(accelerator)) {
                known++;
            } else if (accelerator.getHealth() == Health.FAILED) {
                failed++;
            } else if (isTainted(accelerator)) {
                kept++;
            }
        }
        int held = known + Math.min(HeldUnits.unplaced(node), total - known - failed);
        int withheld = HeldUnits.withheld(node);
        int offered = total - held - failed - Math.min(withheld, total - held - failed);
        int tainted = Math.min(kept, offered);
        int rest = offered - tainted;
        boolean ready = node.getReadiness() == Readiness.READY;
        boolean open = ready && !node.isUnschedulable();
        if (open && rest > 0 && NodeTaints.keepingOff(node).isPresent()) {
            tainted += rest;
            rest = 0;
        }
        int unknown = ready ? 0 : rest;
        return new Holdings(
                total, held, open ? rest : 0, tainted, failed, unknown, ready && !open ? rest : 0, withheld);
    }

    /** Slices of a node that nobody holds: a device of which any is held counts as held, though there is room on it. */
    public static int freeSlices(Node node) {
        return HeldUnits.freeSlices(node);
    }

    public static Holdings of(Domain domain) {
        Holdings sum = NONE;
        for (Domain child : domain.getDomains()) {
            sum = sum.plus(of(child));
        }
        for (Node node : domain.getNodes()) {
            sum = sum.plus(of(node));
        }
        return sum;
    }

    public static Holdings of(Cluster cluster) {
        Holdings sum = NONE;
        for (Node node : cluster.getNodes()) {
            sum = sum.plus(of(node));
        }
        return sum;
    }

    /**
     * States of all devices of a node, in order: what to ask when a whole node is drawn. Where the device plugin offers fewer
     * than the node has, no source tells which: each that nobody holds could be one.
     */
    public static List<AcceleratorState> states(Node node) {
        int unplaced = HeldUnits.unplaced(node);
        boolean all = unplaced > 0 && unplaced >= candidates(node, true);
        boolean reports = node.getReadiness() != Readiness.UNKNOWN;
        AcceleratorState rest = all
                ? AcceleratorState.HELD
                : unplaced > 0 ? AcceleratorState.UNKNOWN_WHICH : reports ? free(node) : AcceleratorState.UNKNOWN;
        AcceleratorState tainted = unplaced > candidates(node, false) ? rest : AcceleratorState.TAINTED;
        List<AcceleratorState> states = new ArrayList<>(node.getAccelerators().size());
        for (Accelerator accelerator : node.getAccelerators()) {
            states.add(
                    accelerator.getHealth() == Health.FAILED
                            ? AcceleratorState.FAILED
                            : isHeld(accelerator) ? AcceleratorState.HELD : isTainted(accelerator) ? tainted : rest);
        }
        return states;
    }

    private static AcceleratorState free(Node node) {
        if (NodeTaints.keepingOff(node).isPresent()) {
            return AcceleratorState.TAINTED;
        }
        return HeldUnits.withheld(node) > 0 ? AcceleratorState.WITHHELD_WHICH : AcceleratorState.FREE;
    }

    /** True when a taint of the device itself keeps new tasks off it, whoever holds it now. */
    public static boolean isTainted(Accelerator accelerator) {
        @Nullable DeviceTaints taints = accelerator.getTaints();
        return taints != null && taints.keepOff();
    }

    /** State of one device. Cost: the tasks of its node. */
    public static AcceleratorState state(Accelerator accelerator) {
        Node node = accelerator.getNode();
        int at = node == null ? -1 : node.getAccelerators().indexOf(accelerator);
        return node == null || at < 0 ? AcceleratorState.UNKNOWN : states(node).get(at);
    }

    /** True while a task keeps what it was given: bound and not finished; a terminating one still holds. */
    public static boolean holds(Task task) {
        return task.getNode() != null && !hasEnded(task) && task.getPhase() != TaskPhase.GATED;
    }

    /** True for a task that has succeeded or failed: it holds nothing, and its scheduler counts it no more. */
    public static boolean hasEnded(Task task) {
        return task.getPhase() == TaskPhase.SUCCEEDED || task.getPhase() == TaskPhase.FAILED;
    }

    /** True for a job that has succeeded or failed. */
    public static boolean hasEnded(Job job) {
        return job.getState() == JobState.SUCCEEDED || job.getState() == JobState.FAILED;
    }

    /** When the last of these tasks started; empty: of none it is known. */
    public static Optional<Instant> lastStart(List<Task> tasks) {
        return tasks.stream().map(Task::getStarted).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    /** The tasks that hold a device or a slice of it, by name; empty: none is known to. */
    public static List<Task> holders(Accelerator device) {
        if (device.getSlices().isEmpty() && device.getTasks().size() < 2) {
            // asked of every cell of the canvas
            return device.getTasks().isEmpty() || !holds(device.getTasks().getFirst())
                    ? List.of()
                    : List.of(device.getTasks().getFirst());
        }
        return Stream.concat(
                        device.getTasks().stream(),
                        device.getSlices().stream().flatMap(slice -> slice.getTasks().stream()))
                .filter(Holdings::holds)
                .distinct()
                .sorted(BY_NAME)
                .toList();
    }

    /** Accelerators (or slices) one task of this spec asks for, whatever their kind. */
    public static int asked(TaskSpec spec) {
        return RequestedAccelerators.of(spec.requests());
    }

    /** Whole devices that are asked for; empty: parts of devices are among it, so how much it is in devices is not known. */
    public static OptionalInt devices(Resources requests) {
        return RequestedAccelerators.parts(requests)
                ? OptionalInt.empty()
                : OptionalInt.of(RequestedAccelerators.of(requests));
    }

    /** Accelerators that tasks ask for together, as far as it is known what they ask for. */
    public static int asked(List<Task> tasks) {
        return tasks.stream().mapToInt(Holdings::asked).sum();
    }

    /** Accelerators that one task asks for; none where it is not known what it asks for. */
    public static int asked(Task task) {
        return task.getSpec() == null ? 0 : asked(task.getSpec());
    }

    /** Accelerators the job's tasks hold now. */
    public static int held(Job job) {
        int sum = 0;
        for (Task task : job.getTasks()) {
            sum += held(task);
        }
        return sum;
    }

    /**
     * Accelerators (or slices) a task holds now: as many as it asks for, or those that its resource claims have. A share of
     * a device, which a scheduler such as KAI gives by itself, counts as one; the node's own numbers have the device by the
     * pod that reserves it.
     */
    public static int held(Task task) {
        TaskSpec spec = task.getSpec();
        if (spec == null || !holds(task)) {
            return 0;
        }
        int asked = asked(spec);
        int units = asked + shares(spec);
        return units == 0 ? task.getAccelerators().size() + task.getSlices().size() : units;
    }

    /** Whether what a task holds are slices or shares, although it may have asked for whole devices. */
    public static boolean holdsParts(Task task) {
        return HeldUnits.areParts(task);
    }

    /** Shares of single devices that a pod asks KAI for by an annotation. */
    public static int shares(TaskSpec spec) {
        return GpuShares.askedOfKai(spec.requests())
                ? GpuShares.of(spec.requests()).devices()
                : 0;
    }

    /** Accelerators (or slices, or shares) the job wants in all: of each wanted task, as far as the template or its tasks tell. */
    public static int wanted(Job job) {
        ClaimedDevices claimed = new ClaimedDevices(job);
        int sum = 0;
        List<Task> counted = new ArrayList<>();
        for (Task task : job.getTasks()) {
            if (task.getSpec() != null && !hasEnded(task)) {
                sum += wanted(task.getSpec(), 1, claimed);
                counted.add(task);
            }
        }
        if (hasEnded(job)) {
            return sum; // it wants no more
        }
        for (MissingTasks missing : MissingTasks.beside(job, counted)) {
            sum += wanted(missing.spec(), missing.tasks(), claimed);
        }
        return sum;
    }

    /** The same of tasks of one job. */
    public static int wanted(List<Task> tasks) {
        ClaimedDevices claimed =
                new ClaimedDevices(tasks.isEmpty() ? null : tasks.getFirst().getJob());
        int sum = 0;
        for (Task task : tasks) {
            sum += task.getSpec() == null ? 0 : wanted(task.getSpec(), 1, claimed);
        }
        return sum;
    }

    /** What the largest of its tasks wants, of those that are there and those that are still to come. */
    public static int wantedByOneTask(Job job) {
        int there = job.getTasks().stream()
                .mapToInt(task -> wanted(List.of(task)))
                .max()
                .orElse(0);
        int missing = MissingTasks.beside(job, job.getTasks()).stream()
                .mapToInt(it -> wanted(it.spec(), 1, new ClaimedDevices(job)))
                .max()
                .orElse(0);
        return Math.max(there, missing);
    }

    private static int wanted(TaskSpec spec, int tasks, ClaimedDevices claimed) {
        return tasks * (asked(spec) + shares(spec)) + claimed.add(spec, tasks);
    }

    private static boolean isHeld(Accelerator accelerator) {
        return !accelerator.getTasks().isEmpty()
                || accelerator.getSlices().stream()
                        .anyMatch(slice -> !slice.getTasks().isEmpty());
    }

    private static int candidates(Node node, boolean taintedToo) {
        int count = 0;
        for (Accelerator accelerator : node.getAccelerators()) {
            if (accelerator.getHealth() != Health.FAILED
                    && !isHeld(accelerator)
                    && (taintedToo || !isTainted(accelerator))) {
                count++;
            }
        }
        return count;
    }
}
