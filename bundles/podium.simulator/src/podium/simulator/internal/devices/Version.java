// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import java.util.Comparator;

/** A semantic version, compared by its numbers and then by its pre-release, of which having none is the greatest. */
record Version(long major, long minor, long patch, String release) implements Comparable<Version> {

    private static final Comparator<Version> ORDER = Comparator.comparingLong(Version::major)
            .thenComparingLong(Version::minor)
            .thenComparingLong(Version::patch)
            .thenComparing(version -> version.release.isEmpty())
            .thenComparing(Version::release);

    /**
     * Reads {@code 1.2.3-rc.1+build}.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Version parse(String text) {
        String plain = text.split("\\+", 2)[0];
        String[] parts = plain.split("-", 2);
        String[] numbers = parts[0].split("\\.", -1);
        if (numbers.length != 3) {
            throw new IllegalArgumentException("not a semantic version: " + text);
        }
        return new Version(
                Long.parseLong(numbers[0]),
                Long.parseLong(numbers[1]),
                Long.parseLong(numbers[2]),
                parts.length > 1 ? parts[1] : "");
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
