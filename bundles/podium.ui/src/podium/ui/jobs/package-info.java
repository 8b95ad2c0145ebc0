// SPDX-License-Identifier: Apache-2.0
/** The Jobs table: its lines, columns, groups and filter. No widgets. */
@NonNullByDefault
package podium.ui.jobs;

import org.eclipse.jdt.annotation.NonNullByDefault;
