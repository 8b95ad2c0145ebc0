// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import podium.core.change.DeviceReport;
import podium.core.machine.DeviceProperty;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LinkEnd;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.LocalLink;
import podium.core.machine.LocalAccelerators.LocalProcess;
import podium.core.machine.LocalAccelerators.RemappedRows;
import podium.core.machine.LocalAccelerators.State;
import podium.core.machine.LocalSlice;
import podium.core.machine.MetricsWriter.Format;
import podium.core.machine.PeerDevice;
import podium.core.machine.PropertyValue;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricsParser.DeviceSample;
import podium.core.metrics.MetricsParser.Scrape;
import podium.core.metrics.MetricsParser.Value;
import podium.core.metrics.Sample;
import podium.gpu.internal.exporter.ExporterText;
import podium.model.fleet.Health;

class DeviceTextTest {
    private static final Map<Metric, Double> VALUES = Map.ofEntries(
            Map.entry(Metric.ACTIVITY, 29 * 0.01),
            Map.entry(Metric.MEMORY_USED, 80668000256.0),
            Map.entry(Metric.MEMORY_TOTAL, 85520809984.0),
            Map.entry(Metric.POWER, 688.123),
            Map.entry(Metric.ENERGY, 5000000000.123),
            Map.entry(Metric.TEMPERATURE, 61.0),
            Map.entry(Metric.MEMORY_TEMPERATURE, 70.0),
            Map.entry(Metric.NVLINK_TRAFFIC, 450e9),
            Map.entry(Metric.SM_CLOCK, 1.98e9),
            Map.entry(Metric.MEMORY_CLOCK, 2.619e9),
            Map.entry(Metric.XID, 79.0),
            Map.entry(Metric.ECC_CORRECTED, 12.0),
            Map.entry(Metric.ECC_UNCORRECTED, 1.0),
            Map.entry(Metric.REMAPPED_ROWS, 4.0),
            Map.entry(Metric.PCIE_TX, 1048576.0),
            Map.entry(Metric.PCIE_RX, 2097152.0),
            Map.entry(Metric.PCIE_REPLAYS, 7.0),
            Map.entry(Metric.THROTTLE_REASONS, 4.0));

    private static final LocalDevice WELL = device(0, new Condition.Answering());

    @Test
    void ourOwnReaderFindsEveryNumberAgain() {
        for (Format format : Format.values()) {
            Scrape scrape = parse(write(format, WELL, device(1, new Condition.Answering())));
            assertEquals(0, scrape.brokenLines());
            assertEquals(2, scrape.samples().size());
            DeviceSample sample = scrape.samples().get(0);
            assertEquals(OptionalInt.of(0), sample.index());
            assertEquals("GPU-0", sample.uuid());
            assertEquals("NVIDIA \"H100\"\\80GB", sample.model());
            assertEquals("00000000:9B:00.0", sample.pciBusId());
            assertEquals("node-a", sample.node());
            Map<Metric, Double> read = sample.values().stream().collect(Collectors.toMap(Value::metric, Value::value));
            assertEquals(700, read.remove(Metric.POWER_LIMIT), "a fact that is a series to who reads it");
            assertEquals(VALUES.keySet(), read.keySet());
            VALUES.forEach((metric, value) -> assertEquals(value, read.get(metric), value * 1e-12, metric.name()));
        }
    }

    @Test
    void numbersHaveTheUnitsOfDcgm() {
        String text = write(Format.PROMETHEUS, WELL);
        assertEquals("29", sample(text, "DCGM_FI_DEV_GPU_UTIL"));
        assertEquals("1980", sample(text, "DCGM_FI_DEV_SM_CLOCK"));
        assertEquals("5000000000123", sample(text, "DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION"));
        assertEquals("688.123", sample(text, "DCGM_FI_DEV_POWER_USAGE"));
        assertEquals("1", sample(text, "DCGM_FI_DEV_ROW_REMAP_PENDING"));
        assertEquals("0", sample(text, "DCGM_FI_DEV_ROW_REMAP_FAILURE"));
    }

    @Test
    void linksAndProcessesHaveNamesOfOurOwn() {
        String text = write(Format.PROMETHEUS, WELL);
        assertEquals("1", sample(text, "podium_nvlink_up"));
        assertEquals("9", sample(text, "podium_nvlink_errors_total"));
        assertEquals("1", sample(text, "podium_device_processes"));
        assertTrue(text.contains("link=\"3\",remote=\"00000000:05:00.0\",kind=\"crc_data\"} 9\n"), text);
    }

    @Test
    void factsThatDcgmKnowsHaveItsNamesAndUnknownOnesAreLeftOut() {
        String text = write(Format.PROMETHEUS, WELL);
        assertEquals("700", sample(text, "DCGM_FI_DEV_ENFORCED_POWER_LIMIT"));
        assertEquals("1980", sample(text, "DCGM_FI_DEV_MAX_SM_CLOCK"));
        assertFalse(text.contains("DCGM_FI_DEV_PSTATE"), text);
    }

    @Test
    void slicesTheFabricAndTheNeighboursAreNamed() {
        String text = write(Format.PROMETHEUS, WELL);
        assertTrue(
                text.contains("slice=\"1\",slice_uuid=\"MIG-1\",GPU_I_ID=\"7\",GPU_I_PROFILE=\"1g.10gb\"} 10000\n"),
                text);
        assertEquals("16", sample(text, "podium_slice_multiprocessors"));
        assertFalse(text.contains("podium_slice_memory_used_bytes"), "not told is not 0");
        assertTrue(text.contains("other=\"5\",way=\"numa_node\",nvlinks=\"4\",peer=\"yes\"} 1\n"), text);
        assertTrue(
                text.contains(
                        "state=\"completed\",cluster_uuid=\"0a0b0c0d-0000-0000-0000-000000000001\",clique=\"7\",health=\"\"}"
                                + " 1\n"),
                text);
        assertTrue(text.contains("link=\"3\",remote=\"00000000:05:00.0\",direction=\"received\"} 2000\n"), text);
        assertTrue(text.contains("remote=\"00000000:05:00.0\",end=\"switch\"} 1\n"), text);
    }

