// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.journey;

import podium.kubernetes.internal.testing.Data;

/** The manifests of the owners that are proved, one of each kind. */
public final class OwnerFixtures {
    private OwnerFixtures() {}

    /** The manifest, its name filled in. */
    public static String text(String fixture) {
        return Data.fixture(OwnerFixtures.class, "owners/" + fixture + ".json").replace("NAME", OwnerBench.NAME);
    }
}
