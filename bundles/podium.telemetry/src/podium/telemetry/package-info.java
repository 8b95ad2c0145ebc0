// SPDX-License-Identifier: Apache-2.0
/** Metrics over time: a store written by sources and read by views as immutable snapshots. */
@NonNullByDefault
package podium.telemetry;

import org.eclipse.jdt.annotation.NonNullByDefault;
