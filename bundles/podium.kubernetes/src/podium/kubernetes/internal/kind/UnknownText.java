// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import podium.kubernetes.texts.Texts;

/**
 * Words for a value of somebody else's API that came after this Podium was made: what it means is a doubt, and never taken for the
 * mildest that is known.
 */
public final class UnknownText {
    private static final int LONGEST = 60;

    private UnknownText() {}

    /** The clause "its podFailurePolicy has the action X, which Podium does not know". */
    public static String of(String whose, String field, String value) {
        String shown = value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value;
        return value.isEmpty()
                ? Texts.of("UnknownText.hasNone", whose, field)
                : Texts.of("UnknownText.hasAnUnknown", whose, field, shown);
    }
}
