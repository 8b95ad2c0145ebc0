// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.tm.internal.terminal.textcanvas.TextCanvas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.log.LogQuery;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodContainers.Role;
import podium.core.log.PodLogReader;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.FakeShells;
import podium.ui.fake.PartScreen;
import podium.ui.flow.ShellRequest;
import podium.ui.toolkit.ClipboardText;
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

    private static final Container EARLY = new Container("early", Role.INIT, "ended with exit code 0", 0, false);
    private static final Container MAIN = new Container("main", Role.MAIN, "running", 0, true);
    private static final Container HELPER = new Container("helper", Role.MAIN, "running", 0, true);

    /** What the pod consists of when it is read next. */
    private volatile PodContainers pod = new PodContainers("u", false, List.of(EARLY, MAIN));

    /** Whether the pod is still to be made. */
    private volatile boolean missing;

    /** Lets the pod be read. */
    private final CountDownLatch readable = new CountDownLatch(1);

    private final class Reader implements PodLogReader {
        @Override
        public InputStream open(LogQuery query) {
            return InputStream.nullInputStream();
        }

        @Override
        public Optional<PodContainers> containers(String namespace, String name) throws IOException {
            try {
                assertTrue(readable.await(60, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IOException("interrupted");
            }
            return missing ? Optional.empty() : Optional.of(pod);
        }
    }

    private void open() {
        readable.countDown();
        part();
        another();
    }

    private void part() {
        seen.stage.made.task(job, 0, TaskPhase.RUNNING, List.of(lab.getNodes().get(0)));
        seen.stage.connections.open("lab", Optional.empty());
        seen.stage.connections.capabilities.put(PodLogReader.class, new Reader());
        part = Optional.of(new ShellPart(
                seen.shell,
                seen.stage.fleet,
                seen.stage.connections,
                shells,
                seen.stage.locks,
                seen.dialogs,
                seen.stage.services));
        seen.show();
    }

    private ShellRequest request() {
        Task task = job.getTasks().getFirst();
        return ShellRequest.in(ClusterId.of(lab), task.getNamespace(), task.getName(), "task 0");
    }

    private void another() {
        shells.listener = Optional.empty();
        part.orElseThrow().open(request());
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
    void theTitleOfATabIsWholeWhereThereIsRoom() {
        open();
        String title = "moe-router-sweep of research, rank 15 of 16";
        Task task = job.getTasks().getFirst();
        part.orElseThrow().open(ShellRequest.in(ClusterId.of(lab), task.getNamespace(), task.getName(), title));
        CTabFolder folder = seen.all(CTabFolder.class).getFirst();
        seen.until("it is whole", () -> folder.getItem(1).getText().equals(title + " / main"));
        another();
        another();
        seen.until(
                "it is shorter beside others", () -> folder.getItem(1).getText().length() == 40);
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
    void whatIsSelectedIsCopiedAndNoKeyOfTheProgram() {
        open();
        write("GPU-4f2a \u00fc\r\n");
        seen.until("it is shown", () -> canvas().getAllText().contains("GPU-4f2a \u00fc"));
        canvas().selectAll();
        press((char) 3, 'c', SWT.CTRL | SWT.SHIFT);
        Display display = seen.shell.getDisplay();
        seen.until("it is copied", () -> ClipboardText.read(display).orElse("").contains("GPU-4f2a \u00fc"));
        assertEquals("", shells.typed(), "it is no key of the program");
    }

    private void paste(String text) {
        ClipboardText.copy(seen.shell.getDisplay(), text);
        press((char) 22, 'v', SWT.CTRL | SWT.SHIFT);
    }

    /** Each would be run: a page of commands for another cluster is one key away. */
    @Test
    void severalLinesAreShownBeforeTheyAreTypedWithTheirLineEndsAsEnter() {
        open();
        paste("echo \u00fc\r\nls\n");
        assertEquals("paste Paste 2 lines into task 0 / main: [echo \u00fc, ls]", seen.dialogs.shown.getLast());
        seen.settle();
        assertEquals("", shells.typed(), "nothing is sent before it is confirmed");
        seen.dialogs.confirms = true;
        paste("echo \u00fc\r\nls\n");
        seen.until("it is typed", () -> shells.typed().equals("echo \u00fc\rls\r"));
    }

    @Test
    void oneLineIsTypedAtOnceAndItsEnterStaysTheOperators() {
        open();
        paste("nvidia-smi\u0003\u001b[201~ -L \n");
        seen.until("it is typed", () -> shells.typed().equals("nvidia-smi[201~ -L"));
        assertEquals(List.of(), seen.dialogs.shown);
    }

    @Test
    void aProgramThatWantsToKnowWhatIsPastedGetsItAsOnePieceWithoutAQuestion() {
        open();
        write("\u001b[?20");
        write("04h$ ");
        seen.until("it is shown", () -> canvas().getAllText().contains("$"));
        paste("a\nb\u001b[201~\n");
        String whole = "\u001b[200~a\rb[201~\r\u001b[201~";
        seen.until("it is typed", () -> shells.typed().equals(whole));
        assertEquals(List.of(), seen.dialogs.shown);
        write("\u001b[?2004l> ");
        seen.until("it is shown", () -> canvas().getAllText().contains(">"));
        paste("a\nb");
        assertEquals("paste Paste 2 lines into task 0 / main: [a, b]", seen.dialogs.shown.getLast());
        assertEquals(whole, shells.typed());
    }

    @Test
    void theProgramIsToldHowLargeItsTerminalIs() {
        open();
        seen.until("its size is told", () -> !shells.size.isEmpty() && !shells.size.equals("80x24"));
        String before = shells.size;
        seen.shell.setSize(600, 300);
        seen.until("the new one is told", () -> !shells.size.equals(before));
        assertTrue(columns(shells.size) < columns(before), () -> before + " to " + shells.size);
    }

    private static int columns(String size) {
        return Integer.parseInt(size.substring(0, size.indexOf('x')));
    }

    @Test
    void aKeyThatTheWindowHasTakenIsHandedOnWithoutAnEventThatItWouldTakeAgain() {
        open();
        int[] seenByTheWindow = {0};
        seen.shell.getDisplay().addFilter(SWT.KeyDown, event -> seenByTheWindow[0]++);
        Event key = new Event();
        key.widget = canvas();
        assertTrue(TabKey.type(key, "\u0011"));
        seen.until("what is awaited", () -> shells.typed().equals("\u0011"));
        assertEquals(0, seenByTheWindow[0]);
        key.widget = seen.shell;
        assertFalse(TabKey.type(key, "\u0011"), "the key of another control");
        key.widget = menu("run");
        assertFalse(TabKey.type(key, "\u0011"), "the same chosen in a menu");
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

    private List<String> entries(String menu) {
        Menu shown = menu(menu);
        shown.notifyListeners(SWT.Show, new Event());
        return Stream.of(shown.getItems()).map(MenuItem::getText).toList();
    }

    private Menu menu(String words) {
        return seen.all(ToolBar.class).stream()
                .flatMap(bar -> Stream.of(bar.getItems()))
                .filter(item -> item.getText().startsWith(words))
                .map(item -> (Menu) item.getData())
                .findFirst()
                .orElseThrow();
    }

    private void pick(String menu, String entry) {
        entries(menu);
        Stream.of(menu(menu).getItems())
                .filter(item -> item.getText().startsWith(entry))
                .findFirst()
                .orElseThrow()
                .notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void theContainerThatThePodNamesIsTakenAndTheTabSaysWhich() {
        pod = new PodContainers("u", false, List.of(EARLY, MAIN, HELPER), Optional.of("helper"));
        open();
        assertTrue(shells.opened.getFirst().contains(" -c helper "), shells.opened::toString);
        seen.until(
                "the tab says it",
                () -> seen.all(CTabFolder.class).getFirst().getItem(0).getText().equals("task 0 / helper"));
    }

    @Test
    void anotherContainerIsChosenInTheToolbarAndOneThatDoesNotRunSaysWhy() {
        pod = new PodContainers("u", false, List.of(EARLY, MAIN, HELPER), Optional.of("gone"));
        open();
        assertTrue(shells.opened.getFirst().contains(" -c main "), shells.opened::toString);
        seen.until("it is known", () -> entries("container").contains("helper"));
        assertTrue(
                entries("container").contains("early (init)  (does not run: ended with exit code 0)"),
                () -> entries("container").toString());
        pick("container", "helper");
        seen.until("it is opened", () -> shells.opened.size() == 2);
        assertTrue(shells.opened.getLast().contains(" -c helper "), shells.opened::toString);
    }

    @Test
    void aContainerThatDoesNotRunIsRefusedWithItsReasonAndWhatToDo() {
        pod = new PodContainers(
                "u", false, List.of(new Container("main", Role.MAIN, "waiting: CrashLoopBackOff", 4, false), HELPER));
        readable.countDown();
        part();
        part.orElseThrow().open(request());
        seen.until("it is said", () -> canvas().getAllText()
                .contains("Container main does not run: waiting: CrashLoopBackOff."));
        assertTrue(canvas().getAllText().contains("Container helper runs: choose it above."));
        assertEquals(List.of(), shells.opened);
    }

    /** Finding the container out takes a while the first time: what is typed meanwhile is meant for the shell. */
    @Test
    void whatIsTypedBeforeTheShellHasBegunWaitsForIt() {
        part();
        part.orElseThrow().open(request());
        seen.until("the terminal has the focus", canvas()::isFocusControl);
        press('d', 'd', 0);
        press('\r', SWT.CR, 0);
        readable.countDown();
        seen.until("it is sent", () -> shells.typed().equals("d\r"));
    }

    @Test
    void aContainerThatIsMadeForTheShellIsWaitedForThenAttachedToAndCleanedUp() {
        readable.countDown();
        part();
        boolean[] cleaned = {false};
        pod = new PodContainers("u", false, List.of(MAIN));
        part.orElseThrow().open(request().made("debugger-x", false, () -> {}, () -> cleaned[0] = true));
        seen.until("it is said", () -> canvas().getAllText()
                .contains("Waiting for container debugger-x: not created yet"));
        seen.until("the terminal has the focus", canvas()::isFocusControl);
        press('d', 'd', 0);
        shells.greeting = "root@node:/# ";
        pod = new PodContainers(
                "u", false, List.of(MAIN, new Container("debugger-x", Role.EPHEMERAL, "running", 0, true)));
        seen.until("it is attached to", () -> shells.opened.size() == 1);
        assertTrue(shells.opened.getFirst().startsWith("kubectl attach -it "), shells.opened::toString);
        seen.until("what was typed meanwhile is sent", () -> shells.typed().equals("d"));
        seen.until("the prompt comes last", () -> canvas().getAllText().strip().endsWith("root@node:/#"));
        assertTrue(canvas().getAllText().contains("Attaching. If no prompt appears, press Enter."));
        assertFalse(cleaned[0]);
        seen.all(CTabFolder.class).getFirst().getItem(0).dispose();
        assertTrue(cleaned[0]);
    }

    @Test
    void aPodThatIsGoneIsNotWaitedForAndOfANodeItIs() {
        readable.countDown();
        part();
        missing = true;
        part.orElseThrow().open(request().made("shell", true, () -> {}, () -> {}));
        seen.until("it is said", () -> canvas().getAllText().contains("Waiting for container shell: not created yet"));
        seen.all(CTabFolder.class).getFirst().getItem(0).dispose();
        part.orElseThrow().open(request().made("debugger-x", false, () -> {}, () -> {}));
        seen.until("it is told", () -> canvas().getAllText().contains("is gone"));
        assertFalse(canvas().getAllText().contains("not created yet"), canvas().getAllText());
    }

    @Test
    void aDebugContainerEndsWithItsTabAndNothingElseDoes() {
        open();
        pod = new PodContainers(
                "u", false, List.of(EARLY, MAIN, new Container("debug", Role.EPHEMERAL, "running", 0, true)));
        CTabFolder folder = seen.all(CTabFolder.class).getFirst();
        shells.listener = Optional.empty();
        part.orElseThrow().open(request().made("debug", false, () -> {}, () -> {}));
        seen.until("it is attached to", () -> shells.listener.isPresent());
        folder.getItem(1).dispose();
        seen.until("its shell is ended", () -> shells.typed().equals("\u0003\u0004"));
        shells.closed = false;
        folder.getItem(0).dispose();
        seen.until("it is hung up", () -> shells.closed);
        assertEquals("\u0003\u0004", shells.typed(), "what runs in a container of the pod is not ended");
    }

    /** What it ran in can be offered again while its dead tab is still there to be read. */
    @Test
    void aShellThatALockHasEndedUsesItsContainerNoMoreThoughItsTabStays() {
        readable.countDown();
        part();
        pod = new PodContainers("u", false, List.of(MAIN, new Container("debug", Role.EPHEMERAL, "running", 0, true)));
        int[] told = {0};
        part.orElseThrow().open(request().made("debug", false, () -> told[0]++, () -> {}));
        seen.until("it is attached to", () -> shells.opened.size() == 1);
        assertEquals(0, told[0]);
        shells.refusal = Optional.of("the cluster is read-only");
        seen.stage.locks.set(lab, true);
        seen.until("it is told", () -> told[0] == 1);
        CTabFolder folder = seen.all(CTabFolder.class).getFirst();
        assertEquals("task 0 / debug (ended)", folder.getItem(0).getText(), "beside the tab of another shell there");
        folder.getItem(0).dispose();
        seen.settle();
        assertEquals(1, told[0], "another may use it by now");
    }

    @Test
    void aLineOfOnesOwnIsRunWithATerminalAndAPreparedOneIsTyped() {
        open();
        seen.until("it is known", () -> entries("container").contains("main"));
        pick("run", "stack of this rank:  py-spy dump --pid 1");
        seen.until("it is typed", () -> shells.typed().equals("py-spy dump --pid 1\r"));
        pick("container", "Another Program");
        assertTrue(seen.dialogs.shown.getLast().startsWith("ask Run in "), seen.dialogs.shown::toString);
        seen.dialogs.confirms = true;
        seen.dialogs.answer = "top -b";
        pick("container", "Another Program");
        seen.until("it is run", () -> shells.opened.getLast().endsWith("-- sh -c 'top -b'"));
        seen.until("it is known", () -> entries("container").contains("Attach to Main Process"));
        pick("container", "Attach");
        seen.until("it is attached to", () -> shells.opened.getLast().startsWith("kubectl attach"));
    }
}
