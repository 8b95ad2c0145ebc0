// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;

/** What a key sends, as xterm does (ctlseqs, "PC-Style Function Keys"). */
final class TerminalKeys {
    private static final String ESC = "\u001b";

    /** After "ESC [", or "ESC O" in application mode. */
    private static final Map<Integer, String> CURSOR = Map.of(
            SWT.ARROW_UP, "A",
            SWT.ARROW_DOWN, "B",
            SWT.ARROW_RIGHT, "C",
            SWT.ARROW_LEFT, "D",
            SWT.HOME, "H",
            SWT.END, "F");

    private static final Map<Integer, String> OTHERS = Map.ofEntries(
            Map.entry(SWT.INSERT, "[2~"),
            Map.entry(SWT.PAGE_UP, "[5~"),
            Map.entry(SWT.PAGE_DOWN, "[6~"),
            Map.entry(SWT.F1, "OP"),
            Map.entry(SWT.F2, "OQ"),
            Map.entry(SWT.F3, "OR"),
            Map.entry(SWT.F4, "OS"),
            Map.entry(SWT.F5, "[15~"),
            Map.entry(SWT.F6, "[17~"),
            Map.entry(SWT.F7, "[18~"),
            Map.entry(SWT.F8, "[19~"),
            Map.entry(SWT.F9, "[20~"),
            Map.entry(SWT.F10, "[21~"),
            Map.entry(SWT.F11, "[23~"),
            Map.entry(SWT.F12, "[24~"));

    private TerminalKeys() {}

    /** What a key means to the terminal itself; the rest goes to the program. */
    enum Own {
        COPY,
        PASTE
    }

    static Optional<Own> own(int keyCode, int modifiers) {
        boolean both = modifiers == (SWT.MOD1 | SWT.MOD2);
        if (both && Character.toLowerCase(keyCode) == 'c' || modifiers == SWT.MOD1 && keyCode == SWT.INSERT) {
            return Optional.of(Own.COPY);
        }
        return both && Character.toLowerCase(keyCode) == 'v' || modifiers == SWT.MOD2 && keyCode == SWT.INSERT
                ? Optional.of(Own.PASTE)
                : Optional.empty();
    }

    /** The bytes of a key; empty: it sends none. */
    static Optional<byte[]> of(char character, int keyCode, int modifiers, boolean application) {
        String cursor = CURSOR.get(keyCode);
        String other = OTHERS.get(keyCode);
        String sent;
        if (cursor != null) {
            sent = ESC + (application ? "O" : "[") + cursor;
        } else if (other != null) {
            sent = ESC + other;
        } else if (keyCode == SWT.BS) {
            sent = "\u007f";
        } else if (keyCode == SWT.DEL) {
            sent = ESC + "[3~";
        } else if (keyCode == SWT.CR || keyCode == SWT.KEYPAD_CR) {
            sent = "\r";
        } else if (keyCode == SWT.TAB && (modifiers & SWT.MOD2) != 0) {
            sent = ESC + "[Z";
        } else if (character == 0 && !((modifiers & SWT.CTRL) != 0 && (keyCode == ' ' || keyCode == '2'))) {
            return Optional.empty();
        } else {
            sent = ((modifiers & SWT.ALT) != 0 ? ESC : "") + character;
        }
        return Optional.of(sent.getBytes(StandardCharsets.UTF_8));
    }
}
