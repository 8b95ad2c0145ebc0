// SPDX-License-Identifier: Apache-2.0
/** Proofs of drains foreseen. */
@NonNullByDefault
package podium.operation.internal.drain;

import org.eclipse.jdt.annotation.NonNullByDefault;
