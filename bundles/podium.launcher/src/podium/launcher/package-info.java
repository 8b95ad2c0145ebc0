// SPDX-License-Identifier: Apache-2.0
/** What the console is told on its command line. */
@NonNullByDefault
package podium.launcher;

import org.eclipse.jdt.annotation.NonNullByDefault;
