// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.Optional;

/**
 * What a cell shows where all of its text does not fit.
 *
 * @param text said in fewer words; empty: the same text
 * @param core what of it tells it apart, cut last; empty: not known
 * @param sign stands behind it for words that were left out, and is never cut
 */
public record Brief(String text, String core, Optional<StateIcon> sign) {
    /** The same text, cut in its middle. */
    public static final Brief NONE = new Brief("", "", Optional.empty());
}
