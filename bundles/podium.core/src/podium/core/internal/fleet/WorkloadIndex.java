// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change.WorkloadSeen;
import podium.model.value.ControllerRef;
import podium.model.value.TaskGroup;
import podium.model.value.TaskSpec;
import podium.model.value.WorkKind;

/** The workload objects of one cluster and which controls which. */
final class WorkloadIndex {
    private static final int DEEPEST = 16;

    /** What controls a pod, by its uid: the leader pod of a LeaderWorkerSet controls the StatefulSet of its workers. */
    private final Function<String, Optional<ControllerRef>> pods;

    private final Map<String, WorkloadSeen> byUid = new HashMap<>();
    private final Map<String, Set<String>> children = new HashMap<>();
    /** Of each pod that controls a workload: uid of what controls the pod, empty when nothing does. */
    private final Map<String, String> podParent = new HashMap<>();

    WorkloadIndex(Function<String, Optional<ControllerRef>> pods) {
        this.pods = pods;
    }

    Optional<WorkloadSeen> get(String uid) {
        return Optional.ofNullable(byUid.get(uid));
    }

    boolean knows(String uid) {
        return byUid.containsKey(uid);
    }

    /** What was known before; empty: it is new. */
    Optional<WorkloadSeen> put(WorkloadSeen seen) {
        @Nullable WorkloadSeen old = byUid.put(seen.uid(), seen);
        if (old != null && !old.controller().equals(seen.controller())) {
            unlink(old);
        }
        seen.controller()
                .filter(parent -> "Pod".equals(parent.kind()))
                .ifPresent(pod -> move(
                        pod.uid(), pods.apply(pod.uid()).map(ControllerRef::uid).orElse("")));
        seen.controller().ifPresent(parent -> children.computeIfAbsent(parent.uid(), uid -> new TreeSet<>())
                .add(seen.uid()));
        return Optional.ofNullable(old);
    }

    Optional<WorkloadSeen> remove(String uid) {
        @Nullable WorkloadSeen old = byUid.remove(uid);
        if (old != null) {
            unlink(old);
        }
        return Optional.ofNullable(old);
    }

    /** Uid of the topmost known workload at or above this one, but for what makes jobs of their own; the uid where nothing is known. */
    String top(String uid) {
        String top = uid;
        for (int i = 0; i < DEEPEST; i++) {
            @Nullable WorkloadSeen seen = byUid.get(top);
            if (seen == null || seen.controller().isEmpty()) {
                return top;
            }
            String parent = parent(seen.controller().get());
            @Nullable WorkloadSeen above = byUid.get(parent);
            if (above == null || above.work().is(WorkKind.Trait.MAKES_JOBS)) {
                return top;
            }
            top = parent;
        }
        return top;
    }

    /** The controller's uid; where that is a pod, the uid of what controls the pod. */
    private String parent(ControllerRef controller) {
        return "Pod".equals(controller.kind()) ? podParent.getOrDefault(controller.uid(), "") : controller.uid();
    }

    /** True when this pod controls a known workload and its own controller is another one than was known. */
    boolean isMoved(String podUid, String parent) {
        return !podParent.getOrDefault(podUid, parent).equals(parent);
    }

    /** Puts a pod that controls workloads below what controls the pod; empty: nothing does. */
    void move(String podUid, String parent) {
        String old = podParent.getOrDefault(podUid, "");
        podParent.put(podUid, parent);
        drop(old, podUid);
        if (!parent.isEmpty()) {
            children.computeIfAbsent(parent, uid -> new TreeSet<>()).add(podUid);
        }
    }

    /** Uids of all known workloads below this one. */
    List<String> below(String uid) {
        List<String> found = new ArrayList<>();
        collect(uid, found, 0);
        return found;
    }

    /** The template of this workload or of the first that is known to belong to it and has one. */
    Optional<TaskSpec> template(String uid) {
        return templated(uid).flatMap(WorkloadSeen::template);
    }

    /** The unlike groups of the same; none: all its pods are of one template. */
    List<TaskGroup> groups(String uid) {
        return templated(uid).map(WorkloadSeen::groups).orElse(List.of());
    }

    /** Of what this one made, that which ended last; empty: nothing that is still there has ended. */
    Optional<WorkloadSeen> endedLast(String uid) {
        return children.getOrDefault(uid, Set.of()).stream()
                .flatMap(child -> get(child).stream())
                .filter(seen -> seen.finished() != null)
                .max(Comparator.comparing(
                        WorkloadSeen::finished, Comparator.nullsFirst(Comparator.<Instant>naturalOrder())));
    }

    private Optional<WorkloadSeen> templated(String uid) {
        Optional<WorkloadSeen> own = get(uid).filter(seen -> seen.template().isPresent());
        if (own.isPresent()) {
            return own;
        }
        for (String child : below(uid)) {
            Optional<WorkloadSeen> seen =
                    get(child).filter(one -> one.template().isPresent());
            if (seen.isPresent() && top(child).equals(uid)) {
                return seen;
            }
        }
        return Optional.empty();
    }

    private void collect(String uid, List<String> found, int depth) {
        if (depth < DEEPEST) {
            for (String child : children.getOrDefault(uid, Set.of())) {
                found.add(child);
                collect(child, found, depth + 1);
            }
        }
    }

    private void unlink(WorkloadSeen old) {
        if (old.controller().isPresent()) {
            String parent = old.controller().get().uid();
            drop(parent, old.uid());
            if (podParent.containsKey(parent) && !children.containsKey(parent)) {
                drop(podParent.getOrDefault(parent, ""), parent);
                podParent.remove(parent);
            }
        }
    }

    private void drop(String parent, String child) {
        Set<String> siblings = children.getOrDefault(parent, new TreeSet<>());
        if (siblings.remove(child) && siblings.isEmpty()) {
            children.remove(parent);
        }
    }
}
