// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/** Objects that an operation which stopped in the middle means and which were deleted and made anew since: going on would stop there. */
public final class ReplacedObjects {
    private ReplacedObjects() {}

    /** What keeps it from going on, a sentence for each. Blocks. */
    public static List<String> words(JournaledOperation ledger, ObjectReader reader) throws IOException {
        List<Step> steps = ledger.plan().steps();
        Set<ObjectRef> replaced = new LinkedHashSet<>();
        for (int i = 0; i < steps.size() && !ledger.restoring(); i++) {
            Step step = steps.get(i);
            if (step instanceof Step.Await await
                    && await.expectation() instanceof Expectation.NoOtherPods(List<String> _, String uid)
                    && !uid.isEmpty()
                    && !ledger.isDone(i)
                    && isOther(await.target(), uid, reader)) {
                replaced.add(await.target());
            }
            for (int part = 0; part < step.writes().size(); part++) {
                Step.Write one = step.writes().get(part);
                Optional<String> uid = one.write().uid();
                // what is sent for the sake of some pods only is passed over once they are gone
                if (one.write().verb().isPatch()
                        && uid.isPresent()
                        && one.only().isEmpty()
                        && !ledger.isDone(i, JournaledOperation.part(step, part), false)
                        && isOther(one.write().target(), uid.get(), reader)) {
                    replaced.add(one.write().target());
                }
            }
        }
        return replaced.stream()
                .map(ref -> Texts.of("ReplacedObjects.isAnotherOne", ref.displayName()))
                .toList();
    }

    private static boolean isOther(ObjectRef ref, String uid, ObjectReader reader) throws IOException {
        Optional<JsonNode> found = reader.read(ref).map(Json::read);
        return found.isPresent() && !uid.equals(Json.uid(found.get()));
    }
}
