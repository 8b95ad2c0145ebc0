// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.training;

import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.FixedKind;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.OwnerKinds;
import podium.kubernetes.texts.Texts;

/** A JobFlow of Volcano: its pods come from its JobTemplates. */
public final class JobFlowKind extends NamedKind implements FixedKind {
    public JobFlowKind() {
        super(
                new KindName("flow.volcano.sh", "v1alpha1", "jobflows", "JobFlow"),
                Texts.of("JobFlowKind.itsJobsAreCreated"));
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        return OwnerKinds.shape(object);
    }

    @Override
    public Why why() {
        return new Why(
                Texts.of("JobFlowKind.andAJobThatIsDeleted", fixed()),
                Texts.of("JobFlowKind.setTheNodeselectorInTheJobtemplates"));
    }

    @Override
    public boolean isFixedBefore() {
        return true;
    }
}
