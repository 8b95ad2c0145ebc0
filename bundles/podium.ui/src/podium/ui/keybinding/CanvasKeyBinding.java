// SPDX-License-Identifier: Apache-2.0
package podium.ui.keybinding;

import java.util.List;
import org.eclipse.swt.SWT;

/**
 * A key that the canvas understands while it has the focus, as the list of keys shows it; that they are these and no others is
 * proved where the canvas is.
 *
 * @param character what is typed; 0 for a key that types nothing
 * @param keyCode of {@link SWT}; 0 where the character says it
 * @param board whether it only means something while a gang is laid out
 */
public record CanvasKeyBinding(
        String shown, char character, int keyCode, int modifiers, boolean board, String meaning) {
    /** All of them. */
    public static final List<CanvasKeyBinding> ALL = List.of(
            code("Arrows", SWT.ARROW_RIGHT, SWT.NONE, "On the canvas: move the focus"),
            code("Ctrl+arrows", SWT.ARROW_RIGHT, SWT.MOD1, "On the canvas: move the view"),
            code("Page Down", SWT.PAGE_DOWN, SWT.NONE, "On the canvas: go into a rack, a node"),
            code("Page Up", SWT.PAGE_UP, SWT.NONE, "On the canvas: go out to the rack or zone around it"),
            code("Home", SWT.HOME, SWT.NONE, "On the canvas: go to the first element"),
            typed("+", '+', "On the canvas: zoom in"),
            typed("-", '-', "On the canvas: zoom out"),
            typed("0", '0', "On the canvas: show all"),
            typed(
                    "1 \u2026 9",
                    '1',
                    "On the canvas: colour by held, activity, memory, temperature, power, errors, idle but held, job,"
                            + " namespace"),
            new CanvasKeyBinding(
                    "Enter", SWT.CR, SWT.CR, SWT.NONE, false, "On the canvas: select, or put down what is carried"),
            new CanvasKeyBinding(
                    "Ctrl+Enter",
                    SWT.CR,
                    SWT.CR,
                    SWT.MOD1,
                    false,
                    "On the canvas: add to the selection; commit a board"),
            typed("m", 'm', "On the canvas: carry the selected job; 1 to 3 put it on the best places"),
            new CanvasKeyBinding(
                    "f",
                    'f',
                    0,
                    SWT.NONE,
                    true,
                    "On the canvas with a board: place the remaining ranks on what has the focus"),
            new CanvasKeyBinding(
                    "Delete", SWT.DEL, SWT.DEL, SWT.NONE, true, "On the canvas with a board: take ranks off"));

    private static CanvasKeyBinding code(String shown, int keyCode, int modifiers, String meaning) {
        return new CanvasKeyBinding(shown, (char) 0, keyCode, modifiers, false, meaning);
    }

    private static CanvasKeyBinding typed(String shown, char character, String meaning) {
        return new CanvasKeyBinding(shown, character, 0, SWT.NONE, false, meaning);
    }
}
