// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import podium.core.change.ClusterId;
import podium.core.shell.ShellCommand;
import podium.core.shell.ShellListener;
import podium.core.shell.ShellSession;
import podium.operation.shell.ShellService;

/** One shell that remembers what was typed. Any thread. */
public final class FakeShells implements ShellService, ShellSession {
    /** Why none may be opened; empty: it may. */
    public volatile Optional<String> refusal = Optional.empty();

    /** Hears of the session that was opened last. */
    public volatile Optional<ShellListener> listener = Optional.empty();

    /** The size that was told last. */
    public volatile String size = "";

    public volatile boolean closed;

    /** What a program writes as soon as it runs, or is attached to. */
    public volatile String greeting = "";

    /** What was run, one after the other, as kubectl would. */
    public final List<String> opened = new CopyOnWriteArrayList<>();

    /** What runs besides, in the container of a pod of the namespace "team". */
    public void runs(ClusterId cluster, String pod, String container) {
        ShellCommand shell = ShellCommand.shell("team", pod, container);
        running.add(new Running(cluster, shell, "shell in pod team/" + pod + ", container " + container));
    }

    private final List<Running> running = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream typed = new ByteArrayOutputStream();

    @Override
    public Optional<String> whyNot(ClusterId cluster) {
        return refusal;
    }

    @Override
    public List<Running> running(ClusterId cluster) {
        return closed ? List.of() : running;
    }

    @Override
    public void end(ClusterId cluster, String why) {}

    @Override
    public ShellSession open(ClusterId cluster, ShellCommand command, int columns, int rows, ShellListener heard)
            throws IOException {
        size = columns + "x" + rows;
        opened.add(command.kubectl());
        running.add(new Running(cluster, command, command.title()));
        listener = Optional.of(heard);
        heard.output(greeting.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    @Override
    public synchronized void type(byte[] bytes) {
        typed.writeBytes(bytes);
    }

    /** All that was typed. */
    public synchronized String typed() {
        return typed.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void resize(int columns, int rows) {
        size = columns + "x" + rows;
    }

    @Override
    public void close() {
        closed = true;
    }
}
