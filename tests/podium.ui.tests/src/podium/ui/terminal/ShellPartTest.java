// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.tm.internal.terminal.textcanvas.TextCanvas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.log.LogQuery;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodContainers.Role;
import podium.core.log.PodLogReader;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.FakeShells;
import podium.ui.fake.PartScreen;
import podium.ui.toolkit.TabKey;

class ShellPartTest {
    private final PartScreen seen = new PartScreen();
    private final Cluster lab = seen.stage.made.cluster("lab", 4);
    private final Job job = seen.stage.made.job(lab, "train", "Job", JobState.RUNNING, 4, 8);
    private final FakeShells shells = new FakeShells();
    private Optional<ShellPart> part = Optional.empty();

    @AfterEach
    void close() {
        seen.close();
    }

    private static final class Reader implements PodLogReader {
        @Override
        public InputStream open(LogQuery query) {
            return InputStream.nullInputStream();
        }

        @Override
        public Optional<PodContainers> containers(String namespace, String pod) {
            return Optional.of(new PodContainers(
                    "u",
                    false,
                    List.of(
                            new Container("early", Role.INIT, "ended with exit code 0", 0, false),
                            new Container("main", Role.MAIN, "running", 0, true))));
        }
    }

    private void open() {
        seen.stage.made.task(job, 0, TaskPhase.RUNNING, List.of(lab.getNodes().get(0)));
        seen.stage.connections.open("lab", Optional.empty());
        seen.stage.connections.capabilities.put(PodLogReader.class, new Reader());
        part = Optional.of(new ShellPart(
                seen.shell, seen.stage.fleet, seen.stage.connections, shells, seen.stage.locks, seen.stage.services));
        seen.show();
        another();
    }

    private void another() {
        shells.listener = Optional.empty();
        part.orElseThrow().open(job.getTasks().getFirst());
        seen.until("what is awaited", () -> shells.listener.isPresent());
    }

    private TextCanvas canvas() {
        return seen.all(TextCanvas.class).stream()
                .filter(Control::isVisible)
                .findFirst()
                .orElseThrow();
    }

    private void write(String text) {
        shells.listener.orElseThrow().output(text.getBytes(StandardCharsets.UTF_8));
    }

    private void press(char character, int keyCode, int modifiers) {
        Event event = new Event();
        event.character = character;
        event.keyCode = keyCode;
        event.stateMask = modifiers;
        canvas().notifyListeners(SWT.KeyDown, event);
    }

    @Test
    void whatTheProgramWritesIsShownAndWhatIsTypedIsSent() {
        open();
        assertEquals(1, seen.all(CTabFolder.class).getFirst().getItemCount());
        write("\u001b[31mroot@train\u001b[0m:/# \u00fc");
        seen.until("what is awaited", () -> canvas().getAllText().contains("root@train:/# \u00fc"));
        press('l', 'l', 0);
        press('s', 's', 0);
        press('\r', SWT.CR, 0);
        press((char) 0, SWT.ARROW_UP, 0);
        press((char) 3, 'c', SWT.CTRL);
        seen.until("what is awaited", () -> shells.typed().equals("ls\r\u001b[A\u0003"));
    }

    @Test
    void aKeyThatTheWindowHasTakenIsHandedOnWithoutAnEventThatItWouldTakeAgain() {
        open();
        int[] seenByTheWindow = {0};
        seen.shell.getDisplay().addFilter(SWT.KeyDown, event -> seenByTheWindow[0]++);
        assertTrue(TabKey.type(canvas(), "\u0011"));
        seen.until("what is awaited", () -> shells.typed().equals("\u0011"));
        assertEquals(0, seenByTheWindow[0]);
        assertFalse(TabKey.type(seen.shell, "\u0011"));
    }

    @Test
    void aCharacterThatComesInTwoPartsIsOne() {
        open();
        byte[] euro = "\u20ac".getBytes(StandardCharsets.UTF_8);
        shells.listener.orElseThrow().output(new byte[] {'a', euro[0]});
        shells.listener.orElseThrow().output(new byte[] {euro[1], euro[2], 'b'});
        seen.until("what is awaited", () -> canvas().getAllText().contains("a\u20acb"));
    }

    @Test
    void aFullScreenProgramLeavesTheLinesBeforeItAsTheyWere() {
        open();
        write("before\r\n");
        seen.until("what is awaited", () -> canvas().getAllText().contains("before"));
        write("\u001b[?10");
        write("49h\u001b[2J\u001b[Hvim");
        seen.until("what is awaited", () -> canvas().getAllText().contains("vim"));
        assertFalse(canvas().getAllText().contains("before"));
        write("\u001b[?1049lafter");
        seen.until("what is awaited", () -> canvas().getAllText().contains("after"));
        assertTrue(canvas().getAllText().contains("before"));
        assertFalse(canvas().getAllText().contains("vim"));
    }

    @Test
    void theProgramAsksWhereItsCursorIsAndIsTold() {
        open();
        write("\u001b[2J\u001b[3;5H\u001b[6n");
        seen.until("what is awaited", () -> shells.typed().equals("\u001b[3;5R"));
    }

    @Test
    void aClusterThatIsLockedClosesItsShells() {
        open();
        shells.refusal = Optional.of("the cluster is read-only");
        press('x', 'x', 0);
        seen.until("what is awaited", () -> shells.closed);
        seen.until("what is awaited", () -> canvas().getAllText().contains("Closed: the cluster is read-only"));
        assertEquals("", shells.typed());
    }

    @Test
    void aLockAndALostClusterCloseShellsThoughNobodyTypes() {
        open();
        shells.refusal = Optional.of("the cluster is read-only");
        seen.stage.locks.set(lab, true);
        seen.until("it is closed", () -> shells.closed);
        shells.closed = false;
        shells.refusal = Optional.empty();
        another();
        shells.refusal = Optional.of("there is no connection to run it over");
        seen.stage.fleet.tell(lab);
        seen.until("it is closed", () -> shells.closed);
        seen.until("it says so", () -> canvas().getAllText().contains("Closed: there is no connection"));
    }

    @Test
    void whereNoShellIsLeftItIsSaidHowToOpenOne() {
        open();
        assertFalse(seen.words().contains("No shell is open."), seen.words());
        seen.all(CTabFolder.class).getFirst().getItem(0).dispose();
        seen.until("it is said", () -> seen.words().contains("No shell is open."));
    }

    @Test
    void theEndIsSaidWithItsExitCode() {
        open();
        shells.listener.orElseThrow().ended(OptionalInt.of(137), "");
        seen.until("what is awaited", () -> canvas().getAllText().contains("Ended with exit code 137"));
    }

    /** Else what is typed after the first prompt would be taken for the window's own keys: d drains, Delete deletes. */
    @Test
    void theTerminalHasTheFocusFromTheFirstShellOn() {
        open();
        seen.until("the keys go to the terminal", canvas()::isFocusControl);
        another();
        seen.until("the keys go to the second terminal", canvas()::isFocusControl);
        assertEquals(2, seen.all(CTabFolder.class).getFirst().getItemCount());
    }

    @Test
    void theTabsEndCloseTheSession() {
        open();
        seen.all(CTabFolder.class).getFirst().getItem(0).dispose();
        seen.until("what is awaited", () -> shells.closed);
    }
}
