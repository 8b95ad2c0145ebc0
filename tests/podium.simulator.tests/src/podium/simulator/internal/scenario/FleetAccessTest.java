// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.simulator.internal.api.auth.AccessAttributes;
import podium.simulator.internal.api.auth.AccessPolicy;
import podium.simulator.internal.api.auth.BootstrapPolicy;
import podium.simulator.internal.api.auth.User;
import podium.simulator.internal.engine.SimulationEngine;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** Who may do what in the fleets that come with the simulator. Nothing is run but what begins with it. */
class FleetAccessTest {

    private static SimulationEngine laid(String scenario) {
        SimulationEngine life = new SimulationEngine(Instant.EPOCH, Instant.EPOCH, new RandomSource(1));
        life.loop()
                .runNow(() -> new ClusterBaseline(life).lay(new ScenarioCatalog(new HardwareCatalog()).find(scenario)));
        return life;
    }

    private static boolean may(SimulationEngine life, String user, String verb, String resource, String namespace) {
        return new AccessPolicy(life.store())
                .decide(User.of(user), new AccessAttributes(verb, "", resource, "", namespace, ""))
                .allowed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ai-factory", "nvl72", "mixed", "edge", "dra", "scale 1"})
    void everyBindingIsForARoleAndANamespaceThatAreThere(String scenario) {
        try (SimulationEngine life = laid(scenario)) {
            var bound = life.store().list(ResourceTypes.ROLE_BINDING, "").stream()
                    .filter(binding -> Json.name(binding).equals("leads"))
                    .toList();
            assertFalse(bound.isEmpty());
            for (var binding : bound) {
                assertTrue(
                        life.store()
                                .get(ResourceTypes.NAMESPACE, "", Json.namespace(binding))
                                .isPresent(),
                        binding::toString);
                String lead = Json.text(binding.path("subjects").path(0), "name");
                assertTrue(may(life, lead, "delete", "pods", Json.namespace(binding)));
                assertTrue(may(life, lead, "list", "nodes", ""), "a lead sees the fleet");
                assertFalse(may(life, lead, "patch", "nodes", ""));
                assertFalse(may(life, lead, "delete", "pods", "default"));
                assertFalse(may(life, lead, "list", "secrets", ""));
            }
            assertTrue(may(life, "mira", "patch", "nodes", ""));
        }
    }

    @Test
    void anEngineerSeesEveryKindButSecrets() {
        try (SimulationEngine life = laid("edge")) {
            AccessPolicy policy = new AccessPolicy(life.store());
            assertEquals(
                    List.of("secrets"),
                    life.store().types().stream()
                            .filter(type -> !policy.decide(
                                            User.of("kim"),
                                            new AccessAttributes("list", type.group(), type.plural(), "", "", ""))
                                    .allowed())
                            .map(ResourceType::plural)
                            .toList());
        }
    }

    @Test
    void aRoleThatGathersFollowsThoseItGathers() {
        try (SimulationEngine life = laid("edge")) {
            assertTrue(may(life, "kim", "watch", "nodes", ""));
            life.loop().runNow(() -> life.store()
                    .delete(ResourceTypes.CLUSTER_ROLE, "", "fleet-reader", DeleteOptions.none()));
            assertFalse(may(life, "kim", "watch", "nodes", ""));
            assertTrue(may(life, "kim", "watch", "pods", ""));
        }
    }

    @Test
    void whatIsGatheredIsWhatARealServerGathers() {
        try (SimulationEngine life = new SimulationEngine(Instant.EPOCH, Instant.EPOCH, new RandomSource(1))) {
            life.loop().runNow(() -> BootstrapPolicy.lay(life.store()));
            long laid = life.store().revision();
            life.loop().runNow(() -> life.store()
                    .modify(ResourceTypes.CLUSTER_ROLE, "", "view", role -> Json.with(role, "metadata", "labels")
                            .put("touched", "yes")));
            assertEquals(laid + 1, life.store().revision(), "nothing had to be written anew");
        }
    }
}
