// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import java.util.Comparator;

/** A semantic version, compared by its numbers and then by its pre-release, of which having none is the greatest. */
record SemanticVersion(long major, long minor, long patch, String release) implements Comparable<SemanticVersion> {

    private static final Comparator<SemanticVersion> ORDER = Comparator.comparingLong(SemanticVersion::major)
            .thenComparingLong(SemanticVersion::minor)
            .thenComparingLong(SemanticVersion::patch)
            .thenComparing(version -> version.release.isEmpty())
            .thenComparing(SemanticVersion::release);

    /**
     * Reads {@code 1.2.3-rc.1+build}.
     *
     * @throws IllegalArgumentException if it is none
     */
    static SemanticVersion parse(String text) {
        String plain = text.split("\\+", 2)[0];
        String[] parts = plain.split("-", 2);
        String[] numbers = parts[0].split("\\.", -1);
        if (numbers.length != 3) {
            throw new IllegalArgumentException("not a semantic version: " + text);
        }
        return new SemanticVersion(
                Long.parseLong(numbers[0]),
                Long.parseLong(numbers[1]),
                Long.parseLong(numbers[2]),
                parts.length > 1 ? parts[1] : "");
    }

    @Override
    public int compareTo(SemanticVersion other) {
        return ORDER.compare(this, other);
    }
}
