// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricsParser.DeviceSample;
import podium.core.metrics.MetricsParser.Scrape;

/** A text of each maker, written for these tests after its documentation, read whole and then broken in every way. */
class ExporterCorpusTest {
    private static final double MIB = 1 << 20;

    @Test
    void anAscendTextTellsBothChipsTheBetterUtilizationAndTheHolder() throws IOException {
        DeviceSample chip = device("ascend.txt", 0);
        assertEquals("AA-00", chip.uuid());
        assertEquals("910B3", chip.model());
        assertEquals("0000:C1:00.0", chip.pciBusId());
        assertEquals(Optional.of("ml/llm-0"), chip.pod());
        assertEquals(0.63, value(chip, Metric.ACTIVITY));
        assertEquals(8192 * MIB, value(chip, Metric.MEMORY_USED));
        assertEquals(65536 * MIB, value(chip, Metric.MEMORY_TOTAL));
        assertEquals(188.5, value(chip, Metric.POWER));
        assertEquals(1.8e9, value(chip, Metric.SM_CLOCK));
        assertEquals(Optional.empty(), device("ascend.txt", 1).pod());
    }

    @Test
    void aHamiTextTellsTheDeviceAndEveryPodThatSharesIt() throws IOException {
        Scrape scrape = parse("hami.txt");
        DeviceSample gpu = device("hami.txt", 0);
        assertEquals(0.37, value(gpu, Metric.ACTIVITY));
        assertEquals(92.4, value(gpu, Metric.POWER));
        assertEquals("n1", gpu.node());
        List<DeviceSample> shares = scrape.samples().stream()
                .filter(sample -> sample.pod().isPresent())
                .toList();
        assertEquals(
                List.of(Optional.of("ml/small-0"), Optional.of("ml/small-1")),
                shares.stream().map(DeviceSample::pod).toList());
        assertTrue(shares.stream()
                .allMatch(share ->
                        share.uuid().equals("GPU-aaaa") && share.values().isEmpty()));
    }

    @Test
    void theNamesHamiHadBeforeAreReadToo() throws IOException {
        assertEquals(0.12, value(device("hami-legacy.txt", 1), Metric.ACTIVITY));
        assertTrue(parse("hami-legacy.txt").samples().stream()
                .anyMatch(sample -> sample.pod().equals(Optional.of("ml/small-2"))));
    }

    @Test
    void aGaudiTextTellsPowerInWattsWithItsLimit() throws IOException {
        DeviceSample gaudi = parse("gaudi.txt").samples().getFirst();
        assertEquals(412.5, value(gaudi, Metric.POWER));
        assertEquals(600, value(gaudi, Metric.POWER_LIMIT));
        assertEquals(0.71, value(gaudi, Metric.ACTIVITY));
    }

    @Test
    void anAmdTextTellsEnergyInJoulesAndMemoryInBytes() throws IOException {
        DeviceSample gpu = device("amd.txt", 5);
        assertEquals(2.5e6, value(gpu, Metric.ENERGY));
        assertEquals(61e9, value(gpu, Metric.MEMORY_USED));
        assertEquals(Optional.of("ml/mi-0"), gpu.pod());
        assertEquals("n4", gpu.node());
    }

    @Test
    void slicesNameTheirOwnHolder() throws IOException {
        List<DeviceSample> slices = parse("mig.txt").samples();
        assertEquals(
                List.of("7:1g.5gb", "8:1g.5gb"),
                slices.stream().map(DeviceSample::migProfile).toList());
        assertEquals(
                List.of(Optional.of("ml/mig-0"), Optional.empty()),
                slices.stream().map(DeviceSample::pod).toList());
    }

    @Test
    void everyBrokenLineIsCountedAndTheOthersAreRead() throws IOException {
        Scrape scrape = parse("broken.txt");
        assertEquals(7, scrape.brokenLines());
        assertEquals(
                List.of(Optional.empty(), Optional.of("GPU-x")),
                scrape.samples().stream()
                        .map(sample -> Optional.of(sample.uuid()).filter(uuid -> !uuid.isEmpty()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ascend.txt", "hami.txt", "hami-legacy.txt", "gaudi.txt", "amd.txt", "mig.txt", "broken.txt"})
    void noDamageToATextMakesTheParserFailOrInventDevices(String name) throws IOException {
        byte[] whole = bytes(name);
        long lines = new String(whole, StandardCharsets.UTF_8).lines().count();
        Random random = new Random(name.hashCode());
        for (int round = 0; round < 3_000; round++) {
            byte[] text = damage(whole, random);
            Scrape scrape = new ExporterText().parse(text);
            long most = new String(text, StandardCharsets.ISO_8859_1).lines().count() + lines;
            assertTrue(scrape.samples().size() + scrape.brokenLines() <= most);
        }
    }

    @Test
    void everyNameOfTheTableIsMeantAndNoneIsThereTwice() {
        List<String> names =
                TsvTables.read("metrics.tsv").stream().map(List::getFirst).toList();
        assertEquals(names.size(), names.stream().distinct().count());
        assertEquals(names.size(), MetricNames.all().size());
        for (DeviceLabels label : DeviceLabels.values()) {
            assertTrue(TsvTables.read("labels.tsv").stream()
                    .anyMatch(row -> row.getFirst().equalsIgnoreCase(label.name()) && row.size() > 1));
        }
    }

    /** Flips, cuts, doubles and splices, as a bad network and a bad exporter would. */
    private static byte[] damage(byte[] whole, Random random) {
        byte[] text = whole.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(text.length);
            switch (random.nextInt(4)) {
                case 0 -> text[at] = (byte) random.nextInt(256);
                case 1 -> text[at] = (byte) "{}\"\\,=\n #".charAt(random.nextInt(9));
                case 2 -> text = java.util.Arrays.copyOf(text, Math.max(1, at));
                default -> {
                    int length = Math.min(random.nextInt(60), text.length - at);
                    System.arraycopy(text, at, text, random.nextInt(text.length - length + 1), length);
                }
            }
        }
        return text;
    }

    private static DeviceSample device(String name, int index) throws IOException {
        return parse(name).samples().stream()
                .filter(sample -> sample.index().equals(OptionalInt.of(index)))
                .findFirst()
                .orElseThrow();
    }

    private static double value(DeviceSample sample, Metric metric) {
        return sample.values().stream()
                .filter(value -> value.metric() == metric)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Scrape parse(String name) throws IOException {
        return new ExporterText().parse(bytes(name));
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = ExporterCorpusTest.class.getResourceAsStream("texts/" + name)) {
            return in.readAllBytes();
        }
    }
}
