// SPDX-License-Identifier: Apache-2.0
/** Operations: a plan, its journal, its execution, its undo. */
@NonNullByDefault
package podium.core.operation;

import org.eclipse.jdt.annotation.NonNullByDefault;
