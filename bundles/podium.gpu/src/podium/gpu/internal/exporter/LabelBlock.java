// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the text between the braces of a sample line. */
final class LabelBlock {
    private LabelBlock() {}

    /** The labels; empty when the block is not well formed. */
    static Optional<Map<String, String>> parse(String block) {
        Map<String, String> labels = new HashMap<>();
        int at = 0;
        while (true) {
            at = skip(block, at);
            if (at == block.length()) {
                return Optional.of(labels);
            }
            int equals = block.indexOf('=', at);
            int quote = equals < 0 ? -1 : skipBlanks(block, equals + 1);
            if (quote < 0 || quote >= block.length() || block.charAt(quote) != '"') {
                return Optional.empty();
            }
            String name = block.substring(at, equals).strip();
            if (!isName(name)) {
                return Optional.empty();
            }
            StringBuilder value = new StringBuilder();
            at = quote + 1;
            while (at < block.length() && block.charAt(at) != '"') {
                char c = block.charAt(at);
                if (c == '\\' && at + 1 < block.length()) {
                    char escaped = block.charAt(++at);
                    value.append(escaped == 'n' ? '\n' : escaped);
                } else {
                    value.append(c);
                }
                at++;
            }
            if (at >= block.length()) {
                return Optional.empty();
            }
            labels.put(name, value.toString());
            at++;
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    }

    private static int skip(String block, int from) {
        int at = from;
        while (at < block.length() && (block.charAt(at) == ',' || Character.isWhitespace(block.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static int skipBlanks(String block, int from) {
        int at = from;
        while (at < block.length() && block.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
