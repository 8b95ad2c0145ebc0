// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** JSON in the bytes of Go's encoder. */
class GoTextTest {
    @Test
    void textsAreEscapedAsGoDoes() {
        String text = "a && <b> \u2028\u2029 \u001b[31m \u0000 \u007f \t\n\r\b\f \\ \" / \u202e \u00e9 \ud83d\ude00";
        assertEquals(
                "\"a \\u0026\\u0026 \\u003cb\\u003e \\u2028\\u2029 \\u001b[31m \\u0000 \u007f \\t\\n"
                        + "\\r"
                        + "\\b\\f \\\\ \\\" / \u202e \u00e9 \ud83d\ude00\"",
                GoText.write(Trees.object().textNode(text)));
    }

    @Test
    void keysAreEscapedTheSameWay() {
        assertEquals("{\"a\\u0026b\":null}", GoText.write(Trees.object().putNull("a&b")));
    }

    /** The expected texts were printed by {@code json.Marshal} of Go 1.26. */
    @Test
    void numbersAreWrittenAsGoDoes() {
        assertEquals("12345678.5", GoText.write(Trees.object().numberNode(12345678.5)));
        assertEquals("1", GoText.number(1.0));
        assertEquals("0", GoText.number(0));
        assertEquals("0.000001", GoText.number(1e-6));
        assertEquals("1e-7", GoText.number(1e-7));
        assertEquals("-1.25e-7", GoText.number(-1.25e-7));
        assertEquals("100000000000000000000", GoText.number(1e20));
        assertEquals("1e+21", GoText.number(1e21));
        assertEquals("0.95", GoText.number(0.95));
        assertEquals("[3,\"x\"]", GoText.write(Trees.array().add(3).add("x")));
    }
}
