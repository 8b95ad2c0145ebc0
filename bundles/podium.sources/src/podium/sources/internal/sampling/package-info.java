// SPDX-License-Identifier: Apache-2.0
/** Which sources each open cluster has, and the rounds in which all of them are read. */
@NonNullByDefault
package podium.sources.internal.sampling;

import org.eclipse.jdt.annotation.NonNullByDefault;
