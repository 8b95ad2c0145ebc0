// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import java.util.Optional;

/**
 * The operator's marks of a cluster: production, a colour.
 *
 * @param color empty: none
 * @param production whether what is done to it has to be done with more care
 */
public record ClusterMark(Optional<ClusterColor> color, boolean production) {
    /** A cluster that nobody marked. */
    public static final ClusterMark NONE = new ClusterMark(Optional.empty(), false);
}
