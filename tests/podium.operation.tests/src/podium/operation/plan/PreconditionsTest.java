// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ApiWrite.Verb;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;

class PreconditionsTest {
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final String CORDON = "{\"spec\":{\"unschedulable\":true}}";

    private static ApiWrite write(Verb verb, String body, String uid, String version) {
        return new ApiWrite(verb, NODE, "", body, some(uid), some(version), "do it");
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    private static List<String> lacking(Step... steps) {
        return Preconditions.lacking(new Plan(
                new ClusterId("lab"), "test", "Test", List.of(steps), List.of(), List.of(), List.of(), List.of()));
    }

    private static Step alone(ApiWrite write) {
        return new Step.Write(write, Optional.empty());
    }

    @Test
    void aMergePatchNamesObjectVersionAndWhatWasThereBefore() {
        ApiWrite whole = write(Verb.MERGE_PATCH, CORDON, "u", "7");
        assertEquals(List.of(), lacking(new Step.Write(whole, Optional.of(whole))));
        assertEquals(List.of("\"do it\": it does not say what was there before"), lacking(alone(whole)));
        assertEquals(
                List.of("\"do it\": it names no version"), lacking(alone(write(Verb.MERGE_PATCH, CORDON, "u", ""))));
        assertEquals(
                List.of("\"do it\": it names no object"), lacking(alone(write(Verb.MERGE_PATCH, CORDON, "", "7"))));
    }

    @Test
    void aJsonPatchTestsEachValueThatItChanges() {
        String change = "{\"op\":\"add\",\"path\":\"/spec/unschedulable\",\"value\":true}";
        String test = "{\"op\":\"test\",\"path\":\"/spec/unschedulable\",\"value\":null}";
        assertEquals(
                List.of("\"do it\": it does not test [/spec/unschedulable]"),
                lacking(alone(write(Verb.JSON_PATCH, "[" + change + "]", "u", ""))));
        assertEquals(
                List.of("\"do it\": it does not test [/spec/unschedulable]"),
                lacking(alone(write(Verb.JSON_PATCH, "[" + change + "," + test + "]", "u", ""))),
                "a test that comes after tests nothing");
        assertEquals(List.of(), lacking(alone(write(Verb.JSON_PATCH, "[" + test + "," + change + "]", "u", ""))));
        assertEquals(
                List.of("\"do it\": it names no object"),
                lacking(alone(write(Verb.JSON_PATCH, "[" + test + "," + change + "]", "", ""))));
    }

    @Test
    void aDeletionNamesItsObjectUnlessThePlanMakesIt() {
        ApiWrite delete = write(Verb.DELETE, "", "", "");
        String marked = "{\"metadata\":{\"annotations\":{\"" + CreationMark.KEY + "\":\"m\"}}}";
        assertEquals(List.of("\"do it\": it names no object"), lacking(alone(delete)));
        assertEquals(List.of(), lacking(new Step.Write(write(Verb.CREATE, marked, "", ""), Optional.of(delete))));
        assertEquals(List.of("\"do it\": it leaves no mark"), lacking(alone(write(Verb.CREATE, "{}", "", ""))));
    }

    @Test
    void anEvictionNamesItsPod() {
        Step evict = new Step.EvictAll(
                List.of(new Step.Victim(ObjectRef.pod("team", "a"), "", Optional.empty())),
                java.time.Duration.ZERO,
                "Evict");
        assertEquals(List.of("the eviction of a names no pod"), lacking(evict));
    }
}
