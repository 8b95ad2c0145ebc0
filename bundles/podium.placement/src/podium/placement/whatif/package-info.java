// SPDX-License-Identifier: Apache-2.0
/** What would be if: hypotheses on a copy of the model, and what follows from them. No cluster is touched. */
@NonNullByDefault
package podium.placement.whatif;

import org.eclipse.jdt.annotation.NonNullByDefault;
