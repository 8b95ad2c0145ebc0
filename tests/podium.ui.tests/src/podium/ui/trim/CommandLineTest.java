// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.PartScreen;
import podium.ui.find.CommandWords;

class CommandLineTest {
    private final PartScreen seen = new PartScreen();
    private final CommandLine line = new CommandLine(seen.stage.services);
    private final List<String> went = new ArrayList<>();
    private String refused = "";

    @AfterEach
    void close() {
        line.close();
        seen.close();
    }

    private Text open() {
        seen.show();
        CommandWords words =
                new CommandWords(Map.of("slots", "podium.part.slots"), List.of("lab"), List.of(), List.of());
        line.open(seen.shell, () -> words, typed -> {
            went.add(typed);
            return typed.startsWith("foo") || typed.equals(refused)
                    ? Optional.of("Nothing is called foo.")
                    : Optional.empty();
        });
        return control(Text.class);
    }

    @Test
    void enterGoesThereAndClosesIt() {
        Text field = open();
        field.setText("slots");
        press(field, SWT.CR);
        assertEquals(List.of("slots"), went);
        assertFalse(line.isOpen());
    }

    /** Letters typed right behind the colon must not act on the fleet. */
    @Test
    void whatIsTypedAtOnceGoesIntoIt() {
        Text field = open();
        assertSame(field, seen.shell.getDisplay().getFocusControl());
    }

    @Test
    void whatIsNotKnownIsSaidAndItStaysOpen() {
        Text field = open();
        field.setText("foo");
        press(field, SWT.CR);
        assertTrue(line.isOpen());
        assertTrue(Stream.of(field.getParent().getChildren())
                .anyMatch(
                        child -> child instanceof Label label && label.getText().equals("Nothing is called foo.")));
    }

    @Test
    void whatCanBecomeOneThingOnlyBecomesIt() {
        Text field = open();
        field.setText("foo");
        field.setText("sl");
        line.again();
        refused = "sl";
        press(field, SWT.CR);
        assertEquals(List.of("sl", "slots"), went);
        assertFalse(line.isOpen());
    }

    @Test
    void whatIsTypedWholeSaysInTheListWhatEnterDoes() {
        Text field = open();
        field.setText("slots");
        Table list = Stream.of(seen.shell.getShells())
                .flatMap(shell -> Stream.of(shell.getChildren()))
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals("slots  (Enter shows this part)", list.getItem(0).getText());
        press(field, SWT.ARROW_DOWN);
        press(field, SWT.CR);
        assertEquals(List.of("slots"), went);
    }

    @Test
    void escapeClosesItAndNothingIsDone() {
        press(open(), SWT.ESC);
        assertFalse(line.isOpen());
        assertEquals(List.of(), went);
    }

    @Test
    void tabTakesTheFirstProposal() {
        Text field = open();
        field.setText("ct");
        Event tab = new Event();
        tab.detail = SWT.TRAVERSE_TAB_NEXT;
        tab.doit = true;
        field.notifyListeners(SWT.Traverse, tab);
        assertEquals("ctx ", field.getText());
        assertFalse(tab.doit, "the cursor stays");
    }

    private static void press(Control control, int key) {
        Event event = new Event();
        event.keyCode = key;
        control.notifyListeners(SWT.KeyDown, event);
    }

    private <C extends Control> C control(Class<C> type) {
        return Stream.of(seen.shell.getChildren())
                .flatMap(child -> Stream.of(((Composite) child).getChildren()))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
