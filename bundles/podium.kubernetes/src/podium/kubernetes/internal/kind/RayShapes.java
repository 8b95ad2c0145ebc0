// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.json.WorkloadShape.Group;

/** What the cluster of a kind of Ray's asks for. */
final class RayShapes {
    private RayShapes() {}

    static WorkloadShape of(JsonTree cluster, boolean suspended) {
        List<Group> groups = new ArrayList<>();
        for (JsonTree group : cluster.at("workerGroupSpecs").elements()) {
            int pods = group.number("replicas", group.number("minReplicas", 0));
            groups.add(new Group(
                    WorkloadShape.times(pods, Math.max(1, group.number("numOfHosts", 1))), group.at("template")));
        }
        groups.add(new Group(1, cluster.at("headGroupSpec", "template")));
        return WorkloadShape.of(suspended, groups, OptionalInt.empty(), "");
    }
}
