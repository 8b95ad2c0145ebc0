// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.PrioritizedKind;
import podium.kubernetes.internal.kind.RollKind;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Another priority class. A pod's priority never changes; what can be changed is Kueue's label, and the template of a kind
 * that replaces its pods.
 */
final class PriorityChange {
    private static final List<String> LABEL = List.of("metadata", "labels", KueueNames.PRIORITY);
    private static final List<String> TEMPLATE = List.of("spec", "template", "spec", "priorityClassName");

    private PriorityChange() {}

    static Plan plan(JobTarget job, String to) throws IOException, Refusal {
        List<String> path = path(job);
        String now = now(job);
        if (now.equals(to)) {
            throw new Refusal(
                    Texts.of("PriorityChange.hasThisPriorityAlready", job.name()),
                    Texts.of("PriorityChange.nothingToDo"));
        } else if (!to.isEmpty() && !names(job).contains(to)) {
            throw new Refusal(
                    Texts.of("PriorityChange.thereIsNo", kind(job), to),
                    Texts.of("PriorityChange.thereAre", String.join(", ", names(job))));
        }
        Step.Write write = new Step.Write(
                job.merge(JobTarget.tree(path, value(to)), words(job, to)),
                Optional.of(job.merge(JobTarget.tree(path, value(now)), words(job, now))));
        if (path == LABEL) {
            return queued(job, to, now, write);
        }
        List<String> effects = new ArrayList<>(List.of(Texts.of("PriorityChange.itsPodsAreReplaced")));
        PodPreemption.effect(job, to, job.object().at("/spec/template/spec")).ifPresent(effects::add);
        return rolled(job, to, now, write, effects);
    }

    /** A rollout, which is over when no pod has the priority of before. */
    private static Plan rolled(JobTarget job, String to, String now, Step.Write write, List<String> effects) {
        boolean stays = job.object().at("/spec/updateStrategy/type").asText().equals("OnDelete");
        int kept = job.as(RollKind.class).map(kind -> kind.kept(job.object())).orElse(0);
        int pods = Math.max(1, job.object().at("/spec/replicas").asInt(1));
        if (stays || kept >= pods) {
            effects.set(0, Texts.of("PriorityChange.itsPodsGetTheNew"));
            return job.plan("priority", words(job, to), write, List.of(), effects, List.of());
        }
        List<Step> steps = new ArrayList<>(List.of(write));
        List<Step> undo = new ArrayList<>(List.of(write.inverse().orElseThrow()));
        steps.addAll(revision(job, to, now, kept));
        undo.addAll(revision(job, now, to, 0));
        return new Plan(job.cluster(), "priority", words(job, to), steps, effects, List.of(), List.of(), undo);
    }

    /** Of pods without a class the server fills in its default, so that only a class that is named tells them. */
    private static List<Step> revision(JobTarget job, String to, String now, int kept) {
        return OwnedPods.rolled(
                job.ref(),
                job.kinds().podSelector(job.ref(), job.object()),
                "/spec/priorityClassName",
                to.isEmpty() ? now : to,
                !to.isEmpty(),
                to.isEmpty() ? 0 : kept);
    }

    /**
     * Of what Kueue queues. Its webhooks take another class only of what waits, and never none in the place of one
     * (jobframework/validation.go, validateJobUpdateForWorkloadPriorityClassName). Of what was evicted Kueue does not read the label
     * again, so its Workload gets the class too.
     */
    private static Plan queued(JobTarget job, String to, String now, Step.Write label) throws IOException, Refusal {
        if (!SuspendField.waits(job)) {
            Optional<String> emptied = SuspendField.emptied(job);
            throw new Refusal(
                    emptied.isPresent()
                            ? Texts.of(
                                    "PriorityChange.hasPodsKueueAccepts",
                                    job.name(),
                                    job.ref().kind())
                            : Texts.of("PriorityChange.isRunningKueueAccepts", job.name()),
                    emptied.orElse(
                            job.ref().isPod()
                                    ? Texts.of("PriorityChange.submitItAgainWithTheOther")
                                    : Texts.of("PriorityChange.requeueItAndChange")));
        } else if (to.isEmpty()) {
            throw new Refusal(
                    Texts.of("PriorityChange.kueueDoesNotLet"), Texts.of("PriorityChange.chooseAClassWithTheValue"));
        }
        List<Step> steps = new ArrayList<>(List.of(label));
        List<Step> undo = new ArrayList<>();
        Optional<KueueFields.Workload> workload = KueueFields.workload(job);
        if (workload.isPresent() && ObjectReads.holds(workload.get().its().object(), "QuotaReserved")) {
            throw new Refusal(
                    Texts.of("PriorityChange.kueueHasReservedQuota", job.name()),
                    Texts.of("PriorityChange.waitUntilItRuns"));
        }
        if (workload.isPresent()) {
            Step.Write its = workload.get().priority(job.name(), to, Preemption.value(job, to));
            steps.add(its);
            steps.add(workload.get()
                    .has(
                            workload.get().priorityField(),
                            to,
                            Texts.of("PriorityChange.waitUntilTheWorkload", job.name(), to)));
            undo.addAll(List.of(label.inverse().orElseThrow(), its.inverse().orElseThrow()));
        }
        List<String> lost = new ArrayList<>(Preemption.lost(job, to));
        if (now.isEmpty()) {
            lost.add(Texts.of("PriorityChange.kueueDoesNotLet"));
        }
        return new Plan(
                job.cluster(),
                "priority",
                words(job, to),
                steps,
                List.of(Texts.of("PriorityChange.kueueOrdersWaitingJobs")),
                lost,
                List.of(),
                now.isEmpty() ? List.of() : undo);
    }

    /** The classes that hold for this job, sorted. */
    static List<String> names(JobTarget job) throws IOException {
        return KueueFields.has(job)
                ? KueueFields.names(job, "workloadpriorityclasses", "WorkloadPriorityClass", "")
                : job
                        .list(new ObjectRef("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", "", ""), "")
                        .stream()
                        .map(one -> Trees.text(one, "/metadata/name"))
                        .filter(name -> !name.startsWith("system-"))
                        .sorted()
                        .toList();
    }

    /** The class it has now; empty: none is named. */
    static String now(JobTarget job) {
        return KueueFields.has(job)
                ? job.label(KueueNames.PRIORITY)
                : Trees.text(
                        job.object(), job.ref().isPod() ? "/spec/priorityClassName" : "/" + String.join("/", TEMPLATE));
    }

    private static List<String> path(JobTarget job) throws Refusal {
        if (KueueFields.has(job)) {
            return LABEL;
        }
        return job.as(PrioritizedKind.class)
                .map(PrioritizedKind::priorityField)
                .orElseThrow(() -> new Refusal(
                        Texts.of("PriorityChange.thePriorityOfAAndOfItsPods", job.noun()),
                        SuspendField.of(job).isPresent()
                                ? Texts.of("PriorityChange.submitAgainOrQueue")
                                : Texts.of("PriorityChange.submitAgain")));
    }

    private static String kind(JobTarget job) {
        return KueueFields.has(job) ? "WorkloadPriorityClass" : "PriorityClass";
    }

    private static JsonNode value(String name) {
        return name.isEmpty() ? NullNode.getInstance() : TextNode.valueOf(name);
    }

    private static String words(JobTarget job, String to) {
        return to.isEmpty()
                ? Texts.of("PriorityChange.giveTheDefaultPriority", job.name())
                : Texts.of("PriorityChange.givePriority", job.name(), to);
    }
}
