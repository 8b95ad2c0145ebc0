// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** Samples of one series in order of time. Times in epoch milliseconds. */
record TelemetrySeries(long[] times, double[] values) {
    /** Series of one origin. */
    record Named(String name, List<TelemetrySeries> series) {
        long samples() {
            return series.stream().mapToLong(TelemetrySeries::size).sum();
        }
    }

    int size() {
        return times.length;
    }

    /** The real series where PODIUM_DATA has them (else a line says so), and synthetic ones. */
    static List<Named> sets() throws IOException {
        List<Named> sets = new ArrayList<>();
        String data = System.getenv().getOrDefault("PODIUM_DATA", "../shared/data");
        for (String name : List.of("duty_cycle", "memory_used_bytes")) {
            Path file = Path.of(data, "gentd26", name + ".csv.gz");
            if (Files.isReadable(file)) {
                sets.add(new Named("gentd26 " + name, read(file)));
            } else {
                System.out.println("skipped: no real series at " + file + " (set PODIUM_DATA)");
            }
        }
        sets.add(new Named("synthetic hour at 5 s", synthetic(600, 720)));
        sets.add(new Named("synthetic day at 5 s", synthetic(60, 17_280)));
        return sets;
    }

    /** Activity in percent, memory, power in milliwatts, temperature, clock and an error counter, in turn. */
    static List<TelemetrySeries> synthetic(int series, int samples) {
        Random random = new Random(1);
        List<TelemetrySeries> all = new ArrayList<>();
        for (int s = 0; s < series; s++) {
            long[] times = new long[samples];
            double[] values = new double[samples];
            double at = 60;
            for (int i = 0; i < samples; i++) {
                times[i] = 1_700_000_000_000L + 5_000L * i;
                at = Math.clamp(at + (random.nextInt(8) == 0 ? random.nextInt(3) - 1 : 0), 30, 90);
                values[i] = switch (s % 6) {
                    case 0 -> Math.round(Math.clamp(95 + random.nextGaussian() * 3, 0, 100)) / 100.0;
                    case 1 -> (68_000 + i / 200 * 1_000 + s) * 1_048_576.0;
                    case 2 -> Math.round(600_000 + random.nextGaussian() * 8_000) / 1_000.0;
                    case 3 -> at;
                    case 4 -> 1_980e6 - (random.nextInt(20) == 0 ? 15e6 : 0);
                    default -> 0;
                };
            }
            all.add(new TelemetrySeries(times, values));
        }
        return all;
    }

    /** Reads lines of seconds, series, value. */
    private static List<TelemetrySeries> read(Path file) throws IOException {
        Map<String, List<double[]>> bySeries = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",");
                bySeries.computeIfAbsent(cells[1], key -> new ArrayList<>())
                        .add(new double[] {Double.parseDouble(cells[0]) * 1e3, Double.parseDouble(cells[2])});
            }
        }
        return bySeries.values().stream()
                .map(points -> new TelemetrySeries(
                        points.stream().mapToLong(point -> (long) point[0]).toArray(),
                        points.stream().mapToDouble(point -> point[1]).toArray()))
                .toList();
    }
}
