// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import java.util.List;
import podium.kubernetes.internal.json.KindName;
import podium.model.value.WorkKind;

/** A Deployment. */
public final class DeploymentKind implements Replicated.Rolling {
    private static final KindName NAME = new KindName("apps", "v1", "deployments", "Deployment");
    private static final WorkKind WORK = new WorkKind(
            "deployments",
            List.of(
                    WorkKind.Trait.KEEPS_RUNNING,
                    WorkKind.Trait.ADMITTED_BY_POD,
                    WorkKind.Trait.EVICTED_SINGLY,
                    WorkKind.Trait.REPLACES_PODS),
            "");

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public WorkKind work(String version) {
        return WORK;
    }
}
