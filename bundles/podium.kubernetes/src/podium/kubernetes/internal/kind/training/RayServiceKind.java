// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.training;

import java.util.List;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.RollKind;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.RayTemplates;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;

/**
 * A RayService: a change of its cluster's templates makes a second RayCluster; traffic moves there when it is ready, then the old one
 * is deleted (kuberay ray-operator/apis/ray/v1/rayservice_types.go, RayServiceUpgradeType).
 */
public final class RayServiceKind extends NamedKind implements RollKind {
    public RayServiceKind() {
        super(new KindName("ray.io", "v1", "rayservices", "RayService"), Trait.REPLACES_PODS);
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        JsonTree cluster = object.at("spec", "rayClusterConfig");
        return RayShapes.of(cluster, cluster.flag("suspend"));
    }

    @Override
    public Templates templates(ResolvedRequest asked) {
        return Templates.in(asked.ref(), asked.job(), RayTemplates.of(asked.job(), "/spec/rayClusterConfig"));
    }

    /** Its pods are labelled with their RayCluster, whose name the operator makes up. */
    @Override
    public List<String> effects(ResolvedRequest asked, Templates templates, Pin pin) throws Refusal {
        String name = asked.ref().name();
        if ("None".equals(Trees.text(asked.job(), "/spec/upgradeStrategy/type"))) {
            throw new Refusal(
                    Texts.of("RayServiceKind.hasTheUpgradeStrategy", name),
                    Texts.of("RayServiceKind.setSpecUpgradestrategyType"));
        }
        return List.of(
                Texts.of("RayServiceKind.getsASecondRay", name, Counted.of(templates.pods(), "pod"), pin.words()),
                Texts.of("RayServiceKind.untilThenBothRun"));
    }
}
