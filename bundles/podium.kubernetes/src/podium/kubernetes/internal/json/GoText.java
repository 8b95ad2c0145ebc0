// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * JSON in the very bytes that Go's encoder makes. The API server compares the value of a JSON patch's <em>test</em> with what is there
 * byte by byte, and what is there was written by that encoder: it escapes {@code <}, {@code >}, {@code &}, U+2028 and U+2029 in texts,
 * other control characters with small hexadecimal digits, and writes numbers without an exponent up to 1e21. A test of {@code "a && b"}
 * as most encoders write it never holds.
 *
 * @see <a href="https://pkg.go.dev/encoding/json#Marshal">encoding/json</a>, and {@code lazyNode.equal} of evanphx/json-patch
 */
public final class GoText {
    private static final JsonMapper MAPPER = JsonMapper.builder(
                    new JsonFactoryBuilder().characterEscapes(new Escapes()).build())
            .addModule(new SimpleModule().addSerializer(new Doubles()))
            .build();

    private GoText() {}

    /** The text on one line. */
    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A number as Go's {@code strconv.FormatFloat} writes it for JSON. */
    static String number(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        double size = Math.abs(value);
        if (size == 0 || size >= 1e-6 && size < 1e21) {
            return exact.toPlainString();
        }
        String digits = exact.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - exact.scale();
        return (value < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + Math.abs(exponent);
    }

    private static final class Escapes extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            for (int c = 0; c < codes.length; c++) {
                if (codes[c] == ESCAPE_STANDARD || c == '<' || c == '>' || c == '&') {
                    codes[c] = ESCAPE_CUSTOM;
                }
            }
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return c < 0x80 || c == 0x2028 || c == 0x2029 ? new SerializedString("\\u%04x".formatted(c)) : null;
        }
    }

    @NonNullByDefault({})
    private static final class Doubles extends StdSerializer<DoubleNode> {
        private static final long serialVersionUID = 1;

        Doubles() {
            super(DoubleNode.class);
        }

        @Override
        public void serialize(DoubleNode value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(number(value.doubleValue()));
        }
    }
}
