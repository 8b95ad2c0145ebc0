// SPDX-License-Identifier: Apache-2.0
package podium.core.testkit;

import java.util.List;
import podium.core.api.ObjectRef;
import podium.model.value.ControllerRef;
import podium.model.value.WorkKind;
import podium.model.value.WorkKind.Trait;

/** What a mirror tells of the kinds that tests make up objects of. */
public final class TestKinds {
    private TestKinds() {}

    /** What it tells of one kind. */
    public static WorkKind of(String kind) {
        return switch (kind) {
            case "Pod" -> WorkKind.POD;
            case "Job" -> kind("jobs", "", Trait.ENDS, Trait.SUSPENDS, Trait.COUNTS_LOSSES, Trait.LOOSE);
            case "JobSet" -> kind("jobsets", "", Trait.ENDS, Trait.SUSPENDS);
            case "PyTorchJob" -> kind("pytorchjobs", "", Trait.ENDS, Trait.SUSPENDS);
            case "RayCluster" -> kind("rayclusters", "", Trait.SUSPENDS);
            case "Workflow" -> kind("workflows", "", Trait.ENDS);
            case "Deployment" ->
                kind(
                        "deployments",
                        "",
                        Trait.KEEPS_RUNNING,
                        Trait.ADMITTED_BY_POD,
                        Trait.EVICTED_SINGLY,
                        Trait.REPLACES_PODS);
            case "StatefulSet" ->
                kind(
                        "statefulsets",
                        "",
                        Trait.KEEPS_RUNNING,
                        Trait.ADMITTED_BY_POD,
                        Trait.EVICTED_SINGLY,
                        Trait.REPLACES_PODS,
                        Trait.RANKED_BY_NAME);
            case "ReplicaSet" ->
                kind(
                        "replicasets",
                        "a template change does not replace the pods of a bare ReplicaSet",
                        Trait.KEEPS_RUNNING,
                        Trait.ADMITTED_BY_POD,
                        Trait.EVICTED_SINGLY,
                        Trait.REPLACES_PODS,
                        Trait.UNRANKED);
            case "DaemonSet" ->
                kind(
                        "daemonsets",
                        "a DaemonSet runs one pod on every node by definition",
                        Trait.KEEPS_RUNNING,
                        Trait.REPLACES_PODS,
                        Trait.EVERY_NODE);
            case "LeaderWorkerSet" -> kind("leaderworkersets", "", Trait.KEEPS_RUNNING, Trait.ADMITTED_BY_POD);
            case "CronJob" -> kind("cronjobs", "", Trait.SUSPENDS, Trait.MAKES_JOBS);
            case "Node" -> kind("nodes", "", Trait.REPLACES_PODS);
            case "PodGroup" ->
                kind(
                        "podgroups",
                        "its pods have no template: place them one by one while they are held",
                        Trait.EVICTED_SINGLY);
            default -> WorkKind.UNKNOWN;
        };
    }

    /** A Job of batch/v1, by name. */
    public static ObjectRef job(String namespace, String name) {
        return new ObjectRef("batch", "v1", "jobs", "Job", namespace, name);
    }

    /** What controls a pod, with what is told of its kind. */
    public static ControllerRef controller(String apiVersion, String kind, String name, String uid) {
        return new ControllerRef(apiVersion, kind, name, uid, of(kind));
    }

    private static WorkKind kind(String resource, String fixed, Trait... traits) {
        return new WorkKind(resource, List.of(traits), fixed);
    }
}
