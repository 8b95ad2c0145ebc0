// SPDX-License-Identifier: Apache-2.0
/** Metrics exporters of a cluster, found by their labels and read through the API server. */
@NonNullByDefault
package podium.kubernetes.internal.exporter;

import org.eclipse.jdt.annotation.NonNullByDefault;
