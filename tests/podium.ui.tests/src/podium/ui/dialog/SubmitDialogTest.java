// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.placement.Target;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.UiFixture;
import podium.ui.fake.UnknownAccess;
import podium.ui.manifest.ManifestDraft;

/** A manifest as an operator sees it before it is submitted. */
class SubmitDialogTest {
    private final DialogScreen screen = new DialogScreen(ShellDialogs::new);
    private Cluster lab = screen.stage.made.cluster("lab", 2);

    @BeforeEach
    void open() {
        screen.stage.locks.set(lab, false);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private StyledText text() {
        return screen.all(StyledText.class).getFirst();
    }

    private Button radio(String word) {
        return screen.all(Button.class).stream()
                .filter(button -> button.getText().startsWith(word))
                .findFirst()
                .orElseThrow();
    }

    private void write(String text) {
        text().setText(text);
    }

    private void in(Runnable then) {
        screen.in(() -> screen.stage.actions.run(FleetAction.SUBMIT, List.of()), then);
    }

    @Test
    void nothingCanBePlannedBeforeSomethingIsThere() {
        in(() -> {
            assertFalse(screen.ok().getEnabled());
            assertEquals("Submit to lab", screen.dialog().getText());
            assertTrue(screen.words().contains("Nothing yet."), screen.words());
        });
    }

    /** A row that was dragged onto a free node did nothing, and nothing was said. */
    @Test
    void whoDragsARowIsToldHowItIsPlaced() {
        in(() -> {
            write("kind: Job");
            screen.all(NatTable.class).getFirst().notifyListeners(SWT.DragDetect, new Event());
            assertTrue(screen.words().contains("To place it choose Placed"), screen.words());
        });
    }

    @Test
    void itOpensBesideTheWindowWhereThereIsRoomAndElseAtItsRightEdge() {
        Rectangle screen = new Rectangle(0, 0, 2560, 1080);
        Point size = new Point(660, 690);
        assertEquals(1288, SubmitDialog.beside(new Rectangle(0, 0, 1280, 800), screen, size).x);
        assertEquals(612, SubmitDialog.beside(new Rectangle(1280, 0, 1280, 800), screen, size).x);
        assertEquals(2560 - 668, SubmitDialog.beside(screen, screen, size).x);
    }

    @Test
    void thePlaceThatAManifestWasDroppedOnIsNamedWithinTheDialogHoweverLongItsNameIs() {
        lab.getNodes().getFirst().setName("x".repeat(250));
        UiFixture stage = screen.stage;
        ActionEnablement offers = new ActionEnablement(stage.locks, stage.rules, new UnknownAccess());
        ManifestDraft draft = new ManifestDraft(
                lab,
                new ManifestDraft.Services(
                        stage.submit, stage.placement, offers, stage.services.background(), stage.drags),
                "team",
                "",
                Optional.of(new Target.OnNode(lab.getNodes().getFirst())));
        // what is in the dialog is looked at by the screen
        screen.in(
                () -> screen.dialogs().submit(draft, () -> {}),
                () -> assertTrue(
                        screen.all(Button.class).stream()
                                .anyMatch(button -> button.getText().contains("\u2026xxx")),
                        "cut"));
    }

    @Test
    void whatIsTypedIsReadAndItsJobLightsTheCanvas() {
        in(() -> {
            write("job big 4 8");
            screen.until("it was read", () -> screen.words().contains("1 object; 1 job, 4 tasks, 32 GPUs"));
            assertTrue(screen.ok().getEnabled());
            assertEquals("big", screen.stage.drags.current().orElseThrow().job().getName());
        });
        assertEquals(Optional.empty(), screen.stage.drags.current(), "the canvas goes out with the dialog");
    }

    @Test
    void anErrorIsSaidAndNothingCanBePlanned() {
        in(() -> {
            write("job big 4 8\noops");
            screen.until("it was read", () -> screen.words().contains("1 error"));
            assertFalse(screen.ok().getEnabled());
            assertTrue(screen.words().contains("This is no manifest. Write one."), screen.words());
        });
    }

    @Test
    void aWayThatIsChosenIsPlanned() {
        in(() -> {
            write("job big 1 8");
            screen.until("it was read", () -> screen.words().contains("8 GPUs"));
            radio("Free").setSelection(false);
            radio("Held").setSelection(true);
            radio("Held").notifyListeners(SWT.Selection, new Event());
            assertTrue(screen.ok().getEnabled());
            assertTrue(radio("Held").getSelection());
        });
    }

    @Test
    void aWayThatCannotBeIsGreyWithTheReason() {
        screen.stage.submit.notHeld = Optional.of("it cannot be held");
        in(() -> {
            write("job big 1 8");
            screen.until("it was read", () -> screen.words().contains("8 GPUs"));
            assertFalse(radio("Held").getEnabled());
            assertEquals("it cannot be held", radio("Held").getToolTipText());
        });
    }
}
