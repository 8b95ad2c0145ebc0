// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.retry.PodLossEffect;
import podium.core.retry.PodLossOutcome;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.OwnedPodLosses;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.TriggeredKind;
import podium.kubernetes.internal.kind.WorkloadKind;
import podium.kubernetes.internal.kind.kubernetes.GangKind;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.object.ObjectAction;
import podium.operation.plan.Deletion;
import podium.operation.plan.Expectation;
import podium.operation.plan.LostWork;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Deleting a job and its pods. The object goes last (foreground), so that what is gone holds nothing any more. It can be
 * submitted again from what it was, which is a start from the beginning.
 */
final class JobDeletion {
    private static final Duration GONE = Duration.ofMinutes(30);

    private JobDeletion() {}

    static Plan plan(JobTarget job, Optional<Duration> grace) throws IOException, Refusal {
        boolean pod = job.ref().isPod();
        if (job.as(GangKind.class).filter(kind -> !kind.isOfKueue()).isPresent()) {
            throw new Refusal(
                    Texts.of(
                            "JobDeletion.thePodsOfAreNotOwned",
                            job.name(),
                            job.ref().kind()),
                    Texts.of("JobDeletion.deleteThePods"));
        }
        List<Step> steps = new ArrayList<>();
        Optional<ApiWrite> again = ResubmittedObject.of(job);
        steps.add(Deletion.of(
                delete(
                        job.ref(),
                        job.uid(),
                        pod ? grace : Optional.empty(),
                        Texts.of("JobDeletion.delete", job.name())),
                again,
                Trees.write(job.object())));
        List<JsonNode> pods = pods(job);
        if (grace.isPresent() && !pod) {
            if (pods.isEmpty() && ofJob(job).isEmpty()) {
                throw new Refusal(
                        Texts.of("JobDeletion.thePodsOfCannot", job.name()),
                        Texts.of("JobDeletion.deleteItWithTheGrace"));
            }
            pods.forEach(one -> {
                String name = Trees.text(one, "/metadata/name");
                ObjectRef ref = ObjectRef.pod(job.ref().namespace(), name);
                steps.add(new Step.Write(
                        delete(
                                ref,
                                Trees.text(one, "/metadata/uid"),
                                grace,
                                Texts.of("JobDeletion.endPodWithin", name, seconds(grace))),
                        Optional.empty()));
            });
        }
        steps.add(new Step.Await(
                job.ref(), new Expectation.Gone(job.uid()), GONE, Texts.of("JobDeletion.waitUntilIsGone", job.name())));
        if (!pod) {
            // its dependents go first only where their references say so (metav1.OwnerReference, blockOwnerDeletion)
            job.pods().gone(job.reader(), job.ref(), job.object()).ifPresent(steps::add);
        }
        boolean forced = grace.filter(Duration::isZero).isPresent()
                && (pod ? List.of(job.object()) : pods).stream().anyMatch(OwnedPods::isActive);
        return new Plan(
                job.cluster(),
                "delete",
                Texts.of("JobDeletion.delete", job.name()),
                steps,
                effects(job, pods, grace, again.isPresent()),
                irreversible(job, again.isPresent(), forced),
                List.of(),
                again.map(create -> List.<Step>of(new Step.Write(create, Optional.empty())))
                        .orElse(List.of()));
    }

    private static List<String> effects(JobTarget job, List<JsonNode> pods, Optional<Duration> grace, boolean again)
            throws IOException {
        List<String> effects = new ArrayList<>();
        int running = (int) pods.stream().filter(OwnedPods::isActive).count();
        int waiting = pods.size() - running;
        if (waiting == 0 || running > 0) {
            effects.add(stopped(job, running, grace));
        }
        if (waiting > 0) {
            String counted = Counted.of(waiting, "pod");
            effects.add(
                    waiting == 1
                            ? Texts.of("JobDeletion.onePodThatRunsNowhere", counted)
                            : Texts.of("JobDeletion.podsThatRunNowhere", counted));
        }
        if (job.owner().isPresent()) {
            String owner = job.owner().get();
            effects.add(
                    loss(job).survives()
                            ? Texts.of("JobDeletion.itsOwnerMayRecreateIt", owner)
                            : Texts.of("JobDeletion.itsOwnerCountsItAsLost", owner));
        }
        if (job.object().path("metadata").path("labels").has(KueueNames.ORIGIN)) {
            effects.add(Texts.of("JobDeletion.multikueueSentItHere"));
        }
        if (again) {
            effects.add(Texts.of("JobDeletion.undoSubmitsItAgain"));
        }
        return effects;
    }

