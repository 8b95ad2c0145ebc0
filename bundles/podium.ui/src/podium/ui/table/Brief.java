// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.Optional;
import podium.core.text.NodeNames;

/**
 * What a cell shows where all of its text does not fit.
 *
 * @param text said in fewer words; empty: the same text
 * @param core what of it tells it apart, cut last; empty: not known
 * @param names how those beside it are called, so that they are still told apart where it is cut
 * @param widest of its like beside it: where that does not fit all say it in fewer words; empty: each as it fits
 * @param sign stands behind it for words that were left out, and is never cut
 */
public record Brief(String text, String core, Optional<NodeNames> names, String widest, Optional<StateIcon> sign) {
    /** The same text, cut in its middle. */
    public static final Brief NONE = new Brief("", "", Optional.empty());

    /** Of what has none of its like beside it. */
    public Brief(String text, String core, Optional<StateIcon> sign) {
        this(text, core, Optional.empty(), "", sign);
    }

    /** Of what is written as its like beside it. */
    public static Brief alike(String text, String core, String widest) {
        return new Brief(text, core, Optional.empty(), widest, Optional.empty());
    }

    /** Of the name of a node. */
    public static Brief node(NodeNames names) {
        return new Brief("", "", Optional.of(names), "", Optional.empty());
    }
}
