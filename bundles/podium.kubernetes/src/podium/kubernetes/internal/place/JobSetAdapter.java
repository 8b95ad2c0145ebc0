// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.operation.ObjectChange;
import podium.core.operation.Plan;
import podium.core.operation.Step;
import podium.core.port.ApiWrite;
import podium.kubernetes.internal.write.Trees;

/** A JobSet: nodeSelector of every replicated job's template while suspended. Its affinity is not mutable, so none is set. */
final class JobSetAdapter implements Adapter {
    private static final String NAME_LABEL = "jobset.sigs.k8s.io/jobset-name=";

    @Override
    public boolean accepts(Asked asked) {
        return asked.ref().kind().equals("JobSet");
    }

    @Override
    public Plan plan(Asked asked) throws IOException, Refusal {
        JsonNode set = asked.job();
        JsonNode jobs = set.path("spec").path("replicatedJobs");
        if (Objects.holds(set, "Completed") || Objects.holds(set, "Failed") || jobs.isEmpty()) {
            throw new Refusal(asked.ref().name() + " has finished.", "Create it again to run it once more.");
        }
        Pin pin = Pins.template(asked.asTemplate(), podSpec(jobs.path(0)), asked.objects());
        boolean suspended = set.path("spec").path("suspend").asBoolean();
        boolean queued = Queued.isQueued(set);
        if (queued && !suspended) {
            throw Queued.admitted(asked.ref());
        }
        SuspendCycle cycle = new SuspendCycle(asked.ref(), set, false);
        ApiWrite forward = patch(asked, jobs, pin, true);
        ApiWrite back = patch(asked, jobs, pin, false);
        List<Step> steps = new ArrayList<>(suspended ? List.of() : cycle.suspend());
        steps.add(new Step.Write(forward, Optional.of(back)));
        List<Step> undo = new ArrayList<>(queued ? List.of() : cycle.suspend());
        undo.add(new Step.Write(back, Optional.of(forward)));
        if (!queued) {
            steps.add(cycle.resume());
            steps.addAll(Writes.run(asked.ref(), NAME_LABEL + asked.ref().name(), pods(jobs), pin));
        }
        if (!suspended) {
            undo.add(cycle.resume());
        }
        return asked.plan(
                (suspended ? "Place " : "Restart ") + asked.ref().name() + " on " + pin.words(),
                steps,
                List.of(
                        suspended
                                ? asked.ref().name() + " is pinned to " + pin.words()
                                        + (queued ? "; Kueue starts it when its queue has room." : " and starts.")
                                : "All jobs of " + asked.ref().name() + " are stopped and restart on " + pin.words()
                                        + "."),
                suspended ? List.of() : List.of("What its pods computed since their last checkpoint is lost."),
                List.of(change(asked, jobs, pin)),
                undo);
    }

    private static JsonNode podSpec(JsonNode replicatedJob) {
        return replicatedJob.path("template").path("spec").path("template").path("spec");
    }

    private static int pods(JsonNode jobs) {
        int count = 0;
        for (JsonNode job : jobs) {
            int parallelism =
                    job.path("template").path("spec").path("parallelism").asInt(1);
            count += job.path("replicas").asInt(1) * parallelism;
        }
        return count;
    }

    private static ApiWrite patch(Asked asked, JsonNode jobs, Pin pin, boolean forward) {
        ArrayNode patch = Trees.array();
        for (int i = 0; i < jobs.size(); i++) {
            String at = "/spec/replicatedJobs/" + i;
            GatedPods.operation(patch, "test", at + "/name")
                    .put("value", jobs.path(i).path("name").asText());
            String selector = at + "/template/spec/template/spec/nodeSelector";
            String entry = selector + "/" + GatedPods.escape(pin.key());
            JsonNode present = podSpec(jobs.path(i)).path("nodeSelector");
            String before = present.path(pin.key()).asText();
            if (forward && present.isEmpty()) {
                GatedPods.operation(patch, "add", selector)
                        .set("value", Trees.object().put(pin.key(), pin.value()));
            } else if (forward) {
                GatedPods.operation(patch, "add", entry).put("value", pin.value());
            } else {
                GatedPods.operation(patch, "test", entry).put("value", pin.value());
                if (before.isEmpty()) {
                    GatedPods.operation(patch, "remove", entry);
                } else {
                    GatedPods.operation(patch, "replace", entry).put("value", before);
                }
            }
        }
        return Writes.patch(
                asked.ref(),
                Objects.uid(asked.job()),
                patch,
                forward
                        ? "Pin the templates of " + asked.ref().name() + " to " + pin.words()
                        : "Take the pin out of the templates of " + asked.ref().name());
    }

    private static ObjectChange change(Asked asked, JsonNode jobs, Pin pin) {
        ObjectNode before = Trees.object();
        ObjectNode after = Trees.object();
        jobs.forEach(job -> {
            JsonNode selector = podSpec(job).path("nodeSelector");
            String name = job.path("name").asText();
            before.set(name, selector.isObject() ? selector.deepCopy() : Trees.object());
            ObjectNode pinned = selector.isObject() ? selector.deepCopy() : Trees.object();
            after.set(name, pinned.put(pin.key(), pin.value()));
        });
        return new ObjectChange(
                Objects.name(asked.ref()) + ", nodeSelector of each replicated job", Yaml.of(before), Yaml.of(after));
    }
}
