// SPDX-License-Identifier: Apache-2.0
/** Proofs of requests to place. */
@NonNullByDefault
package podium.operation.internal.plan;

import org.eclipse.jdt.annotation.NonNullByDefault;
