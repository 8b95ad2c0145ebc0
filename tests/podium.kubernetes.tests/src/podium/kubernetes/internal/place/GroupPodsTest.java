// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** A pod of a group of Kueue's is replaced as Kueue wants it; the real one is asked in ControllersGroupTest. */
class GroupPodsTest {
    private static final ObjectRef WORKLOAD =
            new ObjectRef("kueue.x-k8s.io", "v1beta1", "workloads", "Workload", "team", "ring");

    private static void member(ObjectNode pod) {
        pod.withObject("/metadata/labels")
                .put("kueue.x-k8s.io/queue-name", "q")
                .put("kueue.x-k8s.io/pod-group-name", "ring")
                .put("kueue.x-k8s.io/managed", "true");
        pod.withObject("/metadata/annotations")
                .put("kueue.x-k8s.io/role-hash", "0a1b2c3d")
                .put("kueue.x-k8s.io/pod-group-total-count", "2");
    }

    private static Desk desk(String workload) throws IOException {
        Desk desk = new Desk().with(Desk.POD, "pod", GroupPodsTest::member);
        desk.put(WORKLOAD, Trees.read(workload));
        return desk;
    }

    private static final String ADMITTED =
            "{\"spec\":{\"podSets\":[]},\"status\":{\"conditions\":[{\"type\":\"Admitted\",\"status\":\"True\"}]}}";

    @Test
    void itEndsBeforeAnotherOneOfItsRoleStandsInItsPlace() throws IOException {
        Plan plan = desk(ADMITTED).plan(Desk.POD, Map.of());
        assertEquals(
                List.of(
                        "Delete train-0 of the group",
                        "Wait until train-0 has ended",
                        "Put train-0-r1, pinned to n1, in the place of train-0",
                        "Wait until the old Pod team/train-0 is gone",
                        "Wait until train-0-r1 runs on n1"),
                Desk.words(plan.steps()));
        JsonNode made = Trees.read(((Step.Write) plan.steps().get(2)).write().body());
        assertEquals("train-0-r1", Trees.text(made, "/metadata/name"));
        assertEquals("0a1b2c3d", Trees.text(made, "/metadata/annotations/kueue.x-k8s.io~1role-hash"));
        assertTrue(plan.canUndo());
        assertTrue(plan.effects().toString().contains("train-0 by train-0-r1"), plan.effects()::toString);
    }

    @Test
    void whatPutsItBackHasAnotherNameAsLongAsItsOwnIsTaken() throws IOException {
        Plan plan = desk(ADMITTED).plan(Desk.POD, Map.of());
        Step.Write delete = assertInstanceOf(Step.Write.class, plan.steps().getFirst());
        assertEquals("train-0-b1", delete.undo().orElseThrow().target().name());
        assertFalse(delete.undo().orElseThrow().body().contains("kubernetes.io/hostname"));
    }

    @Test
    void oneThatWaitsIsNotWaitedForToRun() throws IOException {
        Plan plan = desk("{\"spec\":{\"podSets\":[]}}").plan(Desk.POD, Map.of());
        assertTrue(Desk.words(plan.steps()).getLast().endsWith("is gone"), plan::toString);
    }

    @Test
    void oneWhoseNodeKueueAssignsIsRefused() throws IOException {
        Desk desk = desk("{\"spec\":{\"podSets\":[{\"topologyRequest\":{\"required\":\"rack\"}}]}}");
        Result.Refused refused = desk.refusal(Desk.POD, Map.of());
        assertTrue(refused.reason().contains("by topology"), refused::reason);
    }
}
