// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

/** The manifests of the owners that are proved, one of each kind. */
public final class OwnerFixtures {
    /** What each of them is called. */
    public static final String NAME = "it";

    private OwnerFixtures() {}

    /** The manifest, its name filled in. */
    public static String text(String fixture) {
        return Data.fixture(OwnerFixtures.class, "owners/" + fixture + ".json").replace("NAME", NAME);
    }
}
