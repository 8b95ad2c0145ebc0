// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change.GangSeen;
import podium.core.change.Change.WorkloadSeen;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.ControllerRef;
import podium.model.value.Labels;
import podium.model.value.WorkKind;

/**
 * The jobs of one cluster. A task belongs to the topmost known workload above it; while its owner is not known, to a
 * job made of the owner reference alone, which becomes the real one when the owner arrives, or hands its tasks on.
 */
final class Jobs {
    private static final int DEEPEST = 4;

    private final Cluster cluster;
    private final AffectedObjects touched;
    private final JobFeatures fields;
    private final WorkloadIndex workloads;
    private final Function<String, Optional<ControllerRef>> pods;
    private final GangIndex gangs = new GangIndex();
    private final Map<String, Job> byUid = new HashMap<>();
    private final Set<Job> dirty = new LinkedHashSet<>();
    private boolean podsListed;

    /** {@code pods}: what controls a pod, by its uid. */
    Jobs(Cluster cluster, Queues queues, AffectedObjects touched, Function<String, Optional<ControllerRef>> pods) {
        this.cluster = cluster;
        this.touched = touched;
        this.pods = pods;
        this.workloads = new WorkloadIndex(pods);
        this.fields = new JobFeatures(workloads, gangs, queues);
    }

    void seen(WorkloadSeen seen) {
        String topBefore = workloads.top(seen.uid());
        Optional<WorkloadSeen> old = workloads.put(seen);
        if (old.isPresent() && old.get().equals(seen)) {
            return;
        }
        String top = workloads.top(seen.uid());
        Job job = top.equals(seen.uid())
                ? job(seen.apiVersion(), seen.kind(), seen.namespace(), seen.name(), seen.uid(), seen.work())
                : byUid.get(top);
        if (job != null) {
            dirty.add(job);
        }
        makerOf(seen).ifPresent(dirty::add);
        if (old.isEmpty() || !old.get().controller().equals(seen.controller())) {
            rehome(seen.uid(), topBefore);
        }
    }

    void seen(GangSeen seen) {
        Optional<GangSeen> old = gangs.put(seen);
        if (old.isPresent() && old.get().equals(seen)) {
            return;
        }
        old.ifPresent(this::concerns);
        concerns(seen);
    }

    /** Looks again at the jobs that a gang may belong to, and at the pods that name it. */
    private void concerns(GangSeen gang) {
        gangs.members(gang).forEach(this::home);
        gang.controller()
                .flatMap(controller -> Optional.ofNullable(byUid.get(workloads.top(controller.uid()))))
                .ifPresent(dirty::add);
        dirty.addAll(gangs.jobs(gang));
    }

    void gone(String uid) {
        Optional<GangSeen> gang = gangs.remove(uid);
        if (gang.isPresent()) {
            concerns(gang.get());
            return;
        }
        String topBefore = workloads.top(uid);
        Optional<WorkloadSeen> removed = workloads.remove(uid);
        if (removed.isPresent()) {
            makerOf(removed.get()).ifPresent(dirty::add);
            List<String> below = workloads.below(uid);
            below.forEach(child -> workloads
                    .get(child)
                    .filter(seen -> workloads.top(child).equals(child))
                    .ifPresent(seen -> dirty.add(job(
                            seen.apiVersion(), seen.kind(), seen.namespace(), seen.name(), seen.uid(), seen.work()))));
            rehome(uid, topBefore);
        }
    }

    /** The job that tells how those end that it made, of which this is one. */
    private Optional<Job> makerOf(WorkloadSeen made) {
        return made.controller()
                .flatMap(controller -> workloads.get(controller.uid()))
                .filter(maker -> maker.work().is(WorkKind.Trait.MAKES_JOBS))
                .flatMap(maker -> Optional.ofNullable(byUid.get(maker.uid())));
    }

    /** Puts the task in its job, and out of another one. */
    void home(Task task) {
        gangs.joined(task);
        ControllerRef controller = task.getController();
        moved(task.getUid(), controller == null ? "" : controller.uid());
        Job home = homeOf(task);
        Job old = task.getJob();
        if (old != home) {
            if (old != null) {
                dirty.add(old);
                touched.touch(old);
            }
            home.getTasks().add(task);
            touched.touch(task);
            if (task.getNode() != null) {
                touched.touch(task.getNode());
            }
        }
        dirty.add(home);
        Job below = byUid.get(task.getUid());
        if (below != null && below != home) {
            List.copyOf(below.getTasks()).forEach(this::home);
            dirty.add(below);
        }
    }

    /** What is told of the crash loop of a task. */
    void runsAgain(Task task, @Nullable Instant since) {
        fields.runsAgain(task, since);
    }

