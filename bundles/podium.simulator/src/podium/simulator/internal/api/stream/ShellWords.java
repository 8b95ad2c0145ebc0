// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a line of a shell into words and operators: quotes, variables, {@code ; && || |}. */
final class ShellWords {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(&&|\\|\\||[;|])|((?:'[^']*'|\"(?:\\\\.|[^\"\\\\])*\"|\\\\.|[^\\s;|&'\"\\\\]|(?<=>)&)+|&))");
    private static final Pattern PART = Pattern.compile("'([^']*)'|\"((?:\\\\.|[^\"\\\\])*)\"|\\\\(.)|([^'\"\\\\]+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+|\\?))");

    private ShellWords() {}

    /**
     * A word or an operator.
     *
     * @param operator whether it is one
     */
    record Word(String text, boolean operator) {}

    static List<Word> of(String line, Map<String, String> variables) {
        List<Word> words = new ArrayList<>();
        Matcher token = TOKEN.matcher(line);
        int at = 0;
        while (at < line.length() && token.find(at) && token.start() == at) {
            at = token.end();
            String operator = token.group(1);
            String word = token.group(2);
            if (operator != null) {
                words.add(new Word(operator, true));
            } else if (word != null && word.startsWith("#")) {
                return words;
            } else if (word != null) {
                words.add(new Word(word(word, variables), false));
            }
        }
        return words;
    }

    private static String word(String raw, Map<String, String> variables) {
        StringBuilder out = new StringBuilder();
        Matcher part = PART.matcher(raw);
        while (part.find()) {
            if (part.group(1) != null) {
                out.append(part.group(1));
            } else if (part.group(3) != null) {
                out.append(part.group(3));
            } else {
                String text = part.group(2) != null ? part.group(2).replaceAll("\\\\([\\\\\"$])", "$1") : part.group(4);
                out.append(filled(text, variables));
            }
        }
        return out.toString();
    }

    private static String filled(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String name = found.group(1) != null ? found.group(1) : found.group(2);
            return Matcher.quoteReplacement(variables.getOrDefault(name, ""));
        });
    }
}
