// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.ClusterId;
import podium.core.change.DeviceHolder;
import podium.core.change.DeviceReport;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricsParser.DeviceSample;
import podium.core.metrics.MetricsParser.Scrape;
import podium.core.metrics.MetricsParser.Value;
import podium.sources.internal.fleet.DeviceDirectory;
import podium.sources.internal.prometheus.MetricSourceFetch;

class ExporterScrapeTest {
    private static final ClusterId CLUSTER = new ClusterId("c");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicReference<Scrape> scrape = new AtomicReference<>(new Scrape(List.of(), 0));
    private final AtomicReference<Optional<IOException>> failure = new AtomicReference<>(Optional.empty());
    private final List<Change> changes = new ArrayList<>();
    private final RecordingStore store = new RecordingStore();
    private final AtomicReference<DeviceDirectory> directory = new AtomicReference<>(DeviceDirectory.empty());

    @Test
    void samplesLandUnderTheNodeTheExporterRunsOnWhateverItsHostnameLabelSays() {
        ExporterScrape reading = reading("n1");
        scrape.set(new Scrape(List.of(sample(3, "GPU-a", "pod-name", "", new Value(Metric.POWER, 500))), 0));

        reading.run();

        assertEquals(Optional.of(500.0), store.value(new DeviceKey(CLUSTER, "n1", 3), Metric.POWER));
        assertEquals(NOW.toEpochMilli(), store.lastTime());
    }

    @Test
    void anExporterSaysNothingOfADeviceThatIsOnAnotherNode() {
        ExporterScrape reading = reading("n1");
        directory.set(new DeviceDirectory(
                Map.of("GPU-theirs", new DeviceDirectory.Place("n2", 0), "GPU-own", new DeviceDirectory.Place("n1", 1)),
                Set.of("n1", "n2")));
        scrape.set(new Scrape(
                List.of(
                        sample(0, "GPU-theirs", "n2", "", new Value(Metric.POWER, 1)),
                        sample(1, "GPU-own", "n1", "", new Value(Metric.POWER, 2))),
                0));

        reading.run();

        assertEquals(Optional.of(2.0), store.value(new DeviceKey(CLUSTER, "n1", 1), Metric.POWER));
        assertEquals(Optional.empty(), store.value(new DeviceKey(CLUSTER, "n1", 0), Metric.POWER));
        assertEquals(Optional.empty(), store.value(new DeviceKey(CLUSTER, "n2", 0), Metric.POWER));
        assertTrue(changes.stream().noneMatch(change -> change.toString().contains("GPU-theirs")), changes::toString);
    }

    @Test
    void aCentralSourceIsBelievedAboutNodesOfTheCluster() {
        ExporterScrape reading = reading("");
        directory.set(new DeviceDirectory(Map.of(), Set.of("n7")));
        scrape.set(new Scrape(List.of(sample(0, "GPU-a", "n7", "", new Value(Metric.POWER, 1))), 0));

        reading.run();

        assertEquals(Optional.of(1.0), store.value(new DeviceKey(CLUSTER, "n7", 0), Metric.POWER));
    }

    @Test
    void aCentralSourceCallsDevicesByUuidAndThoseOfOtherClustersAreLeftOut() {
        ExporterScrape reading = reading("");
        directory.set(new DeviceDirectory(Map.of("GPU-a", new DeviceDirectory.Place("n3", 5)), Set.of("n3")));
        scrape.set(new Scrape(
                List.of(
                        sample(0, "GPU-a", "10.0.0.3:9400", "", new Value(Metric.POWER, 1)),
                        sample(0, "GPU-z", "elsewhere", "", new Value(Metric.POWER, 2))),
                0));

        reading.run();

        assertEquals(Optional.of(1.0), store.value(new DeviceKey(CLUSTER, "n3", 5), Metric.POWER));
        assertEquals(1, store.version());
        assertTrue(changes.isEmpty(), "the model knows the device already");
        assertEquals(1, reading.standing().devices());
    }

    @Test
    void whatIsReadBesideTheDeviceWinsOverACentralSource() {
        DeviceKey key = new DeviceKey(CLUSTER, "n3", 0);
        directory.set(new DeviceDirectory(Map.of(), Set.of("n3")));
        scrape.set(new Scrape(List.of(sample(0, "", "n3", "", new Value(Metric.POWER, 1))), 0));
        ExporterScrape reading = reading("");
        store.append(key, Metric.POWER, NOW.toEpochMilli() - 5_000, 500);
        reading.run();
        assertEquals(Optional.of(500.0), store.value(key, Metric.POWER));

        store.append(key, Metric.POWER, NOW.toEpochMilli() - 60_000, 500);
        reading("").run();
        assertEquals(Optional.of(1.0), store.value(key, Metric.POWER));
    }

