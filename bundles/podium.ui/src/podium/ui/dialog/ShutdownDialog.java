// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import podium.operation.Operation;
import podium.ui.shutdown.ShutdownChoice;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;

/** Asks what becomes of running operations when the console is closed. */
@NonNullByDefault({}) // the library's types say nothing of null
public final class ShutdownDialog extends ConsoleDialog {
    private static final int LEAVE = IDialogConstants.CLIENT_ID + 1;
    private final Supplier<List<Operation>> running;
    private ShutdownChoice answer = ShutdownChoice.STAY;

    public ShutdownDialog(Shell parent, UiServices services, Supplier<List<Operation>> running) {
        super(
                parent,
                services,
                Texts.of("ShutdownDialog.closePodium"),
                Texts.of("ShutdownDialog.finishThenEnd"),
                new Point(620, 320));
        this.running = running;
    }

    /** Opens it and returns what was chosen. */
    public ShutdownChoice ask() {
        open();
        return answer;
    }

    @Override
    protected void fill(Composite parent) {
        int several = running.get().size();
        heading(
                parent,
                several == 1
                        ? Texts.of("ShutdownDialog.anOperationIsRunning")
                        : Texts.of("ShutdownDialog.operationsAreRunning", several));
        LiveLines.show(
                this,
                parent,
                () -> running.get().stream().limit(5).map(ShutdownDialog::words).toList(),
                Icon.RUNNING,
                Name.MUTED);
        text(parent, Texts.of("ShutdownDialog.finishThenEndThe"), Name.TEXT);
    }

    private static String words(Operation operation) {
        return Texts.of(
                "ShutdownDialog.stepsDone",
                SafeText.line(operation.plan().title()),
                Formats.count(operation.done()),
                Formats.count(operation.total()));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, LEAVE, Texts.of("ShutdownDialog.endNow"), false);
        super.createButtonsForButtonBar(parent);
    }

    @Override
    protected void buttonPressed(int id) {
        answer = switch (id) {
            case LEAVE -> ShutdownChoice.LEAVE;
            case IDialogConstants.OK_ID -> ShutdownChoice.FINISH;
            default -> ShutdownChoice.STAY;
        };
        close();
    }
}
