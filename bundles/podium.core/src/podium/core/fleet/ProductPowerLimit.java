// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The power a product is made for, by its name, where no source tells the limit in force: dcgm-exporter does not by default.
 * {@code board-power.tsv} has the figures with their sources.
 */
public final class ProductPowerLimit {
    private record Row(String part, double watts) {}

    private static final List<Row> ROWS = load();
    /** A fleet has few products; a cluster that sends more names than this is not worth remembering. */
    private static final int MOST = 256;

    private static final Map<String, OptionalDouble> KNOWN = new ConcurrentHashMap<>();

    private ProductPowerLimit() {}

    /** Watts; empty: the product is not known. */
    public static OptionalDouble of(String model) {
        OptionalDouble known = KNOWN.get(model);
        if (known == null) {
            known = find(model);
            if (KNOWN.size() < MOST) {
                KNOWN.put(model, known);
            }
        }
        return known;
    }

    private static OptionalDouble find(String model) {
        String name = " " + plain(model) + " ";
        return ROWS.stream()
                .filter(row -> name.contains(" " + row.part() + " "))
                .mapToDouble(Row::watts)
                .findFirst();
    }

    private static String plain(String model) {
        return model.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", " ").strip();
    }

    private static List<Row> load() {
        try (InputStream in = ProductPowerLimit.class.getResourceAsStream("board-power.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the table of board powers is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Row(cells[0], Double.parseDouble(cells[1])))
                    .sorted(Comparator.comparing((Row row) -> row.part().length())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
