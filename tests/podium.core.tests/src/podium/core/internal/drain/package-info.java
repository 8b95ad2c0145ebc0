// SPDX-License-Identifier: Apache-2.0
/** Proofs of drains foreseen. */
@NonNullByDefault
package podium.core.internal.drain;

import org.eclipse.jdt.annotation.NonNullByDefault;
