// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import java.util.Arrays;
import java.util.Optional;

/** The colours that a cluster can be given. */
public enum ClusterColor {
    RED,
    ORANGE,
    GREEN,
    BLUE,
    PURPLE;

    /** The one of that name; empty: there is none. */
    public static Optional<ClusterColor> of(String name) {
        return Arrays.stream(values())
                .filter(color -> color.name().equals(name))
                .findFirst();
    }
}
