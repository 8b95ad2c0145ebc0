// SPDX-License-Identifier: Apache-2.0
/** Texts of clusters made fit to be read: cleaned, ordered, shortened, counted. Pure functions; any thread. */
@NonNullByDefault
package podium.core.text;

import org.eclipse.jdt.annotation.NonNullByDefault;
