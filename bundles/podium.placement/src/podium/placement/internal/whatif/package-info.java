// SPDX-License-Identifier: Apache-2.0
/** Copies the model, changes the copy, and reads off what follows. */
@NonNullByDefault
package podium.placement.internal.whatif;

import org.eclipse.jdt.annotation.NonNullByDefault;
