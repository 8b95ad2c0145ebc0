// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.swt.widgets.Composite;
import podium.core.shell.LoginSession;
import podium.core.shell.ShellListener;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.Theme;

/**
 * A program of this computer that asks before a cluster lets its operator in, and its terminal. What is typed goes to it and nowhere
 * else. It goes by itself when the operator was let in, and stays with its words when it came to nothing. UI thread, but for what its
 * session says.
 */
final class LoginTab implements TerminalTab, ShellListener {
    private final String title;
    private final LoginSession session;
    private final Runnable answered;
    private final Runnable changed;
    private final TerminalView view;
    private final ExecutorService line =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private volatile boolean over;
    private volatile boolean done;

    /**
     * Begins at once.
     *
     * @param answered what is done when the operator was let in
     * @param changed called on any thread when it is over
     */
    LoginTab(
            Composite parent,
            Theme theme,
            Dialogs dialogs,
            String title,
            LoginSession session,
            Runnable answered,
            Runnable changed) {
        this.title = title;
        this.answered = answered;
        this.session = session;
        this.changed = changed;
        view = new TerminalView(
                parent,
                theme,
                this::type,
                (lines, confirmed) -> dialogs.paste(PastedText.title(lines, title), lines, confirmed));
        view.say(Texts.of("LoginTab.asksYouCloseThis", SafeText.line(session.program())));
        view.onSize((columns, rows) -> onLine(() -> session.resize(columns, rows)));
        view.control().addDisposeListener(event -> close());
        session.listen(this);
    }

    LoginSession session() {
        return session;
    }

    @Override
    public TerminalView view() {
        return view;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Optional<String> tip() {
        return Optional.of(SafeText.line(session.program()));
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public void check() {
        // the cluster may stay locked: nothing is changed there
    }

    @Override
    public void afterwards() {
        if (done) {
            answered.run();
        }
    }

    private void type(byte[] bytes) {
        if (!over) {
            onLine(() -> {
                try {
                    session.type(bytes);
                } catch (IOException e) {
                    // it has ended, which is told
                }
            });
        }
    }

    private void onLine(Runnable work) {
        try {
            line.execute(work);
        } catch (RejectedExecutionException e) {
            // it is closed: nobody types any more
        }
    }

    @Override
    public void output(byte[] bytes) {
        view.output(bytes);
    }

    @Override
    public void ended(OptionalInt exitCode, String words) {
        if (!over) {
            over = true;
            done = words.isEmpty();
            if (!done) {
                view.say(SafeText.line(words));
            }
            changed.run();
        }
    }

    @Override
    public void close() {
        over = true;
        onLine(session::close);
        line.shutdown();
    }
}
