// SPDX-License-Identifier: Apache-2.0
/** Operations: a plan that runs, what became of it, its undo, and the journal that tells of it. */
@NonNullByDefault
package podium.operation;

import org.eclipse.jdt.annotation.NonNullByDefault;
