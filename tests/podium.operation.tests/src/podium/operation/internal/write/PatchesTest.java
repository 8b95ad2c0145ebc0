// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.json.JsonPatch;
import podium.core.json.MergePatch;
import podium.operation.internal.engine.Bench;

class PatchesTest {
    private static final ObjectRef POD = ObjectRef.pod("team", "a");

    /** Document, patch, result (empty: refused); examples of RFC 6902 appendix A among them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"foo\":\"bar\"}|[{\"op\":\"add\",\"path\":\"/baz\",\"value\":\"qux\"}]|{\"foo\":\"bar\",\"baz\":\"qux\"}",
                "{\"foo\":[\"bar\",\"baz\"]}|[{\"op\":\"add\",\"path\":\"/foo/1\",\"value\":\"qux\"}]|{\"foo\":[\"bar\",\"qux\",\"baz\"]}",
                "{\"foo\":[1]}|[{\"op\":\"add\",\"path\":\"/foo/-\",\"value\":2}]|{\"foo\":[1,2]}",
                "{\"baz\":1,\"foo\":2}|[{\"op\":\"remove\",\"path\":\"/baz\"}]|{\"foo\":2}",
                "{\"foo\":[1,2,3]}|[{\"op\":\"remove\",\"path\":\"/foo/1\"}]|{\"foo\":[1,3]}",
                "{\"a\":1}|[{\"op\":\"replace\",\"path\":\"/a\",\"value\":2}]|{\"a\":2}",
                "{\"a\":1}|[{\"op\":\"replace\",\"path\":\"/b\",\"value\":2}]|",
                "{\"a\":1}|[{\"op\":\"test\",\"path\":\"/a\",\"value\":2},{\"op\":\"remove\",\"path\":\"/a\"}]|",
                "{\"a\":1}|[{\"op\":\"test\",\"path\":\"/b\",\"value\":null}]|{\"a\":1}",
                "{\"a/b\":{\"m~n\":1}}|[{\"op\":\"replace\",\"path\":\"/a~1b/m~0n\",\"value\":2}]|{\"a/b\":{\"m~n\":2}}",
                "{}|[{\"op\":\"add\",\"path\":\"/a/b\",\"value\":1}]|",
            })
    void aJsonPatchDoesWhatTheRfcSays(String document, String patch, String result) {
        assertEquals(
                Optional.ofNullable(result).map(Json::read), JsonPatch.apply(Json.read(document), Json.read(patch)));
    }

    /** Examples of RFC 7396 appendix A. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"a\":\"b\"}|{\"a\":\"c\"}|{\"a\":\"c\"}",
                "{\"a\":\"b\",\"b\":\"c\"}|{\"a\":null}|{\"b\":\"c\"}",
                "{\"a\":[\"b\"]}|{\"a\":\"c\"}|{\"a\":\"c\"}",
                "{\"a\":{\"b\":\"c\"}}|{\"a\":{\"b\":\"d\",\"c\":null}}|{\"a\":{\"b\":\"d\"}}",
                "{\"e\":null}|{\"a\":1}|{\"e\":null,\"a\":1}",
                "{}|{\"a\":{\"bb\":{\"ccc\":null}}}|{\"a\":{\"bb\":{}}}",
            })
    void aMergePatchDoesWhatTheRfcSays(String document, String patch, String result) {
        assertEquals(Json.read(result), MergePatch.apply(Json.read(document), Json.read(patch)));
    }

    @Test
    void aReleasedGateIsKnownByTheTestBeforeItsRemoval() {
        String patch = "[{\"op\":\"test\",\"path\":\"/spec/gates/0/name\",\"value\":\"ours\"},"
                + "{\"op\":\"add\",\"path\":\"/spec/selector\",\"value\":{\"h\":\"n1\"}},{\"op\":\"remove\",\"path\":\"/spec/gates/0\"}]";
        String before = "{\"spec\":{\"gates\":[{\"name\":\"ours\"},{\"name\":\"theirs\"}]}}";
        String after = "{\"spec\":{\"gates\":[{\"name\":\"theirs\"}],\"selector\":{\"h\":\"n1\"}}}";
        String pinnedOnly = "{\"spec\":{\"gates\":[{\"name\":\"ours\"}],\"selector\":{\"h\":\"n1\"}}}";
        assertFalse(JsonPatch.applied(Json.read(before), Json.read(patch)));
        assertTrue(JsonPatch.applied(Json.read(after), Json.read(patch)));
        assertFalse(JsonPatch.applied(Json.read(pinnedOnly), Json.read(patch)));
    }

    private static WriteEffect effect(ApiWrite.Verb verb, String body, String uid, String found) {
        ApiWrite write = Bench.api(verb, POD, body, uid.isEmpty() ? Optional.empty() : Optional.of(uid));
        return WriteEffect.of(write, found.isEmpty() ? Optional.empty() : Optional.of(Json.read(found)));
    }

    @Test
    void aCreationIsJudgedByItsMarkAndNotByItsName() {
        String mark = "{\"metadata\":{\"annotations\":{\"podium.operations/created\":\"m\"}},\"spec\":{\"a\":1}}";
        assertEquals(WriteEffect.NOT_APPLIED, effect(ApiWrite.Verb.CREATE, mark, "", ""));
        assertEquals(WriteEffect.APPLIED, effect(ApiWrite.Verb.CREATE, mark, "", mark.replace("\"a\":1", "\"a\":2")));
        assertEquals(WriteEffect.OTHER_OBJECT, effect(ApiWrite.Verb.CREATE, mark, "", mark.replace("\"m\"", "\"n\"")));
        assertEquals(WriteEffect.OTHER_OBJECT, effect(ApiWrite.Verb.CREATE, mark, "", "{\"spec\":{\"a\":1}}"));
        assertEquals(
                WriteEffect.OTHER_OBJECT,
                effect(ApiWrite.Verb.CREATE, "{\"spec\":{\"a\":1}}", "", "{\"spec\":{\"a\":1}}"),
                "one without a mark proves nothing");
        assertEquals(
                WriteEffect.OTHER_OBJECT,
                effect(
                        ApiWrite.Verb.CREATE,
                        "{}",
                        "",
                        "{\"metadata\":{\"deletionTimestamp\":\"2026-01-01T00:00:00Z\"}}"));
    }

    @Test
    void aDeletionIsDoneWhenTheUidIsGoneOrGoing() {
        assertEquals(WriteEffect.APPLIED, effect(ApiWrite.Verb.DELETE, "", "u", ""));
        assertEquals(WriteEffect.APPLIED, effect(ApiWrite.Verb.DELETE, "", "u", "{\"metadata\":{\"uid\":\"v\"}}"));
        assertEquals(WriteEffect.NOT_APPLIED, effect(ApiWrite.Verb.DELETE, "", "u", "{\"metadata\":{\"uid\":\"u\"}}"));
        assertEquals(
                WriteEffect.APPLIED,
                effect(ApiWrite.Verb.EVICT, "", "u", "{\"metadata\":{\"uid\":\"u\",\"deletionTimestamp\":\"t\"}}"));
    }

    @Test
    void aPatchIsForItsVeryObject() {
        String patch = "{\"metadata\":{\"resourceVersion\":\"5\"},\"spec\":{\"a\":null}}";
        assertEquals(
                WriteEffect.APPLIED, effect(ApiWrite.Verb.MERGE_PATCH, patch, "u", "{\"metadata\":{\"uid\":\"u\"}}"));
        assertEquals(
                WriteEffect.OTHER_OBJECT,
                effect(ApiWrite.Verb.MERGE_PATCH, patch, "u", "{\"metadata\":{\"uid\":\"v\"}}"));
        assertEquals(WriteEffect.OTHER_OBJECT, effect(ApiWrite.Verb.MERGE_PATCH, patch, "u", ""));
        assertEquals(
                WriteEffect.NOT_APPLIED,
                effect(ApiWrite.Verb.MERGE_PATCH, patch, "u", "{\"metadata\":{\"uid\":\"u\"},\"spec\":{\"a\":1}}"));
    }

    @Test
    void whatIsNoJsonIsSaidToBeNone() {
        assertThrows(IllegalArgumentException.class, () -> Json.read("{"));
        assertThrows(IllegalArgumentException.class, () -> Json.read("{\"a\":1,\"a\":2}"));
    }
}