    private static String stopped(JobTarget job, int pods, Optional<Duration> grace) throws IOException {
        if (job.as(TriggeredKind.class).isPresent()) {
            return Texts.of("JobDeletion.theJobsThatItCreated");
        }
        if (job.ref().isPod() && Json.hasEnded(job.object())) {
            return Texts.of("JobDeletion.thePodHasEnded");
        }
        if (job.ref().isPod() && !OwnedPods.isActive(job.object())) {
            return Texts.of("JobDeletion.thePodRunsNowhere");
        }
        if (pods == 0 && !job.ref().isPod()) {
            List<JsonNode> all = ofJob(job).orElse(List.of());
            if (all.isEmpty() && !WorkloadKind.matchLabels(job.object()).isEmpty()) {
                return Texts.of("JobDeletion.itHasNoPods");
            } else if (!all.isEmpty() && all.stream().allMatch(Json::hasEnded)) {
                return Texts.of("JobDeletion.itsPodsHaveEnded");
            }
        }
        String counted = Counted.of(pods, "pod");
        if (grace.isPresent()) {
            String time = seconds(grace);
            return job.ref().isPod()
                    ? Texts.of("JobDeletion.thePodIsStoppedWithin", time)
                    : pods == 0
                            ? Texts.of("JobDeletion.itsPodsAreStoppedWithin", time)
                            : pods == 1
                                    ? Texts.of("JobDeletion.onePodIsStoppedWithin", counted, time)
                                    : Texts.of("JobDeletion.podsAreStoppedWithin", counted, time);
        }
        return job.ref().isPod()
                ? Texts.of("JobDeletion.thePodIsStopped")
                : pods == 0
                        ? Texts.of("JobDeletion.itsPodsAreStopped")
                        : pods == 1
                                ? Texts.of("JobDeletion.onePodIsStopped", counted)
                                : Texts.of("JobDeletion.podsAreStopped", counted);
    }

    /** What becomes of the owner of a pod that is deleted by itself. */
    private static PodLossEffect loss(JobTarget job) throws IOException {
        return job.ref().isPod()
                ? new OwnedPodLosses(job.kinds())
                        .deleted(List.of(job.object()), job.ref().namespace(), job.reader())
                : PodLossEffect.REPLACED;
    }

    /** @param forced whether pods on nodes are deleted without a time to end (kubectl delete --force warns of the same) */
    private static List<String> irreversible(JobTarget job, boolean again, boolean forced) throws IOException {
        List<String> lost = new ArrayList<>(work(job).stream().toList());
        if (forced) {
            lost.add(Texts.of("JobDeletion.byForce"));
        }
        PodLossEffect after = loss(job);
        if (!after.survives()) {
            String owner = job.owner().orElse(Texts.of("JobDeletion.itsOwner"));
            lost.add(
                    after.outcome() == PodLossOutcome.ENDS
                            ? Texts.of("JobDeletion.itEnds", owner, after.why())
                            : Texts.of("JobDeletion.itMayEnd", owner, after.why()));
        }
        if (!again) {
            lost.add(Texts.of("JobDeletion.itCannotBeCreated"));
        }
        return lost;
    }

    /** What is lost with its pods; empty: none has been started. */
    private static Optional<String> work(JobTarget job) throws IOException {
        List<JsonNode> pods = List.of(job.object());
        if (!job.ref().isPod()) {
            Optional<List<JsonNode>> all = ofJob(job);
            if (all.isEmpty()) {
                return Optional.of(LostWork.OF_PODS);
            }
            pods = all.get();
        }
        if (pods.stream().anyMatch(OwnedPods::isActive)) {
            return Optional.of(
                    job.label(ObjectAction.NodeShell.LABEL).isEmpty()
                            ? LostWork.OF_PODS
                            : Texts.of("JobDeletion.whatRunsInIts"));
        }
        return pods.stream().anyMatch(Json::hasEnded)
                ? Optional.of(Texts.of("JobDeletion.logsAreLost"))
                : Optional.empty();
    }

    /** The pods of a job, with those that have ended; empty: they cannot be told by a selector. */
    private static Optional<List<JsonNode>> ofJob(JobTarget job) throws IOException {
        String selector = job.kinds().podSelector(job.ref(), job.object());
        return selector.isEmpty()
                ? Optional.empty()
                : Optional.of(job.list(ObjectRef.pod(job.ref().namespace(), ""), selector));
    }

    private static String seconds(Optional<Duration> grace) {
        return Texts.of("JobDeletion.seconds", grace.orElse(Duration.ZERO).toSeconds());
    }

    private static ApiWrite delete(ObjectRef ref, String uid, Optional<Duration> grace, String words) {
        ObjectNode options = Trees.object().put("propagationPolicy", "Foreground");
        grace.ifPresent(limit -> options.put("gracePeriodSeconds", limit.toSeconds()));
        return new ApiWrite(
                ApiWrite.Verb.DELETE, ref, "", Trees.write(options), Optional.of(uid), Optional.empty(), words);
    }

    private static List<JsonNode> pods(JobTarget job) throws IOException {
        String selector =
                job.isGroup() ? job.kinds().selector(job.ref(), job.object()) : WorkloadKind.matchLabels(job.object());
        if (selector.isEmpty()) {
            return List.of();
        }
        return job.list(ObjectRef.pod(job.ref().namespace(), ""), selector).stream()
                .filter(pod -> !Json.hasEnded(pod))
                .toList();
    }
}
