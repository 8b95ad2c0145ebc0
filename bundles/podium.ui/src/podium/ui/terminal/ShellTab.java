// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import podium.core.change.ClusterId;
import podium.core.failure.FailureText;
import podium.core.shell.ShellCommand;
import podium.core.shell.ShellListener;
import podium.core.shell.ShellSession;
import podium.operation.shell.ShellService;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.Theme;

/**
 * One shell and its terminal. What is typed goes to the container on a thread of its own, in its order. It hangs up when the cluster
 * may no longer be changed. UI thread, but for what its session says.
 */
final class ShellTab implements ShellListener, AutoCloseable {
    private final ShellService shells;
    private final ClusterId cluster;
    private final ShellCommand command;
    private final TerminalView view;
    private final ExecutorService line =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private volatile @Nullable ShellSession session;
    private volatile boolean over;

    ShellTab(Composite parent, Theme theme, ShellService shells, ClusterId cluster, ShellCommand command) {
        this.shells = shells;
        this.cluster = cluster;
        this.command = command;
        view = new TerminalView(parent, theme, this::type);
        view.onSize((columns, rows) -> onLine(() -> resize(columns, rows)));
        view.control().addDisposeListener(event -> close());
        onLine(this::begin);
    }

    TerminalView view() {
        return view;
    }

    private void begin() {
        try {
            ShellSession begun = shells.open(cluster, command, view.columns(), view.rows(), this);
            session = begun;
            if (over) {
                begun.close();
            }
        } catch (IOException e) {
            end("Not opened: " + SafeText.line(FailureText.of(e)));
        }
    }

    private void resize(int columns, int rows) {
        ShellSession open = session;
        if (open != null && !over) {
            open.resize(columns, rows);
        }
    }

    private void type(byte[] bytes) {
        if (!over && allowed()) {
            onLine(() -> send(bytes));
        }
    }

    /** Types a line and its end, as if by hand. */
    void line(String text) {
        type((text + "\r").getBytes(StandardCharsets.UTF_8));
    }

    private void send(byte[] bytes) {
        ShellSession open = session;
        try {
            if (open != null && !over) {
                open.type(bytes);
            }
        } catch (IOException e) {
            end("The connection ended: " + SafeText.line(FailureText.of(e)));
        }
    }

    /** Hangs up when nothing may be changed there any more; false: it did. */
    boolean allowed() {
        Optional<String> why = over ? Optional.empty() : shells.whyNot(cluster);
        why.ifPresent(words -> {
            end("Closed: " + words);
            hangUp();
        });
        return why.isEmpty();
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
        String code = exitCode.isPresent() ? "Ended with exit code " + exitCode.getAsInt() : "Ended";
        end(words.isEmpty() ? code : code + ": " + SafeText.line(words));
    }

    private void end(String words) {
        if (!over) {
            over = true;
            view.say(words);
        }
    }

    private void hangUp() {
        onLine(() -> {
            ShellSession open = session;
            if (open != null) {
                open.close();
            }
        });
    }

    @Override
    public void close() {
        over = true;
        hangUp();
        // what is on the line is still done: hanging up is the last of it
        line.shutdown();
    }
}
