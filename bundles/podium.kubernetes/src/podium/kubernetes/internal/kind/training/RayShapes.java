// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.training;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.json.WorkloadShape.Group;

/** The resource requests of the Ray cluster that a kind of KubeRay creates. */
final class RayShapes {
    /** On each pod the group it is of (kuberay ray-operator/controllers/ray/utils/constant.go, RayNodeGroupLabelKey). */
    private static final String GROUP = "ray.io/group";

    private RayShapes() {}

    /** Counted as the operator counts them (kuberay ray-operator/controllers/ray/utils/util.go, GetWorkerGroupDesiredReplicas). */
    static WorkloadShape of(JsonTree cluster, boolean suspended) {
        List<Group> groups = new ArrayList<>();
        for (JsonTree group : cluster.at("workerGroupSpecs").elements()) {
            groups.add(Group.marked(group.text("groupName"), pods(group), group.at("template"), GROUP));
        }
        JsonTree head = cluster.at("headGroupSpec", "template");
        if (cluster.exists()) {
            groups.add(Group.marked("headgroup", 1, head, GROUP));
        }
        return WorkloadShape.of(suspended, groups, OptionalInt.empty(), "");
    }

    private static int pods(JsonTree group) {
        if (group.flag("suspend")) {
            return 0;
        }
        int least = Math.max(0, group.number("minReplicas", 0));
        int most = Math.max(least, group.number("maxReplicas", Integer.MAX_VALUE));
        int replicas = Math.clamp(group.number("replicas", least), least, most);
        return WorkloadShape.times(replicas, Math.max(1, group.number("numOfHosts", 1)));
    }
}
