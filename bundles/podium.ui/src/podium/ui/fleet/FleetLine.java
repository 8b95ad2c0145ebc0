// SPDX-License-Identifier: Apache-2.0
package podium.ui.fleet;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.Holdings;
import podium.ui.table.Mark;

/**
 * A line of the Fleet tree.
 *
 * @param thing cluster, domain, node or accelerator
 * @param word its state in a word; empty for a domain
 * @param holdings its devices counted; empty for a device
 */
public record FleetLine(EObject thing, String name, Mark mark, String word, Optional<Holdings> holdings) {}
