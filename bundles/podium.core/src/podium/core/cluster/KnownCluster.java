// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import java.time.Instant;

/**
 * A cluster that was open once.
 *
 * @param opened when it was opened last
 * @param open whether it was open when the console ended, or is
 */
public record KnownCluster(ClusterTarget target, Instant opened, boolean open) {}
