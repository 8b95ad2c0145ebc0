// SPDX-License-Identifier: Apache-2.0
/** The decisions that an operator is asked for, as the flows see them; the dialogs implement them. */
@NonNullByDefault
package podium.ui.prompt;

import org.eclipse.jdt.annotation.NonNullByDefault;
