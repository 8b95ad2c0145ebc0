// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.store.ResourceTypes;

class ScenarioFileTest {

    private static final String SMALL = """
        age: 2d
        pools:
          - {machine: hgx-h200, racks: 2, nodes: 2, name: "n{rack}{node}", address: "10.1.{rack}.{node}",
             labels: {rack: "r{rack}"}, taints: [{key: burn-in, effect: NoSchedule}]}
        namespaces: [team]
        workloads:
          - {kind: pod, name: here, namespace: team, gpus: 1, age: 1h}
        faults:
          - {kind: node-down, node: n11, after: 1m, lasts: 2m}
        """;

    private static WorkloadSpec work(String yaml) throws IOException {
        return WorkloadSpec.parse(new YAMLMapper().readTree(yaml));
    }

    @Test
    void aFileOfTheUserIsOpened(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("mine.yaml");
        Files.writeString(file, SMALL);
        try (var life = SimulatedFleet.open(file.toString(), new RandomSource(1), Rig.START)
                .life()) {
            assertEquals(4, life.store().list(ResourceTypes.NODE, "").size());
            ObjectNode node = life.store().get(ResourceTypes.NODE, "", "n21").orElseThrow();
            assertEquals("r2", Json.labels(node).get("rack"));
            assertEquals("NVIDIA-H200", Json.labels(node).get("nvidia.com/gpu.product"));
            assertEquals(
                    "burn-in",
                    Json.at(node, "spec", "taints").path(0).path("key").asText());
            ObjectNode pod = life.store().get(ResourceTypes.POD, "team", "here").orElseThrow();
            assertEquals("", Json.text(pod, "spec", "nodeName"));
            assertTrue(pod.toString().contains("untolerated taint(s)"));
        }
    }

    @Test
    void aPlannedFaultHappensAndEnds(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("mine.yaml");
        Files.writeString(file, SMALL);
        try (var life = SimulatedFleet.open(file.toString(), new RandomSource(1), Rig.START)
                .life()) {
            life.pace().advance(Duration.ofSeconds(110));
            assertTrue(taints(life.store().get(ResourceTypes.NODE, "", "n11").orElseThrow())
                    .contains("unreachable"));
            life.pace().advance(Duration.ofSeconds(120));
            assertFalse(taints(life.store().get(ResourceTypes.NODE, "", "n11").orElseThrow())
                    .contains("unreachable"));
        }
    }

    private static String taints(ObjectNode node) {
        return Json.at(node, "spec", "taints").toString();
    }

