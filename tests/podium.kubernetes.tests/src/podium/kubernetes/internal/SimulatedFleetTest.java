// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.AccessReviewer;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectWriter;
import podium.core.change.Change;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.ExporterReader;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.Truth;
import podium.model.fleet.ConnectionState;
import podium.model.value.ControllerRef;
import podium.operation.plan.PlacementCompiler;
import podium.simulator.Simulator;
import podium.simulator.SimulatorOptions;
import podium.testkit.Await;

/** The connector on a fleet that lives. */
class SimulatedFleetTest {
    @Test
    void aLivingFleetIsMirroredWholeAndStaysEqual(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("config");
        try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withSpeed(20))) {
            simulator.writeKubeconfig(file);
            KubernetesConnector connector = new KubernetesConnector();
            ClusterTarget target = connector.contexts(file).getFirst();
            Picture picture = new Picture();
            long start = System.nanoTime();
            try (ClusterConnection connection = connector.open(target, picture, (_, _) -> {})) {
                picture.awaitState(ConnectionState.LIVE);
                System.out.println(
                        "live after " + (System.nanoTime() - start) / 1_000_000 + " ms, listed " + picture.listed());
                Await.until(() -> "no events", () -> picture.heard().stream().anyMatch(h -> h.eventsPerSecond() > 0));
                Await.until(
                        () -> Truth.difference(picture, simulator.store()),
                        () -> Truth.difference(picture, simulator.store()).isEmpty());
                assertEquals(List.of(), picture.wrong());
                assertTrue(
                        picture.connection().version().startsWith("v1."),
                        picture.connection().version());
                for (Class<?> capability : List.of(
                        ObjectWriter.class, ObjectReader.class, AccessReviewer.class, PlacementCompiler.class)) {
                    assertTrue(connection.capability(capability).isPresent(), capability.getName());
                }
                ExporterReader exporters =
                        connection.capability(ExporterReader.class).orElseThrow();
                List<ExporterEndpoint> found = exporters.discover(wanted -> picture.objects().values().stream()
                        .filter(Change.PodSeen.class::isInstance)
                        .map(Change.PodSeen.class::cast)
                        .filter(pod -> wanted.test(pod.name(), pod.labels())
                                && !pod.nodeName().isEmpty())
                        .map(pod -> new ExporterReader.RunningPod(
                                pod.namespace(),
                                pod.name(),
                                pod.nodeName(),
                                pod.labels(),
                                pod.controller().map(ControllerRef::uid).orElse("")))
                        .toList());
                long nodes = picture.objects().values().stream()
                        .filter(Change.NodeSeen.class::isInstance)
                        .count();
                assertEquals(
                        nodes,
                        found.stream().filter(one -> !one.node().isEmpty()).count(),
                        () -> "an exporter on every node: " + found);
                assertTrue(new String(exporters.read(found.getFirst())).contains("DCGM_FI_DEV"));
            }
            assertEquals(ConnectionState.CLOSED, picture.connection().state());
        }
    }
}
