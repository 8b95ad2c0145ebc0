// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.ClusterId;
import podium.core.change.DeviceReport;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.State;
import podium.core.machine.MetricsWriter.Format;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.HistoryReader;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricsParser.DeviceSample;
import podium.core.metrics.PrometheusTarget;
import podium.core.metrics.PrometheusTarget.Auth;
import podium.core.metrics.Sample;
import podium.gpu.internal.exporter.ExporterText;
import podium.gpu.internal.exporter.QueryAnswers;
import podium.gpu.internal.metrics.DeviceText;
import podium.model.fleet.Health;
import podium.simulator.Simulator;
import podium.simulator.SimulatorOptions;
import podium.sources.internal.exporter.RecordingStore;
import podium.sources.internal.fleet.DeviceDirectory;
import podium.testkit.Await;
import podium.testkit.TrustedHttp;

/**
 * A real Prometheus reads what the agent writes and what the exporters of a simulated fleet say; Podium reads both ways
 * and finds the same numbers.
 */
class RealPrometheusTest {
    private static final QueryAnswers ANSWERS = new QueryAnswers();
    private static final ExporterText TEXTS = new ExporterText();
    private static final int EXPORTERS = 2;

    /** Every text that was served, by path: what Prometheus says must be in one of them. */
    private final Map<String, Set<Value>> served = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    /** Which value of which device. */
    private record Value(String device, Metric metric, double value) {}

