// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.WorkloadShape;

/** The resource requests of kinds that own other workloads, or pods of several templates. */
public final class OwnerKinds {
    private OwnerKinds() {}

    public static WorkloadShape shape(JsonTree object) {
        JsonTree spec = object.at("spec");
        return WorkloadShape.plain(spec.flag("suspend"), spec.number("parallelTrialCount", 0), JsonTree.none());
    }
}
