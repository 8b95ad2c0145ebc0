// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WrappedText;

/** Several lines that are about to be typed into a terminal, where each is run as soon as it is there. Enter does not type them. */
@NonNullByDefault({}) // the library's types say nothing of null
public final class PasteDialog extends ConsoleDialog {
    private static final int LINES = 12;

    private final String text;

    public PasteDialog(Shell parent, UiServices services, String title, String text) {
        super(parent, services, title, Texts.of("PasteDialog.paste"), new Point(720, 380));
        this.text = text;
    }

    @Override
    protected boolean confirmsByEnter() {
        return false;
    }

    @Override
    protected void fill(Composite parent) {
        text(parent, Texts.of("PasteDialog.theProgramDidNot"), Name.TEXT);
        new WrappedText(parent, services().theme(), Texts.of("PasteDialog.whatIsPasted"), LINES).show(text);
    }
}
