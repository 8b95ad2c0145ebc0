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

/** All that a kubeconfig wants to run and read, to be looked at before it is agreed to. Enter does not agree. */
@NonNullByDefault({}) // the library's types say nothing of null
public final class ConsentDialog extends ConsoleDialog {
    private static final int LINES = 14;

    private final String question;

    public ConsentDialog(Shell parent, UiServices services, String title, String question) {
        super(parent, services, title, Texts.of("ConsentDialog.agree"), new Point(720, 420));
        this.question = question;
    }

    @Override
    protected boolean confirmsByEnter() {
        return false;
    }

    @Override
    protected void fill(Composite parent) {
        text(parent, Texts.of("ConsentDialog.nothingHasBeenRun"), Name.TEXT);
        new WrappedText(parent, services().theme(), Texts.of("ConsentDialog.whatItWantsTo"), LINES).show(question);
    }
}
