// SPDX-License-Identifier: Apache-2.0
/** Whole journeys, from the mirrored model through plan and operation to a server, and back. */
@NonNullByDefault
package podium.journeys;

import org.eclipse.jdt.annotation.NonNullByDefault;
