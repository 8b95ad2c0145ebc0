// SPDX-License-Identifier: Apache-2.0
package podium.core.text;

/** Numbers of things in words: 1 pod, 3 pods. */
public final class Counted {
    private Counted() {}

    /** The number and the noun. */
    public static String of(long number, String noun) {
        return number + " " + noun(number, noun);
    }

    /** The noun as it stands behind the number, for one that is written in another way. */
    public static String noun(long number, String noun) {
        return number == 1 ? noun : noun + "s";
    }
}
