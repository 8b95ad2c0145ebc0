// SPDX-License-Identifier: Apache-2.0
/** What all that runs an operation shares: its paces, its signals to pause and to end, and how it tells of itself. */
@NonNullByDefault
package podium.operation.internal.run;

import org.eclipse.jdt.annotation.NonNullByDefault;
