// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.core.retry.PodLossRule;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
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

    @Override
    public WorkloadShape shape(JsonTree object) {
        return WorkloadShape.plain(false, 1, object.at("spec", "template"));
    }

    @Override
    public Optional<PodLossRule> loss(JsonTree object) {
        return Optional.empty();
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return "";
    }
}
