// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Who puts a taint on nodes, and what it says of them: health systems, autoscalers, clouds. {@code taint-owners.tsv} has them. */
public final class TaintOwners {
    private record Owner(String key, String words) {
        boolean fits(String taint) {
            return key.endsWith("*") ? taint.startsWith(key.substring(0, key.length() - 1)) : taint.equals(key);
        }
    }

    private static final List<Owner> OWNERS = read();

    private TaintOwners() {}

    /** Who and why, as in "NVSentinel: a GPU fault"; empty: the key is nobody's that is known. */
    public static Optional<String> of(String key) {
        return OWNERS.stream()
                .filter(owner -> owner.fits(key))
                .map(Owner::words)
                .findFirst();
    }

    private static List<Owner> read() {
        InputStream file = Objects.requireNonNull(TaintOwners.class.getResourceAsStream("taint-owners.tsv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .map(line -> line.split("\t"))
                    .map(row -> new Owner(row[0], row[1] + ": " + row[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
