// SPDX-License-Identifier: Apache-2.0
/** The console driven from inside by SWTBot. */
@NonNullByDefault
package podium.app.swtbot;

import org.eclipse.jdt.annotation.NonNullByDefault;
