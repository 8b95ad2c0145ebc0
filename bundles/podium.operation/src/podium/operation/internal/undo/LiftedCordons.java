// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.json.Json;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.step.EndedPods;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/** Nodes of a drain that stopped in the middle whose cordon somebody has lifted since: they fill again. */
final class LiftedCordons {
    private LiftedCordons() {}

    /** What is to be known of them before the drain goes on, a sentence each. */
    static <E extends Exception> List<String> words(JournaledOperation ledger, EndedPods.Reader<E> reader) throws E {
        List<Step> steps = ledger.plan().steps();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Await await
                    && await.expectation() instanceof Expectation.NoOtherPods(List<String> _, String uid)
                    && !uid.isEmpty()
                    && !isYetToBeCordoned(ledger, await)) {
                Optional<JsonNode> node =
                        reader.read(await.target()).filter(now -> Json.uid(now).equals(uid));
                if (node.filter(now -> !now.at("/spec/unschedulable").asBoolean())
                        .isPresent()) {
                    String name = await.target().name();
                    words.add(
                            ledger.isDone(i)
                                    ? Texts.of("LiftedCordons.isNotDrainedAgain", name)
                                    : Texts.of("LiftedCordons.itStopsAtOnce", name));
                }
            }
        }
        return words;
    }

    private static boolean isYetToBeCordoned(JournaledOperation ledger, Step.Await await) {
        List<Step> steps = ledger.plan().steps();
        for (int i = 0; i < steps.size(); i++) {
            if (!ledger.isDone(i)
                    && steps.get(i).writes().stream()
                            .anyMatch(write -> write.write().target().equals(await.target()))) {
                return true;
            }
        }
        return false;
    }
}