    @ParameterizedTest
    @CsvSource({"3d7h, 284400", "25m, 1500", "40s, 40", "1h30m, 5400"})
    void durationsOfFiles(String text, long seconds) {
        assertEquals(seconds, YamlFiles.duration(text).toSeconds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "3", "3x", "h3", "3d 7h"})
    void whatIsNoDurationIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> YamlFiles.duration(text));
    }

    @Test
    void anUnknownMachineSaysWhichThereAre() {
        IllegalArgumentException unknown =
                assertThrows(IllegalArgumentException.class, () -> new HardwareCatalog().machine("cray-1"));
        assertTrue(String.valueOf(unknown.getMessage()).contains("hgx-h100"));
    }

    @Test
    void everyMachineIsMadeOfKnownParts() {
        HardwareCatalog hardware = new HardwareCatalog();
        for (String id : List.of("hgx-h100", "gb200-tray", "mi300x-8", "gaudi3-8", "tpu-v5e-4", "edge-4090")) {
            AcceleratorModel accelerator = hardware.machine(id).accelerator().orElseThrow();
            assertTrue(accelerator.memoryMiB() > 1000 && accelerator.maxWatts() > accelerator.idleWatts(), id);
        }
        assertEquals(Optional.empty(), hardware.machine("cpu-96").accelerator());
    }

    @Test
    void slicesAndReplicasAreKnownByTheirWholeAccelerator() {
        HardwareCatalog hardware = new HardwareCatalog();
        assertEquals(
                "a100",
                hardware.byLabels(Map.of("nvidia.com/gpu.product", "NVIDIA-A100-SXM4-80GB-MIG-1g.10gb"))
                        .orElseThrow()
                        .id());
        assertEquals(
                "l40s",
                hardware.byLabels(Map.of("nvidia.com/gpu.product", "NVIDIA-L40S-SHARED"))
                        .orElseThrow()
                        .id());
        assertEquals(Optional.empty(), hardware.byLabels(Map.of()));
    }

    @Test
    void aGangIsAnIndexedJobAndAPodGroup() throws Exception {
        List<WorkloadFactory.Manifest> manifests = WorkloadFactory.manifests(
                work("{kind: job, name: train, namespace: t, pods: 4, gpus: 8, gang: true, duration: 3h, profile:"
                        + " training}"));
        assertEquals(
                List.of("PodGroup", "Job"),
                manifests.stream().map(manifest -> manifest.type().kind()).toList());
        assertEquals(4, Json.number(manifests.getFirst().object(), 0, "spec", "schedulingPolicy", "gang", "minCount"));
        ObjectNode job = manifests.getLast().object();
        assertEquals("Indexed", Json.text(job, "spec", "completionMode"));
        assertEquals("train", Json.text(job, "spec", "template", "spec", "schedulingGroup", "podGroupName"));
        assertEquals(
                "10800s", Json.text(job, "spec", "template", "metadata", "annotations", "simulator.podium/duration"));
    }

    @Test
    void aBudgetComesBeforeItsDeployment() throws Exception {
        List<WorkloadFactory.Manifest> manifests =
                WorkloadFactory.manifests(work("{kind: deployment, name: chat, pods: 3, budget: {minAvailable: 50%}}"));
        assertEquals(ResourceTypes.POD_DISRUPTION_BUDGET, manifests.getFirst().type());
        assertEquals("50%", Json.text(manifests.getFirst().object(), "spec", "minAvailable"));
    }

    @Test
    void anUnknownKindOfWorkIsRefused() throws Exception {
        WorkloadSpec odd = work("{kind: lambda, name: x}");
        assertThrows(IllegalArgumentException.class, () -> WorkloadFactory.manifests(odd));
    }

    @Test
    void aStreamDrawsWithinItsBoundsAndRepeatably() throws Exception {
        WorkloadStream stream = WorkloadStream.parse(new YAMLMapper()
                .readTree("{kind: job, name: \"e-{model}-{n}\", every: 10s, gpus: [1, 2], duration: [1m, 2m],"
                        + " fails: 0.5}"));
        int failing = 0;
        for (int n = 0; n < 200; n++) {
            RandomSource seed = new RandomSource(n);
            WorkloadSpec drawn = stream.draw(seed, n);
            assertEquals(drawn, stream.draw(seed, n));
            long seconds = drawn.duration().orElseThrow().toSeconds();
            assertTrue(seconds >= 60 && seconds <= 120, "duration " + seconds);
            assertTrue(List.of("1", "2").contains(drawn.resources().get("nvidia.com/gpu")));
            assertTrue(drawn.name().matches("e-[a-z0-9-]+-" + n), drawn.name());
            assertTrue(stream.gap(seed).compareTo(Duration.ofSeconds(50)) <= 0);
            failing += drawn.failsAt().isPresent() ? 1 : 0;
        }
        assertEquals(100, failing, 25);
    }

    @Test
    void migProfilesSayWhatTheyTake() {
        assertEquals(3, MigProfile.computeSlices("3g.20gb"));
        assertEquals(19456, MigProfile.memoryMiB("3g.20gb"));
        assertEquals(9728, MigProfile.memoryMiB("1g.10gb+me"));
    }

    @Test
    void aFileThatCannotBeReadSaysSo(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("broken.yaml");
        Files.writeString(file, "pools: [");
        RuntimeException broken = assertThrows(
                RuntimeException.class, () -> SimulatedFleet.open(file.toString(), new RandomSource(1), Rig.START));
        assertTrue(String.valueOf(broken.getMessage()).contains("broken.yaml"));
    }
}
