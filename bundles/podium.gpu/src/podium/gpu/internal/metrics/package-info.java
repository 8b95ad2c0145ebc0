// SPDX-License-Identifier: Apache-2.0
/** OpenMetrics out: what the local devices tell, under the names that existing dashboards read. */
@NonNullByDefault
package podium.gpu.internal.metrics;

import org.eclipse.jdt.annotation.NonNullByDefault;
