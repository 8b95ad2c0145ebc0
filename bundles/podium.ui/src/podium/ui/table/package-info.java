// SPDX-License-Identifier: Apache-2.0
/** Tables: a column is a value, rows are an outline, one widget shows them. */
@NonNullByDefault
package podium.ui.table;

import org.eclipse.jdt.annotation.NonNullByDefault;
