// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.text.Counted;
import podium.operation.internal.gate.ClusterCalls;
import podium.operation.internal.run.DurationText;
import podium.operation.internal.run.EngineTiming;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.RunHost;
import podium.operation.internal.run.StepFailed;
import podium.operation.plan.Expectation;
import podium.operation.plan.KindCatalog;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/** Waits until an object is as expected, reading it at a bounded interval; fails at the time limit with what it last saw. */
final class AwaitRunner {
    /** Pods that a status names. */
    static final int NAMED = 3;

    private final ClusterCalls calls;
    private final OperationSignals signals;
    private final EngineTiming timing;
    private final RunHost host;
    private final InstantSource clock;
    private final RolloutAwaits rollout;

    AwaitRunner(ClusterCalls calls, OperationSignals signals, EngineTiming timing, RunHost host, InstantSource clock) {
        this.calls = calls;
        this.signals = signals;
        this.timing = timing;
        this.host = host;
        this.clock = clock;
        rollout = new RolloutAwaits(calls);
    }

    void run(Step.Await step) throws OperationSignals.Stopped, StepFailed {
        run(step, StepWatch.NONE, Optional.empty());
    }

    /** @param written uid of the object that the steps before wrote there: another one of that name is not waited for */
    void run(Step.Await step, StepWatch watch, Optional<String> written) throws OperationSignals.Stopped, StepFailed {
        OperationSignals.Deadline deadline = signals.deadline(step.atMost());
        int reached = Integer.MIN_VALUE;
        for (int looks = 0; true; looks++) {
            signals.checkpoint();
            watch.look();
            AwaitProgress look = look(step.target(), step.expectation(), written);
            if (look.holds()) {
                return;
            }
            if (look.reached() > reached) {
                // pods are replaced one after another, each with its own time to end and to load what it serves
                deadline = signals.deadline(step.atMost());
                reached = look.reached();
            }
            if (deadline.passed()) {
                String time = DurationText.time(step.atMost());
                throw new StepFailed(
                        look.why().isEmpty()
                                ? Texts.of("AwaitRunner.notWithin", step.words(), time)
                                : Texts.of("AwaitRunner.notWithinBecause", step.words(), time, look.late()));
            }
            host.status(step.words() + (look.why().isEmpty() ? "" : ": " + look.why()));
            signals.await(shorter(timing.look(looks), step.atMost()));
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private AwaitProgress look(ObjectRef target, Expectation expectation, Optional<String> written)
            throws OperationSignals.Stopped, StepFailed {
        return switch (expectation) {
            case Expectation.FieldIs(String pointer, String value) -> {
                JsonNode object = present(target);
                String found = Json.text(object, pointer);
                if (found.equals(value) || found.isEmpty() && value.equals("0")) {
                    yield AwaitProgress.HOLDS;
                }
                OwnerFailure.checkFinished(target, object);
                yield AwaitProgress.notYet(Texts.of(
                        "AwaitRunner.fieldIs",
                        Json.place(pointer),
                        found.isEmpty() ? Texts.of("AwaitRunner.notSet") : found));
            }
            case Expectation.Settles settles -> settled(target, settles);
            case Expectation.ConditionTrue(String type) -> condition(present(target), type);
            case Expectation.Reported(String type) -> reported(present(target), type);
            case Expectation.Gone(String uid) -> {
                Optional<JsonNode> found = calls.read(target);
                yield found.isEmpty() || !uid.isEmpty() && !uid.equals(Json.uid(found.get()))
                        ? AwaitProgress.HOLDS
                        : AwaitProgress.notYet(
                                Json.terminating(found.get())
                                        ? ending(found.get())
                                        : Texts.of("AwaitRunner.stillThere"));
            }
            case Expectation.Over(String uid) -> {
                Optional<JsonNode> found = calls.read(target).filter(pod -> uid.isEmpty() || uid.equals(Json.uid(pod)));
                yield found.isEmpty() || isOver(found.get())
                        ? AwaitProgress.HOLDS
                        : AwaitProgress.notYet(
                                Json.terminating(found.get())
                                        ? Texts.of("AwaitRunner.itIsEnding")
                                        : Texts.of("AwaitRunner.itStillRuns"));
            }
            case Expectation.PodsRunning running -> pods(target, running, written);
            case Expectation.PodsPlaced placed -> {
                JsonNode owner = present(target);
                OwnerFailure.check(target, owner, written);
                AwaitProgress look = rollout.placed(target, owner, placed);
                if (!look.holds()) {
                    OwnerFailure.checkFinished(target, owner);
                }
                yield look;
            }
            case Expectation.PodsRolled rolled -> {
                OwnerFailure.check(target, present(target), written);
                yield rollout.rolled(target, rolled);
            }
            case Expectation.RolledOut(boolean available) -> RolloutStatus.of(present(target), available);
            case Expectation.Listed(String selector, String pointer, String value) ->
                calls.list(target, selector, "").stream()
                                .anyMatch(one -> Json.text(one, pointer).equals(value))
                        ? AwaitProgress.HOLDS
                        : AwaitProgress.notYet(Texts.of("AwaitRunner.thereIsNoOf", target.kind()));
            case Expectation.PodsLeft left -> rollout.left(target, left);
            case Expectation.PodsAnew anew -> anew(target, anew, written);
            case Expectation.GangRunning gang -> gang(target, gang, written);
            case Expectation.NoOtherPods(List<String> uids, String _) -> others(target, uids);
            case Expectation.Ended ended -> running(target, ended);
        };
    }

    private AwaitProgress settled(ObjectRef target, Expectation.Settles settles)
            throws OperationSignals.Stopped, StepFailed {
        String found = Json.text(present(target), settles.pointer());
        if (settles.bad().contains(found)) {
            throw new StepFailed(
                    Texts.of("AwaitRunner.objectIs", target.displayName(), Json.place(settles.pointer()), found));
        }
        return found.equals(settles.good())
                ? AwaitProgress.HOLDS
                : AwaitProgress.notYet(Texts.of(
                        "AwaitRunner.fieldIs",
                        Json.place(settles.pointer()),
                        found.isEmpty() ? Texts.of("AwaitRunner.notSet") : found));
    }

    private JsonNode present(ObjectRef target) throws OperationSignals.Stopped, StepFailed {
        Optional<JsonNode> found = calls.read(target);
        if (found.isEmpty()) {
            throw new StepFailed(Texts.of("AwaitRunner.wasDeletedBySomebody", target.displayName()));
        }
        return found.get();
    }

    private AwaitProgress reported(JsonNode object, String type) {
        for (JsonNode condition : object.path("status").path("conditions")) {
            if (type.equals(condition.path("type").asText())) {
                host.say(
                        Texts.of(
                                "AwaitRunner.theClusterSays",
                                condition.path("message").asText()),
                        false);
                return AwaitProgress.HOLDS;
            }
        }
        return AwaitProgress.notYet(Texts.of("AwaitRunner.conditionIsNotSet", type));
    }

    private static AwaitProgress condition(JsonNode object, String type) {
        for (JsonNode condition : object.path("status").path("conditions")) {
            if (type.equals(condition.path("type").asText())) {
                return "True".equals(condition.path("status").asText())
                        ? AwaitProgress.HOLDS
                        : AwaitProgress.notYet(condition.path("message").asText());
            }
        }
        return AwaitProgress.notYet(Texts.of("AwaitRunner.conditionIsNotSet", type));
    }

    /** All pods of a gang in one look; a pod that is gone is told, since one made anew in its place waits at the gate again. */
    private AwaitProgress gang(ObjectRef owner, Expectation.GangRunning gang, Optional<String> written)
            throws OperationSignals.Stopped, StepFailed {
        if (!owner.name().isEmpty()) {
            OwnerFailure.check(owner, present(owner), written);
        }
        ObjectRef pods = ObjectRef.pod(owner.namespace(), "");
        Set<String> missing = new HashSet<>(gang.nodes().keySet());
        String why = "";
        int running = 0;
        for (JsonNode pod : calls.list(pods, gang.labelSelector(), "")) {
            String node = gang.nodes().get(Json.uid(pod));
            if (node == null) {
                continue;
            }
            missing.remove(Json.uid(pod));
            if (isRunning(pod) && isOn(pod, node)) {
                running++;
            } else if (why.isEmpty()) {
                why = joined(new TakenPlace(calls).of(pod, node), whyNot(pod, node));
            }
        }
        String gone =
                missing.isEmpty() ? "" : Texts.of("AwaitRunner.deletedMeanwhile", Counted.of(missing.size(), "pod"));
        String runs = Texts.of("AwaitRunner.ofRunning", running, gang.nodes().size());
        if (running == gang.nodes().size()) {
            return AwaitProgress.HOLDS;
        }
        if (!owner.name().isEmpty()) {
            OwnerFailure.checkFinished(owner, present(owner));
        }
        return AwaitProgress.notYet(joined(runs, gone, why));
    }

    private AwaitProgress anew(ObjectRef owner, Expectation.PodsAnew anew, Optional<String> written)
            throws OperationSignals.Stopped, StepFailed {
        JsonNode object = present(owner);
        OwnerFailure.check(owner, object, written);
        List<JsonNode> pods = calls.list(ObjectRef.pod(owner.namespace(), ""), anew.labelSelector(), "");
        int coming = ComingPods.of(object, pods, anew);
        long count = pods.stream()
                .filter(pod -> !anew.old().contains(Json.uid(pod)) && !Json.terminating(pod))
                .count();
        if (count >= coming) {
            return AwaitProgress.HOLDS;
        }
        OwnerFailure.checkFinished(owner, object);
        String why = count == 0 ? new QueueWords(calls).of(owner, object) : "";
        return AwaitProgress.notYet(joined(Texts.of("AwaitRunner.ofMade", count, Counted.of(coming, "new pod")), why));
    }

    private AwaitProgress pods(ObjectRef target, Expectation.PodsRunning running, Optional<String> written)
            throws OperationSignals.Stopped, StepFailed {
        ObjectRef pods = ObjectRef.pod(target.namespace(), "");
        // A label selector names a set; without one the target itself is the pod, which nothing makes anew.
        boolean alone = running.labelSelector().isEmpty();
        Optional<JsonNode> object = alone ? Optional.of(present(target)) : calls.read(target);
        if (object.isPresent()) {
            OwnerFailure.check(target, object.get(), written);
        }
        List<JsonNode> found = alone ? object.stream().toList() : calls.list(pods, running.labelSelector(), "");
        List<JsonNode> there =
                found.stream().filter(pod -> isOn(pod, running.node())).toList();
        long count = there.stream().filter(AwaitRunner::isRunning).count();
        if (count >= running.count()) {
            return AwaitProgress.HOLDS;
        }
        if (object.isPresent()) {
            OwnerFailure.checkFinished(target, object.get());
        }
        String why = found.stream()
                .map(pod -> whyNot(pod, running.node()))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        String taken = alone ? new TakenPlace(calls).of(found.getFirst(), running.node()) : "";
        return AwaitProgress.notYet(joined(Texts.of("AwaitRunner.ofRunning", count, running.count()), taken, why));
    }

    /** Of a pod that went elsewhere, where: there may be another node of the name that it was sent to. */
    private static String whyNot(JsonNode pod, String node) {
        String its = Json.text(pod, "/spec/nodeName");
        return node.isEmpty() || its.isEmpty() || its.equals(node)
                ? whyNot(pod)
                : Texts.of("AwaitRunner.wentToInstead", name(pod), its);
    }

    private AwaitProgress others(ObjectRef node, List<String> uids) throws OperationSignals.Stopped {
        KindCatalog kinds = calls.kinds();
        List<String> others = onNode(node).stream()
                .filter(pod -> !uids.contains(Json.uid(pod)) && Eviction.isEvictable(pod, kinds))
                .map(AwaitRunner::name)
                .toList();
        return others.isEmpty()
                ? AwaitProgress.HOLDS
                : AwaitProgress.notYet(
                        Texts.of("AwaitRunner.cameWhileItWas", String.join(", ", others)),
                        Texts.of("AwaitRunner.drainItAgain"));
    }

    private AwaitProgress running(ObjectRef node, Expectation.Ended ended) throws OperationSignals.Stopped {
        List<String> running = onNode(node).stream()
                .filter(pod -> ended.uids().contains(Json.uid(pod)) && !Json.hasEnded(pod))
                .map(AwaitRunner::name)
                .toList();
        if (running.isEmpty()) {
            return AwaitProgress.HOLDS;
        }
        String why = Texts.of(
                "AwaitRunner.ofOnStillRun",
                Counted.of(running.size(), "pod"),
                ended.uids().size(),
                node.name(),
                String.join(", ", running.subList(0, Math.min(NAMED, running.size()))));
        if (ended.until().filter(until -> !clock.instant().isBefore(until)).isPresent()) {
            host.say(Texts.of("AwaitRunner.theTimeToWait", why), true);
            return AwaitProgress.HOLDS;
        }
        return AwaitProgress.notYet(why);
    }

    private List<JsonNode> onNode(ObjectRef node) throws OperationSignals.Stopped {
        return calls.list(ObjectRef.pod("", ""), "", "spec.nodeName=" + node.name());
    }

    private static String name(JsonNode pod) {
        return Json.text(pod, "/metadata/namespace") + "/" + Json.text(pod, "/metadata/name");
    }

    /** True for a pod that holds nothing any more, though its object may still be there. */
    static boolean isOver(JsonNode pod) {
        return Json.hasEnded(pod)
                || Json.terminating(pod) && Json.text(pod, "/spec/nodeName").isEmpty();
    }

    private static boolean isOn(JsonNode pod, String node) {
        return node.isEmpty() || node.equals(Json.text(pod, "/spec/nodeName"));
    }

    static boolean isRunning(JsonNode pod) {
        String phase = Json.text(pod, "/status/phase");
        return ("Running".equals(phase) || "Succeeded".equals(phase)) && !Json.terminating(pod);
    }

    /** Why a pod does not run, in the cluster's words: from its conditions and its containers' waiting reasons. */
    static String whyNot(JsonNode pod) {
        if (isRunning(pod)) {
            return "";
        }
        for (JsonNode condition : pod.path("status").path("conditions")) {
            if ("PodScheduled".equals(condition.path("type").asText())
                    && "False".equals(condition.path("status").asText())) {
                return Json.text(pod, "/metadata/name") + ": "
                        + condition
                                .path("message")
                                .asText(condition.path("reason").asText());
            }
        }
        for (JsonNode container : pod.path("status").path("containerStatuses")) {
            String reason = Json.text(container, "/state/waiting/reason");
            if (!reason.isEmpty() && !"ContainerCreating".equals(reason)) {
                return Json.text(pod, "/metadata/name") + ": " + reason;
            }
        }
        String reason = Json.text(pod, "/status/reason");
        return reason.isEmpty() ? "" : Json.text(pod, "/metadata/name") + ": " + reason;
    }

    private static String ending(JsonNode object) {
        JsonNode finalizers = object.path("metadata").path("finalizers");
        return finalizers.isEmpty()
                ? Texts.of("AwaitRunner.itIsEnding")
                : Texts.of("AwaitRunner.itIsEndingHeld", finalizers.path(0).asText());
    }

    /** Clauses with those that say nothing left out. */
    static String joined(String... clauses) {
        return Stream.of(clauses).filter(clause -> !clause.isEmpty()).collect(Collectors.joining("; "));
    }
}
