// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.tm.internal.terminal.textcanvas.TextCanvas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.FakeLogin;
import podium.ui.fake.FakeShells;
import podium.ui.fake.PartScreen;

/** A program that asks before a cluster lets its operator in, in the Shell part. */
class LoginTabTest {
    private final PartScreen seen = new PartScreen();
    private final FakeShells shells = new FakeShells();
    private final FakeLogin login = new FakeLogin();
    private final ShellPart part = new ShellPart(
            seen.shell,
            seen.stage.fleet,
            seen.stage.connections,
            shells,
            seen.stage.locks,
            seen.dialogs,
            seen.stage.services);

    private final AtomicInteger answered = new AtomicInteger();

    @AfterEach
    void close() {
        seen.close();
    }

    private void open() {
        seen.lab();
        seen.show();
        part.login("Log in to lab", login, answered::incrementAndGet);
        seen.settle();
    }

    private CTabFolder folder() {
        return seen.all(CTabFolder.class).getFirst();
    }

    private List<String> tabs() {
        return seen.all(CTabFolder.class).isEmpty()
                ? List.of()
                : Arrays.stream(folder().getItems()).map(CTabItem::getText).toList();
    }

    private TextCanvas canvas() {
        return seen.all(TextCanvas.class).stream()
                .filter(Control::isVisible)
                .findFirst()
                .orElseThrow();
    }

    private void type(String text) {
        for (char letter : text.toCharArray()) {
            Event event = new Event();
            event.character = letter;
            event.keyCode = letter == '\r' ? SWT.CR : letter;
            canvas().notifyListeners(SWT.KeyDown, event);
        }
    }

    @Test
    void whatAsksIsShownAndWhatIsTypedGoesToItThoughTheClusterIsLocked() {
        shells.refusal = Optional.of("the cluster is read-only");
        open();
        assertEquals(List.of("Log in to lab"), tabs());
        seen.until("it asks", () -> canvas().getAllText().contains("Password: "));
        assertTrue(canvas().getAllText().contains("/opt/bin/otp-login"), "it is said who asks");
        type("s3cret\r");
        seen.until("it is typed", () -> login.typed().equals("s3cret\r"));
        assertFalse(canvas().getAllText().contains("s3cret"), "the program echoes, or does not");
        assertFalse(login.size.isEmpty(), "it is told how large its terminal is");
    }

    @Test
    void whenItLetsTheOperatorInItsTabGoes() {
        open();
        login.end("");
        seen.until("it is gone", () -> tabs().isEmpty());
        assertEquals(1, answered.get());
    }

    @Test
    void whenItComesToNothingItStaysWithItsWordsUntilTheNextTime() {
        open();
        login.end("Login failed: it ended with status 1.");
        seen.until("it says so", () -> canvas().getAllText().contains("Login failed"));
        type("late");
        FakeLogin next = new FakeLogin();
        part.login("Log in to lab", next, answered::incrementAndGet);
        assertEquals(List.of("Log in to lab"), tabs());
        type("again");
        seen.until("it is typed", () -> next.typed().equals("again"));
        assertEquals("", login.typed());
    }

    @Test
    void closingItsTabGivesTheLoginUp() {
        open();
        folder().getItem(0).dispose();
        seen.until("it is given up", () -> login.closed);
        assertEquals(0, answered.get());
    }

    @Test
    void aSecondOneDoesNotTakeTheKeysOfOneThatIsBeingAnsweredUntilItIsWanted() {
        open();
        canvas().forceFocus();
        seen.until("it has the keys", () -> canvas().isFocusControl());
        type("s3");
        FakeLogin other = new FakeLogin();
        part.login("Log in to prod", other, answered::incrementAndGet);
        type("cret\r");
        seen.until("it is typed", () -> login.typed().equals("s3cret\r"));
        assertEquals(List.of("Log in to lab", "Log in to prod"), tabs());
        assertEquals("", other.typed());
        part.login("Log in to prod", other, answered::incrementAndGet);
        type("x");
        seen.until("it is typed", () -> other.typed().equals("x"));
        assertEquals(2, tabs().size());
    }
}
