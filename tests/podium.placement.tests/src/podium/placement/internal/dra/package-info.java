// SPDX-License-Identifier: Apache-2.0
/** Slices, classes and claims for tests, and what the search finds among them. */
@NonNullByDefault
package podium.placement.internal.dra;

import org.eclipse.jdt.annotation.NonNullByDefault;
