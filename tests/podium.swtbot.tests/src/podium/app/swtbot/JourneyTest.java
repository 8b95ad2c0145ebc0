// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import podium.model.fleet.Node;
import podium.operation.OperationState;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.DrainService;

/** One journey through a console with a simulated fleet: open, find, select, place, drain, undo; each step goes on from the last. */
@ExtendWith(AtTheDesk.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class JourneyTest {
    private static final String JOB = "adapter-merge";
    private static final Duration NEVER = Duration.ofDays(1);
    private final Desk desk;

    JourneyTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    @Order(1)
    void opensAWindowThatShowsALiveFleet() {
        desk.hands.window(Hands.PODIUM);
        desk.fleet.known(JOB);
        assertTrue(!desk.fleet.nodes(_ -> true).isEmpty());
    }

    @Test
    @Order(2)
    void enterInTheFindFieldSelectsTheNodeOfThatName() {
        desk.select("gpu-r4-n8");
        desk.select("gpu-r1-n2");
    }

    @Test
    @Order(3)
    void aClickOnItsRowSelectsAJob() {
        desk.hands.part("Jobs");
        desk.hands.type("Filter jobs", JOB);
        desk.hands.click("row | held | " + JOB + " |");
        desk.console.await(JOB + " is selected", () -> List.of(JOB).equals(desk.fleet.selected()));
        desk.hands.type("Filter jobs", "");
    }

    @Test
    @Order(4)
    void placeRunsTheSelectedJobWhereTheDialogSays() throws Exception {
        desk.select(JOB);
        List<String> before = desk.fleet.operations();
        desk.hands.tool("Place…");
        desk.hands.button("Place " + JOB, "Plan…");
        desk.hands.button("Place " + JOB, "Place");
        assertEquals(OperationState.DONE, desk.fleet.ended("place", before).state());
        Api api = desk.api();
        desk.console.await(
                "the server says that " + JOB + " runs", () -> api.get("/api/v1/namespaces/finetuning/pods/" + JOB)
                        .at("/status/phase")
                        .asText()
                        .equals("Running"));
    }

    @Test
    @Order(5)
    void drainTakesTheFoundNodeOutOfServiceAndUndoBringsItBack() throws Exception {
        DrainService drains = desk.console.service(DrainService.class);
        Node node = desk.fleet.nodes(each -> !each.isUnschedulable() && drainable(drains, each)).stream()
                .min(Comparator.comparing(each -> time(drains, each)))
                .orElseThrow();
        String name = node.getName();
        Api api = desk.api();
        desk.select(name);
        List<String> before = desk.fleet.operations();
        desk.hands.tool("Drain…");
        desk.hands.button("Drain", "Drain");
        assertEquals(OperationState.DONE, desk.fleet.ended("drain", before).state());
        desk.console.await("the server says that it is cordoned", () -> cordoned(api, name));
        desk.hands.tool("Undo: Drain " + name);
        desk.hands.button("Undo: Drain", "Undo");
        desk.console.await("the server says that it is in service", () -> !cordoned(api, name));
        assertEquals(OperationState.DONE, desk.fleet.ended("undo", before).state());
    }

    private static boolean cordoned(Api api, String node) {
        return api.get("/api/v1/nodes/" + node).at("/spec/unschedulable").asBoolean();
    }

    private static boolean drainable(DrainService drains, Node node) {
        DrainPreview preview = preview(drains, node);
        return preview.blockers().isEmpty() && !preview.pods().isEmpty();
    }

    private Duration time(DrainService drains, Node node) {
        return desk.console.ask(() -> preview(drains, node)).forecast().atMost().orElse(NEVER);
    }

    private static DrainPreview preview(DrainService drains, Node node) {
        return drains.preview(new DrainRequest(List.of(node), false, false, Optional.empty(), Optional.empty()));
    }
}
