// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One of the texts of which a line must have one to match a regular expression. What is not understood of an expression is taken for
 * nothing that is required, so that a line is rather looked at too often than not at all.
 *
 * @param text characters that only fold to each other as ASCII does
 * @param whole whether a line that has it matches
 * @param first whether all that matches begins with it
 */
record RequiredText(String text, boolean whole, boolean first) {
    private static final int UNDERSTOOD = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.LITERAL;

    /** The texts; none: every line has to be looked at. */
    static List<RequiredText> of(Pattern pattern) {
        if ((pattern.flags() & ~UNDERSTOOD) != 0) {
            return List.of();
        }
        String regex = pattern.pattern();
        boolean literal = (pattern.flags() & Pattern.LITERAL) != 0;
        List<RequiredText> found = new Reading(literal ? Pattern.quote(regex) : regex).all();
        return found.stream().anyMatch(it -> it.text.isEmpty()) ? List.of() : found;
    }

    /**
     * Whether a character is only the same as what it is in ASCII, or has no case at all. Ideographs, symbols and what else has no case
     * is that; other letters are not trusted.
     */
    static boolean isPlain(char c) {
        if (c < 0x80) {
            return c >= ' ' && c < 0x7f;
        }
        return switch (Character.getType(c)) {
            case Character.OTHER_LETTER, Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL -> true;
            case Character.OTHER_PUNCTUATION, Character.DASH_PUNCTUATION, Character.DECIMAL_DIGIT_NUMBER -> true;
            // circled letters have a case
            case Character.OTHER_SYMBOL -> Character.toLowerCase(c) == c && Character.toUpperCase(c) == c;
            default -> false;
        };
    }

    /** One pass over an expression, all of whose alternatives are gathered. */
    private static final class Reading {
        private final String regex;
        private final List<RequiredText> found = new ArrayList<>();
        private final StringBuilder run = new StringBuilder();
        private String best = "";
        private boolean bestIsFirst;
        private boolean broken;
        private int at;

        Reading(String regex) {
            this.regex = regex;
        }

        List<RequiredText> all() {
            while (at < regex.length()) {
                if (!step(regex.charAt(at))) {
                    return List.of();
                }
            }
            alternative();
            // which alternative comes first at a place does not follow from one of them
            return found.size() == 1
                    ? found
                    : found.stream()
                            .map(it -> new RequiredText(it.text, it.whole, false))
                            .toList();
        }

        /** Whether it was understood. */
        private boolean step(char c) {
            switch (c) {
                case '|' -> {
                    alternative();
                    at++;
                }
                case '.', '^', '$' -> {
                    over();
                    at++;
                }
                case '(', '[' -> {
                    over();
                    Optional<Integer> end = new RegexSkip(regex).end(at);
                    at = end.orElse(at);
                    return end.isPresent();
                }
                case '*', '?', '+', '{' -> quantified(c);
                case '\\' -> {
                    return escaped();
                }
                default -> {
                    letter(c);
                    at++;
                }
            }
            return true;
        }

        private void quantified(char c) {
            if (c != '+' && !run.isEmpty()) {
                run.setLength(run.length() - 1);
            }
            over();
            at = c == '{' ? regex.indexOf('}', at) + 1 : at + 1;
            if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
                at++;
            }
        }

        private boolean escaped() {
            char c = regex.charAt(at + 1);
            if (c == 'Q') {
                int end = regex.indexOf("\\E", at);
                String quoted = regex.substring(at + 2, end < 0 ? regex.length() : end);
                quoted.chars().forEach(it -> letter((char) it));
                at = end < 0 ? regex.length() : end + 2;
                return true;
            }
            if ("dDwWsShHvVbBAzZtnrfae".indexOf(c) >= 0) {
                over();
                at += 2;
                return true;
            }
            if (c >= 0x80 || Character.isLetterOrDigit(c)) {
                return false;
            }
            letter(c);
            at += 2;
            return true;
        }

        private void letter(char c) {
            if (isPlain(c)) {
                run.append(c);
            } else {
                over();
            }
        }

        /** Something else than a character that is required. */
        private void over() {
            if (run.length() > best.length()) {
                best = run.toString();
                bestIsFirst = !broken;
            }
            run.setLength(0);
            broken = true;
        }

        private void alternative() {
            boolean whole = !broken;
            over();
            found.add(new RequiredText(best, whole, bestIsFirst));
            best = "";
            bestIsFirst = false;
            broken = false;
        }
    }
}
