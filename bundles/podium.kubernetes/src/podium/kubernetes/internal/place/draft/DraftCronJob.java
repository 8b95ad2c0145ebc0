// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Notes;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.Pins;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Patched;
import podium.kubernetes.internal.plan.Refusal;

/** A CronJob: its Jobs are made of its template, one a time; held, it makes none (batch/v1, spec.suspend). */
public final class DraftCronJob implements Draft.Kind {
    @Override
    public boolean is(ObjectRef ref) {
        return ref.group().equals("batch") && ref.kind().equals("CronJob");
    }

    private static Templates templates(Asked asked) {
        JsonNode job = asked.job().path("spec").path("jobTemplate").path("spec");
        int pods = job.path("parallelism").asInt(1);
        return Templates.in(
                asked.ref(), asked.job(), List.of(Template.at("job", "/spec/jobTemplate/spec/template/spec", pods)));
    }

    @Override
    public List<PodPart> parts(Asked asked) {
        return templates(asked).parts();
    }

    @Override
    public Draft.Made held(Asked asked) throws IOException {
        return DraftTemplates.suspended(asked, "/spec/suspend");
    }

    @Override
    public Draft.Made pinned(Asked asked) throws IOException, Refusal {
        Templates templates = templates(asked);
        Pin pin = Pins.templates(asked.request(), templates.podSpecs(), asked.objects());
        return new Draft.Made(
                Patched.of(asked.job(), templates.pin(pin).write().write()),
                "its Jobs pinned to " + pin.words(),
                Notes.of(asked.job(), templates.podSpecs()));
    }
}
