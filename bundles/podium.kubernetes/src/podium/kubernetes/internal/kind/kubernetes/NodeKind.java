// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import java.util.List;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.kind.WorkloadKind;
import podium.model.value.WorkKind;

/** A node: it runs static pods, of which the server has mirrors. */
public final class NodeKind implements WorkloadKind {
    private static final KindName NAME = new KindName("", "v1", "nodes", "Node");
    private static final WorkKind WORK = new WorkKind("nodes", List.of(WorkKind.Trait.REPLACES_PODS), "");

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public WorkKind work(String version) {
        return WORK;
    }

    @Override
    public boolean isMirrored() {
        return false;
    }
}
