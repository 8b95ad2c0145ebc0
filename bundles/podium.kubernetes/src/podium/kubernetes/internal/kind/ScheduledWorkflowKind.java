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

/** A recurring run of Kubeflow's pipelines. */
public final class ScheduledWorkflowKind implements FixedKind {
    private static final KindName NAME =
            new KindName("kubeflow.org", "v1beta1", "scheduledworkflows", "ScheduledWorkflow");
    private static final WorkKind WORK = new WorkKind(
            "scheduledworkflows",
            List.of(),
            "a recurring run has no pods of its own: place the Workflow that it created");

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

    @Override
    public Why why() {
        return new Why("a recurring run has no pods of its own.", "Place the Workflow that it created.");
    }
}
