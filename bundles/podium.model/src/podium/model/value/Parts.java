// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A list of texts as one text: each escaped and ended by a tab, so that lists nest and empty texts count. */
final class Parts {
    private Parts() {}

    static String join(List<String> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(Escapes.escape(part)).append('\t'));
        return text.toString();
    }

    static <T> String join(List<T> items, Function<T, String> toText) {
        return join(items.stream().map(toText).toList());
    }

    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\t'); end >= 0; end = text.indexOf('\t', from)) {
            parts.add(Escapes.unescape(text.substring(from, end)));
            from = end + 1;
        }
        if (from < text.length()) {
            throw new IllegalArgumentException("cut off: " + text);
        }
        return parts;
    }

    static <T> List<T> split(String text, Function<String, T> fromText) {
        return split(text).stream().map(fromText).toList();
    }

    /** Splits into exactly so many parts. */
    static List<String> split(String text, int count) {
        List<String> parts = split(text);
        if (parts.size() != count) {
            throw new IllegalArgumentException(count + " parts expected: " + text);
        }
        return parts;
    }
}
