// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.text.Counted;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.step.Eviction;
import podium.operation.plan.Expectation;
import podium.operation.plan.KindCatalog;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/** Pods that came to the nodes of a drain after it was planned: it evicts none of them, and fails at its end while they are there. */
final class LatePods {
    private LatePods() {}

    /** What is to be known of them before the drain goes on, a sentence for each node. */
    static List<String> words(JournaledOperation ledger, ObjectReader reader, KindCatalog kinds) throws IOException {
        List<Step> steps = ledger.plan().steps();
        Set<String> known = new HashSet<>();
        steps.forEach(step -> known.addAll(uids(step)));
        List<String> words = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (!ledger.isDone(i)
                    && steps.get(i) instanceof Step.Await await
                    && await.expectation() instanceof Expectation.NoOtherPods) {
                String node = await.target().name();
                List<String> late = reader.list(ObjectRef.pod("", ""), "", "spec.nodeName=" + node).stream()
                        .map(Json::read)
                        .filter(pod -> !known.contains(Json.uid(pod)) && !Json.terminating(pod))
                        .filter(pod -> Eviction.isEvictable(pod, kinds))
                        .map(LatePods::name)
                        .toList();
                if (late.size() == 1) {
                    words.add(Texts.of("LatePods.itStaysOn", late.getFirst(), node));
                } else if (!late.isEmpty()) {
                    words.add(Texts.of("LatePods.theyStayOn", Counted.of(late.size(), "pod"), late.getFirst(), node));
                }
            }
        }
        return words;
    }

    private static List<String> uids(Step step) {
        return switch (step) {
            case Step.EvictAll evict ->
                evict.victims().stream().map(Step.Victim::uid).toList();
            case Step.Await(var _, Expectation.Ended ended, var _, var _) -> ended.uids();
            case Step.Await(var _, Expectation.NoOtherPods(List<String> stay, var _), var _, var _) -> stay;
            default -> List.of();
        };
    }

    private static String name(JsonNode pod) {
        return Json.text(pod, "/metadata/namespace") + "/" + Json.text(pod, "/metadata/name");
    }
}
