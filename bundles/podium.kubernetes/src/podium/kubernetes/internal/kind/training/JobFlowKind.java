// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.training;

import java.util.List;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.FixedKind;
import podium.kubernetes.internal.kind.OwnerKinds;
import podium.model.value.WorkKind;

/** A JobFlow of Volcano's: its pods come of its JobTemplates. */
public final class JobFlowKind implements FixedKind {
    private static final KindName NAME = new KindName("flow.volcano.sh", "v1alpha1", "jobflows", "JobFlow");
    private static final WorkKind WORK =
            new WorkKind("jobflows", List.of(), "its jobs are made of JobTemplates, each when it is its turn");

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public WorkKind work(String version) {
        return WORK;
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        return OwnerKinds.shape(object);
    }

    @Override
    public Why why() {
        return new Why(
                WORK.fixed() + ", and a job that is deleted is recreated from there.",
                "Set the nodeSelector in the JobTemplates' tasks.");
    }

    @Override
    public boolean isFixedBefore() {
        return true;
    }
}
