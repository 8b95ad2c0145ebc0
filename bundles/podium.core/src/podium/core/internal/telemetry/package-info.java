// SPDX-License-Identifier: Apache-2.0
/** The time-series store: compressed blocks in memory. */
@NonNullByDefault
package podium.core.internal.telemetry;

import org.eclipse.jdt.annotation.NonNullByDefault;