    /** Something about a task changed, but not which job it is of. */
    void changed(Task task) {
        Job job = task.getJob();
        if (job != null) {
            dirty.add(job);
        }
    }

    /** A pod that controls workloads has come, gone, or belongs elsewhere: what is below it goes along. */
    private void moved(String podUid, String parent) {
        if (workloads.isMoved(podUid, parent)) {
            Map<String, String> tops = new HashMap<>();
            workloads.below(podUid).forEach(child -> tops.put(child, workloads.top(child)));
            workloads.move(podUid, parent);
            tops.forEach((child, top) -> {
                workloads
                        .get(child)
                        .filter(seen -> workloads.top(child).equals(child))
                        .ifPresent(seen -> dirty.add(job(
                                seen.apiVersion(),
                                seen.kind(),
                                seen.namespace(),
                                seen.name(),
                                seen.uid(),
                                seen.work())));
                rehome(child, top);
            });
        }
    }

    void left(Task task) {
        Job job = task.getJob();
        if (job != null) {
            job.getTasks().remove(task);
            dirty.add(job);
            touched.touch(job);
        }
        gangs.left(task);
        moved(task.getUid(), "");
    }

    void podsListed() {
        podsListed = true;
        dirty.addAll(cluster.getJobs());
    }

    void prioritiesChanged() {
        dirty.addAll(cluster.getJobs());
    }

    /** The cluster was heard: it is as late as this. */
    void heard(Instant now) {
        dirty.addAll(fields.due(now));
    }

    /** Derives state and numbers of the jobs that changed, and drops those that nothing holds any more. */
    void settle() {
        for (Job job : dirty) {
            if (job.getCluster() == null) {
                continue;
            }
            if (job.getTasks().isEmpty() && !isTop(job.getUid())) {
                byUid.remove(job.getUid());
                gangs.forget(job);
                fields.dropped(job);
                cluster.getJobs().remove(job);
                touched.touch(job);
                touched.touch(cluster);
            } else if (fields.derive(job, podsListed)) {
                touched.touch(job);
            }
        }
        dirty.clear();
    }

    private boolean isTop(String uid) {
        return workloads.knows(uid) && workloads.top(uid).equals(uid);
    }

    /** Moves the tasks that were in the job of this workload, of those below it and above it, to where they belong now. */
    private void rehome(String uid, String topBefore) {
        List<String> uids = new ArrayList<>(workloads.below(uid));
        uids.add(uid);
        uids.add(workloads.top(uid));
        uids.add(topBefore);
        for (String one : uids) {
            Job job = byUid.get(one);
            if (job != null) {
                List.copyOf(job.getTasks()).forEach(this::home);
                dirty.add(job);
            }
        }
    }

    private Job homeOf(Task task) {
        ControllerRef ref = above(task.getController());
        if (ref == null || "Node".equals(ref.kind())) {
            Optional<GangSeen> gang = ref == null ? gangs.standsFor(task) : Optional.empty();
            if (gang.isPresent()) {
                GangSeen seen = gang.get();
                return job(seen.apiVersion(), seen.kind(), seen.namespace(), seen.name(), seen.uid(), seen.work());
            }
            return job("v1", "Pod", task.getNamespace(), task.getName(), task.getUid(), WorkKind.POD);
        }
        String top = workloads.top(ref.uid());
        Optional<WorkloadSeen> seen = workloads.get(top);
        return seen.isPresent()
                ? job(
                        seen.get().apiVersion(),
                        seen.get().kind(),
                        seen.get().namespace(),
                        seen.get().name(),
                        top,
                        seen.get().work())
                : job(ref.apiVersion(), ref.kind(), task.getNamespace(), ref.name(), ref.uid(), ref.work());
    }

    /** What controls the pod that controls pods, as the driver of Spark does its executors; the pod itself where nothing does. */
    private @Nullable ControllerRef above(@Nullable ControllerRef own) {
        ControllerRef ref = own;
        for (int i = 0; ref != null && "Pod".equals(ref.kind()) && i < DEEPEST; i++) {
            Optional<ControllerRef> up = pods.apply(ref.uid());
            if (up.isEmpty()) {
                return ref;
            }
            ref = up.get();
        }
        return ref;
    }

    private Job job(String apiVersion, String kind, String namespace, String name, String uid, WorkKind work) {
        return byUid.computeIfAbsent(uid, id -> {
            Job job = FleetFactory.INSTANCE.createJob();
            job.setApiVersion(apiVersion);
            job.setKind(kind);
            job.setNamespace(namespace);
            job.setName(name);
            job.setUid(uid);
            job.setWork(work);
            job.setLabels(Labels.none());
            job.setManagers(Labels.none());
            cluster.getJobs().add(job);
            touched.touch(job);
            touched.touch(cluster);
            return job;
        });
    }
}
