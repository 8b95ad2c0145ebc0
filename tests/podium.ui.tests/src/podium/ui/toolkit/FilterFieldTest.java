// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;

class FilterFieldTest {
    private final Screen screen = Screen.open();
    private final UiFixture stage = new UiFixture(screen.display(), false);
    private final Shell shell = screen.shell(400, 300);

    @AfterEach
    void close() {
        screen.close();
    }

    /** "user: tea..." was said of what can be typed into the filter of Jobs. */
    @Test
    void noTermIsCutWhereThereIsNoRoomForAll() {
        shell.setLayout(new FillLayout());
        FilterField field =
                new FilterField(shell, stage.services.theme(), "filter", "idle  state:  job:  kind:  purpose:  queue:");
        screen.show(shell);
        screen.until("some are left out", () -> field.control().getMessage().contains("state:"));
        assertEquals(
                "filter by words, or idle  state:  job:  kind:  purpose:",
                field.control().getMessage());
        shell.setSize(100, 300);
        screen.until("none is said", () -> field.control().getMessage().equals("filter"));
        shell.setSize(900, 300);
        screen.until("all are said", () -> field.control().getMessage().endsWith("queue:"));
    }

    /** A hint of 770 pixels left 280 of 1280 for the counts of jobs. */
    @Test
    void aLongHintLeavesRoomForTheWordsBesideIt() {
        shell.setSize(1280, 300);
        PartToolbar bar = PartToolbar.above(shell, stage.services.theme());
        FilterField field = bar.filter("filter", "state:  job:  kind:  purpose:  queue:  namespace:  cluster:  user:");
        Label label = bar.label("2 failed, 1 failing, 6 waiting, 32 running, 16 succeeded", true);
        screen.show(shell);
        screen.until("some are said", () -> field.control().getMessage().contains("state:"));
        for (int i = 0; i < 5; i++) {
            bar.control().layout(true, true);
            screen.settle();
        }
        assertTrue(label.getSize().x > 420, "there are " + label.getSize().x);
    }

    /** The icon that clears it moved from under the pointer with each job that came or ended. */
    @Test
    void whatIsCountedBesideItDoesNotMoveIt() {
        shell.setSize(1280, 300);
        PartToolbar bar = PartToolbar.above(shell, stage.services.theme());
        FilterField field = bar.filter("filter", "");
        Label label = bar.label("2 failed, 1 failing, 6 waiting, 32 running", true);
        screen.show(shell);
        bar.fit();
        int width = field.control().getSize().x;
        for (String counts : List.of("2 failed, 1 failing, 6 waiting, 31 running", "2 failed, 32 running", "")) {
            WidgetText.set(label, counts);
            bar.fit();
            assertEquals(width, field.control().getSize().x, counts);
        }
    }

    /** Its letters were keys of the window where it was cleared by its icon and typed into at once. */
    @Test
    void whoClearsItByItsIconGoesOnTypingInIt() {
        shell.setLayout(new FillLayout());
        Text before = new Text(shell, SWT.NONE);
        FilterField field = new FilterField(shell, stage.services.theme(), "filter", "");
        screen.show(shell);
        before.setFocus();
        Event pressed = new Event();
        pressed.detail = SWT.ICON_CANCEL;
        field.control().notifyListeners(SWT.DefaultSelection, pressed);
        assertEquals(field.control(), screen.display().getFocusControl());
    }

    /** The toolkit cuts a label within a letter. */
    @Test
    void aLabelShowsWholeWordsAndTellsTheRest() {
        shell.setLayout(new FillLayout());
        Label label = new Label(shell, SWT.NONE);
        String counts = "2 failed, 1 failing, 6 waiting, 32 running, 16 succeeded, 14 suspended";
        WidgetText.set(label, counts);
        WidgetText.wholeTip(label, counts);
        shell.setSize(300, 200);
        screen.show(shell);
        Image seen = new Image(screen.display(), 300, 30);
        GC gc = new GC(seen);
        String shown = WidgetText.seen(label, gc);
        gc.dispose();
        seen.dispose();
        assertTrue(shown.matches("2 failed, 1 failing.*[a-z] \u2026"), shown);
        assertEquals(counts, label.getToolTipText());
        assertEquals(counts, label.getText(), "read aloud, it is whole");
    }

    @Test
    void whyATermWasNotUnderstoodIsReadBelowTheFieldWhileItIsTyped() {
        shell.setLayout(new GridLayout());
        FilterField field = new FilterField(shell, stage.services.theme(), "filter", "free>=4");
        Text other = new Text(shell, 0);
        screen.show(shell);
        field.setFocus();
        screen.until("it has the focus", field.control()::isFocusControl);
        field.note(Optional.of("activity~5 is no term"));
        screen.until("it is said", () -> field.noted().equals("activity~5 is no term"));
        field.note(Optional.empty());
        assertEquals("", field.noted());
        field.note(Optional.of("free>=many is no term"));
        shell.getChildren()[0].notifyListeners(SWT.Hide, new Event());
        assertEquals("", field.noted(), "it goes with its part");
        field.note(Optional.of("free>=many is no term"));
        other.setFocus();
        screen.until("it goes with the focus", () -> field.noted().isEmpty());
    }
}
