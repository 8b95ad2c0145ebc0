// SPDX-License-Identifier: Apache-2.0
/** Proofs of what is sent and how answers are read. */
@NonNullByDefault
package podium.kubernetes.internal.write;

import org.eclipse.jdt.annotation.NonNullByDefault;