    @Test
    void whatIsMeasuredOfANodeIsNoDevice() {
        ExporterScrape reading = reading("");
        directory.set(new DeviceDirectory(Map.of(), Set.of("n3")));
        scrape.set(new Scrape(List.of(sample(DeviceKey.NODE, "", "n3", "", new Value(Metric.NODE_CPU, 12.5))), 0));

        reading.run();

        assertEquals(Optional.of(12.5), store.value(DeviceKey.ofNode(CLUSTER, "n3"), Metric.NODE_CPU));
        assertTrue(changes.stream()
                .noneMatch(change -> change instanceof Change.DevicesSeen seen
                        && !seen.devices().isEmpty()));
    }

    @Test
    void devicesAreToldToTheModelOnceAndAgainWhenTheyChange() {
        ExporterScrape reading = reading("n1");
        scrape.set(new Scrape(List.of(sample(0, "GPU-a", "", "", new Value(Metric.POWER, 1))), 0));
        reading.run();
        reading.run();
        assertEquals(1, changes.size());

        scrape.set(new Scrape(List.of(sample(0, "GPU-b", "", "", new Value(Metric.POWER, 1))), 0));
        reading.run();

        Change.DevicesSeen seen = (Change.DevicesSeen) changes.getLast();
        assertEquals(
                List.of("GPU-b"),
                seen.devices().stream().map(DeviceReport::uuid).toList());
    }

    @Test
    void memoryOfSlicesAddsUpAndTemperatureDoesNot() {
        ExporterScrape reading = reading("n1");
        scrape.set(new Scrape(
                List.of(
                        sample(
                                0,
                                "GPU-a",
                                "",
                                "7:1g.5gb",
                                new Value(Metric.MEMORY_USED, 5),
                                new Value(Metric.TEMPERATURE, 40)),
                        sample(
                                0,
                                "GPU-a",
                                "",
                                "8:1g.5gb",
                                new Value(Metric.MEMORY_USED, 6),
                                new Value(Metric.TEMPERATURE, 40))),
                0));

        reading.run();

        assertEquals(Optional.of(11.0), store.value(new DeviceKey(CLUSTER, "n1", 0), Metric.MEMORY_USED));
        assertEquals(Optional.of(40.0), store.value(new DeviceKey(CLUSTER, "n1", 0), Metric.TEMPERATURE));
        assertEquals(1, ((Change.DevicesSeen) changes.getFirst()).devices().size());
    }

    /** dcgm-exporter tells the activity of a divided GPU by its MIG instances alone. */
    @Test
    void theActivityOfAGpuIsThatOfItsSlicesByTheirSize() {
        ExporterScrape reading = reading("n1");
        scrape.set(new Scrape(
                List.of(
                        sample(0, "GPU-a", "", "7:1g.5gb", new Value(Metric.ACTIVITY, 0.7)),
                        sample(0, "GPU-a", "", "7:1g.5gb", new Value(Metric.ACTIVITY, 0.6)),
                        sample(0, "GPU-a", "", "5:3g.20gb", new Value(Metric.ACTIVITY, 0.7)),
                        sample(1, "GPU-b", "", "1:3g.20gb", new Value(Metric.ACTIVITY, 0)),
                        sample(1, "GPU-b", "", "", new Value(Metric.ACTIVITY, 0.2)),
                        sample(2, "GPU-c", "", "4:", new Value(Metric.ACTIVITY, 0.5)),
                        sample(2, "GPU-c", "", "5:", new Value(Metric.ACTIVITY, 0.8))),
                0));
        reading.run();
        assertEquals(
                0.4,
                store.value(new DeviceKey(CLUSTER, "n1", 0), Metric.ACTIVITY).orElseThrow(),
                1e-9,
                "of seven, four are busy 0.7 of the time; two pods on one slice count once");
        assertEquals(
                Optional.of(0.2), store.value(new DeviceKey(CLUSTER, "n1", 1), Metric.ACTIVITY), "of the GPU itself");
        assertEquals(
                Optional.of(0.8), store.value(new DeviceKey(CLUSTER, "n1", 2), Metric.ACTIVITY), "of unknown size");
    }

    /** dcgm-exporter tells a device once for each job that Slurm runs on it. */
    @Test
    void theJobsOfABatchSystemAreToldOfTheDeviceTheyHave() {
        ExporterScrape reading = reading("n1");
        List<DeviceSample> jobs = Stream.of("4712", "4711")
                .map(job -> new DeviceSample(
                        OptionalInt.of(0),
                        "GPU-a",
                        "",
                        "",
                        "",
                        Optional.empty(),
                        "",
                        job,
                        List.of(new Value(Metric.POWER, 1))))
                .toList();
        scrape.set(new Scrape(jobs, 0));

        reading.run();

        assertEquals(
                List.of("4711, 4712"),
                ((Change.DevicesSeen) changes.getFirst())
                        .devices().stream().map(device -> device.batchJob()).toList());
    }

