// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.FieldHints;
import podium.core.api.FieldHints.Hint;
import podium.core.text.Counted;
import podium.ui.texts.Texts;

/** What is said of the field at a place of a text that is being written. */
final class FieldWords {
    private static final Pattern KEY = Pattern.compile("([ ]*(?:- +)*)[\"']?([\\w./$-]+)[\"']?:(?:\\s.*)?");
    /** How much of it a line or two can hold. */
    private static final int LONGEST = 180;

    private static final int NAMED = 12;

    private FieldWords() {}

    /** Empty: nothing is known of it, or no field begins on that line. For a thread in the background. */
    static Optional<String> at(FieldHints hints, String text, int offset) {
        Optional<FlowText> flow = FlowText.of(text, offset);
        String blocks = flow.map(FlowText::text).orElse(text);
        Optional<WrittenKind> kind = WrittenKind.of(blocks);
        List<String> path = path(blocks, flow.map(FlowText::offset).orElse(offset));
        if (path.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        try {
            return hints.hint(kind.get().apiVersion(), kind.get().kind(), path)
                    .map(hint -> words(String.join(".", path), hint));
        } catch (IOException e) {
            // it is a help, and what is wrong with the connection is said where it counts
            return Optional.empty();
        }
    }

    /** The names from the object down to the field that begins on the line of a place; none where none does. */
    static List<String> path(String text, int offset) {
        List<String> lines = text.substring(0, end(text, offset)).lines().toList();
        List<String> path = new ArrayList<>();
        int indent = Integer.MAX_VALUE;
        for (String line : lines.reversed()) {
            Matcher key = KEY.matcher(line);
            if (!key.matches()) {
                if (path.isEmpty()) {
                    return path;
                }
                continue;
            }
            int at = group(key, 1).length();
            if (at < indent) {
                path.addFirst(group(key, 2));
                indent = at;
            }
        }
        return path;
    }

    private static int end(String text, int offset) {
        int end = text.indexOf('\n', Math.min(offset, text.length()));
        return end < 0 ? text.length() : end;
    }

    private static String group(Matcher matched, int number) {
        @Nullable String found = matched.group(number);
        return found == null ? "" : found;
    }

    /** What is known of a field. */
    static String words(String field, Hint hint) {
        if (hint.type().isEmpty()) {
            return Texts.of("FieldWords.theServerKnowsNo", field, Counted.named(hint.fields(), NAMED));
        }
        return Stream.of(
                        hint.required()
                                ? Texts.of("FieldWords.required", field, hint.type())
                                : field + ": " + hint.type() + ".",
                        hint.choices().isEmpty() ? "" : Texts.of("FieldWords.oneOf", String.join(", ", hint.choices())),
                        shortened(hint.words()),
                        hint.fields().isEmpty() ? "" : Texts.of("FieldWords.has", Counted.named(hint.fields(), NAMED)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Its first sentence. */
    private static String shortened(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        int end = line.indexOf(". ");
        String first = end < 0 ? line : line.substring(0, end + 1);
        return first.length() <= LONGEST ? first : first.substring(0, LONGEST) + "\u2026";
    }
}
