// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.cluster.LoginText;
import podium.core.shell.LoginSession;
import podium.core.shell.ShellListener;
import podium.core.text.Counted;
import podium.kubernetes.internal.terminal.TerminalProgram;
import podium.kubernetes.texts.Texts;

/**
 * Runs a credential plugin on a terminal as client-go does (plugin/pkg/client/auth/exec/exec.go: isInteractive, refreshCredsLocked):
 * standard input and error are the terminal, standard output is read for the answer. The operator is shown the terminal once the
 * plugin has written something and goes on, or takes its time. What was typed is told nobody, and what was written after that only
 * the operator.
 */
final class TerminalRun implements LoginSession, TerminalProgram.Listener {
    /** Somebody looks for a telephone; kubectl waits for ever. */
    static final Duration TIME_LIMIT = Duration.ofMinutes(10);
    /** One that writes a warning and ends has nothing to ask. */
    private static final Duration WARNING = Duration.ofMillis(400);
    /** One that says nothing for so long may wait for something. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Duration TURN = Duration.ofMillis(100);
    private static final int COLUMNS = 80;
    private static final int ROWS = 24;
    private static final int KEPT = 1 << 16;
    private static final int WORDS = 200;
    private static final int INTERRUPT = 2;

    private final String command;
    private final TerminalProgram program;
    private final Duration timeLimit;
    private final Duration silence;
    private final LoginTerminal place;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("podium-login").factory());
    private final long begin = System.nanoTime();
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private @Nullable ShellListener listener;
    private long spoke;
    private boolean shown;
    private boolean typed;
    private boolean cancelled;
    private boolean over;
    private String end = "";

    private TerminalRun(
            String command, TerminalProgram program, Duration timeLimit, LoginTerminal place, Duration silence) {
        this.command = command;
        this.program = program;
        this.timeLimit = timeLimit;
        this.place = place;
        this.silence = silence;
    }

    /**
     * Starts one.
     *
     * @param asks whether it asks whatever it does, so that its terminal is shown at once
     */
    static TerminalRun start(
            List<String> command,
            Map<String, String> environment,
            Duration timeLimit,
            LoginTerminal place,
            boolean asks)
            throws CredentialException {
        try {
            return new TerminalRun(
                    command.getFirst(),
                    TerminalProgram.start(command, environment, COLUMNS, ROWS),
                    timeLimit,
                    place,
                    asks ? Duration.ZERO : SILENCE);
        } catch (IOException e) {
            throw failed(Texts.of("TerminalRun.theCredentialPluginCannot", command.getFirst()));
        }
    }

    /**
     * What the plugin wrote to standard output. Blocks; an interrupt ends it.
     *
     * @throws CredentialException when it came to nothing
     */
    byte[] output() throws IOException {
        Future<TerminalProgram.End> run = thread.submit(() -> program.run(this));
        try {
            byte[] output = output(run);
            finish("");
            return output;
        } catch (CredentialException e) {
            finish(String.valueOf(e.getMessage()));
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            finish(Texts.of("TerminalRun.theConnectionIsClosed"));
            throw new IOException(Texts.of("TerminalRun.closedMeanwhile"), e);
        } catch (ExecutionException e) {
            finish(Texts.of("TerminalRun.itsTerminalFailed"));
            throw failed(Texts.of("TerminalRun.theTerminalOfFailed", command));
        } finally {
            program.stop();
            thread.shutdown();
            place.end(this);
        }
    }

    private byte[] output(Future<TerminalProgram.End> run)
            throws CredentialException, InterruptedException, ExecutionException {
        while (System.nanoTime() - begin < timeLimit.toNanos()) {
            if (asks()) {
                place.begin(this);
            }
            try {
                return judged(run.get(TURN.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                // it goes on
            }
        }
        throw failed(Texts.of("TerminalRun.didNotEndWithin", command, timeLimit.toSeconds()));
    }

    /** Whether the operator is to be shown it, from now on. */
    private synchronized boolean asks() {
        long now = System.nanoTime();
        boolean asks = !shown && (now - begin >= silence.toNanos() || spoke != 0 && now - spoke >= WARNING.toNanos());
        shown |= asks;
        return asks;
    }

    private synchronized byte[] judged(TerminalProgram.End how) throws CredentialException {
        if (cancelled) {
            throw failed(Texts.of("TerminalRun.itWasCancelled"));
        }
        if (how.signal() != 0) {
            throw failed(
                    how.signal() == INTERRUPT
                            ? Texts.of("TerminalRun.itWasInterrupted")
                            : Texts.of("TerminalRun.wasEndedBySignal", command, how.signal()));
        }
        if (how.exitCode() != 0) {
            String said = words();
            throw failed(
                    typed
                            ? Texts.of("TerminalRun.endedAndSaysWhyInShell", command, how.exitCode())
                            : said.isEmpty()
                                    ? Texts.of("TerminalRun.endedWithStatus", command, how.exitCode())
                                    : Texts.of("TerminalRun.endedSaying", command, how.exitCode(), said));
        }
        if (answer.size() > PluginRun.OUTPUT_LIMIT) {
            throw failed(
                    Texts.of("TerminalRun.wroteMoreThanBytes", command, Counted.of(PluginRun.OUTPUT_LIMIT, "byte")));
        }
        return answer.toByteArray();
    }

    /** What it said last; where something was typed, which may have been echoed, that is for the operator's eye alone. */
    private String words() {
        String text = written.toString(StandardCharsets.UTF_8)
                .replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "")
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return text.substring(Math.max(0, text.length() - WORDS));
    }

    private static CredentialException failed(String why) {
        return new CredentialException(LoginText.failed(why + "."), LoginText.ANEW);
    }

    private void finish(String words) {
        ShellListener told;
        synchronized (this) {
            over = true;
            end = words;
            told = listener;
        }
        if (told != null) {
            told.ended(OptionalInt.empty(), words);
        }
    }

    @Override
    public void shown(byte[] bytes) {
        ShellListener told;
        synchronized (this) {
            spoke = spoke == 0 ? System.nanoTime() : spoke;
            if (written.size() < KEPT) {
                written.writeBytes(bytes);
            }
            told = listener;
        }
        if (told != null) {
            told.output(bytes);
        }
    }

    @Override
    public synchronized void answered(byte[] bytes) {
        if (answer.size() <= PluginRun.OUTPUT_LIMIT) {
            answer.writeBytes(bytes);
        }
    }

    @Override
    public String program() {
        return command;
    }

    @Override
    public void listen(ShellListener heard) {
        synchronized (this) {
            heard.output(written.toByteArray());
            listener = heard;
            if (!over) {
                return;
            }
        }
        heard.ended(OptionalInt.empty(), end);
    }

    @Override
    public void type(byte[] bytes) throws IOException {
        synchronized (this) {
            typed = true;
        }
        program.type(bytes);
    }

    @Override
    public void resize(int columns, int rows) {
        program.resize(columns, rows);
    }

    @Override
    public void close() {
        synchronized (this) {
            cancelled = !over;
        }
        program.stop();
    }
}
