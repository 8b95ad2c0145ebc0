// SPDX-License-Identifier: Apache-2.0
/** Suspending jobs and letting them run again, as plans. */
@NonNullByDefault
package podium.operation.suspend;

import org.eclipse.jdt.annotation.NonNullByDefault;
