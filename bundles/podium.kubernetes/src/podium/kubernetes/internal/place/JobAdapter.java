// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import podium.core.operation.Plan;
import podium.core.operation.Step;
import podium.kubernetes.internal.write.Trees;

/** A batch/v1 Job: a suspended one gets its pin and is resumed; one that runs is suspended first, which restarts its pods. */
final class JobAdapter implements Adapter {
    @Override
    public boolean accepts(Asked asked) {
        return asked.ref().group().equals("batch") && asked.ref().kind().equals("Job");
    }

    @Override
    public Plan plan(Asked asked) throws IOException, Refusal {
        JsonNode job = asked.job();
        check(asked);
        JsonNode podSpec = job.path("spec").path("template").path("spec");
        Pin pin = Pins.template(asked.asTemplate(), podSpec, asked.objects());
        TemplatePatch patch = new TemplatePatch(asked.ref(), job, pin);
        boolean suspended = job.path("spec").path("suspend").asBoolean();
        if (patch.isThere() && !suspended) {
            throw new Refusal(asked.ref().name() + " is pinned to " + pin.words() + " already.", "Nothing to do.");
        }
        boolean queued = Queued.isQueued(job);
        if (queued && !suspended) {
            throw Queued.admitted(asked.ref());
        }
        boolean reset = !asked.version().startedTemplatesMutable();
        SuspendCycle cycle = new SuspendCycle(asked.ref(), job, reset);
        List<Step> steps = new ArrayList<>();
        if (!suspended) {
            steps.addAll(cycle.suspend());
        } else if (reset && !Trees.text(job, "/status/startTime").isEmpty()) {
            steps.add(cycle.suspend().getLast());
        }
        steps.add(patch.write());
        if (!queued) {
            steps.add(cycle.resume());
            steps.addAll(Writes.run(asked.ref(), selector(job), parallelism(job), pin));
        }
        return asked.plan(
                (suspended ? "Place " : "Restart ") + asked.ref().name() + " on " + pin.words(),
                steps,
                effects(asked, pin, suspended, queued),
                suspended ? List.of() : List.of("What its pods computed since their last checkpoint is lost."),
                List.of(patch.change()),
                undo(cycle, patch, suspended, queued));
    }

    private static void check(Asked asked) throws Refusal {
        JsonNode job = asked.job();
        if (Objects.holds(job, "Complete") || Objects.holds(job, "Failed")) {
            throw new Refusal(asked.ref().name() + " has finished.", "Create it again to run it once more.");
        }
        String manager = Trees.text(job, "/spec/managedBy");
        if (!manager.isEmpty() && !manager.equals("kubernetes.io/job-controller")) {
            throw new Refusal(
                    asked.ref().name() + " is run by " + manager + ", not by the Job controller.",
                    "Place it where it is run.");
        }
        JsonNode owner = Objects.controller(job);
        if (!owner.isMissingNode()) {
            throw new Refusal(
                    asked.ref().name() + " belongs to " + owner.path("kind").asText() + " "
                            + owner.path("name").asText() + ", which would put its template back.",
                    "Place its owner instead.");
        }
    }

    private static List<String> effects(Asked asked, Pin pin, boolean suspended, boolean queued) {
        String name = asked.ref().name();
        int active = asked.job().path("status").path("active").asInt();
        List<String> effects = new ArrayList<>();
        if (queued) {
            effects.add(name + " is pinned to " + pin.words() + "; Kueue starts it there when its queue has room.");
        } else if (suspended) {
            effects.add(name + " is pinned to " + pin.words() + " and starts.");
        } else {
            effects.add("All " + active + " active pods of " + name
                    + " are stopped (grace period given) and restart on " + pin.words()
                    + " from the beginning or their last checkpoint. A running job cannot be moved.");
        }
        if (Gates.index(asked.job().path("spec").path("template")) >= 0) {
            effects.add("Its pods are still held by the gate " + Gates.OURS + " until each is placed.");
        }
        return effects;
    }

    private static List<Step> undo(SuspendCycle cycle, TemplatePatch patch, boolean suspended, boolean queued) {
        List<Step> undo = new ArrayList<>();
        if (!queued) {
            undo.addAll(cycle.suspend());
        }
        undo.add(patch.undo());
        if (!suspended) {
            undo.add(cycle.resume());
        }
        return undo;
    }

    private static int parallelism(JsonNode job) {
        int parallelism = job.path("spec").path("parallelism").asInt(1);
        int completions = job.path("spec").path("completions").asInt(parallelism);
        return Math.min(parallelism, completions);
    }

    /** The Job's own selector, which the server sets; empty when the Job has none yet. */
    static String selector(JsonNode owner) {
        return owner.path("spec").path("selector").path("matchLabels").properties().stream()
                .map(label -> label.getKey() + "=" + label.getValue().asText())
                .collect(Collectors.joining(","));
    }
}
