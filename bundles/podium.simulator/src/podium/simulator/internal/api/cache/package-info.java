// SPDX-License-Identifier: Apache-2.0
/** What lists and watches are served from: the present objects with their bytes, and a stretch of the past. */
@NonNullByDefault
package podium.simulator.internal.api.cache;

import org.eclipse.jdt.annotation.NonNullByDefault;
