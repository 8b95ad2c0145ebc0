// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.util.List;
import java.util.regex.Pattern;
import podium.core.text.Counted;
import podium.ui.texts.Texts;

/**
 * What was pasted into a terminal, without control characters other than tabs and line ends: what is shown before it is sent is all
 * that is sent, and nothing in it can end a bracketed paste (xterm, {@code disallowedPasteControls}).
 *
 * @param text with the line ends of the clipboard made one
 */
record PastedText(String text) {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final String BEGIN = "\u001b[200~";
    private static final String END = "\u001b[201~";

    static PastedText of(String clipboard) {
        return new PastedText(CONTROLS.matcher(clipboard.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll(""));
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /** What the question about several lines is called. */
    static String title(List<String> lines, String terminal) {
        return Texts.of("PastedText.pasteInto", Counted.of(lines.size(), "line"), terminal);
    }

    /** As by hand, each line with its Enter; a line alone without one, which stays the operator's to press. */
    String typed() {
        return lines().size() > 1 ? text.replace('\n', '\r') : text.stripTrailing();
    }

    /** As one piece, for a program that asked to be told what is pasted (xterm ctlseqs, "Bracketed Paste Mode"). */
    String bracketed() {
        return BEGIN + text.replace('\n', '\r') + END;
    }
}
