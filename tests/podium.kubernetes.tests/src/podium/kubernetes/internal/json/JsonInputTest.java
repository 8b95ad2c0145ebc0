// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.testkit.AllKinds;

class JsonInputTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonInput in(String json) {
        return JsonInput.of(json);
    }

    private static long first(String array) throws IOException {
        JsonInput in = in(array);
        in.array();
        in.element();
        return in.whole(0);
    }

    @Test
    void fieldsComeInOrderAndUnknownOnesAreSteppedOver() throws IOException {
        JsonInput in = in(" { \"a\" : [1, {\"x\":\"}]\"}], \"b\":\"c\\\"}\", \"d\":-12.5e1 } ");
        assertTrue(in.object());
        assertEquals("a", in.name());
        in.skip();
        assertEquals("b", in.name());
        assertEquals("c\"}", in.text());
        assertEquals("d", in.name());
        assertEquals(-125, in.whole(0));
        assertNull(in.name());
        assertFalse(in.more());
    }

    @Test
    void aValueOfAnotherTypeCountsAsAbsent() throws IOException {
        JsonInput in = in("[null, 5, \"x\", {\"a\":1}, [2], true]");
        assertTrue(in.array());
        for (int i = 0; i < 6; i++) {
            assertTrue(in.element());
            if (i == 3) {
                assertFalse(in.array());
            } else {
                assertFalse(in.object());
            }
        }
        assertFalse(in.element());
    }

    @Test
    void equalStringsAreOneObjectUnlessTheyAreSaidToBeUnique() throws IOException {
        JsonInput in = in("[\"same\",\"same\",\"same\"]");
        in.array();
        in.element();
        String first = in.text();
        in.element();
        assertSame(first, in.text());
        in.element();
        String unique = in.unique();
        assertEquals(first, unique);
        assertTrue(first != unique);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u00e9", "\\ud83d\\ude80", "\\n\\t\\r\\b\\f\\/\\\\\\\"", "é🚀", "\\ud83d!"})
    void escapesAreReadAsJacksonReadsThem(String escaped) throws IOException {
        String json = "\"" + escaped + "\"";
        String expected =
                escaped.equals("\\ud83d!") ? "\uFFFD!" : JSON.readTree(json).asText();
        assertEquals(expected, in(json).text());
    }

    @Test
    void brokenUtf8IsReplaced() throws IOException {
        byte[] json = {'"', 'a', (byte) 0xFF, (byte) 0xC3, 'b', '"'};
        assertEquals("a\uFFFD\uFFFDb", new JsonInput(new ByteArrayInputStream(json)).text());
    }

    @Test
    void hugeNumbersAreClamped() throws IOException {
        assertEquals(Long.MAX_VALUE, first("[123456789012345678901234567890]"));
        assertEquals(Long.MIN_VALUE, first("[-123456789012345678901234567890]"));
        assertEquals(Long.MAX_VALUE, first("[1e400]"));
        assertEquals(9_007_199_254_740_993L, first("[9007199254740993]"));
    }

    @Test
    void anEndlessStringIsCutAndTheRestIsRead() throws IOException {
        JsonInput in = in("[\"" + "x\\\"".repeat(200_000) + "\",\"next\"]");
        in.array();
        in.element();
        assertTrue(in.text().length() <= JsonInput.LONGEST);
        in.element();
        assertEquals("next", in.text());
        assertFalse(in.element());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "[1,",
                "\"abc",
                "\"abc\\",
                "{a:1}",
                "{\"a\" 1}",
                "[}",
                "{]",
                "{\"a\":}"
            })
    void brokenStructureIsAnExceptionAndNeverALoop(String json) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> assertThrows(IOException.class, () -> JsonTree.read(in(json))));
    }

    @Test
    void deepNestingDoesNotOverflowTheStack() throws IOException {
        JsonTree.read(in("{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000)));
        JsonTree.read(in("[".repeat(50_000) + "]".repeat(50_000)));
        in("[".repeat(500_000) + "]".repeat(500_000)).skip();
    }

    @Test
    void whatWaitsBehindAnEventIsNotTakenForAnother() throws IOException {
        JsonInput in = in("{}\n \n");
        in.skip();
        assertFalse(in.ready());
    }

    @Test
    void randomJsonIsReadAsJacksonReadsItWhateverTheChunks() throws IOException {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            JsonNode node = node(random, 0);
            String text = random.nextBoolean() ? node.toString() : node.toPrettyString();
            JsonInput in = new JsonInput(new Chunks(text.getBytes(StandardCharsets.UTF_8), random));
            assertEquals(render(node), render(JsonTree.read(in)), "seed " + seed);
            assertFalse(in.more(), "seed " + seed);
        }
    }

    @Test
    void skippedBytesAreCopiedAsTheyStand() throws IOException {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            String text = node(random, 0).toString();
            ByteRun copy = new ByteRun();
            new JsonInput(new Chunks(text.getBytes(StandardCharsets.UTF_8), random)).skipTo(copy);
            assertEquals(text, new String(copy.data, 0, copy.length, StandardCharsets.UTF_8), "seed " + seed);
        }
    }

    @Test
    void damagedJsonNeverHangsAndNeverThrowsAnythingButIo() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Kind.Shared shared = new Kind.Shared();
            for (long seed = 0; seed < 3_000; seed++) {
                Random random = new Random(seed);
                byte[] bytes = FULL.getBytes(StandardCharsets.UTF_8);
                for (int i = random.nextInt(6); i >= 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte)
                            (random.nextBoolean() ? random.nextInt(256) : "{}[]\",:\\n0".charAt(random.nextInt(10)));
                }
                Kind kind = AllKinds.ALL.get(random.nextInt(AllKinds.ALL.size()));
                try {
                    kind.decoder(shared).decode(new JsonInput(new ByteArrayInputStream(bytes)));
                } catch (IOException e) {
                    // damage may be found
                }
            }
        });
    }

    private static final String FULL = """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","namespace":"n","uid":"u","resourceVersion":"5",
        "creationTimestamp":"2026-01-02T03:04:05Z","labels":{"a":"b"},"annotations":{"x":"y"},
        "ownerReferences":[{"apiVersion":"batch/v1","kind":"Job","name":"j","uid":"ju","controller":true}],
        "managedFields":[{"manager":"m","operation":"Update","fieldsV1":{"f:a":{}}}]},
        "spec":{"nodeName":"n1","replicas":3,"parallelism":2,"suspend":true,"selector":{"matchLabels":{"a":"b"}},
        "hard":{"cpu":"1e3"},"devices":[{"name":"gpu-0","basic":{"attributes":{"uuid":{"string":"GPU-1"}}}}],
        "driver":"gpu.nvidia.com","containers":[{"name":"c","resources":{"requests":{"cpu":"0.5","memory":"0.5Gi"}}}],
        "template":{"spec":{"containers":[{"resources":{"limits":{"nvidia.com/gpu":8}}}]}},
        "tolerations":[{"operator":"Exists"}],"volumes":[{"name":"v","emptyDir":{}}],
        "affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[
        {"matchExpressions":[{"key":"k","operator":"In","values":["v"]}]}]}}}},
        "status":{"phase":"Running","conditions":[{"type":"Ready","status":"True","lastTransitionTime":"x"}],
        "containerStatuses":[{"restartCount":2,"state":{"waiting":{"reason":"CrashLoopBackOff"}},
        "allocatedResourcesStatus":[{"name":"g","resources":[{"resourceID":"GPU-1"}]}]}],
        "capacity":{"cpu":"8","memory":""}}}\
        """;

    private static JsonNode node(Random random, int depth) {
        return switch (random.nextInt(depth > 5 ? 4 : 6)) {
            case 0 -> JSON.getNodeFactory().numberNode(random.nextInt());
            case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 2 -> JSON.getNodeFactory().nullNode();
            case 3 -> JSON.getNodeFactory().textNode(word(random));
            case 4 -> {
                ArrayNode array = JSON.createArrayNode();
                for (int i = random.nextInt(5); i > 0; i--) {
                    array.add(node(random, depth + 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = JSON.createObjectNode();
                for (int i = random.nextInt(6); i > 0; i--) {
                    object.set(i + word(random), node(random, depth + 1));
                }
                yield object;
            }
        };
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(10) == 0 ? 3000 : 20); i > 0; i--) {
            switch (random.nextInt(12)) {
                case 0 -> word.append('"');
                case 1 -> word.append('\\');
                case 2 -> word.append("é");
                case 3 -> word.appendCodePoint(0x1F680);
                case 4 -> word.append((char) random.nextInt(32));
                case 5 -> word.append("{}[],:".charAt(random.nextInt(6)));
                default -> word.append((char) ('a' + random.nextInt(26)));
            }
        }
        return word.toString();
    }

    private static String render(JsonNode node) {
        if (node.isObject()) {
            List<String> fields = new ArrayList<>();
            node.properties().forEach(field -> fields.add(field.getKey() + "=" + render(field.getValue())));
            return fields.toString();
        }
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(render(element)));
            return "#" + elements;
        }
        return node.isNull() ? "" : node.asText();
    }

    private static String render(JsonTree tree) {
        if (tree.isObject()) {
            List<String> fields = new ArrayList<>();
            tree.fields((name, value) -> fields.add(name + "=" + render(value)));
            return fields.toString();
        }
        return tree.isArray()
                ? "#" + tree.elements().stream().map(JsonInputTest::render).toList()
                : tree.text();
    }

    /** Hands out bytes in pieces of random size. */
    private static final class Chunks extends InputStream {
        private final byte[] bytes;
        private final Random random;
        private int at;

        Chunks(byte[] bytes, Random random) {
            this.bytes = bytes;
            this.random = random;
        }

        @Override
        public int read() {
            return at == bytes.length ? -1 : bytes[at++] & 0xFF;
        }

        @Override
        public int read(byte @Nullable [] buffer, int offset, int length) {
            if (at == bytes.length) {
                return -1;
            }
            int count = Math.min(Math.min(length, bytes.length - at), 1 + random.nextInt(40));
            System.arraycopy(bytes, at, buffer, offset, count);
            at += count;
            return count;
        }
    }
}
