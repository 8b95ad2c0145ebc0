// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.dra;

import java.util.Optional;
import podium.core.internal.dra.cel.Selector;

/** Where selectors come from. */
public interface SelectorSource {
    /** The selector of a CEL expression; empty: it is still being read. */
    Optional<Selector> selector(String expression);
}
