// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ContainerResource;
import io.fabric8.kubernetes.client.dsl.ExecListener;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.failure.FailureText;
import podium.core.shell.ContainerShell;
import podium.core.shell.ShellCommand;
import podium.core.shell.ShellListener;
import podium.core.shell.ShellSession;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.texts.Texts;

/** Commands in containers by fabric8's client. A refused upgrade has no words; they are asked for by the same request without it. */
final class ClientShell implements ContainerShell {
    private final ExecRefusal refusal;
    private final LazyClient client;

    ClientShell(Transport transport, LazyClient client) {
        this.refusal = new ExecRefusal(new UpgradeWords(transport));
        this.client = client;
    }

    @Override
    public ShellSession open(ShellCommand command, int columns, int rows, ShellListener listener) throws IOException {
        Running running = new Running(listener);
        ContainerResource container = client.get()
                .pods()
                .inNamespace(command.namespace())
                .withName(command.pod())
                .inContainer(command.container());
        var prepared = container
                .redirectingInput()
                .writingOutput(running.output())
                .withTTY()
                .usingListener(running);
        ExecWatch watch;
        try {
            watch = command.words().isEmpty()
                    ? prepared.attach()
                    : prepared.exec(command.words().toArray(String[]::new));
        } catch (KubernetesClientException e) {
            throw refusal.of(command, e);
        }
        running.begin(watch);
        Session session = new Session(watch, running);
        session.resize(columns, rows);
        return session;
    }

    /** Hears of the end of what has begun, however it comes, and tells of it once. What never began is told by who opens it. */
    @NonNullByDefault({}) // what it implements does not constrain null
    private static final class Running implements ExecListener {
        private final ShellListener listener;
        private final AtomicBoolean over = new AtomicBoolean();
        private final CompletableFuture<ExecWatch> begun = new CompletableFuture<>();

        Running(ShellListener listener) {
            this.listener = listener;
        }

        void begin(ExecWatch watch) {
            begun.complete(watch);
        }

        OutputStream output() {
            return new OutputStream() {
                @Override
                public void write(int value) {
                    listener.output(new byte[] {(byte) value});
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    listener.output(Arrays.copyOfRange(bytes, offset, offset + length));
                }
            };
        }

        @Override
        public void onExit(int code, Status status) {
            String words = status == null || status.getMessage() == null || code > 0 ? "" : status.getMessage();
            end(code < 0 ? OptionalInt.empty() : OptionalInt.of(code), code == 0 ? "" : words);
        }

        @Override
        public void onFailure(Throwable failure, Response response) {
            begun.thenAccept(_ -> end(OptionalInt.empty(), FailureText.of(failure)));
        }

        @Override
        public void onClose(int code, String reason) {
            // the exit code comes before the close, on another thread
            begun.thenAccept(watch -> watch.exitCode()
                    .orTimeout(1, TimeUnit.SECONDS)
                    .whenComplete((exit, failure) -> end(
                            exit == null || exit < 0 ? OptionalInt.empty() : OptionalInt.of(exit),
                            exit == null && code != 1000
                                    ? reason.isEmpty()
                                            ? Texts.of("ClientShell.theConnectionEnded")
                                            : Texts.of("ClientShell.theConnectionEndedBecause", reason)
                                    : "")));
        }

        boolean isOver() {
            return over.get();
        }

        void end(OptionalInt exitCode, String words) {
            if (over.compareAndSet(false, true)) {
                listener.ended(exitCode, words);
            }
        }
    }

    private record Session(ExecWatch watch, Running running) implements ShellSession {
        @Override
        public void type(byte[] bytes) throws IOException {
            // the client's own pipe may take what is written into it after the end, and drop it
            if (running.isOver()) {
                throw new IOException(Texts.of("ClientShell.itHasEnded"));
            }
            @Nullable OutputStream input = watch.getInput();
            if (input == null) {
                throw new IOException(Texts.of("ClientShell.itTakesNoInput"));
            }
            try {
                input.write(bytes);
                input.flush();
            } catch (KubernetesClientException e) {
                throw ClientFailures.of(e);
            }
        }

        @Override
        public void resize(int columns, int rows) {
            watch.resize(columns, rows);
        }

        @Override
        public void close() {
            watch.close();
            running.end(OptionalInt.empty(), "");
        }
    }
}
