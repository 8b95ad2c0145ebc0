// SPDX-License-Identifier: Apache-2.0
/** Operations as the console shows them: lines, columns, what can be done with each. No widgets. */
@NonNullByDefault
package podium.ui.operation;

import org.eclipse.jdt.annotation.NonNullByDefault;
