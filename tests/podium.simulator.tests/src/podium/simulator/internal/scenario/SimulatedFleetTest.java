// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.engine.SimulationEngine;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

class SimulatedFleetTest {

    private static final Instant OPENING = Rig.START;

    private static SimulatedFleet open(String name, long seed) {
        return SimulatedFleet.open(name, new RandomSource(seed), OPENING);
    }

    private static String dump(ObjectStore store) {
        StringBuilder all = new StringBuilder();
        for (ResourceType type : store.types()) {
            store.list(type, "").forEach(object -> all.append(object).append('\n'));
        }
        return all.toString();
    }

    private static List<ObjectNode> pods(SimulatedFleet fleet) {
        return fleet.life().store().list(ResourceTypes.POD, "").stream()
                .filter(pod -> !Json.namespace(pod).equals("gpu-operator"))
                .toList();
    }

    private static String reason(ObjectNode pod) {
        return Json.at(pod, "status", "conditions").findValuesAsText("reason").toString();
    }

    @Test
    void theDefaultFleetHasSecretsWhoseValuesOpenNothing() {
        SimulatedFleet fleet = open("ai-factory", 1);
        try (var life = fleet.life()) {
            List<ObjectNode> secrets = life.store().list(ResourceTypes.SECRET, "");
            assertEquals(
                    List.of("Opaque", "kubernetes.io/dockerconfigjson"),
                    secrets.stream()
                            .map(secret -> Json.text(secret, "type"))
                            .sorted()
                            .toList());
            String token = Json.text(
                    life.store()
                            .get(ResourceTypes.SECRET, "finetuning", "model-hub")
                            .orElseThrow(),
                    "data",
                    "token");
            assertEquals("simulated-not-a-token", new String(Base64.getDecoder().decode(token), UTF_8));
        }
    }

    @Test
    void anAutoscalerTakesBackWhatSomebodyElseScaled() {
        SimulatedFleet fleet = open("ai-factory", 1);
        try (var life = fleet.life()) {
            Set<Integer> before = replicas(life, "chat-8b", Duration.ofMinutes(30));
            assertTrue(before.size() > 1, "its load comes and goes: " + before);
            assertTrue(Set.of(3, 4, 5, 6).containsAll(before), before::toString);
            scale(life, 7);
            Set<Integer> after = replicas(life, "chat-8b", Duration.ofMinutes(30));
            assertTrue(after.contains(6), "from the most that it may be: " + after);
            life.store().delete(ResourceTypes.HORIZONTAL_POD_AUTOSCALER, "serving", "chat-8b", DeleteOptions.none());
            scale(life, 7);
            assertEquals(Set.of(7), replicas(life, "chat-8b", Duration.ofMinutes(30)));
        }
    }

    private static void scale(SimulationEngine life, int replicas) {
        life.store().modify(ResourceTypes.DEPLOYMENT, "serving", "chat-8b", it -> Json.with(it, "spec")
                .put("replicas", replicas));
    }

    private static Set<Integer> replicas(SimulationEngine life, String name, Duration during) {
        Set<Integer> seen = new HashSet<>();
        life.store().watch(ResourceTypes.DEPLOYMENT, event -> {
            if (Json.name(event.object()).equals(name)) {
                seen.add(Json.number(event.object(), 1, "spec", "replicas"));
            }
        });
        life.pace().advance(during);
        return seen;
    }

