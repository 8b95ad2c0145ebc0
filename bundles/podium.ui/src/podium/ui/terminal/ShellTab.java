// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import podium.core.failure.FailureText;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodLogReader;
import podium.core.shell.ShellCommand;
import podium.core.shell.ShellListener;
import podium.core.shell.ShellSession;
import podium.operation.shell.ShellService;
import podium.ui.flow.ShellRequest;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.Theme;

/**
 * One shell and its terminal. What is typed goes to the container on a thread of its own, in its order, and waits there until the shell
 * has begun. It hangs up when the cluster may no longer be changed. UI thread, but for what its session says.
 */
final class ShellTab implements TerminalTab, ShellListener {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final long TURN_SECONDS = 1;

    /** Interrupts what runs, then ends what is typed into. */
    private static final String END = "\u0003\u0004";

    private final ShellService shells;
    private final Optional<PodLogReader> reader;
    private final ShellRequest request;
    private final Runnable changed;
    private final TerminalView view;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService line =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private volatile @Nullable ShellSession session;
    private volatile Optional<PodContainers> containers = Optional.empty();
    private volatile Optional<ShellCommand> command = Optional.empty();
    private volatile boolean over;
    private boolean told;

    /**
     * Begins at once.
     *
     * @param reader tells what a pod consists of; empty: there is no connection
     * @param changed called on any thread when it is known in which container it runs
     */
    ShellTab(
            Composite parent,
            Theme theme,
            Dialogs dialogs,
            ShellService shells,
            Optional<PodLogReader> reader,
            ShellRequest request,
            Runnable changed) {
        this.shells = shells;
        this.reader = reader;
        this.request = request;
        this.changed = changed;
        view = new TerminalView(
                parent,
                theme,
                this::type,
                (lines, confirmed) -> dialogs.paste(PastedText.title(lines, title()), lines, confirmed));
        view.onSize((columns, rows) -> onLine(() -> resize(columns, rows)));
        view.control().addDisposeListener(event -> close());
        onLine(this::begin);
    }

    ShellRequest request() {
        return request;
    }

    /** The containers of its pod; empty: they are not known yet. */
    Optional<PodContainers> containers() {
        return containers;
    }

    /** What it runs; empty: it is not known yet in which container. */
    Optional<ShellCommand> command() {
        return command;
    }

    @Override
    public TerminalView view() {
        return view;
    }

    @Override
    public String title() {
        String name =
                request.title() + command.map(it -> " / " + it.container()).orElse("");
        return over ? Texts.of("ShellTab.nameEnded", name) : name;
    }

    @Override
    public Optional<String> tip() {
        return command.map(ShellCommand::kubectl);
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public boolean isDone() {
        return false;
    }

    @Override
    public void check() {
        allowed();
        tellEnd();
    }

    private void tellEnd() {
        if (over && !told) {
            told = true;
            request.ended().run();
        }
    }

    @Override
    public void afterwards() {
        request.closed().run();
    }

    private void begin() {
        try {
            ShellCommand found = request.command(container());
            command = Optional.of(found);
            changed.run();
            if (found.words().isEmpty()) {
                // before the program writes: it would come below the prompt, and the cursor with it
                view.say(Texts.of("ShellTab.attachingIfThereIs"));
            }
            ShellSession begun = shells.open(request.cluster(), found, view.columns(), view.rows(), this);
            session = begun;
            if (over) {
                begun.close();
            }
        } catch (IOException | RuntimeException e) {
            end(Texts.of("ShellTab.notOpened", SafeText.line(FailureText.of(e))));
        }
    }

    private String container() throws IOException {
        Optional<PodContainers> found = request.awaited() ? awaited() : read();
        return ContainerPick.of(
                        found.orElseThrow(() -> new IOException(Texts.of("ShellTab.podIsGone", request.pod()))),
                        request.container())
                .name();
    }

    private Optional<PodContainers> read() throws IOException {
        Optional<PodContainers> found = reader.orElseThrow(() -> new IOException(Texts.of("ShellTab.itsClusterIsNot")))
                .containers(request.namespace(), request.pod());
        containers = found;
        return found;
    }

    /**
     * Waits until a container runs that was asked for a moment ago, and on a node its pod, which is made for it; says what it waits for.
     * A pod that is gone gets no container any more.
     */
    private Optional<PodContainers> awaited() throws IOException {
        String name = request.container().orElse("");
        String said = "";
        boolean seen = !request.onNode();
        Optional<PodContainers> now = Optional.empty();
        for (long end = System.nanoTime() + LONGEST.toNanos(); !over && System.nanoTime() < end; pause()) {
            now = read();
            Optional<Container> wanted = now.flatMap(pod -> pod.find(name));
            if (wanted.filter(it -> it.running() || it.over()).isPresent() || seen && now.isEmpty()) {
                return now;
            }
            seen |= now.isPresent();
            String state = wanted.map(Container::state).orElse(Texts.of("ShellTab.notCreatedYet"));
            if (!state.equals(said)) {
                said = state;
                view.say(Texts.of("ShellTab.waitingForContainer", name, SafeText.line(state)));
            }
        }
        return now;
    }

    private void pause() {
        try {
            closed.await(TURN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
            end(Texts.of("ShellTab.theConnectionEnded", SafeText.line(FailureText.of(e))));
        }
    }

    /** Hangs up when nothing may be changed there any more; false: it did. */
    private boolean allowed() {
        Optional<String> why = over ? Optional.empty() : shells.whyNot(request.cluster());
        why.ifPresent(words -> {
            end(Texts.of("ShellTab.closed", words));
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
        String code = exitCode.isPresent()
                ? Texts.of("ShellTab.endedWithExitCode", exitCode.getAsInt())
                : Texts.of("ShellTab.ended");
        end(words.isEmpty() ? code : code + ": " + SafeText.line(words));
    }

    private void end(String words) {
        if (!over) {
            over = true;
            view.say(words);
            changed.run();
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

    /** What was made for this shell alone would stay in its pod: a connection that ends leaves it running. */
    private void leave() {
        ShellSession open = session;
        if (open != null && request.awaited() && !request.onNode()) {
            try {
                open.type(END.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // the connection has ended before
            }
        }
    }

    @Override
    public void close() {
        if (!over) {
            onLine(this::leave);
        }
        over = true;
        closed.countDown();
        hangUp();
        // what is on the line is still done: hanging up is the last of it
        line.shutdown();
        tellEnd();
    }
}
