// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/** A version as a value of CEL (kubernetes.Semver), ordered by the rules of semver.org 2.0.0; its build says nothing. */
record SemanticVersion(long major, long minor, long patch, String[] before) implements Comparable<SemanticVersion> {
    private static final String NUMBER = "(0|[1-9][0-9]{0,18})";
    private static final Pattern STRICT = Pattern.compile(
            NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-([0-9A-Za-z.-]+))?(?:\\+([0-9A-Za-z.-]+))?");
    private static final Pattern LAX = Pattern.compile("v?0*([0-9]+)(?:\\.0*([0-9]+))?(?:\\.0*([0-9]+))?([-+].*)?");

    /** Empty when the text is no version. */
    static Optional<SemanticVersion> parse(String text) {
        Matcher parts = STRICT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String[] before =
                parts.group(4) == null ? new String[0] : parts.group(4).split("\\.", -1);
        for (String part : before) {
            if (part.isEmpty() || part.length() > 1 && part.startsWith("0") && number(part)) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(new SemanticVersion(
                    Long.parseLong(parts.group(1)),
                    Long.parseLong(parts.group(2)),
                    Long.parseLong(parts.group(3)),
                    before));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A version that may begin with v, lack its last numbers, and have zeros before them. */
    static Optional<SemanticVersion> lax(String text) {
        Matcher parts = LAX.matcher(text);
        return parts.matches()
                ? parse(parts.group(1) + "." + or(parts.group(2), "0") + "." + or(parts.group(3), "0")
                        + or(parts.group(4), ""))
                : Optional.empty();
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    private static boolean number(String text) {
        return text.chars().allMatch(Character::isDigit);
    }

    @Override
    public int compareTo(SemanticVersion other) {
        int order = Long.compare(major, other.major);
        order = order != 0 ? order : Long.compare(minor, other.minor);
        order = order != 0 ? order : Long.compare(patch, other.patch);
        if (order != 0 || before.length == 0 || other.before.length == 0) {
            // a version comes after its own previews
            return order != 0 ? order : Boolean.compare(before.length == 0, other.before.length == 0);
        }
        for (int i = 0; i < Math.min(before.length, other.before.length); i++) {
            order = part(before[i], other.before[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(before.length, other.before.length);
    }

    /** Numbers by their value and before texts, texts by their characters. */
    private static int part(String one, String two) {
        boolean first = number(one);
        boolean second = number(two);
        if (first && second) {
            return new BigInteger(one).compareTo(new BigInteger(two));
        }
        return first == second ? Integer.signum(one.compareTo(two)) : first ? -1 : 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SemanticVersion that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(major * 31 * 31 + minor * 31 + patch);
    }
}
