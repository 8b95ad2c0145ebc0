// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterTarget;
import podium.core.internal.fleet.FleetServiceImpl;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.MetricSource;
import podium.core.metrics.MetricSources;
import podium.core.metrics.PrometheusTarget;
import podium.core.testkit.FakeKnownClusters;
import podium.core.testkit.SingleThreadRealm;
import podium.kubernetes.internal.KubernetesConnector;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.simulator.Simulator;
import podium.simulator.SimulatorOptions;
import podium.sources.internal.cluster.OpenClusters;
import podium.telemetry.internal.MemoryTelemetryStore;
import podium.testkit.Await;
import podium.ui.attention.AttentionKind;
import podium.ui.attention.AttentionModel;
import podium.ui.toolkit.BackgroundWork;

/** What needs attention on the simulated fleets that come with the console. */
class ShippedFleetsAttentionTest {
    @TempDir
    private Path folder;

    private final SingleThreadRealm realm = new SingleThreadRealm("test realm");
    private final FleetServiceImpl fleet = new FleetServiceImpl(realm);
    private final KubernetesConnector connector = new KubernetesConnector();
    private final OpenClusters open = new OpenClusters(fleet, connector, new FakeKnownClusters(List.of()));
    private final BackgroundWork background = new BackgroundWork(realm);

    @AfterEach
    void stop() throws Exception {
        open.closeAll();
        background.close();
        fleet.close();
        realm.close();
    }

    private static Arguments fleet(String scenario, String... lines) {
        return Arguments.of(scenario, List.of(lines));
    }

    static Stream<Arguments> fleets() {
        return Stream.of(
                fleet(
                        "ai-factory",
                        "JOB_FAILING shard-loader is failing",
                        "NOT_OFFERED gpu-r4-n8: 1 of 8 GPUs not offered; an annotation of the node names GPU 5",
                        "NODE_CORDONED gpu-r4-n8 is cordoned",
                        "JOB_WAITS"),
                fleet("mixed"),
                fleet(
                        "dra",
                        "DEVICE_TAINTED GPU 5 of dra-2 is tainted: podium.example/ecc=row-remap:NoSchedule, set by"
                                + " DeviceTaintRule dra-2-gpu-5-ecc",
                        "JOB_WAITS"),
                fleet("edge", "JOB_WAITS"),
                fleet("nvl72", "NOT_OFFERED nvl4-t16: 1 of 4 GPUs not offered, no source says which", "JOB_WAITS"));
    }

    /** Which faults a fleet has when it is opened, the scenario says. */
    @ParameterizedTest
    @MethodSource("fleets")
    void theFaultsThatAFleetComesWithAreItsLinesWorstFirst(String scenario, List<String> lines) throws Exception {
        try (Simulator simulator = Simulator.start(
                SimulatorOptions.defaults().withScenario(scenario).withSpeed(0))) {
            Path kubeconfig = folder.resolve(scenario);
            simulator.writeKubeconfig(kubeconfig);
            ClusterTarget target = connector.contexts(kubeconfig).getFirst();
            open.open(target);
            Await.until(
                    () -> scenario + " is there",
                    () -> realm.ask(() -> fleet.cluster(target.id())
                            .filter(cluster -> cluster.getConnection() == ConnectionState.LIVE
                                    && !cluster.getJobs().isEmpty())
                            .isPresent()));
            Cluster cluster = realm.ask(() -> fleet.cluster(target.id()).orElseThrow());
            AttentionModel model = realm.ask(() -> new AttentionModel(
                    fleet, new MemoryTelemetryStore(), new None(), List::of, job -> "", background, Instant::now));
            Await.until(
                    () -> "known",
                    () -> realm.ask(() -> {
                        model.tick();
                        return model.isKnown(cluster);
                    }));
            assertEquals(
                    lines,
                    realm.ask(() -> model.lines(cluster)).stream()
                            .map(line -> line.kind() == AttentionKind.JOB_WAITS
                                    ? "JOB_WAITS"
                                    : line.kind() + " " + line.words().replaceFirst(", (?:for|last) .*", ""))
                            .toList());
        }
    }

    private static final class None implements MetricSources {
        @Override
        public List<MetricSource> of(ClusterId cluster) {
            return List.of();
        }

        @Override
        public void turn(ClusterId cluster, ExporterEndpoint exporter, boolean on) {}

        @Override
        public void add(ClusterId cluster, PrometheusTarget target) {}

        @Override
        public void remove(ClusterId cluster, ExporterEndpoint exporter) {}
    }
}
