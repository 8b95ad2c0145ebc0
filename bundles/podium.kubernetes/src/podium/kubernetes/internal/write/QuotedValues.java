// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Long values that a server quotes in a refusal, shortened: they may be whole objects, and the reason stands behind them
 * (k8s.io/apimachinery pkg/util/validation/field/errors.go: {@code Invalid value: VALUE: REASON}, the value a quoted text, JSON or a Go
 * value).
 */
final class QuotedValues {
    private static final Pattern BEGIN = Pattern.compile("(?:Invalid|Unsupported|Duplicate) value: ");
    private static final int LONGEST = 60;
    private static final int LEFT = 20;

    private QuotedValues() {}

    static String shortened(String said) {
        StringBuilder words = new StringBuilder();
        int from = 0;
        Matcher begin = BEGIN.matcher(said);
        while (begin.find(from)) {
            int value = begin.end();
            int end = end(said, value);
            words.append(said, from, value);
            words.append(
                    end - value > LONGEST
                            ? said.substring(value, value + LEFT) + "\u2026"
                            : said.substring(value, end));
            from = end;
        }
        return words.append(said, from, said.length()).toString();
    }

    /** Where a value ends: at a colon or comma outside of its quotes and brackets. */
    private static int end(String said, int value) {
        boolean quoted = false;
        int depth = 0;
        for (int i = value; i < said.length(); i++) {
            char at = said.charAt(i);
            if (quoted) {
                i += at == '\\' ? 1 : 0;
                quoted = at != '"';
            } else if (at == '"') {
                quoted = true;
            } else if (at == '{' || at == '[') {
                depth++;
            } else if (at == '}' || at == ']') {
                depth--;
            } else if (depth <= 0
                    && (at == ':' || at == ',')
                    && (i + 1 == said.length() || said.charAt(i + 1) == ' ')) {
                return i;
            }
        }
        return said.length();
    }
}
