// SPDX-License-Identifier: Apache-2.0
/** Immutable values of the fleet model: compact, interned where they repeat, without EMF. */
@NonNullByDefault
package podium.model.value;

import org.eclipse.jdt.annotation.NonNullByDefault;
