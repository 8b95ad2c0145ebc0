// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricsParser.DeviceSample;
import podium.core.metrics.MetricsParser.Scrape;

/** Against texts that real exporters served; they are not part of the repository. */
class RealExporterTextTest {
    @Test
    void everyWholeTextIsReadWithoutABrokenLine() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            List<Path> whole = files.filter(file -> file.toString().endsWith(".txt"))
                    .filter(file -> !file.toString().contains("elided"))
                    .toList();
            assertTrue(whole.size() > 10);
            assertAll(whole.stream()
                    .map(file -> () -> assertEquals(
                            0, read(file).brokenLines(), file.getFileName().toString())));
        }
    }

    @Test
    void everyDcgmTextYieldsDevicesWithTemperature() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            assertAll(files.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".txt") && !name.startsWith("other-") && !name.contains("elided"))
                    .filter(name -> !name.startsWith("vgpu"))
                    .map(name -> () -> {
                        List<DeviceSample> samples =
                                read(folder().resolve(name)).samples();
                        assertTrue(!samples.isEmpty(), name);
                        assertTrue(
                                samples.stream().allMatch(s -> s.values().stream()
                                        .anyMatch(v -> v.metric() == Metric.TEMPERATURE)),
                                name);
                    }));
        }
    }

    @Test
    void eightGpusOfAnH100NodeAreEightDevices() throws IOException {
        Scrape scrape = read(folder().resolve("h100-8-sampled-no-help.txt"));
        assertEquals(
                8,
                scrape.samples().stream()
                        .mapToInt(s -> s.index().orElseThrow())
                        .distinct()
                        .count());
    }

    private static Scrape read(Path file) throws IOException {
        return new ExporterText().parse(Files.readAllBytes(file));
    }

    private static Path folder() {
        Optional<Path> found = Stream.of(
                        Optional.ofNullable(System.getenv("PODIUM_DATA")),
                        Optional.of("../../../shared/data"),
                        Optional.of("../shared/data"))
                .flatMap(Optional::stream)
                .map(path -> Path.of(path).resolve("dcgm-exporter"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(found.isPresent(), "skipped: no folder of real exporter texts (set PODIUM_DATA)");
        return found.orElseThrow();
    }
}
