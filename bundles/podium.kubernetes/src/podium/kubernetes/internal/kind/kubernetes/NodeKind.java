// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.kind.NamedKind;
import podium.model.value.WorkKind.Trait;

/** A node: it runs static pods, of which the server has mirrors. */
public final class NodeKind extends NamedKind {
    public NodeKind() {
        super(new KindName("", "v1", "nodes", "Node"), Trait.REPLACES_PODS);
    }

    @Override
    public boolean isMirrored() {
        return false;
    }
}
