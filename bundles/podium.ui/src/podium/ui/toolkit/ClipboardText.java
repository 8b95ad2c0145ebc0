// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.Optional;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/** The clipboard. UI thread. */
public final class ClipboardText {
    private ClipboardText() {}

    /** Copies text; empty text is not copied. */
    public static void copy(Display display, String text) {
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(display);
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    /** The text on it; empty: there is none. */
    public static Optional<String> read(Display display) {
        Clipboard clipboard = new Clipboard(display);
        try {
            return clipboard.getContents(TextTransfer.getInstance()) instanceof String text
                    ? Optional.of(text)
                    : Optional.empty();
        } finally {
            clipboard.dispose();
        }
    }
}
