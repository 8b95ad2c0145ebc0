// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.operation.submit.Submission;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.advice.RankedPlace;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.fake.UnknownAccess;
import podium.ui.manifest.ManifestDraft;
import podium.ui.prompt.YamlCompletion;
import podium.ui.table.RowTable;
import podium.ui.toolkit.SwtInternals;

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

    /** In a window that fills the screen it lay below it and took what was typed. */
    @Test
    void theDesktopTakesItForADialogWhichStaysAboveItsWindow() {
        in(() -> {
            int[] hint = {"gtk".equals(SWT.getPlatform()) ? 0 : 1};
            try {
                Object handle = Shell.class.getField("handle").get(text().getShell());
                Object top = SwtInternals.call("gtk3.GTK3", "gtk_widget_get_toplevel", handle);
                byte[] property = "type-hint\0".getBytes(StandardCharsets.US_ASCII);
                Class.forName("org.eclipse.swt.internal.gtk.OS")
                        .getMethod("g_object_get", long.class, byte[].class, int[].class, long.class)
                        .invoke(null, top, property, hint, 0L);
            } catch (ReflectiveOperationException e) {
                assertFalse("gtk".equals(SWT.getPlatform()), e::toString);
            }
            assertEquals(1, hint[0]);
        });
    }

    @Test
    void nothingCanBePlannedBeforeSomethingIsThere() {
        in(() -> {
            assertFalse(screen.ok().getEnabled());
            assertEquals("Submit to lab", screen.dialog().getText());
            assertTrue(screen.words().contains("Nothing yet."), screen.words());
        });
    }

    @Test
    void whatIsWrittenIsNamedBeforeItsClusterOrTheConsoleIsClosed() {
        ClusterId id = ClusterId.of(lab);
        in(() -> {
            assertEquals(List.of(), screen.stage.sessions.open(id), "nothing is written");
            write("kind: Job");
            List<String> named = List.of("what is written in \"Submit to lab\" is lost: it was not sent");
            assertEquals(named, screen.stage.sessions.open(id));
            assertEquals(named, screen.stage.sessions.open(List.of()), "its cluster may be closed already");
            assertEquals(List.of(), screen.stage.sessions.open(new ClusterId("edge")));
        });
        assertEquals(List.of(), screen.stage.sessions.open(id));
        assertEquals(
                List.of("the manifest that you left in Submit is lost: it is kept only while Podium runs"),
                screen.stage.sessions.open(List.of()),
                "it is kept for the next time, and the console ends that");
        assertEquals(
                Optional.of("Submit keeps what you wrote for the next time, while Podium runs."),
                screen.stage.services.message().words(),
                "who cancels is told");
        in(() -> write(""));
        assertEquals(List.of(), screen.stage.sessions.open(List.of()));
    }

    /** A row that was dragged onto a free node did nothing, and nothing was said. */
    @Test
    void whoDragsARowIsToldHowItIsPlaced() {
        in(() -> {
            write("kind: Job");
            screen.all(NatTable.class).getFirst().notifyListeners(SWT.DragDetect, new Event());
            assertTrue(screen.words().contains("To place it, click a place on the canvas"), screen.words());
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

    private Text where() {
        return screen.all(Text.class).getLast();
    }

    private ManifestDraft draft(Optional<Target> target) {
        UiFixture stage = screen.stage;
        ActionEnablement offers = new ActionEnablement(stage.locks, stage.rules, new UnknownAccess());
        return new ManifestDraft(
                lab,
                new ManifestDraft.Services(
                        stage.submit, stage.placement, stage.advice, offers, stage.services.background(), stage.drags),
                "team",
                "job big 1 4",
                target);
    }

    private void in(ManifestDraft draft, Runnable confirmed, Runnable then) {
        screen.in(() -> screen.dialogs().submit(draft, (text, place) -> YamlCompletion.none(place), confirmed), then);
    }

    private Node node(int at) {
        return lab.getNodes().get(at);
    }

    @Test
    void thePlaceThatAManifestWasDroppedOnIsNamedWithinTheDialogHoweverLongItsNameIs() {
        node(0).setName("x".repeat(250));
        // what is in the dialog is looked at by the screen
        in(draft(Optional.of(new Target.OnNode(node(0)))), () -> {}, () -> {
            assertEquals("x".repeat(250), where().getText());
            assertTrue(radio("Placed").getSelection());
        });
    }

    @Test
    void thePlaceIsTypedAndWhatIsNoPlaceIsSaid() {
        ManifestDraft draft = draft(Optional.empty());
        in(draft, () -> {}, () -> {
            screen.until("it was read", () -> screen.ok().getEnabled());
            where().setText(node(1).getName());
            assertEquals(Optional.of(new Target.OnNode(node(1))), draft.target());
            assertTrue(radio("Placed").getSelection());
            assertTrue(screen.ok().getEnabled());
            where().setText("nowhere");
            assertFalse(screen.ok().getEnabled());
            assertTrue(screen.words().contains("No node or domain of lab is called nowhere."), screen.words());
        });
    }

    @Test
    void whatIsTypedIsOfferedThePlacesOfThatNameTheBestFirst() {
        ManifestDraft draft = draft(Optional.empty());
        in(draft, () -> {}, () -> {
            screen.until("it was read", () -> !draft.places().isEmpty());
            Text field = where();
            field.setFocus();
            field.notifyListeners(SWT.MouseUp, new Event());
            assertEquals(
                    draft.places().stream().map(RankedPlace::name).toList(),
                    proposed().stream()
                            .map(told -> told.replaceFirst(" .*", ""))
                            .toList());
            field.notifyListeners(SWT.KeyDown, key(SWT.ESC));
            field.setText("n2");
            Event asks = key(' ');
            asks.stateMask = SWT.CTRL;
            field.notifyListeners(SWT.KeyDown, asks);
            assertEquals(1, proposed().size(), () -> proposed().toString());
            assertTrue(
                    proposed().getFirst().startsWith(node(1).getName() + " (node, fits): "),
                    proposed().getFirst());
            field.notifyListeners(SWT.KeyDown, key(SWT.ARROW_DOWN));
            field.notifyListeners(SWT.KeyDown, key(SWT.CR));
            assertEquals(node(1).getName(), field.getText());
            assertEquals(Optional.of(new Target.OnNode(node(1))), draft.target());
            assertEquals(List.of(), proposed());
        });
    }

    private static Event key(int key) {
        Event event = new Event();
        event.keyCode = key;
        return event;
    }

    private List<String> proposed() {
        return Stream.of(screen.owner().getDisplay().getShells())
                .flatMap(shell -> Stream.of(shell.getChildren()))
                .filter(Table.class::isInstance)
                .flatMap(table -> Stream.of(((Table) table).getItems()))
                .map(TableItem::getText)
                .toList();
    }

    /** It is asked for a place beside the canvas: the window can be used, and a click there chooses. */
    @Test
    void aPlaceThatIsClickedOnTheCanvasIsChosenWhileTheWindowCanBeUsed() {
        ManifestDraft draft = draft(Optional.empty());
        List<String> confirmed = new ArrayList<>();
        in(draft, () -> confirmed.add(draft.submission().toString()), () -> {
            assertEquals(0, screen.dialog().getStyle() & SWT.APPLICATION_MODAL);
            screen.until(
                    "it asks for a place", () -> screen.stage.drags.chooser().isPresent());
            assertTrue(radio("Free").getSelection());
            screen.stage.drags.chooser().orElseThrow().chosen(new Target.OnNode(node(1)));
            assertEquals(node(1).getName(), where().getText());
            assertTrue(radio("Placed").getSelection());
            assertFalse(radio("Free").getSelection());
            screen.stage.drags.begin(
                    new Subject(screen.stage.made.job(lab, "j", "Job", JobState.WAITING, 1, 1), List.of()));
            screen.stage.drags.end();
            assertTrue(screen.stage.drags.chooser().isPresent(), "it is lit again after a drag");
            screen.press("Plan\u2026");
        });
        assertEquals(
                List.of(Optional.of(new Submission.On(new Target.OnNode(node(1))))
                        .toString()),
                confirmed);
        assertEquals(Optional.empty(), screen.stage.drags.current());
    }

    /** The canvas slid away between the look at a node and the click on it, once the manifest was read. */
    @Test
    void theCanvasMakesRoomWhenTheDialogOpensAndNotOnceItIsRead() {
        List<Optional<Rectangle>> covered = new ArrayList<>();
        screen.stage.drags.listen(() -> covered.add(screen.stage.drags.covered()));
        in(draft(Optional.empty()), () -> {}, () -> {
            Optional<Rectangle> dialog = Optional.of(screen.dialog().getBounds());
            assertEquals(dialog, covered.getFirst());
            screen.until(
                    "it asks for a place", () -> screen.stage.drags.chooser().isPresent());
            write("no job in it");
            screen.until("it asks for none", () -> screen.stage.drags.chooser().isEmpty());
            assertEquals(List.of(dialog), covered.stream().distinct().toList());
        });
        assertEquals(Optional.empty(), screen.stage.drags.covered());
    }

    @Test
    void whoSubmitsWhileAManifestIsOpenGetsThatAndWhatIsLeftIsThereTheNextTime() {
        in(() -> {
            write("job big 1 4");
            screen.stage.actions.run(FleetAction.SUBMIT, List.of());
            assertEquals(1, screen.owner().getShells().length);
            assertEquals("job big 1 4", text().getText());
        });
        in(() -> assertEquals("job big 1 4", text().getText()));
    }

    /** The window is hidden while operations are finished: what is beside it is of no use then. */
    @Test
    void itGoesWithTheWindowThatItIsBeside() {
        in(() -> {
            write("job big 1 4");
            screen.owner().setVisible(false);
            assertEquals(0, screen.owner().getShells().length);
            screen.owner().setVisible(true);
        });
        assertEquals("job big 1 4", screen.stage.unsent.text());
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
            Event over = new Event();
            over.x = 2;
            over.y = text().getLinePixel(1) + 2;
            text().notifyListeners(SWT.MouseMove, over);
            assertEquals("line 2: This is no manifest. Write one.", text().getToolTipText());
            text().setCaretOffset(0);
            Label said = screen.all(Label.class).stream()
                    .filter(label -> label.getText().contains("This is no manifest"))
                    .findFirst()
                    .orElseThrow();
            Screen.click(said, 2, 2, SWT.NONE);
            assertEquals(1, text().getLineAtOffset(text().getCaretOffset()), "the message leads there");
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

    /** Beside a canvas that showed a cross, "fits" and a default Plan stood for as long as the dialog did. */
    @Test
    void thePlanIsGreyAsSoonAsSomebodyElseFillsThePlace() {
        ManifestDraft draft = draft(Optional.of(new Target.OnNode(node(0))));
        in(draft, () -> {}, () -> {
            screen.until("it was read", () -> screen.ok().getEnabled());
            Job other = screen.stage.made.job(lab, "other", "Job", JobState.RUNNING, 1, 8);
            screen.stage.made.task(other, 0, TaskPhase.RUNNING, List.of(node(0)));
            screen.until(
                    "it is said and grey",
                    () -> screen.words().contains("does not fit on")
                            && !screen.ok().getEnabled());
        });
    }

    /** Of the lock, too: it was said only once the plan was asked for. */
    @Test
    void thePlanIsGreyAsSoonAsTheClusterIsLocked() {
        in(draft(Optional.empty()), () -> {}, () -> {
            screen.until("it was read", () -> screen.ok().getEnabled());
            screen.stage.locks.set(lab, true);
            screen.until("it is said", () -> screen.words().contains("read-only"));
            assertFalse(screen.ok().getEnabled());
        });
    }

    @Test
    void theChosenRowIsSpokenOfUntilAnotherIsChosen() {
        ManifestDraft draft = draft(Optional.empty());
        in(draft, () -> {}, () -> {
            write("job big 1 4\njob small 1 1");
            screen.until("it was read", () -> screen.words().contains("2 jobs"));
            Screen.click(screen.all(NatTable.class).getFirst(), 60, RowTable.ROW_HEIGHT * 5 / 2, 0);
            assertTrue(screen.words().contains("small: fits"), screen.words());
            screen.stage.submit.shortage = Optional.of("room for at most 1 of 2 tasks now");
            screen.until("it is said", () -> screen.words().contains("room for at most 1 of 2 tasks now"));
            assertTrue(screen.words().contains("small: fits"), screen.words());
            assertEquals(
                    "small", screen.stage.drags.current().orElseThrow().job().getName());
        });
    }

    @Test
    void aFileThatCannotBeReadLeavesNothingThatCouldBePlanned() {
        ManifestDraft draft = draft(Optional.empty());
        in(draft, () -> {}, () -> {
            screen.until("it was read", () -> screen.ok().getEnabled());
            draft.notOpened(new IOException("latin.yaml is not UTF-8 text."));
            assertFalse(screen.ok().getEnabled());
            assertTrue(screen.words().contains("Not opened: latin.yaml is not UTF-8 text."), screen.words());
            assertEquals(Optional.empty(), screen.stage.drags.current(), "nothing is lit for it");
            write("job big 1 4 ");
            screen.until("it was read", () -> screen.ok().getEnabled());
        });
    }

    /** The canvas went on offering places of a cluster that was closed, and the row that it fits on some of them. */
    @Test
    void nothingIsOfferedForAClusterThatWasClosed() {
        in(draft(Optional.empty()), () -> {}, () -> {
            screen.until("it was read", () -> screen.ok().getEnabled());
            screen.stage.made.fleet().getClusters().remove(lab);
            screen.until("it is said", () -> screen.words().contains("lab is no longer in the fleet"));
            assertFalse(screen.ok().getEnabled());
            assertEquals(Optional.empty(), screen.stage.drags.current());
        });
    }

    /** It came over a dialog that had to be answered, and neither could be used. */
    @Test
    void itStaysBelowADialogThatMustBeAnswered() {
        in(draft(Optional.empty()), () -> {}, () -> {
            Shell asks = new Shell(screen.owner(), SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL);
            asks.setSize(200, 100);
            asks.open();
            screen.dialog().setActive();
            screen.until("it is below again", () -> screen.owner().getDisplay().getActiveShell() == asks);
            asks.dispose();
        });
    }
}
