// SPDX-License-Identifier: Apache-2.0
/** Metrics from a Prometheus: its HTTP API, what is asked of it, and the past that it has and the store has not. */
@NonNullByDefault
package podium.sources.internal.prometheus;

import org.eclipse.jdt.annotation.NonNullByDefault;
