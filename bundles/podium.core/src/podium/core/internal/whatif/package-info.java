// SPDX-License-Identifier: Apache-2.0
/** Copies the model, changes the copy, and reads off what follows. */
@NonNullByDefault
package podium.core.internal.whatif;

import org.eclipse.jdt.annotation.NonNullByDefault;
