// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Finished;
import podium.kubernetes.internal.place.pin.Managed;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;

/**
 * A JobSet: nodeSelector of every replicated job's template while suspended. Its affinity is not mutable, so none is set
 * (jobset pkg/webhooks/jobset_webhook.go, ValidateUpdate).
 */
public final class JobSetKind implements CycleKind {
    private static final String EXCLUSIVE = "alpha.jobset.sigs.k8s.io/exclusive-topology";

    private static final String LABEL = "jobset.sigs.k8s.io/jobset-name";

    @Override
    public boolean is(ObjectRef ref) {
        return ref.kind().equals("JobSet");
    }

    @Override
    public Suspension suspension(Asked asked) {
        return Suspension.condition("Suspended");
    }

    @Override
    public Templates templates(Asked asked) throws Refusal {
        List<Template> templates = templates(asked.job());
        if (templates.isEmpty()) {
            throw Finished.refusal(asked);
        }
        return Templates.in(asked.ref(), asked.job(), templates);
    }

    private static List<Template> templates(JsonNode set) {
        JsonNode jobs = set.path("spec").path("replicatedJobs");
        List<Template> templates = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            JsonNode job = jobs.path(i);
            String at = "/spec/replicatedJobs/" + i;
            int parallelism =
                    job.path("template").path("spec").path("parallelism").asInt(1);
            templates.add(new Template(
                    job.path("name").asText(),
                    at + "/template/spec/template/spec",
                    job.path("replicas").asInt(1) * parallelism,
                    at + "/name"));
        }
        return templates;
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return LABEL + "=" + ref.name();
    }

    @Override
    public void check(Asked asked) throws Refusal {
        Finished.check(asked, "Completed", "Failed");
        Managed.check(asked, "jobset.sigs.k8s.io/jobset-controller", "the JobSet controller");
    }

    /**
     * Its Jobs, whether they are there yet or not: their node selectors and gates are merged with those of the template (jobset
     * pkg/controllers/jobset_controller.go, resumeJob); named as pkg/util/placement/placement.go names them.
     */
    @Override
    public List<ObjectRef> remnants(Asked asked) {
        List<ObjectRef> jobs = new ArrayList<>();
        for (JsonNode job : asked.job().path("spec").path("replicatedJobs")) {
            for (int i = 0; i < job.path("replicas").asInt(1); i++) {
                jobs.add(ObjectRef.job(
                        asked.ref().namespace(),
                        asked.ref().name() + "-" + job.path("name").asText() + "-" + i));
            }
        }
        return jobs;
    }

    /** With exclusive placement each of its jobs has a domain for itself, so all of them in one would wait for ever. */
    @Override
    public List<String> effects(Asked asked, Pin pin) throws Refusal {
        String key =
                asked.job().path("metadata").path("annotations").path(EXCLUSIVE).asText();
        int jobs = 0;
        for (JsonNode job : asked.job().path("spec").path("replicatedJobs")) {
            jobs += job.path("replicas").asInt(1);
        }
        if (!key.isEmpty() && jobs > 1 && (!pin.node().isEmpty() || pin.key().equals(key))) {
            throw new Refusal(
                    "Each of the " + jobs + " jobs of " + asked.ref().name() + " wants a " + key + " of its own ("
                            + EXCLUSIVE + "): on " + pin.words() + " only one would run.",
                    "Choose a domain that holds " + jobs + " of them, or take the annotation away.");
        }
        return List.of();
    }
}
