// SPDX-License-Identifier: Apache-2.0
package podium.operation.rule;

/**
 * A pattern of a name, in which * stands for any text, also none. Everything else stands for itself.
 *
 * @param pattern not empty
 */
public record Glob(String pattern) {
    /** True when the whole text fits. */
    public boolean matches(String text) {
        int at = 0;
        int read = 0;
        int star = -1;
        int mark = 0;
        while (read < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                mark = read;
            } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(read)) {
                at++;
                read++;
            } else if (star >= 0) {
                // let the last star take one character more
                at = star + 1;
                read = ++mark;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    @Override
    public String toString() {
        return pattern;
    }
}
