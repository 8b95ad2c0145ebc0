// SPDX-License-Identifier: Apache-2.0
/** The clusters that are open: each is connected, kept connected, and let go. */
@NonNullByDefault
package podium.sources.internal.cluster;

import org.eclipse.jdt.annotation.NonNullByDefault;
