// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import podium.core.failure.FailureText;
import podium.ui.prompt.LongWork;
import podium.ui.texts.Texts;
import podium.ui.toolkit.ClipboardText;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** How far something is that takes long, and at the end what came of it. Cancel and Escape give it up. */
@NonNullByDefault({}) // the library's types say nothing of null
public final class LongWorkDialog extends ConsoleDialog {
    private static final Duration THROTTLE = Duration.ofMillis(200);

    private static final int COPY = IDialogConstants.CLIENT_ID + 1;
    private static final int OPEN = COPY + 1;

    private final String title;
    private final LongWork work;
    private LongWork.Outcome made = new LongWork.Outcome("", "", "", Optional.empty());
    private final AtomicLong through = new AtomicLong();
    private final AtomicBoolean givenUp = new AtomicBoolean();
    private Label label;
    private Repaint look;
    private boolean over;

    public LongWorkDialog(Shell parent, UiServices services, String title, LongWork work) {
        super(parent, services, title, Texts.of("LongWorkDialog.close"), new Point(560, 180));
        this.title = title;
        this.work = work;
    }

    @Override
    protected void fill(Composite parent) {
        label = text(parent, Texts.of("LongWorkDialog.nothingHasBeenTransferred"), Name.TEXT);
        look = Repaint.of(label, THROTTLE, this::look);
        label.addDisposeListener(event -> givenUp.set(true));
        enable(false);
        services()
                .background()
                .run(
                        () -> work.run(this::heard),
                        this::made,
                        failure -> end(Texts.of("LongWorkDialog.failed", title), FailureText.sentence(failure)));
    }

    /** On the thread of the work. */
    private void heard(long bytes) {
        if (givenUp.get()) {
            throw new CancellationException(Texts.of("LongWorkDialog.itWasCancelled"));
        }
        through.set(bytes);
        look.request();
    }

    private void look() {
        if (!over) {
            say(Texts.of("LongWorkDialog.soFar", Formats.bytes(through.get())));
        }
    }

    private void made(LongWork.Outcome outcome) {
        made = outcome;
        end(outcome.title(), outcome.words());
        if (!label.isDisposed() && !outcome.path().isEmpty()) {
            getButton(COPY).setEnabled(true);
            getButton(OPEN).setEnabled(outcome.folder().isPresent());
        }
    }

    /** What was made can be gone to, once it is. */
    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, COPY, Texts.of("LongWorkDialog.copyPath"), false).setEnabled(false);
        createButton(parent, OPEN, Texts.of("LongWorkDialog.openFolder"), false).setEnabled(false);
        super.createButtonsForButtonBar(parent);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == COPY) {
            ClipboardText.copy(getShell().getDisplay(), made.path());
        } else if (id == OPEN) {
            made.folder().ifPresent(folder -> Program.launch(folder.toString()));
        } else {
            super.buttonPressed(id);
        }
    }

    private void end(String title, String words) {
        over = true;
        if (!label.isDisposed()) {
            title(getShell(), title);
            say(words);
            enable(true);
            // what can be done no more, or never could, is not shown grey
            getButton(IDialogConstants.CANCEL_ID).setVisible(false);
            getButton(COPY).setVisible(!made.path().isEmpty());
            getButton(OPEN).setVisible(made.folder().isPresent());
            getButton(IDialogConstants.OK_ID).setFocus();
        }
    }

    private void say(String words) {
        WidgetText.set(label, words);
        label.getParent().layout();
    }
}
