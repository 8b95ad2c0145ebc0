// SPDX-License-Identifier: Apache-2.0
/** Failures of Podium itself: where they are noted, and how they are put into words for the operator. */
@NonNullByDefault
package podium.core.failure;

import org.eclipse.jdt.annotation.NonNullByDefault;