    @Test
    void aDeviceThatDoesNotAnswerHasNoNumbersButAReason() {
        for (Condition condition :
                List.of(new Condition.Lost("It is gone."), new Condition.Stalled("It hangs.", Duration.ofSeconds(9)))) {
            String text = write(Format.PROMETHEUS, device(0, condition));
            assertEquals("0", sample(text, "podium_device_answers"));
            assertFalse(text.contains("DCGM_FI_DEV_POWER_USAGE{"), text);
            assertEquals(List.of(), parse(text).samples());
        }
    }

    @Test
    void withoutADriverTheTextSaysWhy() {
        String text = text(new State.NoDriver("No driver.\nInstall one."), Format.PROMETHEUS);
        assertTrue(
                text.contains("podium_driver_answers{Hostname=\"node-a\",reason=\"No driver.\\nInstall one.\"} 0\n"));
        assertEquals(0, parse(text).brokenLines());
        assertEquals("0", sample(text(new State.Starting(), Format.PROMETHEUS), "podium_driver_answers"));
    }

    @Test
    void openMetricsEndsWithEofAndNamesCountersItsWay() {
        String text = write(Format.OPENMETRICS, WELL);
        assertTrue(text.endsWith("\n# EOF\n"));
        assertTrue(text.contains("# TYPE podium_nvlink_errors counter\n"));
        assertTrue(text.contains("# TYPE DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION unknown\n"));
        String old = write(Format.PROMETHEUS, WELL);
        assertFalse(old.contains("# EOF"));
        assertTrue(old.contains("# TYPE podium_nvlink_errors_total counter\n"));
        assertTrue(old.contains("# TYPE DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION counter\n"));
    }

    @Test
    void theSamplesOfANameStandTogether() {
        String text = write(Format.OPENMETRICS, WELL, device(1, new Condition.Answering()));
        Set<String> done = new HashSet<>();
        String current = "";
        for (String line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
            String name = line.substring(0, line.indexOf('{'));
            assertTrue(name.equals(current) || done.add(name), name + " comes again");
            current = name;
        }
    }

    @Test
    void everyMetricSampledLocallyHasAName() {
        Set<Metric> named = EnumSet.noneOf(Metric.class);
        for (DcgmMetric name : DcgmMetric.values()) {
            named.add(name.metric());
        }
        for (var field : podium.gpu.internal.nvml.SampleField.values()) {
            assertTrue(named.contains(field.metric()), field.name());
        }
    }

    private static String write(Format format, LocalDevice... devices) {
        return text(new State.Running("580.105.08", List.of(devices)), format);
    }

    private static String text(State state, Format format) {
        return new String(new DeviceText().write(state, "node-a", format), StandardCharsets.UTF_8);
    }

    private static Scrape parse(String text) {
        return new ExporterText().parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sample(String text, String name) {
        String line = text.lines()
                .filter(candidate -> candidate.startsWith(name + "{"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + text));
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private static LocalDevice device(int index, Condition condition) {
        Map<Metric, Sample> readings = new EnumMap<>(Metric.class);
        VALUES.forEach((metric, value) -> readings.put(metric, new Sample(1, value)));
        return new LocalDevice(
                new DeviceReport(
                        index,
                        "GPU-" + index,
                        "NVIDIA \"H100\"\\80GB",
                        OptionalLong.empty(),
                        "00000000:9B:00.0",
                        OptionalInt.empty(),
                        Health.UNKNOWN,
                        ""),
                condition,
                readings,
                new LocalDetails(
                        Map.of(
                                DeviceProperty.POWER_LIMIT,
                                new PropertyValue.Quantity(700),
                                DeviceProperty.SM_CLOCK_HIGHEST,
                                new PropertyValue.Quantity(1.98e9),
                                DeviceProperty.PERFORMANCE_STATE,
                                new PropertyValue.Unknown("not supported by this device"),
                                DeviceProperty.FABRIC_STATE,
                                new PropertyValue.Words("abgeschlossen", "completed"),
                                DeviceProperty.FABRIC_CLUSTER,
                                new PropertyValue.Words("0a0b0c0d-0000-0000-0000-000000000001"),
                                DeviceProperty.FABRIC_CLIQUE,
                                new PropertyValue.Quantity(7)),
                        Map.of(),
                        Optional.of(new RemappedRows(3, 1, true, false)),
                        List.of(new LocalLink(
                                3,
                                true,
                                OptionalInt.of(5),
                                "00000000:05:00.0",
                                LinkEnd.SWITCH,
                                OptionalLong.of(1000),
                                OptionalLong.of(2000),
                                Map.of("crc_data", 9L))),
                        Optional.of(List.of(new LocalProcess(4711, "", OptionalLong.of(1024), OptionalInt.empty()))),
                        List.of(new LocalSlice(
                                1,
                                "MIG-1",
                                "1g.10gb",
                                OptionalInt.of(7),
                                OptionalInt.of(0),
                                OptionalInt.of(2),
                                OptionalInt.of(1),
                                OptionalInt.of(16),
                                OptionalLong.of(10_000),
                                OptionalLong.empty())),
                        List.of(new PeerDevice(5, PeerDevice.Way.NUMA_NODE, 4, PeerDevice.Peer.YES))));
    }
}
