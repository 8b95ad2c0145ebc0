// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.FixedKind;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.PrioritizedKind;
import podium.kubernetes.internal.kind.TemplatedKind;
import podium.kubernetes.internal.kind.WorkloadKind;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;

/** A DaemonSet: one pod on every node. */
public final class DaemonSetKind extends NamedKind implements FixedKind, TemplatedKind, PrioritizedKind {
    public DaemonSetKind() {
        super(
                new KindName("apps", "v1", "daemonsets", "DaemonSet"),
                Texts.of("DaemonSetKind.aDaemonsetRunsOnePod"),
                Trait.KEEPS_RUNNING,
                Trait.REPLACES_PODS,
                Trait.EVERY_NODE);
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        return WorkloadShape.plain(
                false, object.at("status").number("desiredNumberScheduled", 0), object.at("spec", "template"));
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return WorkloadKind.matchLabels(owner);
    }

    @Override
    public Why why() {
        return new Why(fixed() + ".", Texts.of("DaemonSetKind.changeItsNodeselectorInstead"));
    }

    @Override
    public boolean isFixedBefore() {
        return true;
    }

    @Override
    public Templates templates(ResolvedRequest asked) {
        return Templates.in(asked.ref(), asked.job(), List.of(Template.at("on each node", "/spec/template/spec", 1)));
    }

    @Override
    public List<String> priorityField() {
        return Replicated.PRIORITY;
    }
}
