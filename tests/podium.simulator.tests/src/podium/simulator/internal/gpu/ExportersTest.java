// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.engine.SimulationEngine;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.scenario.SimulatedFleet;
import podium.simulator.store.ResourceTypes;

class ExportersTest {

    private static final Pattern LINE = Pattern.compile("([A-Za-z_]\\w*)(?:\\{(.*)})? (\\S+)");

    private final List<SimulatedFleet> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(fleet -> fleet.life().close());
    }

    private SimulatedFleet open(String scenario) {
        SimulatedFleet fleet = SimulatedFleet.open(scenario, new RandomSource(1), Rig.START);
        opened.add(fleet);
        return fleet;
    }

    private static ObjectNode exporter(SimulatedFleet fleet, String app, String node) {
        return fleet.life().store().list(ResourceTypes.POD, "gpu-operator").stream()
                .filter(pod -> Json.labels(pod).getOrDefault("app", "").equals(app)
                        && Json.text(pod, "spec", "nodeName").equals(node))
                .findFirst()
                .orElseThrow();
    }

    private static String scrape(SimulatedFleet fleet, String app, String node) {
        return new Exporters(fleet).metrics(exporter(fleet, app, node), "").orElseThrow();
    }

    private static String dcgm(SimulatedFleet fleet, String node) {
        return scrape(fleet, "nvidia-dcgm-exporter", node);
    }

    /** Values of one metric by GPU index. */
    private static Map<String, Double> values(String text, String metric) {
        Map<String, Double> values = new TreeMap<>();
        for (String line : text.split("\n")) {
            Matcher matcher = LINE.matcher(line);
            if (!line.startsWith("#") && matcher.matches() && matcher.group(1).equals(metric)) {
                values.put(label(matcher.group(2), "gpu"), Double.parseDouble(matcher.group(3)));
            }
        }
        return values;
    }

    private static String label(String labels, String name) {
        Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(labels);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String nodeOf(SimulatedFleet fleet, String prefix) {
        return fleet.life().store().list(ResourceTypes.POD, "").stream()
                .filter(pod -> Json.name(pod).startsWith(prefix))
                .map(pod -> Json.text(pod, "spec", "nodeName"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyLineIsOfTheTextFormatAndEveryMetricIsIntroduced() {
        SimulatedFleet fleet = open("ai-factory");
        String introduced = "";
        int samples = 0;
        for (String line : dcgm(fleet, "gpu-r1-n4").split("\n")) {
            if (line.startsWith("# TYPE ")) {
                introduced = line.split(" ")[2];
            } else if (!line.startsWith("#")) {
                Matcher matcher = LINE.matcher(line);
                assertTrue(matcher.matches(), line);
                assertEquals(introduced, matcher.group(1));
                Double.parseDouble(matcher.group(3));
                samples++;
            }
        }
        assertEquals(8 * 29, samples);
    }

    @Test
    void aHeldGpuSaysByWhomAndAFreeOneDoesNot() {
        SimulatedFleet fleet = open("ai-factory");
        String held = dcgm(fleet, nodeOf(fleet, "llm-70b-pretrain-0"))
                .lines()
                .filter(line -> line.startsWith("DCGM_FI_DEV_GPU_TEMP{gpu=\"0\""))
                .findFirst()
                .orElseThrow();
        assertEquals("pretraining", label(held, "namespace"));
        assertEquals("main", label(held, "container"));
        assertTrue(label(held, "pod").startsWith("llm-70b-pretrain-0"));
        assertEquals("NVIDIA H100 80GB HBM3", label(held, "modelName"));
        assertEquals("00000000:1B:00.0", label(held, "pci_bus_id"));
        String free = dcgm(fleet, "gpu-r4-n6")
                .lines()
                .filter(line -> line.startsWith("DCGM_FI_DEV_GPU_TEMP{gpu=\"0\""))
                .findFirst()
                .orElseThrow();
        assertFalse(free.contains("namespace="), free);
    }

    @Test
    void trainingIsHotAndBusyAndAFreeGpuIsNeither() {
        SimulatedFleet fleet = open("ai-factory");
        String training = dcgm(fleet, nodeOf(fleet, "vlm-13b-pretrain-0"));
        String free = dcgm(fleet, "gpu-r4-n6");
        values(training, "DCGM_FI_DEV_POWER_USAGE")
                .values()
                .forEach(watts -> assertTrue(watts > 300 && watts <= 707, "W " + watts));
        values(free, "DCGM_FI_DEV_POWER_USAGE")
                .values()
                .forEach(watts -> assertTrue(watts > 60 && watts < 80, "W " + watts));
        values(training, "DCGM_FI_DEV_GPU_TEMP").values().forEach(celsius -> assertTrue(celsius > 45 && celsius < 80));
        values(free, "DCGM_FI_DEV_GPU_TEMP").values().forEach(celsius -> assertTrue(celsius < 40));
        values(training, "DCGM_FI_PROF_GR_ENGINE_ACTIVE")
                .values()
                .forEach(ratio -> assertTrue(ratio > 0.9 && ratio <= 1));
        values(free, "DCGM_FI_PROF_GR_ENGINE_ACTIVE").values().forEach(ratio -> assertEquals(0, ratio));
        values(training, "DCGM_FI_DEV_FB_USED").values().forEach(used -> assertTrue(used > 70_000));
        assertEquals(
                Map.of("0", 1.0),
                Map.of("0", values(free, "DCGM_FI_DEV_CLOCK_THROTTLE_REASONS").get("0")));
    }

    @Test
    void usedAndFreeMemoryAddUpToTheCard() {
        SimulatedFleet fleet = open("ai-factory");
        String text = dcgm(fleet, "gpu-r1-n1");
        Map<String, Double> used = values(text, "DCGM_FI_DEV_FB_USED");
        values(text, "DCGM_FI_DEV_FB_FREE")
                .forEach((gpu, free) -> assertEquals(81559 - 741, free + used.get(gpu), 2, "GPU " + gpu));
    }

    @Test
    void askingChangesNothingAndTheSameTimeHasTheSameAnswer() {
        SimulatedFleet fleet = open("ai-factory");
        SimulationEngine life = fleet.life();
        long revision = life.store().revision();
        assertEquals(dcgm(fleet, "gpu-r1-n5"), dcgm(fleet, "gpu-r1-n5"));
        assertEquals(revision, life.store().revision());
    }

    @Test
    void energyOnlyGrows() {
        SimulatedFleet fleet = open("ai-factory");
        SimulationEngine life = fleet.life();
        Map<String, Double> before = values(dcgm(fleet, "gpu-r4-n1"), "DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION");
        for (int minute = 0; minute < 30; minute++) {
            life.pace().advance(Duration.ofMinutes(1));
            Map<String, Double> now = values(dcgm(fleet, "gpu-r4-n1"), "DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION");
            before.forEach((gpu, energy) -> assertTrue(now.get(gpu) > energy, "GPU " + gpu));
            before = now;
        }
    }

    @Test
    void aGpuThatOverheatsIsSlowedDownAndSaysSo() {
        SimulatedFleet fleet = open("ai-factory");
        SimulationEngine life = fleet.life();
        String text = dcgm(fleet, "gpu-r3-n5");
        assertEquals(0x20, values(text, "DCGM_FI_DEV_CLOCK_THROTTLE_REASONS").get("2"));
        Map<String, Double> clocks = values(text, "DCGM_FI_DEV_SM_CLOCK");
        assertTrue(clocks.get("2") < 0.8 * clocks.get("1"), clocks.toString());
        Map<String, Double> heat = values(text, "DCGM_FI_DEV_GPU_TEMP");
        assertTrue(heat.get("2") > heat.get("1") + 10, heat.toString());
        life.pace().advance(Duration.ofMinutes(41));
        assertTrue(values(dcgm(fleet, "gpu-r3-n5"), "DCGM_FI_DEV_CLOCK_THROTTLE_REASONS")
                        .get("2")
                != 0x20);
    }

    @Test
    void anXidIsReportedAndKillsWhatRanThere() {
        SimulatedFleet fleet = open("ai-factory");
        SimulationEngine life = fleet.life();
        assertEquals(
                0, values(dcgm(fleet, "gpu-r2-n3"), "DCGM_FI_DEV_XID_ERRORS").get("6"));
        life.pace().advance(Duration.ofMinutes(12));
        String text = dcgm(fleet, "gpu-r2-n3");
        assertEquals(94, values(text, "DCGM_FI_DEV_XID_ERRORS").get("6"));
        assertEquals(1, values(text, "DCGM_FI_DEV_ECC_DBE_VOL_TOTAL").get("6"));
        assertTrue(life.store().list(ResourceTypes.POD, "pretraining").stream()
                .anyMatch(pod -> Json.text(pod, "status", "phase").equals("Failed")));
    }

    @Test
    void migInstancesCarryTheirProfile() {
        SimulatedFleet fleet = open("mixed");
        List<String> lines = dcgm(fleet, "a100-mig-mixed-1")
                .lines()
                .filter(line -> line.startsWith("DCGM_FI_PROF_GR_ENGINE_ACTIVE{"))
                .toList();
        assertEquals(16, lines.size(), "the instances of four GPUs, and not the GPUs");
        assertEquals(
                8,
                lines.stream()
                        .filter(line -> label(line, "GPU_I_PROFILE").equals("1g.5gb"))
                        .count());
        assertTrue(lines.stream().anyMatch(line -> label(line, "pod").startsWith("small-embed")));
        assertEquals(
                4, lines.stream().map(line -> label(line, "UUID")).distinct().count());
    }

    /** As an A100 with four instances prints it. */
    @Test
    void ofAGpuThatIsCutEachInstanceIsPrintedWithItsOwnMemoryAndWhatIsOfTheWhole() {
        String text = dcgm(open("mixed"), "a100-mig-mixed-1");
        List<String> used = lines(text, "DCGM_FI_DEV_FB_USED");
        assertEquals(16, used.size());
        used.forEach(line -> {
            String profile = label(line, "GPU_I_PROFILE");
            double gib = Double.parseDouble(profile.substring(profile.indexOf('.') + 1, profile.length() - 2));
            double mib = Double.parseDouble(line.substring(line.lastIndexOf(' ')));
            assertTrue(mib <= gib * 1024, line);
        });
        assertEquals(16, lines(text, "DCGM_FI_DEV_FB_FREE").size());
        List<String> power = lines(text, "DCGM_FI_DEV_POWER_USAGE");
        assertEquals(16, power.size());
        assertEquals(
                4,
                power.stream()
                        .map(line -> label(line, "UUID") + line.substring(line.lastIndexOf(' ')))
                        .distinct()
                        .count());
        assertEquals(List.of(), lines(text, "DCGM_FI_DEV_GPU_UTIL"));
    }

    private static List<String> lines(String text, String metric) {
        return text.lines().filter(line -> line.startsWith(metric + "{")).toList();
    }

    @Test
    void otherMakersSpeakTheirOwnNames() {
        SimulatedFleet fleet = open("mixed");
        String amd = scrape(fleet, "amd-device-metrics-exporter", nodeOf(fleet, "llm-30b-rocm-0"));
        assertTrue(amd.contains("gpu_package_power{gpu_id=\"0\""), amd);
        assertTrue(amd.contains("gpu_nodes_total 8"));
        assertTrue(amd.contains("pod=\"llm-30b-rocm-0"));
        String gaudi = scrape(fleet, "habana-metric-exporter", nodeOf(fleet, "gaudi-sft"));
        assertTrue(gaudi.contains("habanalabs_utilization{"), gaudi);
    }

    /** All of one node were taken for those of the other, which had "no device" then. */
    @Test
    void noTwoGpusOfAnyNodesHaveTheSameUuid() {
        SimulatedFleet fleet = open("mixed");
        Map<String, String> nodes = new HashMap<>();
        for (String node : List.of("gaudi3-1", "gaudi3-2", "a100-1", "a100-2", "l40s-1", "l40s-2")) {
            String exporter = node.startsWith("gaudi") ? "habana-metric-exporter" : "nvidia-dcgm-exporter";
            Pattern.compile("UUID=\"([^\"]+)\"")
                    .matcher(scrape(fleet, exporter, node))
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .forEach(uuid -> assertNull(nodes.put(uuid, node), uuid));
        }
        assertEquals(2 * 8 + 2 * 8 + 2 * 4, nodes.size());
    }

    @Test
    void onlyRunningExportersAnswerAndOnlyOnTheirPort() {
        SimulatedFleet fleet = open("edge");
        SimulationEngine life = fleet.life();
        Exporters exporters = new Exporters(fleet);
        ObjectNode pod = exporter(fleet, "nvidia-dcgm-exporter", "edge-1");
        assertTrue(exporters.metrics(pod, "9400").isPresent());
        assertTrue(exporters.metrics(pod, "metrics").isPresent());
        assertEquals(Optional.empty(), exporters.metrics(pod, "8080"));
        ObjectNode ended = pod.deepCopy();
        Json.with(ended, "status").put("phase", "Failed");
        assertEquals(Optional.empty(), exporters.metrics(ended, "9400"));
        ObjectNode other = life.store().list(ResourceTypes.POD, "cameras").getFirst();
        assertEquals(Optional.empty(), exporters.metrics(other, ""));
    }
}
