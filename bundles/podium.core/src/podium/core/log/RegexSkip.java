// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.util.Optional;

/**
 * Passes over groups and classes of characters in a regular expression.
 *
 * @param regex one that compiles
 */
record RegexSkip(String regex) {
    /** Where the group or class is over that begins at a place; empty: it is not understood, or changes what comes after it. */
    Optional<Integer> end(int from) {
        int end = regex.charAt(from) == '[' ? afterClass(from) : afterGroup(from);
        return end < 0 ? Optional.empty() : Optional.of(end);
    }

    private int afterGroup(int from) {
        int depth = 0;
        int at = from;
        while (at >= 0 && at < regex.length()) {
            switch (regex.charAt(at)) {
                case '(' -> {
                    depth++;
                    at = setsFlags(at) ? -1 : at + 1;
                }
                case ')' -> {
                    at++;
                    if (--depth == 0) {
                        return at;
                    }
                }
                case '[' -> at = afterClass(at);
                case '\\' -> at = afterEscape(at);
                default -> at++;
            }
        }
        return -1;
    }

    /** Whether other rules hold after {@code (?i)} and the like. */
    private boolean setsFlags(int group) {
        return regex.startsWith("(?", group) && ":=!><".indexOf(regex.charAt(group + 2)) < 0;
    }

    private int afterClass(int from) {
        int depth = 0;
        int at = from;
        while (at >= 0 && at < regex.length()) {
            switch (regex.charAt(at)) {
                case '[' -> {
                    depth++;
                    at++;
                    // a bracket in the first place stands for itself
                    at = regex.startsWith("]", at) || regex.startsWith("^]", at) ? -1 : at;
                }
                case ']' -> {
                    at++;
                    if (--depth == 0) {
                        return at;
                    }
                }
                case '\\' -> at = regex.startsWith("\\Q", at) ? -1 : at + 2;
                default -> at++;
            }
        }
        return -1;
    }

    private int afterEscape(int at) {
        if (!regex.startsWith("\\Q", at)) {
            return at + 2;
        }
        int end = regex.indexOf("\\E", at);
        return end < 0 ? -1 : end + 2;
    }
}
