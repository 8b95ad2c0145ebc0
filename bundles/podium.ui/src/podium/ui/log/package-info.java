// SPDX-License-Identifier: Apache-2.0
/** The Logs part: the lines of a job's containers in one stream. */
@NonNullByDefault
package podium.ui.log;

import org.eclipse.jdt.annotation.NonNullByDefault;
