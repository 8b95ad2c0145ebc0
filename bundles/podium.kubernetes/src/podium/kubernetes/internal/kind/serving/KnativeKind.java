// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.serving;

import java.util.List;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.OwnerKinds;
import podium.kubernetes.internal.kind.TemplatedKind;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.model.value.WorkKind.Trait;

/** The kinds of Knative by which a service comes to its pods. */
public final class KnativeKind extends NamedKind implements TemplatedKind {
    private static final String GROUP = "serving.knative.dev";

    private KnativeKind(String resource, String kind, Trait... traits) {
        super(new KindName(GROUP, "v1", resource, kind), traits);
    }

    public static KnativeKind service() {
        return new KnativeKind("services", "Service");
    }

    public static KnativeKind configuration() {
        return new KnativeKind("configurations", "Configuration");
    }

    public static KnativeKind revision() {
        return new KnativeKind("revisions", "Revision", Trait.REPLACES_PODS);
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        return OwnerKinds.shape(object);
    }

    @Override
    public Templates templates(ResolvedRequest asked) {
        int replicas = asked.job().path("spec").path("replicas").asInt(1);
        return Templates.in(asked.ref(), asked.job(), List.of(Template.at("pods", "/spec/template/spec", replicas)));
    }
}
