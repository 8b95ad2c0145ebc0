// SPDX-License-Identifier: Apache-2.0
/** Proofs of the plans of each kind of owner. */
@NonNullByDefault
package podium.kubernetes.internal.place;

import org.eclipse.jdt.annotation.NonNullByDefault;
