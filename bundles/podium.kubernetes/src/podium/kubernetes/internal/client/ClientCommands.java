// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ExecListener;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.shell.CommandRunner;
import podium.core.shell.ShellCommand;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.texts.Texts;

/** Commands without a terminal by fabric8's client. */
final class ClientCommands implements CommandRunner {
    private static final int PIECE = 32 * 1024;

    private final LazyClient client;
    private final ExecRefusal refusal;

    ClientCommands(Transport transport, LazyClient client) {
        this.client = client;
        this.refusal = new ExecRefusal(new UpgradeWords(transport));
    }

    @Override
    public int run(ShellCommand command, InputStream in, OutputStream out, OutputStream errors) throws IOException {
        CompletableFuture<Integer> over = new CompletableFuture<>();
        try (ExecWatch watch = client.get()
                .pods()
                .inNamespace(command.namespace())
                .withName(command.pod())
                .inContainer(command.container())
                .redirectingInput()
                .writingOutput(new Telling(out, over))
                .writingError(new Telling(errors, over))
                .usingListener(new NotStarted(over))
                .exec(command.words().toArray(String[]::new))) {
            watch.exitCode().whenComplete((code, failure) -> {
                if (failure == null) {
                    over.complete(code);
                } else {
                    over.completeExceptionally(failure);
                }
            });
            feed(in, watch.getInput(), over);
            return over.get();
        } catch (KubernetesClientException e) {
            throw refusal.of(command, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure
                    ? failure
                    : new IOException(Texts.of("ClientCommands.theConnectionEndedBeforeTheCommand"), e);
        } catch (InterruptedException e) {
            throw new InterruptedIOException(Texts.of("ClientCommands.itWasCancelled"));
        }
    }

    private static void feed(InputStream in, @Nullable OutputStream to, CompletableFuture<Integer> over)
            throws IOException {
        byte[] some = new byte[PIECE];
        for (int read = in.read(some); read >= 0 && to != null && !over.isDone(); read = in.read(some)) {
            try {
                to.write(some, 0, read);
                to.flush();
            } catch (IOException e) {
                // a command that has ended takes no more: how it ended says more
                return;
            }
        }
    }

    /** A command that could not be started has no exit code, but the server's words. It is heard of before the code is told. */
    @NonNullByDefault({}) // what it implements does not constrain null
    private record NotStarted(CompletableFuture<Integer> over) implements ExecListener {
        @Override
        public void onExit(int code, Status status) {
            if (code < 0 && status != null && status.getMessage() != null) {
                over.completeExceptionally(new IOException(status.getMessage()));
            }
        }

        @Override
        public void onClose(int code, String reason) {
            // the exit code, or that there is none, tells it
        }
    }

    /** fabric8 only logs what a stream throws: here it ends the command. */
    @NonNullByDefault({}) // what it implements does not constrain null
    private static final class Telling extends FilterOutputStream {
        private final CompletableFuture<Integer> over;

        Telling(OutputStream out, CompletableFuture<Integer> over) {
            super(out);
            this.over = over;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                over.completeExceptionally(e);
                throw e;
            }
        }
    }
}
