// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.training;

import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.TemplatedKind;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Templates;

/** A JobTemplate of Volcano: what a JobFlow creates its Jobs from. */
public final class JobTemplateKind extends NamedKind implements TemplatedKind {
    public JobTemplateKind() {
        super(new KindName("flow.volcano.sh", "v1alpha1", "jobtemplates", "JobTemplate"));
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
