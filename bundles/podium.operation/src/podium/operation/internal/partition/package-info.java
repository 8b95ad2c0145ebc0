// SPDX-License-Identifier: Apache-2.0
/** Which MIG layouts a product has, what one would change, and the guarded steps to it. */
@NonNullByDefault
package podium.operation.internal.partition;

import org.eclipse.jdt.annotation.NonNullByDefault;
