// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.Change;
import podium.core.change.ClusterId;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricSource;
import podium.core.metrics.PrometheusTarget;
import podium.core.metrics.PrometheusTarget.Auth;
import podium.core.metrics.Sample;
import podium.gpu.internal.exporter.ExporterText;
import podium.gpu.internal.exporter.QueryAnswers;
import podium.sources.internal.exporter.RecordingStore;
import podium.sources.internal.fleet.FakeFleet;
import podium.sources.internal.machine.LocalDevices;
import podium.sources.internal.prometheus.PrometheusBackfill;
import podium.testkit.Await;

class ExporterSamplingTest {
    private static final ClusterId CLUSTER = new ClusterId("c");
    private static final ExporterEndpoint DCGM = new ExporterEndpoint("n1", "dcgm", "/dcgm");
    private static final ExporterEndpoint SERVER = new ExporterEndpoint("", ExporterEndpoint.PROMETHEUS, "/prom");
    private static final ExporterEndpoint LOCAL = new ExporterEndpoint("n2", ExporterEndpoint.LOCAL, "this machine");
    private static final ExporterEndpoint NODES = new ExporterEndpoint("", ExporterEndpoint.NODE_METRICS, "/nodes");
    private static final String SUCCESS =
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[%s]}}";

    @TempDir
    Path folder;

    private final FakeFleet fleet = new FakeFleet("c").with("n1", "GPU-a").with("n2", "GPU-b");
    private final FakeConnections connections = new FakeConnections();
    private final RecordingStore store = new RecordingStore();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<ExporterEndpoint> exporters = new ArrayList<>(List.of(DCGM));
    private final LocalDevices machine = new LocalDevices();
    private final List<ExporterSampling> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(ExporterSampling::stop);
    }

    @Test
    void everySourceIsReadAndToldOf() {
        exporters.add(NODES);
        answers.put("/dcgm", "DCGM_FI_DEV_GPU_TEMP{gpu=\"0\",UUID=\"GPU-a\"} 41\nnonsense\n");
        answers.put("/nodes", "{\"items\":[{\"metadata\":{\"name\":\"n2\"},\"usage\":{\"cpu\":\"1500m\"}}]}");
        ExporterSampling sampling = sampling();
        sampling.round();

        assertEquals(Optional.of(41.0), store.value(new DeviceKey(CLUSTER, "n1", 0), Metric.TEMPERATURE));
        assertEquals(Optional.of(1.5), store.value(DeviceKey.ofNode(CLUSTER, "n2"), Metric.NODE_CPU));
        MetricSource dcgm = source(sampling, DCGM);
        assertEquals(1, dcgm.devices());
        assertEquals(1, dcgm.brokenLines());
        assertTrue(dcgm.on() && !dcgm.added() && dcgm.lastGood().isPresent());
    }

    @Test
    void oneThatFailsSaysSoAndCostsNoOther() {
        exporters.add(new ExporterEndpoint("n2", "dcgm", "/gone"));
        answers.put("/dcgm", "DCGM_FI_DEV_GPU_TEMP{gpu=\"0\",UUID=\"GPU-a\"} 41\n");
        ExporterSampling sampling = sampling();
        sampling.round();
        assertEquals(
                Optional.of("no answer for /gone"),
                source(sampling, exporters.getLast()).problem());
        assertEquals(Optional.empty(), source(sampling, DCGM).problem());
    }

    /** Of 5,000 nodes a fifth was not known for minutes: their pods were not there yet when sources were first searched. */
    @Test
    void sourcesAreSearchedAgainAsLongAsMoreAreFound() {
        ExporterSampling sampling = sampling();
        sampling.round();
        exporters.add(NODES);
        sampling.round();
        assertEquals(2, sampling.of(CLUSTER).size());
    }

    /** Every chart had a hole of 15 s where another fleet was opened beside. */
    @Test
    void aClusterIsReadOnWhileAnotherDoesNotAnswer() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch asks = new CountDownLatch(1);
        connections.add("c", exporters, this::answer);
        connections.add("slow", exporters, path -> {
            asks.countDown();
            Await.until("the test ends", () -> answered.getCount() == 0);
            return new byte[0];
        });
        answers.put("/dcgm", "DCGM_FI_DEV_GPU_TEMP{gpu=\"0\",UUID=\"GPU-a\"} 41\n");
        ExporterSampling sampling = sampling();
        List<ClusterRounds> begun = sampling.begin(rounds -> true);
        try {
            asks.await();
            begun.getFirst().await();
            answers.put("/dcgm", "DCGM_FI_DEV_GPU_TEMP{gpu=\"0\",UUID=\"GPU-a\"} 42\n");
            sampling.round();
            assertEquals(Optional.of(42.0), store.value(new DeviceKey(CLUSTER, "n1", 0), Metric.TEMPERATURE));
        } finally {
            answered.countDown();
            begun.getLast().await();
        }
    }

    @Test
    void oneThatIsOffIsNotReadAndStaysOffOverARestart() {
        answers.put("/dcgm", "DCGM_FI_DEV_GPU_TEMP{gpu=\"0\",UUID=\"GPU-a\"} 41\n");
        ExporterSampling first = sampling();
        first.round();
        first.turn(CLUSTER, DCGM, false);
        asked.clear();
        first.round();
        ExporterSampling second = sampling();
        second.round();
        assertEquals(List.of(), asked);
        assertFalse(source(second, DCGM).on());
        second.turn(CLUSTER, DCGM, true);
        second.round();
        assertEquals(List.of("/dcgm"), asked);
    }

    @Test
    void aPrometheusFillsInWhereNoExporterIsAndGivesTheDayBefore() {
        exporters.add(SERVER);
        answers.put("/dcgm", "DCGM_FI_DEV_GPU_TEMP{gpu=\"0\",UUID=\"GPU-a\"} 41\n");
        answers.put("/prom/api/v1/query", String.format(SUCCESS, """
            {"metric":{"__name__":"DCGM_FI_DEV_GPU_TEMP","UUID":"GPU-b","gpu":"7"},"value":[1,"55"]}\
            """));
        answers.put("/prom/api/v1/query_range", String.format(SUCCESS, ""));
        answers.put("max_over_time%28DCGM_FI_DEV_XID_ERRORS", String.format(SUCCESS, """
            {"metric":{"__name__":"DCGM_FI_DEV_XID_ERRORS","UUID":"GPU-b","gpu":"7"},"values":[[1,"0"],[61,"79"]]}\
            """));
        ExporterSampling sampling = sampling();
        sampling.round();
        sampling.round();

        DeviceKey device = new DeviceKey(CLUSTER, "n2", 0);
        assertEquals(Optional.of(55.0), store.value(device, Metric.TEMPERATURE));
        RecordingStore.Past past = store.pasts().getFirst();
        assertEquals(device, past.device());
        assertEquals(Metric.XID, past.metric());
        assertEquals(79, past.values()[1]);
        assertEquals(1, store.pasts().size());
        assertEquals(1, asked.stream().filter(path -> path.contains("/query?")).count(), "not in every round");
    }

    @Test
    void aServerThatIsAddedIsReadByItsAddressAndCanBeTakenAway() {
        ExporterSampling sampling = sampling();
        PrometheusTarget target = new PrometheusTarget(
                URI.create("http://127.0.0.1:9"), new Auth.Basic("me", "hidden"), Optional.empty());
        sampling.round();
        sampling.add(CLUSTER, target);
        for (int i = 0; i < 3; i++) {
            sampling.round();
        }
        ExporterEndpoint added = new ExporterEndpoint("", ExporterEndpoint.PROMETHEUS, "http://127.0.0.1:9");
        assertTrue(source(sampling, added).added());
        assertTrue(source(sampling, added).problem().isPresent(), "nobody listens on the discard port");
        sampling.remove(CLUSTER, added);
        assertEquals(1, sampling.of(CLUSTER).size());
    }

    @Test
    void noSecretIsInTheFileAndTheRestComesBack() throws IOException {
        MetricSourceSettings settings = new MetricSourceSettings(Optional.of(file()));
        URI address = URI.create("https://prom.example:9090/x");
        Optional<Path> authority = Optional.of(Path.of("/etc/ca.pem"));
        settings.add(CLUSTER, new PrometheusTarget(address, new Auth.Basic("me", "hidden-word"), authority));
        settings.add(
                CLUSTER,
                new PrometheusTarget(URI.create("http://b"), new Auth.Bearer("hidden-word"), Optional.empty()));
        assertFalse(Files.readString(file()).contains("hidden-word"));
        List<PrometheusTarget> back = new MetricSourceSettings(Optional.of(file())).added(CLUSTER);
        assertTrue(back.contains(new PrometheusTarget(address, new Auth.Basic("me", ""), authority)), back.toString());
        assertEquals(2, back.size());
        assertFalse(new Auth.Basic("me", "hidden-word").toString().contains("hidden"));
        assertFalse(new Auth.Bearer("hidden-word").toString().contains("hidden"));
        assertEquals(List.of(), new MetricSourceSettings(Optional.of(file())).added(new ClusterId("other")));
    }

    @Test
    void aFileOfNonsenseIsAnEmptyOne() throws IOException {
        Files.write(file(), new byte[] {'\\', 'u', 'x', (byte) 0xff, 0});
        assertEquals(List.of(), new MetricSourceSettings(Optional.of(file())).added(CLUSTER));
    }

    @Test
    void theSeriesOfAClosedClusterAreForgotten() {
        answers.put("/dcgm", "DCGM_FI_DEV_GPU_TEMP{gpu=\"0\",UUID=\"GPU-a\"} 41\n");
        ExporterSampling sampling = sampling();
        sampling.round();
        connections.close(CLUSTER);
        sampling.round();
        assertEquals(List.of(), sampling.of(CLUSTER));
        for (int look = 0; look < ExporterSampling.KEPT; look++) {
            sampling.round();
        }
        assertEquals(List.of(CLUSTER), store.forgotten());
    }

    /** Who acted as somebody else for a moment was told nothing of what had been idle for hours. */
    @Test
    void theSeriesOfAClusterThatIsOpenAgainSoonAreKept() {
        ExporterSampling sampling = sampling();
        sampling.round();
        connections.close(CLUSTER);
        sampling.round();
        sampling();
        for (int look = 0; look < 2 * ExporterSampling.KEPT; look++) {
            sampling.begin(rounds -> false);
        }
        assertEquals(List.of(), store.forgotten());
    }

    @Test
    void theSeriesOfAnotherClusterUnderTheSameNameAreForgotten() {
        connections.uid = "uid-1";
        ExporterSampling sampling = sampling();
        sampling.round();
        connections.close(CLUSTER);
        sampling.round();
        connections.uid = "uid-2";
        sampling();
        sampling.round();
        assertEquals(List.of(CLUSTER), store.forgotten());
    }

    @Test
    void theStepOfThePastGrowsWithTheFleet() {
        assertEquals(1, PrometheusBackfill.step(8).toMinutes());
        assertTrue(PrometheusBackfill.step(40_000).toHours() >= 2);
    }

    @Test
    void theGpusOfThisMachineAreRecordedAsThoseOfAnySource() {
        exporters.clear();
        machine.is("GPU-b", Map.of(Metric.POWER, new Sample(1_000, 300), Metric.ACTIVITY, new Sample(1_000, 0.5)));
        ExporterSampling sampling = sampling();
        sampling.round();
        DeviceKey key = new DeviceKey(CLUSTER, "n2", 0);
        assertEquals(Optional.of(300.0), store.value(key, Metric.POWER));
        assertEquals(Optional.of(0.5), store.value(key, Metric.ACTIVITY));
        MetricSource source = source(sampling, LOCAL);
        assertEquals(1, source.devices());
        assertTrue(
                source.on() && source.lastGood().isPresent() && source.problem().isEmpty());
    }

    @Test
    void aReadingOfThisMachineIsRecordedOnce() {
        exporters.clear();
        machine.is("GPU-b", Map.of(Metric.POWER, new Sample(1_000, 300)));
        ExporterSampling sampling = sampling();
        sampling.round();
        sampling.round();
        assertEquals(1, store.appends());
        machine.is("GPU-b", Map.of(Metric.POWER, new Sample(2_000, 310)));
        sampling.round();
        assertEquals(2, store.appends());
    }

    @Test
    void anExporterOfTheSameNodeComesBeforeThisMachineAsLongAsItTells() {
        answers.put("/dcgm", "DCGM_FI_DEV_POWER_USAGE{gpu=\"0\",UUID=\"GPU-a\"} 200\n");
        machine.is("GPU-a", Map.of(Metric.POWER, new Sample(Long.MAX_VALUE / 2, 300)));
        ExporterSampling sampling = sampling();
        sampling.round();
        sampling.round();
        assertEquals(Optional.of(200.0), store.value(new DeviceKey(CLUSTER, "n1", 0), Metric.POWER));
        sampling.turn(CLUSTER, DCGM, false);
        sampling.round();
        assertEquals(Optional.of(300.0), store.value(new DeviceKey(CLUSTER, "n1", 0), Metric.POWER));
    }

    @Test
    void thisMachineCanBeTurnedOffAndSaysWhatIsWrongWithItsGpus() {
        exporters.clear();
        machine.lost("GPU-b", "GPU 0: gone.");
        ExporterSampling sampling = sampling();
        sampling.round();
        assertEquals(Optional.of("GPU 0: gone."), source(sampling, LOCAL).problem());
        machine.is("GPU-b", Map.of(Metric.POWER, new Sample(1_000, 300)));
        sampling.turn(CLUSTER, LOCAL, false);
        sampling.round();
        assertTrue(!source(sampling, LOCAL).on());
        assertEquals(0, store.appends());
    }

    @Test
    void aMachineOfNoClusterIsNoSource() {
        machine.is("GPU-elsewhere", Map.of(Metric.POWER, new Sample(1_000, 300)));
        answers.put("/dcgm", "");
        ExporterSampling sampling = sampling();
        sampling.round();
        assertTrue(sampling.of(CLUSTER).stream()
                .noneMatch(source -> source.exporter().kind().equals(ExporterEndpoint.LOCAL)));
    }

    @Test
    void aNodeOfThisNameWithoutIdentifiersGetsItsDevicesFromHere() {
        exporters.clear();
        FakeFleet bare = new FakeFleet("c").with("n2");
        machine.is("GPU-z", Map.of());
        sampling(bare).round();
        Change.DevicesSeen seen = (Change.DevicesSeen) bare.sent.getFirst();
        assertEquals("n2", seen.nodeName());
        assertEquals("GPU-z", seen.devices().getFirst().uuid());
    }

    private Path file() {
        return folder.resolve("sources.properties");
    }

    private ExporterSampling sampling() {
        return sampling(fleet);
    }

    private ExporterSampling sampling(FakeFleet model) {
        if (connections.open.isEmpty()) {
            connections.add("c", exporters, this::answer);
        }
        ExporterSampling sampling = new ExporterSampling(
                connections,
                new ClusterMetricSources.Services(
                        model,
                        new ExporterText(),
                        new QueryAnswers(),
                        store,
                        new MetricSourceSettings(Optional.of(file())),
                        machine,
                        "n2"));
        started.add(sampling);
        return sampling;
    }

    /** The answer with the longest key that the path begins with or holds. */
    private byte[] answer(String path) throws IOException {
        asked.add(path);
        return answers.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey() + "?")
                        || path.equals(entry.getKey())
                        || path.contains(entry.getKey()) && entry.getKey().contains("over_time"))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .map(entry -> entry.getValue().getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IOException("no answer for " + path));
    }

    private static MetricSource source(ExporterSampling sampling, ExporterEndpoint exporter) {
        return sampling.of(CLUSTER).stream()
                .filter(source -> source.exporter().equals(exporter))
                .findFirst()
                .orElseThrow();
    }
}
