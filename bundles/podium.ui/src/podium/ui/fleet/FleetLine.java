// SPDX-License-Identifier: Apache-2.0
package podium.ui.fleet;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.Holdings;
import podium.ui.table.Brief;
import podium.ui.table.StateIcon;

/**
 * A line of the Fleet tree.
 *
 * @param thing cluster, domain, node or accelerator
 * @param name the whole name
 * @param brief the name as it is shown
 * @param cut what is shown where that does not fit
 * @param word its state in a word; empty for a domain
 * @param holdings its devices counted; empty for a device
 */
public record FleetLine(
        EObject thing, String name, String brief, Brief cut, StateIcon mark, String word, Optional<Holdings> holdings) {

    /** A line that is always called by its whole name. */
    FleetLine(EObject thing, String name, StateIcon mark, String word, Optional<Holdings> holdings) {
        this(thing, name, name, Brief.NONE, mark, word, holdings);
    }

    /** What of it tells it apart from its like; empty: not known. */
    public String core() {
        return cut.core();
    }
}
