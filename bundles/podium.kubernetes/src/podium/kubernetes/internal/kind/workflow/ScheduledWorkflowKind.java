// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import java.util.List;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.kind.FixedKind;
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
    public Why why() {
        return new Why("a recurring run has no pods of its own.", "Place the Workflow that it created.");
    }
}
