// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import java.util.List;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.kind.TemplatedKind;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.model.value.WorkKind;

/** A pod that nothing owns. */
public final class PodKind implements TemplatedKind {
    private static final KindName NAME = new KindName("", "v1", "pods", "Pod");
    private static final WorkKind WORK = WorkKind.POD;

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
    public Templates templates(ResolvedRequest asked) {
        return Templates.in(asked.ref(), asked.job(), List.of(Template.at("pod", "/spec", 1)));
    }
}
