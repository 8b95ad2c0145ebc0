// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.telemetry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** Prints bytes a sample and appends a second: {@code StoreSpeed [FILE.csv.gz ...]}; run by hand. */
final class StoreSpeed {
    private StoreSpeed() {}

    public static void main(String[] files) throws IOException {
        for (int round = 0; round < 3; round++) {
            speed();
        }
        for (String file : files) {
            real(Path.of(file));
        }
    }

    private static void speed() {
        Random random = new Random(1);
        double[] values =
                random.doubles(1 << 16, 0, 1).map(v -> Math.rint(v * 3) + 60).toArray();
        int blocks = 100_000;
        long start = System.nanoTime();
        long bytes = 0;
        for (int b = 0; b < blocks; b++) {
            Block block = new Block();
            for (int i = 0; i < Block.CAPACITY; i++) {
                block.append(5_000L * i, values[(b * 31 + i) & 0xffff]);
            }
            block.seal();
            bytes += block.bytes();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long samples = (long) blocks * Block.CAPACITY;
        System.out.printf("%.1f M appends/s, %.2f bytes a sample%n", samples / seconds / 1e6, bytes / (double) samples);
    }

    /** Lines of time in seconds, series, value. */
    private static void real(Path file) throws IOException {
        Map<String, Block> heads = new HashMap<>();
        long samples = 0;
        long bytes = 0;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",");
                Block block = heads.computeIfAbsent(cells[1], series -> new Block());
                block.append((long) (Double.parseDouble(cells[0]) * 1000), Double.parseDouble(cells[2]));
                samples++;
                if (block.full()) {
                    block.seal();
                    bytes += block.bytes();
                    heads.remove(cells[1]);
                }
            }
        }
        for (Block block : heads.values()) {
            block.seal();
            bytes += block.bytes();
        }
        System.out.printf(
                "%s: %d samples, %.2f bytes a sample%n", file.getFileName(), samples, bytes / (double) samples);
    }
}
