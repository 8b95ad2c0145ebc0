// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.keybinding.CanvasKeyBinding;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.PartFixture;

/** The list of keys says what the canvas understands, all of it and nothing else. */
class KeysOfThePartTest {
    /** Understood, and said elsewhere in the list: the find field, the other sign of plus, all colours, Escape. */
    private static final Set<Character> SAID_ELSEWHERE =
            Set.of('/', '=', '2', '3', '4', '5', '6', '7', '8', '9', SWT.ESC, SWT.BS);

    private final Fleets fleets = Fleets.aiFactory();
    private final PartFixture fixture = PartFixture.open(fleets, 900, 600);

    @AfterEach
    void close() {
        fixture.close();
    }

    private boolean understood(int keyCode, char character, int modifiers) {
        Event event = new Event();
        event.keyCode = keyCode == 0 ? character : keyCode;
        event.character = character;
        event.stateMask = modifiers;
        event.doit = true;
        fixture.canvas().notifyListeners(SWT.KeyDown, event);
        return !event.doit;
    }

    @Test
    void everyKeyOfTheListIsUnderstood() {
        for (CanvasKeyBinding key : CanvasKeyBinding.ALL) {
            if (!key.board()) {
                fixture.session().end();
                fixture.selection().set(this, List.of(fleets.findJob("eval-sweep-0")));
                assertTrue(understood(key.keyCode(), key.character(), key.modifiers()), key::shown);
            }
        }
    }

    @Test
    void plusZoomsAtAGpuOfTheSelectedNodeAndNotIntoTheGapBetweenTwo() {
        var node = fixture.model().scene().boxes().stream()
                .filter(box -> box.isNode())
                .findFirst()
                .orElseThrow();
        fixture.selection().set(this, List.of(node.subject()));
        for (int i = 0; i < 12; i++) {
            fixture.key('+', '+', SWT.NONE);
        }
        Rectangle area = fixture.canvas().getClientArea();
        assertTrue(fixture.model().scene().cells(node).stream().anyMatch(cell -> fixture.model()
                .view()
                .pixels(fixture.model().layout().of(cell))
                .contains(area.width / 2, area.height / 2)));
    }

    @Test
    void noOtherKeyIs() {
        Set<Character> listed = new HashSet<>(SAID_ELSEWHERE);
        CanvasKeyBinding.ALL.forEach(key -> listed.add(key.character()));
        for (char c = ' '; c < 127; c++) {
            char typed = c;
            if (!listed.contains(typed)) {
                assertFalse(understood(typed, typed, SWT.NONE), () -> "the canvas takes " + typed);
            }
        }
    }
}
