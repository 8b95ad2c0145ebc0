// SPDX-License-Identifier: Apache-2.0
/** Which devices a claim can have, by the rules of the scheduler's plugin dynamicresources and its structured allocator. */
@NonNullByDefault
package podium.placement.internal.dra;

import org.eclipse.jdt.annotation.NonNullByDefault;
