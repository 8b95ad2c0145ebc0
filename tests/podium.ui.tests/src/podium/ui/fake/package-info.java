// SPDX-License-Identifier: Apache-2.0
/** Fleets and services made by hand, for tests of the console. */
@NonNullByDefault
package podium.ui.fake;

import org.eclipse.jdt.annotation.NonNullByDefault;
