// SPDX-License-Identifier: Apache-2.0
package podium.core.text;

import java.util.Collection;
import java.util.stream.Collectors;

/** Numbers of things in words: 1 pod, 3 pods. */
public final class Counted {
    private Counted() {}

    /** The number and the noun. */
    public static String of(long number, String noun) {
        return number + " " + noun(number, noun);
    }

    /**
     * The first of some things by name, and how many there are beside them: "a, b, c and 4 more".
     *
     * @param most how many are named at most, 1 or more
     */
    public static String named(Collection<String> names, int most) {
        return names.stream().limit(most).collect(Collectors.joining(", "))
                + (names.size() > most ? " and " + (names.size() - most) + " more" : "");
    }

    /** The noun as it stands behind the number, for one that is written in another way. */
    public static String noun(long number, String noun) {
        return number == 1 ? noun : noun + "s";
    }
}
