// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.api.json.Statuses;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;

/** One exec or attach: the program on a thread of its own, the client's messages on the connection's. */
final class ExecConversation {
    private static final Pattern SIZE = Pattern.compile("\"(Width|Height)\"\\s*:\\s*(\\d{1,5})");

    private final ExecChannels channels;
    private final StreamedProgram program;
    private final boolean terminal;
    private final InputQueue typed = new InputQueue();
    private final ShellConsole console;
    private final LineDiscipline line;
    private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();
    private volatile boolean killed;

    ExecConversation(ExecChannels channels, StreamedProgram program, boolean terminal) {
        this.channels = channels;
        this.program = program;
        this.terminal = terminal;
        OutputStream shown = channels.out(ChannelSocket.STDOUT);
        OutputStream output = terminal ? new CarriageReturns(shown) : shown;
        // a terminal has one screen for both
        OutputStream errors = terminal ? output : channels.out(ChannelSocket.STDERR);
        this.console = new ShellConsole(typed, output, errors, terminal, new ShellConsole.Window());
        this.line = new LineDiscipline(shown, typed, this::interrupt);
    }

    void run() throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> work = threads.submit(this::program);
            try {
                channels.listen(this::take);
            } finally {
                typed.hangUp();
                work.cancel(true);
            }
        }
    }

    /** The container is gone, and all that ran in it. */
    void kill() {
        killed = true;
        typed.hangUp();
        interrupt();
    }

    private void take(ChannelSocket.Message message) throws IOException {
        switch (message.channel()) {
            case ChannelSocket.STDIN -> {
                if (terminal) {
                    line.typed(message.bytes());
                } else {
                    typed.put(message.bytes(), message.bytes().length);
                }
            }
            case ChannelSocket.RESIZE -> resize(new String(message.bytes(), StandardCharsets.UTF_8));
            case ChannelSocket.CLOSED -> typed.end();
            default -> {}
        }
    }

    private void resize(String size) {
        int width = console.window().columns();
        int height = console.window().rows();
        for (Matcher found = SIZE.matcher(size); found.find(); ) {
            int value = Integer.parseInt(found.group(2));
            if (found.group(1).equals("Width")) {
                width = value;
            } else {
                height = value;
            }
        }
        console.window().set(width, height);
    }

    private void interrupt() {
        Thread thread = running.get();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void program() {
        running.set(Thread.currentThread());
        if (killed) {
            Thread.currentThread().interrupt();
        }
        try {
            ObjectNode status = program.refusal()
                    .map(why -> Statuses.of(ApiException.of(500, "InternalError", why)))
                    .orElseGet(this::result);
            running.set(null);
            channels.end(JsonText.bytes(status));
        } catch (IOException e) {
            // the client has gone: there is nobody to tell
        } finally {
            typed.end();
        }
    }

    private ObjectNode result() {
        int code;
        try {
            code = program.run(console);
        } catch (InterruptedException | InterruptedIOException e) {
            code = 130;
        } catch (IOException e) {
            code = 1;
        } catch (RuntimeException e) {
            if (killed) {
                return ended(program.killed());
            }
            return Statuses.of(ApiException.of(500, "InternalError", "Internal error occurred: " + e));
        }
        return ended(killed ? program.killed() : code);
    }

    private static ObjectNode ended(int code) {
        ObjectNode status = Json.object();
        status.putObject("metadata");
        if (code == 0) {
            return status.put("status", "Success");
        }
        status.put("status", "Failure")
                .put("message", "command terminated with non-zero exit code: exit status " + code)
                .put("reason", "NonZeroExitCode");
        status.putObject("details")
                .putArray("causes")
                .add(Json.object("reason", "ExitCode", "message", Integer.toString(code)));
        return status;
    }
}
