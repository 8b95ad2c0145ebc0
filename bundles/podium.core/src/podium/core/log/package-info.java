// SPDX-License-Identifier: Apache-2.0
/** The logs of containers: which are asked for, and the port that reads them. */
@NonNullByDefault
package podium.core.log;

import org.eclipse.jdt.annotation.NonNullByDefault;
