// SPDX-License-Identifier: Apache-2.0
/** The dialogs in which an operator decides. Each is opened where a decision is needed, and only there. */
@NonNullByDefault
package podium.ui.dialog;

import org.eclipse.jdt.annotation.NonNullByDefault;
