// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

/** Reads MIG profiles such as {@code 2g.20gb}. Source: NVIDIA MIG user guide, the profile tables. */
public final class MigProfile {

    private MigProfile() {}

    /** How many of the seven compute slices it takes. */
    public static int computeSlices(String profile) {
        return Integer.parseInt(profile.substring(0, profile.indexOf('g')));
    }

    /** Its memory in MiB, a little less than the name says, as the driver reports it. */
    public static int memoryMiB(String profile) {
        int start = profile.indexOf('.') + 1;
        int gigabytes = Integer.parseInt(profile.substring(start, profile.indexOf("gb", start)));
        return gigabytes * 1024 * 19 / 20;
    }
}
