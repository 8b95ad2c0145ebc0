// SPDX-License-Identifier: Apache-2.0
/** The way back from an operation that is done: what was found, what it costs, and the plan that does it. */
@NonNullByDefault
package podium.operation.internal.undo;

import org.eclipse.jdt.annotation.NonNullByDefault;
