// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import java.util.Optional;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.core.retry.UncountedLossRule;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.MakingKind;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.OwnerKinds;
import podium.kubernetes.texts.Texts;

/**
 * A trial of Katib's: it makes its job once and does not put it back (katib pkg/controller.v1beta1/trial/trial_controller.go,
 * reconcileJob).
 */
public final class TrialKind extends NamedKind implements MakingKind {
    public TrialKind() {
        super(new KindName("kubeflow.org", "v1beta1", "trials", "Trial"));
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        return OwnerKinds.shape(object);
    }

    @Override
    public Optional<PodLossRule> loss(JsonTree object) {
        return Optional.of(new UncountedLossRule(PodLossOutcome.ENDS, Texts.of("TrialKind.aTrialFailsWithItsJob")));
    }
}
