// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.text.Counted;
import podium.operation.internal.gate.ClusterCalls;
import podium.operation.internal.run.OperationSignals;
import podium.operation.plan.Expectation;
import podium.operation.texts.Texts;

/** Looks at the pods of an owner while they are replaced: how many run where they are to, and which of the old ones are left. */
record RolloutAwaits(ClusterCalls calls) {
    /** New ones run there, and those that were there before are gone: one that serves on elsewhere is not in its place. */
    AwaitProgress placed(ObjectRef owner, JsonNode object, Expectation.PodsPlaced placed)
            throws OperationSignals.Stopped {
        Set<String> there = calls.list(ObjectRef.node(""), placed.label() + "=" + placed.value(), "").stream()
                .map(node -> Json.text(node, "/metadata/name"))
                .collect(Collectors.toSet());
        List<JsonNode> anew = calls.list(ObjectRef.pod(owner.namespace(), ""), placed.labelSelector(), "").stream()
                .filter(pod -> !placed.old().contains(Json.uid(pod)) && !Json.terminating(pod))
                .toList();
        int count = (int) anew.stream()
                .filter(pod -> AwaitRunner.isRunning(pod) && there.contains(Json.text(pod, "/spec/nodeName")))
                .count();
        List<JsonNode> old = unfinished(owner, placed.labelSelector()).stream()
                .filter(pod -> placed.old().contains(Json.uid(pod)))
                .toList();
        int wanted = ComingPods.of(object, placed);
        if (count >= wanted) {
            return old.isEmpty() ? AwaitProgress.HOLDS : still(old, "old pod", count - old.size());
        }
        Set<String> elsewhere = anew.stream()
                .map(pod -> Json.text(pod, "/spec/nodeName"))
                .filter(node -> !node.isEmpty() && !there.contains(node))
                .collect(Collectors.toCollection(TreeSet::new));
        String why = anew.isEmpty()
                ? unmade(owner, object)
                : elsewhere.isEmpty()
                        ? anew.stream()
                                .map(this::whyNot)
                                .filter(words -> !words.isEmpty())
                                .findFirst()
                                .orElse("")
                        : Texts.of("RolloutAwaits.podsWentToInstead", String.join(", ", elsewhere));
        return AwaitProgress.notYet(
                AwaitRunner.joined(Texts.of("RolloutAwaits.ofRunningThere", count, wanted), why), count - old.size());
    }

    /** Why none is made: of what is queued its queue says it. */
    private String unmade(ObjectRef owner, JsonNode object) {
        return AwaitRunner.joined(Texts.of("RolloutAwaits.noNewPodWas"), new QueueWords(calls).of(owner, object));
    }

    /** Of a pod at the gate of its queue the queue says it. */
    private String whyNot(JsonNode pod) {
        boolean queued = pod.path("spec")
                .path("schedulingGates")
                .findValuesAsText("name")
                .contains(KueueNames.ADMISSION);
        String why = queued
                ? new QueueWords(calls)
                        .of(ObjectRef.pod(Json.text(pod, "/metadata/namespace"), Json.text(pod, "/metadata/name")), pod)
                : "";
        return why.isEmpty() ? AwaitRunner.whyNot(pod) : Json.text(pod, "/metadata/name") + ": " + why;
    }

    AwaitProgress left(ObjectRef target, Expectation.PodsLeft left) throws OperationSignals.Stopped {
        List<JsonNode> there = unfinished(target, left.labelSelector());
        if (there.size() <= left.most()) {
            return AwaitProgress.HOLDS;
        }
        return still(there, "pod", -there.size());
    }

    AwaitProgress rolled(ObjectRef owner, Expectation.PodsRolled rolled) throws OperationSignals.Stopped {
        List<JsonNode> others = unfinished(owner, rolled.labelSelector()).stream()
                .filter(pod -> Json.text(pod, rolled.pointer()).equals(rolled.value()) != rolled.bears())
                .toList();
        return others.size() <= rolled.kept() ? AwaitProgress.HOLDS : still(others, "old pod", -others.size());
    }

    private List<JsonNode> unfinished(ObjectRef owner, String selector) throws OperationSignals.Stopped {
        return calls.list(ObjectRef.pod(owner.namespace(), ""), selector, "").stream()
                .filter(pod -> !Json.hasEnded(pod))
                .toList();
    }

    private static AwaitProgress still(List<JsonNode> pods, String what, int reached) {
        long ending = pods.stream().filter(Json::terminating).count();
        String names = pods.stream()
                .sorted(Comparator.comparing(Json::terminating).reversed())
                .map(pod -> Json.text(pod, "/metadata/name"))
                .limit(AwaitRunner.NAMED)
                .collect(Collectors.joining(", "));
        return AwaitProgress.notYet(
                Texts.of(
                        "RolloutAwaits.stillThereEnding",
                        Counted.of(pods.size(), what),
                        ending,
                        pods.size() > AwaitRunner.NAMED ? names + ", ..." : names),
                reached);
    }
}