    @Test
    void devicesWithoutAnIndexAreNumberedInTheOrderTheyCome() {
        ExporterScrape reading = reading("n1");
        DeviceSample a = new DeviceSample(
                OptionalInt.empty(), "GPU-a", "", "", "", Optional.empty(), "", List.of(new Value(Metric.POWER, 1)));
        DeviceSample b = new DeviceSample(
                OptionalInt.empty(), "GPU-b", "", "", "", Optional.empty(), "", List.of(new Value(Metric.POWER, 2)));
        scrape.set(new Scrape(List.of(a, b), 0));

        reading.run();

        assertEquals(Optional.of(2.0), store.value(new DeviceKey(CLUSTER, "n1", 1), Metric.POWER));
    }

    @Test
    void aFailureKeepsTheLastGoodTimeAndSaysWhatHappened() {
        ExporterScrape reading = reading("n1");
        scrape.set(new Scrape(List.of(sample(0, "GPU-a", "", "", new Value(Metric.POWER, 1))), 2));
        reading.run();
        failure.set(Optional.of(new IOException("503 no endpoints")));

        reading.run();

        ExporterScrape.Standing state = reading.standing();
        assertEquals(Optional.of(NOW), state.lastGood());
        assertEquals(2, state.brokenLines());
        assertTrue(state.problem().orElseThrow().contains("503"));
    }

    @Test
    void whoHoldsWhatIsToldWhenItChangesAndTakenBackWhenNobodyDoes() {
        ExporterScrape reading = reading("n1");
        scrape.set(new Scrape(List.of(held(0, "GPU-a", "", "ml/llm-0"), held(0, "GPU-a", "", "ml/llm-0")), 0));
        reading.run();
        reading.run();
        scrape.set(new Scrape(List.of(sample(0, "GPU-a", "", "", new Value(Metric.POWER, 1))), 0));
        reading.run();
        reading.run();

        assertEquals(
                List.of(
                        new Change.HoldersSeen(
                                "n1",
                                "dcgm-exporter",
                                List.of(new DeviceHolder(OptionalInt.of(0), "GPU-a", "", "ml", "llm-0"))),
                        new Change.HoldersSeen("n1", "dcgm-exporter", List.of())),
                changes.stream().filter(Change.HoldersSeen.class::isInstance).toList());
    }

    @Test
    void anExporterThatNamesNoPodsSaysNothingOfHolders() {
        ExporterScrape reading = reading("n1");
        scrape.set(new Scrape(List.of(sample(0, "GPU-a", "", "", new Value(Metric.POWER, 1))), 0));
        reading.run();
        assertTrue(changes.stream().noneMatch(Change.HoldersSeen.class::isInstance));
    }

    @Test
    void aHolderNamedByUuidAloneIsOnTheDeviceWithThatUuid() {
        ExporterScrape reading = reading("n1");
        DeviceSample share =
                new DeviceSample(OptionalInt.empty(), "GPU-b", "", "", "", Optional.of("ml/small-0"), "0:", List.of());
        scrape.set(new Scrape(
                List.of(share, sample(1, "GPU-b", "", "", new Value(Metric.POWER, 7)), sample(0, "GPU-a", "", "")), 0));
        reading.run();

        Change.HoldersSeen seen = (Change.HoldersSeen) changes.getLast();
        assertEquals(OptionalInt.of(1), seen.holders().getFirst().index());
        assertEquals(Optional.of(7.0), store.value(new DeviceKey(CLUSTER, "n1", 1), Metric.POWER));
    }

    private static DeviceSample held(int index, String uuid, String slice, String pod) {
        return new DeviceSample(
                OptionalInt.of(index),
                uuid,
                "H100",
                "",
                "",
                Optional.of(pod),
                slice,
                List.of(new Value(Metric.POWER, 1)));
    }

    private ExporterScrape reading(String node) {
        MetricSourceFetch source = () -> {
            if (failure.get().isPresent()) {
                throw failure.get().get();
            }
            return scrape.get();
        };
        return new ExporterScrape(
                CLUSTER,
                new ExporterEndpoint(node, "dcgm-exporter", "/metrics"),
                source,
                directory::get,
                store,
                (cluster, seen) -> changes.addAll(seen),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static DeviceSample sample(int index, String uuid, String node, String slice, Value... values) {
        return new DeviceSample(
                OptionalInt.of(index), uuid, "H100", "", node, Optional.empty(), slice, List.of(values));
    }
}
