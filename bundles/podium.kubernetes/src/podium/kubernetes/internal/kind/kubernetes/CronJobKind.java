// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.Trees;
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

    /** A Job as a CronJob makes it (kubectl pkg/cmd/create/create_job.go), without its spec. */
    public static ObjectNode madeBy(ObjectRef cron, String uid, String name) {
        ObjectNode job = Trees.object().put("apiVersion", "batch/v1").put("kind", "Job");
        ObjectNode metadata = job.putObject("metadata").put("name", name).put("namespace", cron.namespace());
        metadata.putObject("annotations").put("cronjob.kubernetes.io/instantiate", "manual");
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", NAME.apiVersion())
                .put("kind", NAME.kind())
                .put("name", cron.name())
                .put("uid", uid)
                .put("controller", true);
        return job;
    }

    /** The Job of this name. */
    public static ObjectRef job(String namespace, String name) {
        return new ObjectRef("batch", "v1", "jobs", "Job", namespace, name);
    }

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
