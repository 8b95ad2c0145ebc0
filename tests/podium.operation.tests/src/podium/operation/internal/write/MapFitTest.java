// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.json.JsonPatch;

class MapFitTest {
    private static final String WITH_FLAVOR = "{\"spec\":{\"nodeSelector\":{\"pool\":\"gpu\"}}}";
    private static final String WITHOUT = "{\"spec\":{}}";
    private static final String INTO_THE_MAP = "[{\"op\":\"test\",\"path\":\"/spec/nodeSelector/host\",\"value\":null},"
            + "{\"op\":\"add\",\"path\":\"/spec/nodeSelector/host\",\"value\":\"n1\"}]";
    private static final String WITH_THE_MAP = "[{\"op\":\"test\",\"path\":\"/spec/nodeSelector\",\"value\":null},"
            + "{\"op\":\"add\",\"path\":\"/spec/nodeSelector\",\"value\":{\"host\":\"n1\"}}]";

    private static ApiWrite write(String body) {
        return new ApiWrite(
                ApiWrite.Verb.JSON_PATCH,
                ObjectRef.pod("team", "it"),
                "",
                body,
                Optional.empty(),
                Optional.empty(),
                "Pin it");
    }

    /** What the fitted patch makes of an object; empty: there is none, or it does not fit. */
    private static Optional<JsonNode> fitted(String body, String object) {
        JsonNode now = Json.read(object);
        return MapFit.of(write(body), now).flatMap(write -> JsonPatch.apply(now, Json.read(write.body())));
    }

    @Test
    void anEntryIsSetWhetherItsMapCameOrWentMeanwhile() {
        assertEquals(
                Json.read("{\"spec\":{\"nodeSelector\":{\"host\":\"n1\"}}}"),
                fitted(INTO_THE_MAP, WITHOUT).orElseThrow());
        assertEquals(
                Json.read("{\"spec\":{\"nodeSelector\":{\"pool\":\"gpu\",\"host\":\"n1\"}}}"),
                fitted(WITH_THE_MAP, WITH_FLAVOR).orElseThrow());
    }

    @Test
    void whatSomebodyElseSetIsNotWrittenOver() {
        String theirs = "{\"spec\":{\"nodeSelector\":{\"host\":\"n2\"}}}";
        assertTrue(fitted(INTO_THE_MAP, theirs).isEmpty());
        assertTrue(fitted(WITH_THE_MAP, theirs).isEmpty());
    }

    /** Kueue puts the templates of a job back as its Workload has them, which is changed first. */
    @Test
    void anEntryThatItsQueueHasSetOrTakenOutAlreadyIsNoConflict() {
        String mark = "{\"op\":\"test\",\"path\":\"/metadata/annotations/pin\",\"value\":\"rack\"},"
                + "{\"op\":\"remove\",\"path\":\"/metadata/annotations/pin\"}]";
        String marked = "{\"metadata\":{\"annotations\":{\"pin\":\"rack\"}},\"spec\":{}}";
        String taken = "[{\"op\":\"test\",\"path\":\"/spec/nodeSelector\",\"value\":{\"host\":\"n1\",\"rack\":\"r1\"}},"
                + "{\"op\":\"remove\",\"path\":\"/spec/nodeSelector\"}," + mark;
        assertEquals(
                Json.read("{\"metadata\":{\"annotations\":{}},\"spec\":{}}"),
                fitted(taken, marked).orElseThrow());
        String set = INTO_THE_MAP.replace("]", ",") + mark;
        String there = marked.replace("\"spec\":{}", "\"spec\":{\"nodeSelector\":{\"host\":\"n1\"}}");
        assertEquals(
                Json.read("{\"metadata\":{\"annotations\":{}},\"spec\":{\"nodeSelector\":{\"host\":\"n1\"}}}"),
                fitted(set, there).orElseThrow());
        assertTrue(fitted(taken, WITHOUT).isEmpty(), "a mark that somebody else took away stands for its cordon");
    }

    @Test
    void whatFitsNeedsNoOther() {
        assertTrue(MapFit.of(write(INTO_THE_MAP), Json.read(WITH_FLAVOR)).isEmpty());
        assertTrue(MapFit.of(write(WITH_THE_MAP), Json.read(WITHOUT)).isEmpty());
    }

    @Test
    void anotherObjectThanAMapIsLeftAsItIs() {
        String whole = WITH_THE_MAP.replace("nodeSelector", "affinity");
        assertTrue(
                fitted(whole, WITH_FLAVOR.replace("nodeSelector", "affinity")).isEmpty());
    }

    @Test
    void gatesAreKnownByTheirNamesWhateverOthersComeAndGo() {
        String patch = "[{\"op\":\"test\",\"path\":\"/spec/schedulingGates\",\"value\":[{\"name\":\"queue\"}]},"
                + "{\"op\":\"add\",\"path\":\"/spec/schedulingGates\",\"value\":[{\"name\":\"queue\"},{\"name\":\"ours\"}]}]";
        JsonNode after = Json.read("{\"spec\":{\"schedulingGates\":[{\"name\":\"ours\"}]}}");
        assertEquals(after, fitted(patch, WITHOUT).orElseThrow());
        assertTrue(JsonPatch.applied(after, Json.read(patch)));
        assertFalse(JsonPatch.applied(Json.read(WITHOUT), Json.read(patch)));
    }
}
