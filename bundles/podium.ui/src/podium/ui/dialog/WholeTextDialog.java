// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WrappedText;

/** A text of which each line counts, to be looked at before it is agreed to. Enter does not agree. */
@NonNullByDefault({}) // the library's types say nothing of null
public final class WholeTextDialog extends ConsoleDialog {
    private static final int LINES = 14;

    private final String words;
    private final String name;
    private final String text;

    /**
     * Creates the dialog.
     *
     * @param words a sentence above the text
     * @param name of the field with the text
     */
    public WholeTextDialog(
            Shell parent, UiServices services, String title, String confirm, String words, String name, String text) {
        super(parent, services, title, confirm, new Point(720, 420));
        this.words = words;
        this.name = name;
        this.text = text;
    }

    @Override
    protected boolean confirmsByEnter() {
        return false;
    }

    @Override
    protected void fill(Composite parent) {
        text(parent, words, Name.TEXT);
        new WrappedText(parent, services().theme(), name, LINES).show(text);
    }
}
