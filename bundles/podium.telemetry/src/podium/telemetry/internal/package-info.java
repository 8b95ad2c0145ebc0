// SPDX-License-Identifier: Apache-2.0
/** The time-series store: compressed blocks in memory. */
@NonNullByDefault
package podium.telemetry.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
