// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;

/** A list of names over a field. */
class FieldProposalsTest {
    private static final List<String> NAMES = List.of("batch", "team-a", "team-b");
    private final Screen screen = Screen.open();
    private final Shell shell = new Shell(screen.display());
    private final Theme theme = theme();

    @AfterEach
    void close() {
        shell.dispose();
        screen.close();
    }

    private Theme theme() {
        Palette palette = new Palette(false);
        return new Theme(palette, new Icons(screen.display(), palette));
    }

    private Text field(int style) {
        shell.setLayout(new FillLayout());
        Text field = new Text(shell, SWT.BORDER | style);
        shell.setSize(400, 200);
        shell.open();
        field.setFocus();
        return field;
    }

    private static boolean press(Text field, int key, int mask) {
        Event event = new Event();
        event.keyCode = key;
        event.stateMask = mask;
        event.doit = true;
        field.notifyListeners(SWT.KeyDown, event);
        return event.doit;
    }

    private static boolean escapes(Text field) {
        Event event = new Event();
        event.detail = SWT.TRAVERSE_ESCAPE;
        event.doit = true;
        field.notifyListeners(SWT.Traverse, event);
        return event.doit;
    }

    private List<String> proposed() {
        return Stream.of(shell.getShells())
                .flatMap(list -> Stream.of(list.getChildren()))
                .filter(Table.class::isInstance)
                .flatMap(table -> Stream.of(((Table) table).getItems()))
                .map(TableItem::getText)
                .toList();
    }

    @Test
    void theLastOfSeveralNamesIsCompletedAndTheOthersStay() {
        Text field = field(SWT.SINGLE);
        FieldProposals.names(field, theme, () -> NAMES, " ");
        field.setText("batch te");
        assertFalse(press(field, ' ', SWT.CTRL));
        assertEquals(List.of("team-a", "team-b"), proposed());
        press(field, SWT.ARROW_DOWN, 0);
        press(field, SWT.ARROW_DOWN, 0);
        assertFalse(press(field, SWT.CR, 0));
        assertEquals("batch team-b", field.getText());
        assertEquals(List.of(), proposed());
    }

    /** The list lay over the first rows that a filter had left, and took the click that was meant for one. */
    @Test
    void aFilterProposesAboveItselfWhereThereIsRoomSoThatItsRowsCanBeClicked() {
        Text field = field(SWT.SINGLE);
        FieldProposals.filters(field, theme, typed -> new FieldProposals.Found("", NAMES, ""));
        for (int at : List.of(300, 0)) {
            shell.setLocation(0, at);
            screen.until("it is there", () -> Math.abs(field.toDisplay(0, 0).y - at) < 100);
            press(field, ' ', SWT.CTRL);
            Shell list = shell.getShells()[0];
            int top = field.toDisplay(0, 0).y;
            boolean above = list.getBounds().y + list.getBounds().height <= top;
            assertEquals(at > 0, above, list.getBounds() + " and " + top);
            press(field, SWT.ESC, 0);
        }
    }

    @Test
    void escapeClosesTheListAndOnlyThenMeansTheDialog() {
        Text field = field(SWT.SINGLE);
        FieldProposals.names(field, theme, () -> NAMES, "");
        press(field, ' ', SWT.CTRL);
        assertEquals(NAMES, proposed());
        assertFalse(escapes(field));
        assertFalse(press(field, SWT.ESC, 0));
        assertEquals(List.of(), proposed());
        assertTrue(escapes(field));
        assertTrue(press(field, SWT.ESC, 0));
    }

    @Test
    void enterWithNoneChosenMeansWhatWasTyped() {
        Text field = field(SWT.SINGLE);
        FieldProposals.names(field, theme, () -> NAMES, "");
        field.setText("team");
        press(field, ' ', SWT.CTRL);
        assertTrue(press(field, SWT.CR, 0));
        assertEquals("team", field.getText());
        assertEquals(List.of(), proposed());
    }

    @Test
    void whatIsTypedIsCompletedAndWhatIsPutThereOtherwiseIsNot() {
        Text field = field(SWT.SINGLE);
        FieldProposals.names(field, theme, () -> NAMES, "");
        field.setText("te");
        assertEquals(List.of(), proposed());
        Event key = new Event();
        key.keyCode = 'a';
        key.character = 'a';
        field.notifyListeners(SWT.KeyDown, key);
        field.setText("tea");
        assertEquals(List.of("team-a", "team-b"), proposed());
    }

    @Test
    void aFieldOfSeveralLinesIsAskedByItsKeyAndTheLineOfTheCursorIsCompleted() {
        Text field = field(SWT.MULTI);
        FieldProposals.names(field, theme, () -> NAMES, "\n");
        field.setText("batch\nteam-b\nlast");
        assertEquals(List.of(), proposed());
        field.setSelection("batch\nte".length());
        press(field, ' ', SWT.CTRL);
        press(field, SWT.ARROW_DOWN, 0);
        press(field, SWT.CR, 0);
        assertEquals("batch\nteam-aam-b\nlast", field.getText());
    }

    @Test
    void aFilterIsNotLeftByKeysThatAreMeantForTheList() {
        shell.setLayout(new FillLayout());
        FilterField filter = new FilterField(shell, theme, "Filter", "");
        shell.setSize(400, 200);
        shell.open();
        FieldProposals.names(filter.control(), theme, () -> NAMES, "");
        List<String> left = new ArrayList<>();
        filter.onLeave(() -> left.add("left"));
        press(filter.control(), ' ', SWT.CTRL);
        press(filter.control(), SWT.ARROW_DOWN, 0);
        press(filter.control(), SWT.CR, 0);
        assertEquals("batch", filter.control().getText());
        assertEquals(List.of(), left);
        press(filter.control(), SWT.ARROW_DOWN, 0);
        assertEquals(List.of("left"), left);
    }
}
