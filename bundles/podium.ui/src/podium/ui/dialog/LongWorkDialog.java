// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import podium.core.failure.FailureText;
import podium.ui.prompt.LongWork;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** How far something is that takes long, and at the end what came of it. Cancel and Escape give it up. */
@NonNullByDefault({}) // the library's types say nothing of null
public final class LongWorkDialog extends ConsoleDialog {
    private static final Duration THROTTLE = Duration.ofMillis(200);

    private final LongWork work;
    private final AtomicLong through = new AtomicLong();
    private final AtomicBoolean givenUp = new AtomicBoolean();
    private Label label;
    private Repaint look;
    private boolean over;

    public LongWorkDialog(Shell parent, UiServices services, String title, LongWork work) {
        super(parent, services, title, Texts.of("LongWorkDialog.close"), new Point(560, 180));
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
                .run(() -> work.run(this::heard), this::end, failure -> end(FailureText.sentence(failure)));
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

    private void end(String words) {
        over = true;
        if (!label.isDisposed()) {
            say(words);
            enable(true);
            getButton(IDialogConstants.CANCEL_ID).setEnabled(false);
            getButton(IDialogConstants.OK_ID).setFocus();
        }
    }

    private void say(String words) {
        WidgetText.set(label, words);
        label.getParent().layout();
    }
}
