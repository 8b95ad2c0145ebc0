// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.kind.FixedKind;
import podium.kubernetes.internal.kind.MakingKind;
import podium.kubernetes.internal.kind.TemplatedKind;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.model.value.WorkKind;

/** A CronJob: its Jobs are made of its template, one a time; held, it makes none (batch/v1, spec.suspend). */
public final class CronJobKind implements FixedKind, TemplatedKind, MakingKind {
    private static final KindName NAME = new KindName("batch", "v1", "cronjobs", "CronJob");
    private static final WorkKind WORK =
            new WorkKind("cronjobs", List.of(), "a CronJob has no pods of its own: place the Job that it created");

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
    public Why why() {
        return new Why("a CronJob has no pods of its own.", "Place the Job that it created.");
    }

    @Override
    public List<String> holdField() {
        return Suspension.SPEC;
    }

    @Override
    public String pinned() {
        return "its Jobs ";
    }

    @Override
    public Templates templates(ResolvedRequest asked) {
        JsonNode job = asked.job().path("spec").path("jobTemplate").path("spec");
        int pods = job.path("parallelism").asInt(1);
        return Templates.in(
                asked.ref(), asked.job(), List.of(Template.at("job", "/spec/jobTemplate/spec/template/spec", pods)));
    }
}
