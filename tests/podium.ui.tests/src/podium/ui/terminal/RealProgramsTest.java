// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.tm.internal.terminal.textcanvas.TextCanvas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.ClusterId;
import podium.core.log.LogQuery;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodContainers.Role;
import podium.core.log.PodLogReader;
import podium.model.fleet.Cluster;
import podium.ui.fake.PartScreen;
import podium.ui.flow.ShellRequest;
import podium.ui.toolkit.ClipboardText;
import podium.ui.toolkit.NamedBounds;

/** What people run in a shell, run in the Shell part for real. */
class RealProgramsTest {
    /** So often it is looked for before it is asked for again. */
    private static final int ASKED_AGAIN = 200;

    private final PartScreen seen = new PartScreen();
    private final Cluster lab = seen.stage.made.cluster("lab", 4);
    private Optional<RealPrograms> programs = Optional.empty();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        programs.ifPresent(RealPrograms::close);
        seen.close();
    }

    private void run(String program, String line) {
        RealPrograms real = RealPrograms.of(folder, program, line);
        programs = Optional.of(real);
        seen.stage.connections.open("lab", Optional.empty());
        seen.stage.connections.capabilities.put(PodLogReader.class, new PodLogReader() {
            @Override
            public InputStream open(LogQuery query) {
                return InputStream.nullInputStream();
            }

            @Override
            public Optional<PodContainers> containers(String namespace, String name) {
                return Optional.of(
                        new PodContainers("u", false, List.of(new Container("main", Role.MAIN, "running", 0, true))));
            }
        });
        ShellPart part = new ShellPart(
                seen.shell,
                seen.stage.fleet,
                seen.stage.connections,
                real,
                seen.stage.locks,
                seen.dialogs,
                seen.stage.services);
        seen.show();
        part.open(ShellRequest.in(ClusterId.of(lab), "research", "train-0", "task 0"));
        seen.until("its terminal is as wide as the window", () -> real.columns() > 80);
        type("\r");
    }

    private TextCanvas canvas() {
        return seen.all(TextCanvas.class).stream()
                .filter(Control::isVisible)
                .findFirst()
                .orElseThrow();
    }

    private String text() {
        return canvas().getAllText();
    }

    /** The lines that are on the screen now. */
    private Set<String> visible() {
        return ((NamedBounds) canvas().getData(NamedBounds.KEY)).places().keySet();
    }

    private void sees(String words) {
        try {
            seen.until("it shows " + words, () -> text().contains(words));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", but: " + text(), e);
        }
    }

    private void type(String text) {
        text.chars().forEach(letter -> {
            Event event = new Event();
            event.character = (char) letter;
            event.keyCode = letter == '\r' ? SWT.CR : letter;
            canvas().notifyListeners(SWT.KeyDown, event);
        });
    }

    private void press(int key) {
        Event event = new Event();
        event.keyCode = key;
        canvas().notifyListeners(SWT.KeyDown, event);
    }

    private Path numbers() throws Exception {
        return Files.writeString(
                folder.resolve("numbers.txt"),
                IntStream.rangeClosed(1, 300).mapToObj(i -> "line-" + i).collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void vimEditsAFileWithItsKeysAndLeavesTheLinesBeforeIt() throws Exception {
        Path file = numbers();
        run("vim", "sh -c 'echo before; exec vim -N -u NONE -i NONE -n \"" + file + "\"'");
        sees("line-5");
        assertFalse(text().contains("before"), "it has a screen of its own");
        press(SWT.ARROW_DOWN);
        type("oa line with \u00fc\u001b");
        sees("a line with \u00fc");
        type("G");
        sees("line-300");
        assertFalse(text().contains("line-5\n"), text());
        type(":wq\r");
        sees("Ended with exit code 0");
        assertTrue(text().contains("before"), text());
        assertEquals("a line with \u00fc", Files.readAllLines(file).get(2));
    }

    /** Without bracketed paste each line end would indent the next line further, and the question would ask of commands. */
    @Test
    void severalLinesArePastedIntoVimAsOnePiece() throws Exception {
        Path file = folder.resolve("made.yaml");
        run("vim", "vim -N -u NONE -i NONE -n --cmd 'set autoindent' '" + file + "'");
        sees("~");
        type("i");
        ClipboardText.copy(seen.shell.getDisplay(), "spec:\n  a: 1\n  b: 2\n");
        Event paste = new Event();
        paste.character = 22;
        paste.keyCode = 'v';
        paste.stateMask = SWT.CTRL | SWT.SHIFT;
        canvas().notifyListeners(SWT.KeyDown, paste);
        assertEquals(List.of(), seen.dialogs.shown);
        sees("b: 2");
        type("\u001b:wq\r");
        sees("Ended with exit code 0");
        assertEquals("spec:\n  a: 1\n  b: 2\n\n", Files.readString(file));
    }

    @Test
    void lessIsPagedSearchedAndLeft() throws Exception {
        run("less", "less '" + numbers() + "'");
        sees("line-9");
        press(SWT.PAGE_DOWN);
        seen.until(
                "it is paged",
                () -> !visible().contains("terminal line-1") && visible().contains("terminal line-35"));
        type("/line-250\r");
        sees("line-250");
        int before = programs.orElseThrow().columns();
        seen.shell.setSize(700, 400);
        seen.until("it is told", () -> programs.orElseThrow().columns() < before);
        // it draws itself anew for its new size, over what it was asked for meanwhile: asked again now and then
        AtomicInteger looks = new AtomicInteger();
        seen.until("the first is there", () -> {
            if (looks.getAndIncrement() % ASKED_AGAIN == 0) {
                type("gr");
            }
            return visible().contains("terminal line-1");
        });
        type("q");
        sees("Ended with exit code 0");
    }

    @Test
    void topShowsWhatRunsAgainAndAgainAndIsLeft() {
        run("top", "top -d 0.2");
        sees("PID");
        String first = text();
        seen.until("it is shown anew", () -> !text().equals(first));
        assertTrue(text().contains("load average"), text());
        assertEquals(1, text().lines().filter(line -> line.contains("PID")).count(), text());
        type("q");
        sees("Ended with exit code 0");
    }
}
