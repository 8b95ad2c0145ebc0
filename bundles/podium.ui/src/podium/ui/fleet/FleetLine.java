// SPDX-License-Identifier: Apache-2.0
package podium.ui.fleet;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.Holdings;
import podium.ui.table.StateIcon;

/**
 * A line of the Fleet tree.
 *
 * @param thing cluster, domain, node or accelerator
 * @param name the whole name
 * @param brief the name as it is shown
 * @param core what of it tells it apart from its like; empty: not known
 * @param word its state in a word; empty for a domain
 * @param holdings its devices counted; empty for a device
 */
public record FleetLine(
        EObject thing,
        String name,
        String brief,
        String core,
        StateIcon mark,
        String word,
        Optional<Holdings> holdings) {

    /** A line that is always called by its whole name. */
    FleetLine(EObject thing, String name, StateIcon mark, String word, Optional<Holdings> holdings) {
        this(thing, name, name, "", mark, word, holdings);
    }
}
