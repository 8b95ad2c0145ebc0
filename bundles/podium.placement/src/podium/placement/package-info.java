// SPDX-License-Identifier: Apache-2.0
/** Where a job can go and what it takes: verdicts, layouts, and the request to place. */
@NonNullByDefault
package podium.placement;

import org.eclipse.jdt.annotation.NonNullByDefault;
