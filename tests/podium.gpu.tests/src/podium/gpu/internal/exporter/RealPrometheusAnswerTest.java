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
import podium.core.metrics.MetricsParser.DeviceSample;
import podium.core.metrics.MetricsParser.Scrape;

/** Against answers that real servers gave; they are not part of the repository. */
class RealPrometheusAnswerTest {
    private final QueryAnswers answers = new QueryAnswers();

    @Test
    void everyAnswerIsReadWithoutABrokenSeries() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            List<Path> all = files.filter(file -> file.getFileName().toString().matches("(query|docs).*\\.json"))
                    .toList();
            assertTrue(all.size() > 8);
            assertAll(all.stream().map(file -> () -> {
                byte[] json = Files.readAllBytes(file);
                assertEquals(0, answers.instant(json).brokenLines(), file.toString());
                assertEquals(0, answers.range(json).broken(), file.toString());
            }));
        }
    }

    @Test
    void anH100NodeBehindAPrometheusHasItsDevicesAndNoExporterAsHolder() throws IOException {
        Scrape scrape = answers.instant(Files.readAllBytes(folder().resolve("query-dcgm-gpu-util-h100.json")));
        assertTrue(scrape.samples().size() >= 8);
        assertTrue(scrape.samples().stream()
                .map(DeviceSample::pod)
                .flatMap(Optional::stream)
                .noneMatch(pod -> pod.contains("dcgm")));
        assertTrue(scrape.samples().stream().allMatch(sample -> !sample.values().isEmpty()));
    }

    private static Path folder() {
        Optional<Path> found = Stream.of(
                        Optional.ofNullable(System.getenv("PODIUM_DATA")),
                        Optional.of("../../../shared/data"),
                        Optional.of("../shared/data"))
                .flatMap(Optional::stream)
                .map(path -> Path.of(path).resolve("prometheus"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(found.isPresent(), "skipped: no folder of real Prometheus answers (set PODIUM_DATA)");
        return found.orElseThrow();
    }
}
