// SPDX-License-Identifier: Apache-2.0
package podium.operation.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.api.Permission;
import podium.core.fleet.Holdings;
import podium.core.job.JobTraits;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.ControllerRef;
import podium.model.value.WorkKind;
import podium.operation.job.JobObjects;
import podium.operation.plan.Step;
import podium.operation.submit.Manifest;

/** The rights an act needs, as far as they are known before its plan is made. In the realm of the fleet. */
public final class RequiredPermissions {
    private static final Permission PATCH_NODES = new Permission("patch", "", "nodes", "", "");

    private RequiredPermissions() {}

    /** To cordon nodes, or to lift a cordon. */
    public static Set<Permission> toCordon() {
        return Set.of(PATCH_NODES);
    }

    /** To drain nodes: the cordon, and evictions in each namespace that has pods there which a drain does not leave. */
    public static Set<Permission> toDrain(List<Node> nodes) {
        Set<Permission> needed = new LinkedHashSet<>();
        needed.add(PATCH_NODES);
        for (Node node : nodes) {
            for (Task task : node.getTasks()) {
                if (!stays(task)) {
                    needed.add(new Permission("create", "", "pods", "eviction", task.getNamespace()));
                }
            }
        }
        return needed;
    }

    /** Pods of a DaemonSet and static pods are never evicted (k8s.io/kubectl/pkg/drain/filters.go). */
    private static boolean stays(Task task) {
        @Nullable ControllerRef controller = task.getController();
        return task.isMirror() || JobTraits.has(controller, WorkKind.Trait.EVERY_NODE) && !Holdings.hasEnded(task);
    }

    /** To change the object of a job: suspend, resume, scale. */
    public static Set<Permission> toPatch(Job job) {
        ObjectRef ref = JobObjects.ref(job);
        return Set.of(new Permission("patch", ref.group(), ref.resource(), "", ref.namespace()));
    }

    /** To delete the object of a job. */
    public static Set<Permission> toDelete(Job job) {
        ObjectRef ref = JobObjects.ref(job);
        return Set.of(new Permission("delete", ref.group(), ref.resource(), "", ref.namespace()));
    }

    /** To start a job that something starts by itself ({@link WorkKind.Trait#MAKES_JOBS}). */
    public static Set<Permission> toTrigger(Job job) {
        return Set.of(new Permission("create", "batch", "jobs", "", job.getNamespace()));
    }

    /** To create the objects of a manifest. */
    public static Set<Permission> toCreate(Manifest manifest) {
        Set<Permission> needed = new LinkedHashSet<>();
        manifest.items().stream()
                .map(Manifest.Item::ref)
                .forEach(ref -> needed.add(new Permission("create", ref.group(), ref.resource(), "", ref.namespace())));
        return needed;
    }

    /** To place a job: its gated pods are patched where it has some, a bare pod is made anew, else its object is patched. */
    public static Set<Permission> toPlace(Job job) {
        boolean gated = job.getTasks().stream().anyMatch(task -> task.getPhase() == TaskPhase.GATED);
        if (gated) {
            return Set.of(pods(job, "patch"));
        }
        return JobTraits.isPod(job) ? Set.of(pods(job, "create"), pods(job, "delete")) : toPatch(job);
    }

    /** To read or enter the pods of a job: log, exec, portforward. */
    public static Set<Permission> toReach(Job job, String verb, String subresource) {
        return Set.of(new Permission(verb, "", "pods", subresource, job.getNamespace()));
    }

    /** To do these steps. */
    public static Set<Permission> of(List<Step> steps) {
        Set<Permission> permissions = new LinkedHashSet<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Write write -> permissions.add(permission(write.write()));
                // what takes a half released gang back must be allowed before the first of it is released
                case Step.Barrier barrier ->
                    barrier.writes().forEach(write -> {
                        permissions.add(permission(write.write()));
                        write.undo().ifPresent(undo -> permissions.add(permission(undo)));
                    });
                case Step.Await await -> permissions.add(permission(await.target(), "get", ""));
                case Step.EvictAll evict ->
                    evict.victims().forEach(victim -> permissions.add(permission(victim.pod(), "create", "eviction")));
            }
        }
        return permissions;
    }

    private static Permission permission(ApiWrite write) {
        return switch (write.verb()) {
            case CREATE -> permission(write.target(), "create", write.subresource());
            case DELETE -> permission(write.target(), "delete", write.subresource());
            case EVICT -> permission(write.target(), "create", "eviction");
            case MERGE_PATCH, JSON_PATCH, STRATEGIC_PATCH -> permission(write.target(), "patch", write.subresource());
        };
    }

    private static Permission permission(ObjectRef ref, String verb, String subresource) {
        return new Permission(verb, ref.group(), ref.resource(), subresource, ref.namespace());
    }

    private static Permission pods(Job job, String verb) {
        return new Permission(verb, "", "pods", "", job.getNamespace());
    }
}
