// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Plain scalars as kubectl takes them: YAML 1.1, in which 0644 is octal and yes is true (sigs.k8s.io/yaml over go-yaml v2,
 * resolve.go). A manifest must mean the same here and there.
 */
public final class Scalars {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> TRUE = Set.of("true", "yes", "y", "on");
    private static final Set<String> FALSE = Set.of("false", "no", "n", "off");
    private static final Set<String> NULL = Set.of("", "~", "null");
    /** All others are text, whatever they look like: {@code !!str 8080}, or a tag of one's own. */
    private static final Set<Tag> WORDS = Set.of(YamlNodes.PLAIN, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);

    private static final Pattern BINARY = Pattern.compile("[-+]?0b[01]+");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0o?[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("[-+]?0x[0-9a-fA-F]+");
    private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9_]*)");
    private static final Pattern FRACTION =
            Pattern.compile("[-+]?([0-9][0-9_]*)?\\.[0-9]*([eE][-+]?[0-9]+)?|[-+]?[0-9]+[eE][-+]?[0-9]+");
    /** Longer ones are no numbers that any field holds. */
    private static final int LONGEST = 40;

    private Scalars() {}

    /** The value of a scalar: text, number, boolean or null. */
    public static JsonNode of(ScalarNode scalar) {
        String text = scalar.getValue();
        if (!WORDS.contains(scalar.getTag())) {
            return NODES.textNode(text);
        }
        String word = text.equals(text.toUpperCase(Locale.ROOT)) || isCapitalized(text)
                ? text.toLowerCase(Locale.ROOT)
                : text;
        if (NULL.contains(word)) {
            return NODES.nullNode();
        }
        if (TRUE.contains(word) || FALSE.contains(word)) {
            return NODES.booleanNode(TRUE.contains(word));
        }
        return text.length() > LONGEST ? NODES.textNode(text) : number(text);
    }

    private static boolean isCapitalized(String text) {
        return text.length() > 1
                && Character.isUpperCase(text.charAt(0))
                && text.substring(1).equals(text.substring(1).toLowerCase(Locale.ROOT));
    }

    private static JsonNode number(String text) {
        String digits = text.replace("_", "").replaceFirst("^\\+", "");
        if (OCTAL.matcher(text).matches()) {
            return whole(new BigInteger(digits.replace("o", ""), 8));
        }
        if (BINARY.matcher(text).matches()) {
            return whole(new BigInteger(digits.replace("b", ""), 2));
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return whole(new BigInteger(digits.replace("0x", ""), 16));
        }
        if (WHOLE.matcher(text).matches()) {
            return whole(new BigInteger(digits));
        }
        boolean fraction = FRACTION.matcher(text).matches() && digits.matches(".*[0-9].*");
        return fraction ? NODES.numberNode(new BigDecimal(digits)) : NODES.textNode(text);
    }

    private static JsonNode whole(BigInteger value) {
        return value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }
}
