// SPDX-License-Identifier: Apache-2.0
package podium.ui.keybinding;

import java.util.List;
import org.eclipse.swt.SWT;
import podium.ui.texts.Texts;

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
            code(
                    Texts.of("CanvasKeyBinding.arrows"),
                    SWT.ARROW_RIGHT,
                    SWT.NONE,
                    Texts.of("CanvasKeyBinding.onTheCanvasMove")),
            code(
                    Texts.of("CanvasKeyBinding.ctrlArrows"),
                    SWT.ARROW_RIGHT,
                    SWT.MOD1,
                    Texts.of("CanvasKeyBinding.onTheCanvasMoveThe")),
            code(
                    Texts.of("CanvasKeyBinding.pageDown"),
                    SWT.PAGE_DOWN,
                    SWT.NONE,
                    Texts.of("CanvasKeyBinding.onTheCanvasGo")),
            code(
                    Texts.of("CanvasKeyBinding.pageUp"),
                    SWT.PAGE_UP,
                    SWT.NONE,
                    Texts.of("CanvasKeyBinding.onTheCanvasGoOut")),
            code(Texts.of("CanvasKeyBinding.home"), SWT.HOME, SWT.NONE, Texts.of("CanvasKeyBinding.onTheCanvasGoTo")),
            typed("+", '+', Texts.of("CanvasKeyBinding.onTheCanvasZoom")),
            typed("-", '-', Texts.of("CanvasKeyBinding.onTheCanvasZoomOut")),
            typed("0", '0', Texts.of("CanvasKeyBinding.onTheCanvasShow")),
            typed("1 \u2026 9", '1', Texts.of("CanvasKeyBinding.onTheCanvasColour")),
            new CanvasKeyBinding(
                    Texts.of("CanvasKeyBinding.enter"),
                    SWT.CR,
                    SWT.CR,
                    SWT.NONE,
                    false,
                    Texts.of("CanvasKeyBinding.onTheCanvasSelect")),
            new CanvasKeyBinding(
                    Texts.of("CanvasKeyBinding.ctrlEnter"),
                    SWT.CR,
                    SWT.CR,
                    SWT.MOD1,
                    false,
                    Texts.of("CanvasKeyBinding.onTheCanvasAdd")),
            typed("m", 'm', Texts.of("CanvasKeyBinding.onTheCanvasCarry")),
            new CanvasKeyBinding("f", 'f', 0, SWT.NONE, true, Texts.of("CanvasKeyBinding.onTheCanvasWith")),
            new CanvasKeyBinding(
                    Texts.of("CanvasKeyBinding.delete"),
                    SWT.DEL,
                    SWT.DEL,
                    SWT.NONE,
                    true,
                    Texts.of("CanvasKeyBinding.onTheCanvasWithA")));

    private static CanvasKeyBinding code(String shown, int keyCode, int modifiers, String meaning) {
        return new CanvasKeyBinding(shown, (char) 0, keyCode, modifiers, false, meaning);
    }

    private static CanvasKeyBinding typed(String shown, char character, String meaning) {
        return new CanvasKeyBinding(shown, character, 0, SWT.NONE, false, meaning);
    }
}
