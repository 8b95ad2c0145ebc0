// SPDX-License-Identifier: Apache-2.0
/** What an operator can do from the console, from the request to the confirmed operation. */
@NonNullByDefault
package podium.ui.action;

import org.eclipse.jdt.annotation.NonNullByDefault;
