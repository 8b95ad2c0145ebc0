// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swtbot.swt.finder.SWTBot;
import org.eclipse.swtbot.swt.finder.exceptions.AssertionFailedException;
import org.eclipse.swtbot.swt.finder.keyboard.Keystrokes;
import org.eclipse.swtbot.swt.finder.utils.SWTBotPreferences;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import podium.core.fleet.FleetService;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.Named;
import podium.model.fleet.Node;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.operation.OperationState;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.DrainService;
import podium.ui.selection.FleetSelection;

/** One journey through a console with a simulated fleet: open, find, select, place, drain, undo; each step goes on from the last. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class JourneyTest {
    private static final String JOB = "adapter-merge";
    private Console console;
    private FleetService fleet;
    private OperationService operations;

    @BeforeAll
    void start() {
        SWTBotPreferences.KEYBOARD_LAYOUT = "EN_US"; // else asked of the locale, which may have none
        console = new Console("--fleet", "ai-factory");
        fleet = console.service(FleetService.class);
        operations = console.service(OperationService.class);
    }

    @AfterAll
    void end() throws Exception {
        console.close();
    }

    @Test
    @Order(1)
    void opensAWindowThatShowsALiveFleet() {
        console.window("Podium");
        console.await(
                "the fleet is live",
                () -> console.ask(() -> fleet.fleet().getClusters().stream()
                        .anyMatch(cluster -> cluster.getConnection() == ConnectionState.LIVE)));
        console.await("the job " + JOB, () -> console.ask(() -> job().isPresent()));
        assertTrue(console.ask(() -> nodes().count() > 0));
    }

    @Test
    @Order(2)
    void enterInTheFindFieldSelectsTheNodeOfThatName() {
        String name = console.ask(() -> nodes().toList().getLast().getName());
        find(name);
        console.await(name + " is selected", () -> List.of(name).equals(selected()));
    }

    @Test
    @Order(3)
    void aClickOnItsRowSelectsAJob() {
        console.click("row | held | " + JOB + " |");
        console.await(JOB + " is selected", () -> List.of(JOB).equals(selected()));
    }

    @Test
    @Order(4)
    void placeRunsTheSelectedJobWhereTheDialogSays() {
        press("Podium", "Place…");
        button("Place " + JOB, "Plan…");
        button("Place " + JOB, "Place");
        assertEquals(OperationState.DONE, ended("place").state());
        console.await(
                JOB + " has a node",
                () -> console.ask(() -> job().stream()
                        .flatMap(job -> job.getTasks().stream())
                        .anyMatch(task -> task.getNode() != null)));
    }

    @Test
    @Order(5)
    void drainTakesTheFoundNodeOutOfServiceAndUndoBringsItBack() {
        DrainService drains = console.service(DrainService.class);
        Node node = console.ask(() -> nodes().filter(each -> !each.isUnschedulable() && drainable(drains, each))
                .findFirst()
                .orElseThrow());
        find(node.getName());
        console.await(
                node.getName() + " is selected", () -> List.of(node.getName()).equals(selected()));
        press("Podium", "Drain…");
        button("Drain", "Drain");
        assertEquals(OperationState.DONE, ended("drain").state());
        console.await("the node is cordoned", () -> console.ask(node::isUnschedulable));
        press("Podium", "Undo: Drain " + node.getName());
        button("Undo: Drain", "Undo");
        console.await("the node is in service", () -> console.ask(() -> !node.isUnschedulable()));
        console.await("the drain is undone", () -> operations.operations().stream()
                .noneMatch(operation -> operation.plan().kind().equals("drain") && operation.canUndo()));
    }

    private static boolean drainable(DrainService drains, Node node) {
        DrainPreview preview =
                drains.preview(new DrainRequest(List.of(node), false, false, Optional.empty(), Optional.empty()));
        return preview.blockers().isEmpty() && !preview.pods().isEmpty();
    }

    private void find(String name) {
        SWTBotText field = console.window("Podium").textWithMessage("find ( / ), e.g. free>=4");
        field.setFocus();
        console.await("the find field has the focus", field::isActive);
        field.setText(name);
        console.await("Enter is pressed in the find field", () -> takesEnter(field));
    }

    /** A window manager that is late may take the focus away once more, and a key is refused where nothing has it. */
    private static boolean takesEnter(SWTBotText field) {
        try {
            field.pressShortcut(Keystrokes.CR);
            return true;
        } catch (AssertionFailedException _) {
            return false;
        }
    }

    private void press(String window, String tool) {
        SWTBot bot = console.window(window);
        console.await(tool + " can be pressed", () -> bot.toolbarButton(tool).isEnabled());
        bot.toolbarButton(tool).click();
    }

    private void button(String window, String words) {
        console.await(words + " can be pressed", () -> console.canPress(window, words));
        console.window(window).button(words).click();
    }

    private Operation ended(String kind) {
        console.await(
                "an operation " + kind + " has ended", () -> operation(kind).isPresent());
        return operation(kind).orElseThrow();
    }

    private Optional<Operation> operation(String kind) {
        return operations.operations().stream()
                .filter(operation -> operation.plan().kind().equals(kind)
                        && operation.state().ended())
                .findFirst();
    }

    private Stream<Node> nodes() {
        return fleet.fleet().getClusters().stream().flatMap(cluster -> cluster.getNodes().stream());
    }

    private Optional<Job> job() {
        return fleet.fleet().getClusters().stream()
                .flatMap(cluster -> cluster.getJobs().stream())
                .filter(job -> job.getName().equals(JOB))
                .findFirst();
    }

    private List<String> selected() {
        FleetSelection selection = console.inContext(FleetSelection.class);
        return console.ask(() -> selection.get().stream()
                .map(thing -> thing instanceof Named named ? named.getName() : "")
                .toList());
    }
}
