// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.kubernetes.testkit.Data;
import podium.model.value.Labels;

/** A value that is asked for its parts, whatever it is made of. */
class JsonTreeTest {
    @Test
    void whatIsNotThereIsEmptyAllTheWayDown() {
        JsonTree tree = Data.tree("{\"a\":{\"b\":[1,{\"c\":null}]}}");
        assertFalse(tree.at("x", "y", "z").exists());
        assertFalse(tree.at("a", "b", "c").exists(), "a list has no fields");
        assertFalse(tree.at("a", "b").elements().get(1).at("c").exists(), "null is absence");
        assertEquals("", tree.at("a").text());
        assertEquals(List.of(), tree.at("a").elements());
        assertTrue(tree.at("a", "b").isArray());
        assertTrue(tree.at("a").isObject());
    }

    @ParameterizedTest
    @CsvSource({
        "7,7",
        "-3,-3",
        "7.9,7",
        "1e3,1000",
        "99999999999999999999,2147483647",
        "-99999999999,-2147483648",
    })
    void aNumberIsCutOffBelowThePointAndClamped(String text, int value) {
        assertEquals(OptionalInt.of(value), Data.tree("{\"n\":" + text + "}").number("n"));
        assertEquals(
                OptionalInt.of(value), Data.tree("{\"n\":\"" + text + "\"}").number("n"), "as text too");
    }

    @ParameterizedTest
    @CsvSource({"true", "null", "\"\"", "\"many\"", "{}", "[1]"})
    void whatIsNoNumberIsAbsent(String value) {
        assertEquals(OptionalInt.empty(), Data.tree("{\"n\":" + value + "}").number("n"));
        assertEquals(5, Data.tree("{\"n\":" + value + "}").number("n", 5));
    }

    @Test
    void bigPartsThatNobodyReadsAreSteppedOver() {
        JsonTree tree =
                Data.tree("{\"fieldsV1\":{\"a\":1},\"env\":[1],\"images\":[2],\"kept\":{\"command\":[\"x\"],\"b\":2}}");
        assertFalse(tree.at("fieldsV1").exists());
        assertFalse(tree.at("env").exists());
        assertFalse(tree.at("kept", "command").exists());
        assertEquals("2", tree.at("kept").text("b"));
    }

    @Test
    void aTreeDeeperThanAnyObjectIsCutOffAndTheRestIsRead() {
        String json = "{\"deep\":" + "[".repeat(5000) + "]".repeat(5000) + ",\"after\":\"read\"}";
        assertEquals("read", Data.tree(json).text("after"));
    }

    @Test
    void onlyTheWordTrueIsAFlag() {
        JsonTree tree = Data.tree("{\"a\":true,\"b\":\"true\",\"c\":1,\"d\":\"yes\",\"e\":false}");
        assertTrue(tree.flag("a"));
        assertTrue(tree.flag("b"));
        assertFalse(tree.flag("c") || tree.flag("d") || tree.flag("e") || tree.flag("f"));
    }

    @Test
    void resourcesLeaveOutWhatIsNoQuantity() {
        assertEquals(
                Map.of("cpu", 1500L, "memory", 1024L),
                Data.tree("{\"cpu\":\"1.5\",\"memory\":\"1Ki\",\"x\":\"?\",\"y\":{}}")
                        .resources()
                        .toMap());
    }

    /** The server takes any number, and sums of it went below nothing. */
    @Test
    void moreDevicesThanAnyMachineHasAreLimitedWhereTheyAreRead() {
        assertEquals(
                Map.of("nvidia.com/gpu", 1L << 20, "ephemeral-storage", Long.MAX_VALUE),
                Data.tree("{\"nvidia.com/gpu\":\"9223372036854775807\",\"ephemeral-storage\":\"9223372036854775807\"}")
                        .resources()
                        .toMap());
    }

    @Test
    void aLabelThatIsNoTextIsEmpty() {
        assertEquals(
                Labels.of("a", "1", "b", "", "c", "x"),
                Data.tree("{\"a\":1,\"b\":[],\"c\":\"x\"}").labels());
    }

    @Test
    void textsOfAFieldLeaveTheEmptyOnesOut() {
        assertEquals(
                List.of("a", "b"),
                Data.tree("[{\"name\":\"a\"},{\"name\":\"\"},5,{\"name\":\"b\"}]")
                        .texts("name"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z,2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.123456Z,2026-03-01T10:00:00.123456Z",
        "2026-03-01T12:00:00+02:00,2026-03-01T10:00:00Z",
    })
    void aTimeIsReadAsTheServerWritesIt(String text, Instant instant) {
        assertEquals(instant, ApiTimes.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "soon",
        "2026-13-01T10:00:00Z",
        "2026-02-30T10:00:00Z",
        "20260301T100000000Z",
        "----------T--------Z"
    })
    void whatIsNoTimeIsUnknown(String text) {
        assertNull(ApiTimes.parse(text));
    }
}
