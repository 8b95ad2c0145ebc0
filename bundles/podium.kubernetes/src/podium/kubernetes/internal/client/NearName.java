// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that was meant by one that is misspelt. */
public final class NearName {
    private static final int FURTHEST = 2;

    private NearName() {}

    /** The nearest of the names, at most two letters off, and half of a short one. */
    public static Optional<String> of(String written, Collection<String> names) {
        int furthest = Math.min(FURTHEST, written.length() / 2);
        return names.stream()
                .filter(name -> distance(written, name) <= furthest)
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Letters put in, left out or changed; the case of a letter is none. */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] before = new int[to.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[before.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[to.length()];
    }
}
