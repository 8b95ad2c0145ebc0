// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.kind.NamedKind;
import podium.model.value.WorkKind.Trait;

/** A Deployment. */
public final class DeploymentKind extends NamedKind implements Replicated.Rolling {
    public DeploymentKind() {
        super(
                new KindName("apps", "v1", "deployments", "Deployment"),
                Trait.KEEPS_RUNNING,
                Trait.ADMITTED_BY_POD,
                Trait.EVICTED_SINGLY,
                Trait.REPLACES_PODS);
    }
}
