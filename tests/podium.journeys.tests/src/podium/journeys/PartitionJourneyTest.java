// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.model.fleet.Task;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.partition.Partitions;
import podium.operation.partition.PartitionPreview;
import podium.operation.plan.Plan;
import podium.placement.internal.whatif.WhatIfServiceImpl;

/** GPUs of a living node cut anew by the simulated cluster's MIG manager: through, refused, and killed at each step. */
class PartitionJourneyTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Partitions partitions = new Partitions(new WhatIfServiceImpl());
    private Lab lab;
    private String name;

    PartitionJourneyTest(@TempDir Path directory) throws Exception {
        lab = new Lab(Ground.Kind.SIMULATED.open(directory), directory);
        name = "";
    }

    @BeforeEach
    void pickANodeThatHoldsGpus() throws Exception {
        Task holder = lab.tasks("api", 3, task -> task.getNode() != null && task.isReady())
                .getFirst();
        name = lab.inRealm(() -> holder.getNode().getName());
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    private PartitionPreview preview(String config) throws Exception {
        var node = lab.node(name);
        return lab.inRealm(() -> partitions.previews(node).stream()
                .filter(preview -> preview.layout().config().equals(config))
                .findFirst()
                .orElseThrow());
    }

    private Plan plan(String config, boolean evict, Duration atMost) throws Exception {
        PartitionPreview preview = preview(config);
        assertFalse(preview.inTheWay().isEmpty(), "the pod of api holds a GPU here");
        Plan plan = lab.inRealm(() -> partitions.plan(preview, evict, atMost));
        assertEquals(List.of(), lab.engine.check(plan).problems());
        return plan;
    }

    private JsonNode node() throws Exception {
        return lab.read(ObjectRef.node(name));
    }

    private boolean cordoned() throws Exception {
        return node().path("spec").path("unschedulable").asBoolean();
    }

    private void assertCut() throws Exception {
        assertEquals("28", Trees.text(node(), "/status/allocatable/nvidia.com~1gpu"));
        assertEquals("success", Trees.text(node(), "/metadata/labels/nvidia.com~1mig.config.state"));
        assertFalse(cordoned());
    }

    @Test
    void theNodeComesBackWithItsNewInstances() throws Exception {
        Operation done = lab.run(plan("all-1g.5gb", true, LONG));
        assertEquals(OperationState.DONE, done.state(), done::toString);
        assertCut();
        lab.awaitModel("the instances", cluster -> cluster.getNodes().stream()
                .filter(node -> node.getName().equals(name))
                .anyMatch(node -> node.getAllocatable().get("nvidia.com/gpu") == 28));
        lab.tasks("api", 3, task -> task.getNode() != null && task.isReady());
    }

    @Test
    void podsThatDoNotEndInTimeLeaveTheNodeAsItWas() throws Exception {
        Operation failed = lab.run(plan("all-1g.5gb", false, Duration.ofMillis(300)));
        assertEquals(OperationState.FAILED, failed.state());
        assertTrue(failed.outcome().orElse("").contains("is restored"), failed::toString);
        assertFalse(cordoned());
        assertEquals("all-disabled", Trees.text(node(), "/metadata/labels/nvidia.com~1mig.config"));
    }

    @Test
    void aMigManagerThatFailsLeavesTheNodeCordonedForTheOperator() throws Exception {
        Plan plan = plan("all-1g.5gb", true, LONG);
        String id = lab.engine.submit(plan);
        lab.until(id, operation -> operation.status().contains("MIG manager's success"));
        lab.merge(
                ObjectRef.node(name),
                "{\"metadata\":{\"labels\":{\"nvidia.com/mig.config\":\"all-9g.1gb\"}}}"); // somebody else's wish
        Operation failed = lab.until(id, operation -> operation.state().ended());
        assertEquals(OperationState.FAILED, failed.state());
        assertTrue(failed.outcome().orElse("").contains("mig.config.state is failed"), failed::toString);
        assertTrue(cordoned());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void aKillAfterEachStepIsGoneOnFrom(int steps) throws Exception {
        String id = lab.engine.submit(plan("all-1g.5gb", true, LONG));
        lab.until(id, operation -> operation.done() >= steps && operation.state() != OperationState.PREPARED);
        lab.restart();
        Operation found = lab.engine.operation(id).orElseThrow();
        if (!found.state().ended()) {
            lab.engine.resume(id);
        }
        Operation done = lab.until(id, operation -> operation.state().ended());
        assertEquals(OperationState.DONE, done.state(), done::toString);
        assertCut();
    }
}
