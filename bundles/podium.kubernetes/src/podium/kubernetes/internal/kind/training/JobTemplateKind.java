// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.training;

import java.util.List;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.kind.TemplatedKind;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Templates;
import podium.model.value.WorkKind;

/** What a JobFlow makes a Job of Volcano's of. */
public final class JobTemplateKind implements TemplatedKind {
    private static final KindName NAME = new KindName("flow.volcano.sh", "v1alpha1", "jobtemplates", "JobTemplate");
    private static final WorkKind WORK = new WorkKind("jobtemplates", List.of(), "");

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
        return Templates.in(asked.ref(), asked.job(), new VolcanoJobKind().list(asked.job()));
    }
}