    @Test
    void oneSeedHasOneHistory() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        try (var one = open("ai-factory", 5).life();
                var two = open("ai-factory", 5).life()) {
            for (ResourceType type : one.store().types()) {
                one.store().watch(type, event -> first.add(event.type() + " " + event.object()));
                two.store().watch(type, event -> second.add(event.type() + " " + event.object()));
            }
            assertEquals(dump(one.store()), dump(two.store()));
            one.pace().advance(Duration.ofMinutes(30));
            for (int minute = 0; minute < 30; minute++) {
                two.pace().advance(Duration.ofMinutes(1));
            }
            assertTrue(first.size() > 1000, "only " + first.size() + " changes");
            assertEquals(first, second);
            assertEquals(dump(one.store()), dump(two.store()));
        }
    }

    @Test
    void anotherSeedHasAnother() {
        try (var one = open("edge", 1).life();
                var two = open("edge", 2).life()) {
            one.pace().advance(Duration.ofMinutes(5));
            two.pace().advance(Duration.ofMinutes(5));
            assertNotEquals(dump(one.store()), dump(two.store()));
        }
    }

    @Test
    void theDefaultFleetOpensInTheMiddleOfItsLife() {
        SimulatedFleet fleet = open("ai-factory", 1);
        try (var life = fleet.life()) {
            assertEquals(32, life.store().list(ResourceTypes.NODE, "").size());
            double held = life.kubelets().heldShare();
            assertTrue(held >= 0.75 && held <= 0.86, "held " + held);
            Set<String> ages = new HashSet<>();
            pods(fleet).forEach(pod -> ages.add(Json.text(pod, "metadata", "creationTimestamp")));
            assertTrue(ages.size() > 15, "ages " + ages.size());
            assertEquals(OPENING, life.pace().instant());
        }
    }

    @Test
    void someOfItsWorkWaitsAndEachForAnotherReason() {
        SimulatedFleet fleet = open("ai-factory", 1);
        try (var life = fleet.life()) {
            List<ObjectNode> pods = pods(fleet);
            assertTrue(pods.stream()
                    .anyMatch(pod -> reason(pod).contains("SchedulingGated")
                            && Json.at(pod, "spec", "schedulingGates")
                                    .path(0)
                                    .path("name")
                                    .asText()
                                    .equals("podium.placement/manual")));
            List<String> messages = pods.stream()
                    .flatMap(pod -> Json.at(pod, "status", "conditions").findValuesAsText("message").stream())
                    .toList();
            assertTrue(messages.stream().anyMatch(message -> message.contains("Insufficient nvidia.com/gpu")));
            assertTrue(messages.stream()
                    .anyMatch(message -> message.contains("didn't match Pod's node affinity/selector")));
            ObjectNode suspended = life.store()
                    .get(ResourceTypes.JOB, "research", "video-diffusion")
                    .orElseThrow();
            assertEquals(
                    "Suspended",
                    Json.at(suspended, "status", "conditions")
                            .path(0)
                            .path("type")
                            .asText());
            assertTrue(Json.flag(
                    life.store().get(ResourceTypes.NODE, "", "gpu-r4-n8").orElseThrow(), "spec", "unschedulable"));
        }
    }

    @Test
    void theGatedJobHasRoomToBePlaced() {
        SimulatedFleet fleet = open("ai-factory", 1);
        try (var life = fleet.life()) {
            Set<String> busy = new HashSet<>();
            pods(fleet).forEach(pod -> busy.add(Json.text(pod, "spec", "nodeName")));
            long empty = life.store().list(ResourceTypes.NODE, "").stream()
                    .filter(node -> !busy.contains(Json.name(node)) && !Json.flag(node, "spec", "unschedulable"))
                    .count();
            assertTrue(empty >= 2, "empty nodes: " + empty);
        }
    }

    @Test
    void itGoesOnLivingWithAChangeEveryFewSeconds() {
        SimulatedFleet fleet = open("ai-factory", 1);
        try (var life = fleet.life()) {
            List<Instant> changes = new ArrayList<>();
            life.store()
                    .watch(ResourceTypes.POD, event -> changes.add(life.loop().now()));
            life.pace().advance(Duration.ofMinutes(30));
            Duration longest = Duration.ZERO;
            for (int i = 1; i < changes.size(); i++) {
                Duration gap = Duration.between(changes.get(i - 1), changes.get(i));
                longest = longest.compareTo(gap) < 0 ? gap : longest;
            }
            assertTrue(changes.size() > 600, "changes of pods: " + changes.size());
            assertTrue(longest.toSeconds() < 60, "longest pause " + longest);
            double held = life.kubelets().heldShare();
            assertTrue(held > 0.7 && held < 0.95, "held " + held);
        }
    }

    @Test
    void overHoursTheFleetStaysBusyAndDoesNotGrow() {
        SimulatedFleet fleet = open("ai-factory", 9);
        try (var life = fleet.life()) {
            for (int hour = 0; hour < 8; hour++) {
                life.pace().advance(Duration.ofHours(1));
                double held = life.kubelets().heldShare();
                assertTrue(held > 0.55 && held < 0.97, "held " + held + " after " + (hour + 1) + " h");
            }
            assertTrue(pods(fleet).size() < 250, "pods " + pods(fleet).size());
            assertTrue(life.store().list(ResourceTypes.EVENT, "").size() < 4000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ai-factory", "nvl72", "mixed", "edge", "dra", "scale 40"})
    void everyScenarioOpensAndLives(String name) {
        SimulatedFleet fleet = open(name, 3);
        try (var life = fleet.life()) {
            double held = life.kubelets().heldShare();
            assertTrue(held > 0.3, "held " + held);
            long before = life.store().revision();
            life.pace().advance(Duration.ofMinutes(10));
            assertTrue(life.store().revision() > before + 100);
            assertTrue(pods(fleet).stream()
                    .anyMatch(pod -> Json.text(pod, "status", "phase").equals("Running")));
        }
    }

    @Test
    void devicesAreHeldByClaimsButThoseThatAreTaintedAndGoBackWhenTheirJobEnds() {
        try (var life = open("dra", 1).life()) {
            Set<String> held = new HashSet<>();
            for (int hour = 0; hour < 6; hour++) {
                Set<String> now = claimed(life.store());
                assertTrue(now.size() >= 16, "held " + now);
                assertFalse(now.contains("dra-2/gpu-5"), "tainted before anything ran");
                held.addAll(now);
                life.pace().advance(Duration.ofHours(1));
            }
            assertTrue(held.size() > claimed(life.store()).size(), "some went back");
            for (ObjectNode pod : life.store().list(ResourceTypes.POD, "")) {
                if (Json.text(pod, "status", "phase").equals("Succeeded")) {
                    Json.at(pod, "status", "resourceClaimStatuses")
                            .forEach(status -> assertTrue(
                                    life.store()
                                            .get(
                                                    ResourceTypes.RESOURCE_CLAIM,
                                                    Json.namespace(pod),
                                                    Json.text(status, "resourceClaimName"))
                                            .isEmpty(),
                                    "a claim made for a pod goes with it"));
                }
            }
        }
    }

    private static Set<String> claimed(ObjectStore store) {
        Set<String> claimed = new HashSet<>();
        for (ObjectNode claim : store.list(ResourceTypes.RESOURCE_CLAIM, "")) {
            for (var result : Json.at(claim, "status", "allocation", "devices", "results")) {
                assertTrue(
                        claimed.add(Json.text(result, "pool") + "/" + Json.text(result, "device")),
                        "one device, one claim");
            }
        }
        return claimed;
    }

    @Test
    void anNvlinkDomainIsEighteenTraysAndPublishesItsDevices() {
        try (var life = open("nvl72", 1).life()) {
            List<ObjectNode> nodes = life.store().list(ResourceTypes.NODE, "");
            assertEquals(72, nodes.size());
            long inFirst = nodes.stream()
                    .filter(node ->
                            Json.labels(node).get("nvidia.com/gpu.clique").endsWith("10.32766"))
                    .count();
            assertEquals(18, inFirst);
            List<ObjectNode> slices = life.store().list(ResourceTypes.RESOURCE_SLICE, "");
            assertEquals(72, slices.size());
            assertEquals(4, Json.at(slices.getFirst(), "spec", "devices").size());
            String node = Json.text(slices.getFirst(), "spec", "nodeName");
            assertEquals(
                    life.inventory().gpuId(node, 0),
                    Json.text(
                            Json.at(slices.getFirst(), "spec", "devices")
                                    .path(0)
                                    .path("attributes"),
                            "uuid",
                            "string"));
        }
    }

    @Test
    void theMixedFleetHasEveryKindOfDevice() {
        try (var life = open("mixed", 1).life()) {
            Set<String> offered = new HashSet<>();
            life.store().list(ResourceTypes.NODE, "").forEach(node -> Json.at(node, "status", "allocatable")
                    .fieldNames()
                    .forEachRemaining(offered::add));
            assertTrue(offered.containsAll(Set.of(
                    "nvidia.com/gpu",
                    "nvidia.com/mig-1g.5gb",
                    "nvidia.com/mig-3g.20gb",
                    "amd.com/gpu",
                    "habana.ai/gaudi",
                    "google.com/tpu")));
            ObjectNode mixed =
                    life.store().get(ResourceTypes.NODE, "", "a100-mig-mixed-1").orElseThrow();
            assertEquals("mixed", Json.labels(mixed).get("nvidia.com/mig.strategy"));
            assertEquals("8", Json.labels(mixed).get("nvidia.com/mig-1g.5gb.count"));
        }
    }

    @Test
    void aFleetOfAnySizeCanBeAskedFor() {
        try (var life = open("scale 37", 1).life()) {
            assertEquals(37, life.store().list(ResourceTypes.NODE, "").size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ai-factry", "scale", "scale 0", "scale many", "nowhere.yaml", ""})
    void anUnknownScenarioSaysWhichThereAre(String name) {
        IllegalArgumentException unknown = assertThrows(IllegalArgumentException.class, () -> open(name, 1));
        String message = String.valueOf(unknown.getMessage());
        assertTrue(
                message.startsWith("unknown scenario \"" + name + "\"; known: ai-factory, nvl72, mixed, edge, dra"),
                message);
    }
}
