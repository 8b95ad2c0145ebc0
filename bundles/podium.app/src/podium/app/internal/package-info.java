// SPDX-License-Identifier: Apache-2.0
/** Puts the console together: simulated fleets, what the command line asks for, the end of the process. */
@NonNullByDefault
package podium.app.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
