// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.draft;

import java.util.List;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.place.adapter.NotPlaceable;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;

/** Kinds that make pods but are neither held nor pinned, each with the words of {@link NotPlaceable}. */
public final class DraftFixed implements Draft.Kind {
    private static final Set<String> KINDS = Set.of("apps/DaemonSet", "flow.volcano.sh/JobFlow");

    @Override
    public boolean is(ObjectRef ref) {
        return KINDS.contains(ref.group() + "/" + ref.kind());
    }

    /** A DaemonSet's pod, once; a JobFlow's pods come of its JobTemplates. */
    @Override
    public List<PodPart> parts(Asked asked) {
        return !asked.ref().kind().equals("DaemonSet")
                ? List.of()
                : Templates.in(asked.ref(), asked.job(), List.of(Template.at("on each node", "/spec/template/spec", 1)))
                        .parts();
    }

    @Override
    public Draft.Made held(Asked asked) throws Refusal {
        throw NotPlaceable.refusal(asked.ref(), "held");
    }

    @Override
    public Draft.Made pinned(Asked asked) throws Refusal {
        throw NotPlaceable.refusal(asked.ref(), "placed");
    }
}