    @Test
    void theSameNumbersComeBothWays() throws Exception {
        Optional<Path> executable = PrometheusProcess.executable();
        assumeTrue(executable.isPresent(), "skipped: no prometheus on the PATH (Debian's package prometheus)");
        try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
            HttpClient client = TrustedHttp.client(simulator.caPem());
            List<String> pods = exporterPods(client, simulator);
            HttpServer exporters = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            exporters.createContext("/", exchange -> {
                byte[] text = exchange.getRequestURI().getPath().equals("/agent")
                        ? agentText()
                        : get(client, simulator, exchange.getRequestURI().getPath());
                served.computeIfAbsent("all", key -> ConcurrentHashMap.newKeySet())
                        .addAll(values(TEXTS.parse(text).samples()));
                exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                exchange.sendResponseHeaders(200, text.length);
                exchange.getResponseBody().write(text);
                exchange.close();
            });
            exporters.start();
            List<String> paths = new ArrayList<>(List.of("/agent"));
            paths.addAll(pods);
            try (PrometheusProcess prometheus = PrometheusProcess.start(
                    executable.get(), folder, exporters.getAddress().getPort(), paths)) {
                compare(prometheus, paths.size());
            } finally {
                exporters.stop(0);
            }
        }
    }

    private void compare(PrometheusProcess prometheus, int sources) throws IOException {
        PrometheusTarget target = new PrometheusTarget(
                prometheus.address(),
                new Auth.Basic(PrometheusProcess.USER, PrometheusProcess.PASSWORD),
                Optional.empty());
        try (PrometheusHttp http = new PrometheusHttp(target)) {
            String query = PrometheusQueries.instant(ANSWERS.names());
            int devices = 2 + 8 * (sources - 1);
            List<DeviceSample> read = Await.present("all devices in Prometheus", () -> {
                try {
                    List<DeviceSample> samples =
                            ANSWERS.instant(http.get(query)).samples();
                    return Optional.of(samples).filter(all -> uuids(all).size() == devices);
                } catch (IOException e) {
                    return Optional.empty(); // it is starting
                }
            });
            Set<Value> found = values(read);
            assertTrue(found.size() > 10 * devices, "only " + found.size() + " values");
            Set<Value> odd = new HashSet<>(found);
            odd.removeAll(served.get("all"));
            assertEquals(Set.of(), odd, "values that no exporter ever served");
            assertTrue(found.contains(new Value("GPU-agent-1", Metric.POWER, 412.5)));
            past(http, devices);
            span(http, devices);
            refusals(prometheus);
        }
    }

    /** The day before now, through the aggregates and the names put back on them. */
    private void past(PrometheusHttp http, int devices) throws IOException {
        RecordingStore store = new RecordingStore();
        long now = System.currentTimeMillis();
        Map<String, DeviceDirectory.Place> places = new ConcurrentHashMap<>();
        uuids(ANSWERS.instant(http.get(PrometheusQueries.instant(ANSWERS.names())))
                        .samples())
                .forEach(uuid -> places.put(uuid, new DeviceDirectory.Place("n-" + uuid, 0)));
        new PrometheusBackfill(ANSWERS, store)
                .read(new ClusterId("c"), http::get, new DeviceDirectory(places, Set.of()), devices, now);
        List<RecordingStore.Past> power = store.pasts().stream()
                .filter(past -> past.metric() == Metric.POWER)
                .toList();
        assertEquals(devices, power.size(), "power of every device has a past");
        for (RecordingStore.Past past : power) {
            assertTrue(past.times()[0] <= now
                    && past.times()[0] > now - Duration.ofMinutes(2).toMillis());
        }
        RecordingStore.Past agent = power.stream()
                .filter(past -> past.device().node().equals("n-GPU-agent-1"))
                .findFirst()
                .orElseThrow();
        assertEquals(412.5, agent.values()[agent.values().length - 1], 1e-9);
        assertTrue(store.pasts().stream().anyMatch(past -> past.metric() == Metric.XID), "counts by their largest");
    }

    /** A span as a chart asks for it: the newest buckets hold what the exporters say, those before nothing. */
    private void span(PrometheusHttp http, int devices) throws IOException {
        Map<String, DeviceDirectory.Place> places = new ConcurrentHashMap<>();
        uuids(ANSWERS.instant(http.get(PrometheusQueries.instant(ANSWERS.names())))
                        .samples())
                .forEach(uuid -> places.put(uuid, new DeviceDirectory.Place("n-" + uuid, 0)));
        long step = Duration.ofMinutes(42).toMillis();
        long from = Math.ceilDiv(System.currentTimeMillis(), step) * step - 240 * step;
        HistoryReader.Span week =
                new HistoryReader.Span(new ClusterId("c"), Metric.POWER, from, Duration.ofMillis(step), 240);
        HistoryReader.Past past =
                new HistoryQuery(ANSWERS, http::get, new DeviceDirectory(places, Set.of())).read("here", week);
        assertEquals(devices, past.curves().size());
        Curve agent = past.curves().get(new DeviceKey(new ClusterId("c"), "n-GPU-agent-1", 0));
        assertEquals(240, agent.size());
        assertEquals(412.5, agent.average()[239], 1e-9);
        assertEquals(0, Arrays.stream(agent.count()).limit(238).sum());
    }

    private static void refusals(PrometheusProcess prometheus) throws IOException {
        PrometheusTarget nobody = new PrometheusTarget(prometheus.address(), new Auth.None(), Optional.empty());
        try (PrometheusHttp http = new PrometheusHttp(nobody)) {
            IOException e = assertThrows(IOException.class, () -> http.get(PrometheusQueries.instant(List.of("up"))));
            assertTrue(e.getMessage().contains("401"), e.getMessage());
        }
        PrometheusTarget known = new PrometheusTarget(
                prometheus.address(),
                new Auth.Basic(PrometheusProcess.USER, PrometheusProcess.PASSWORD),
                Optional.empty());
        try (PrometheusHttp http = new PrometheusHttp(known)) {
            byte[] answer = http.get("/api/v1/query?query=up%7B");
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> ANSWERS.instant(answer));
            assertTrue(e.getMessage().startsWith("the query failed: "), e.getMessage());
        }
    }

    @Test
    void aTokenAndAnAuthorityOpenAServerAndNothingElseDoes() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
            Path authority = Files.writeString(folder.resolve("ca.pem"), simulator.caPem());
            Path token = Files.writeString(folder.resolve("token"), simulator.token() + "\n");
            assertTrue(asks(simulator.url(), new Auth.Bearer(simulator.token()), Optional.of(authority)));
            assertTrue(asks(simulator.url(), new Auth.BearerFile(token), Optional.of(authority)));
            assertFalse(asks(simulator.url(), new Auth.Bearer("another"), Optional.of(authority)));
            assertFalse(asks(simulator.url(), new Auth.Bearer(simulator.token()), Optional.empty()));
        }
    }

    private static boolean asks(URI address, Auth auth, Optional<Path> authority) {
        try (PrometheusHttp http = new PrometheusHttp(new PrometheusTarget(address, auth, authority))) {
            return new String(http.get("/api/v1/nodes")).contains("NodeList");
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] agentText() {
        State state = new State.Running("580.1", List.of(device(0), device(1)));
        return new DeviceText().write(state, "agent-host", Format.PROMETHEUS);
    }

    private static LocalDevice device(int index) {
        Sample power = new Sample(1, 412.5);
        return new LocalDevice(
                new DeviceReport(
                        index,
                        "GPU-agent-" + index,
                        "NVIDIA H100 80GB HBM3",
                        OptionalLong.of(85520809984L),
                        "0000:9B:00.0",
                        OptionalInt.empty(),
                        Health.HEALTHY,
                        ""),
                new Condition.Answering(),
                Map.of(
                        Metric.POWER, power,
                        Metric.ACTIVITY, new Sample(1, 0.57),
                        Metric.MEMORY_USED, new Sample(1, 80668000256.0),
                        Metric.XID, new Sample(1, 79),
                        Metric.TEMPERATURE, new Sample(1, 61),
                        Metric.ENERGY, new Sample(1, 5e9),
                        Metric.SM_CLOCK, new Sample(1, 1.98e9),
                        Metric.ECC_CORRECTED, new Sample(1, 3)),
                new LocalDetails(
                        Map.of(), Map.of(), Optional.empty(), List.of(), Optional.empty(), List.of(), List.of()));
    }

    private static List<String> exporterPods(HttpClient client, Simulator simulator) {
        String list = new String(get(client, simulator, "/api/v1/pods"));
        List<String> paths = new ArrayList<>();
        Matcher pod = Pattern.compile("\"name\":\"([^\"]*dcgm-exporter[^\"]*)\",\"namespace\":\"([^\"]+)\"")
                .matcher(list);
        Set<String> seen = new HashSet<>();
        while (pod.find() && paths.size() < EXPORTERS) {
            if (seen.add(pod.group(1))) {
                paths.add("/api/v1/namespaces/" + pod.group(2) + "/pods/" + pod.group(1) + ":9400/proxy/metrics");
            }
        }
        assertEquals(EXPORTERS, paths.size(), "exporters of the simulated fleet");
        return paths;
    }

    private static byte[] get(HttpClient client, Simulator simulator, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .header("Authorization", "Bearer " + simulator.token())
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> uuids(List<DeviceSample> samples) {
        Set<String> uuids = new HashSet<>();
        samples.forEach(sample -> uuids.add(sample.uuid()));
        return uuids;
    }

    private static Set<Value> values(List<DeviceSample> samples) {
        Set<Value> values = new HashSet<>();
        for (DeviceSample sample : samples) {
            sample.values().forEach(value -> values.add(new Value(sample.uuid(), value.metric(), value.value())));
        }
        return values;
    }
}
