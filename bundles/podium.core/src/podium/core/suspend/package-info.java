// SPDX-License-Identifier: Apache-2.0
/** Suspending jobs and letting them run again, as plans. */
@NonNullByDefault
package podium.core.suspend;

import org.eclipse.jdt.annotation.NonNullByDefault;
