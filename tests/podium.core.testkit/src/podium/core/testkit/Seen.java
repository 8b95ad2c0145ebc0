// SPDX-License-Identifier: Apache-2.0
package podium.core.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import podium.core.change.Change;
import podium.core.change.DeviceReport;
import podium.model.fleet.Health;
import podium.model.fleet.Readiness;
import podium.model.fleet.TaskPhase;
import podium.model.value.Conditions;
import podium.model.value.ControllerRef;
import podium.model.value.DeviceIds;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.Taints;
import podium.model.value.TaskGroup;
import podium.model.value.TaskSpec;

/** Changes for tests, with everything left out that a test does not speak of. */
public final class Seen {
    private Seen() {}

    public static Change.NodeSeen node(String name, Labels labels, Resources resources) {
        return node(name, "uid-" + name, labels, Taints.none(), resources, false);
    }

    /** The same node with fewer of its resources allocatable. */
    public static Change.NodeSeen withAllocatable(Change.NodeSeen node, Resources allocatable) {
        return new Change.NodeSeen(
                node.name(),
                node.uid(),
                node.resourceVersion(),
                node.labels(),
                node.taints(),
                node.capacity(),
                allocatable,
                node.unschedulable(),
                node.readiness(),
                node.conditions(),
                node.created(),
                node.kubeletVersion(),
                node.address());
    }

    public static Change.NodeSeen gpuNode(String name, int gpus, String... labels) {
        return node(name, Labels.of(labels), gpus(gpus, 64_000, 1000));
    }

    public static Change.NodeSeen node(
            String name, String uid, Labels labels, Taints taints, Resources resources, boolean cordoned) {
        return new Change.NodeSeen(
                name,
                uid,
                "1",
                labels,
                taints,
                resources,
                resources,
                cordoned,
                Readiness.READY,
                Conditions.none(),
                null,
                "v1.33.0",
                "10.0.0.1");
    }

    /** GPUs, millicores, bytes; 110 pods. */
    public static Resources gpus(int gpus, int cpu, long memory) {
        return gpus == 0
                ? Resources.of(Map.of("cpu", (long) cpu, "memory", memory, "pods", 110L))
                : Resources.of(
                        Map.of("nvidia.com/gpu", (long) gpus, "cpu", (long) cpu, "memory", memory, "pods", 110L));
    }

    public static TaskSpec asks(int gpus) {
        return TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", (long) gpus)));
    }

    /** The same, of a pod that names a gang. */
    public static TaskSpec asks(int gpus, String gang) {
        return SpecBuilder.like(asks(gpus)).podGroup(gang).build();
    }

    public static Change.GangSeen gang(String name, Optional<ControllerRef> owner, int minimum, String reason) {
        return new Change.GangSeen(
                "scheduling.example/v1",
                "PodGroup",
                "team",
                name,
                "uid-" + name,
                owner,
                OptionalInt.of(minimum),
                "gold",
                "",
                OptionalInt.empty(),
                reason,
                TestKinds.of("PodGroup"),
                "");
    }

    public static ControllerRef owner(String kind, String name) {
        return TestKinds.controller("apps/v1", kind, name, "uid-" + name);
    }

    public static Change.PodSeen pod(String name, TaskPhase phase, String node, TaskSpec spec) {
        return pod(name, phase, node, spec, Optional.empty(), DeviceIds.none());
    }

    public static Change.PodSeen pod(String name, TaskPhase phase, String node, TaskSpec spec, ControllerRef owner) {
        return pod(name, phase, node, spec, Optional.of(owner), DeviceIds.none());
    }

    public static Change.PodSeen pod(
            String name,
            TaskPhase phase,
            String node,
            TaskSpec spec,
            Optional<ControllerRef> owner,
            DeviceIds deviceIds) {
        return new Change.PodSeen(
                "team",
                name,
                "uid-" + name,
                Labels.of("app", name),
                phase,
                "",
                "",
                owner,
                node,
                spec,
                phase == TaskPhase.RUNNING,
                false,
                0,
                null,
                null,
                null,
                deviceIds,
                OptionalInt.empty(),
                null,
                null,
                null);
    }

    public static Change.PodSeen saying(Change.PodSeen pod, String reason, String message) {
        return PodBuilder.like(pod).saying(reason, message).build();
    }

    public static Change.WorkloadSeen workload(String kind, String name, int wanted) {
        return workload(kind, name, wanted, Optional.empty(), false, OptionalInt.empty(), Conditions.none(), "");
    }

    public static Change.WorkloadSeen workload(String kind, String name, int wanted, ControllerRef owner) {
        return workload(kind, name, wanted, Optional.of(owner), false, OptionalInt.empty(), Conditions.none(), "");
    }

    public static Change.WorkloadSeen workload(
            String kind,
            String name,
            int wanted,
            Optional<ControllerRef> owner,
            boolean suspended,
            OptionalInt minimum,
            Conditions conditions,
            String queue) {
        return new Change.WorkloadSeen(
                "apps/v1",
                kind,
                "team",
                name,
                "uid-" + name,
                Labels.none(),
                owner,
                suspended,
                wanted,
                minimum,
                Optional.empty(),
                queue,
                "",
                "",
                conditions,
                Labels.none(),
                null,
                null,
                null,
                TestKinds.of(kind),
                List.of(),
                Optional.empty(),
                0);
    }

    /** A Job of the namespace "team" whose template is known. */
    public static Change.WorkloadSeen job(String name, boolean suspended, int wanted, TaskSpec template, String queue) {
        return new Change.WorkloadSeen(
                "batch/v1",
                "Job",
                "team",
                name,
                "uid-" + name,
                Labels.none(),
                Optional.empty(),
                suspended,
                wanted,
                OptionalInt.empty(),
                Optional.of(template),
                queue,
                "",
                "",
                Conditions.none(),
                Labels.none(),
                null,
                null,
                null,
                TestKinds.of("Job"),
                List.of(),
                Optional.empty(),
                0);
    }

    /** A RayCluster of the namespace "team" of unlike groups, the last of which speaks for it. */
    public static Change.WorkloadSeen grouped(String name, boolean suspended, TaskGroup... groups) {
        return new Change.WorkloadSeen(
                "ray.io/v1",
                "RayCluster",
                "team",
                name,
                "uid-" + name,
                Labels.none(),
                Optional.empty(),
                suspended,
                List.of(groups).stream().mapToInt(TaskGroup::tasks).sum(),
                OptionalInt.empty(),
                Optional.of(groups[groups.length - 1].spec()),
                "",
                "",
                "",
                Conditions.none(),
                Labels.none(),
                null,
                null,
                null,
                TestKinds.of("RayCluster"),
                List.of(groups),
                Optional.empty(),
                0);
    }

    public static DeviceReport device(int index, String uuid, Health health) {
        return new DeviceReport(index, uuid, "", OptionalLong.empty(), "", OptionalInt.empty(), health, "");
    }

    public static Change.Gone gone(String kind, String name) {
        return new Change.Gone(kind, "team", name, "uid-" + name);
    }

    public static Change.DevicesSeen devices(String node, String source, DeviceReport... devices) {
        return new Change.DevicesSeen(node, source, List.of(devices));
    }
}
