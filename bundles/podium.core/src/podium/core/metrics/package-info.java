// SPDX-License-Identifier: Apache-2.0
/** Metrics: what is measured of a device, the exporters and services that it is read from, and those who read. */
@NonNullByDefault
package podium.core.metrics;

import org.eclipse.jdt.annotation.NonNullByDefault;
