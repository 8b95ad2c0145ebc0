// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import podium.core.text.Counted;
import podium.kubernetes.texts.Texts;

/**
 * Runs a credential plugin: by argument vector, without a terminal, with a limit on its output and on its time.
 *
 * @param outputLimit bytes of standard output
 */
record PluginRun(List<String> command, Map<String, String> environment, int outputLimit, Duration timeLimit) {
    static final int OUTPUT_LIMIT = 1024 * 1024;
    /** Many plugins open a browser, where somebody types a password and looks for a second factor; kubectl waits for ever. */
    static final Duration TIME_LIMIT = Duration.ofMinutes(3);

    private static final int ERROR_LIMIT = 8 * 1024;
    private static final int WORDS = 200;

    /** What the plugin wrote to standard output. */
    byte[] output() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(nullDevice().toFile()));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw failed(Texts.of("PluginRun.cannotBeStarted", command.getFirst()));
        }
        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return output(process, readers);
        } catch (TimeoutException e) {
            throw failed(Texts.of("PluginRun.gaveNoAnswerWithin", command.getFirst(), timeLimit.toSeconds()));
        } catch (ExecutionException e) {
            throw failed(Texts.of("PluginRun.couldNotBeRead", command.getFirst()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(Texts.of("PluginRun.wasInterrupted", command.getFirst()));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            // not close(): a child that got away may hold the pipe open, and a reader with it
            readers.shutdownNow();
        }
    }

    private byte[] output(Process process, ExecutorService readers)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        long end = System.nanoTime() + timeLimit.toNanos();
        Future<byte[]> errors = readers.submit(() -> head(process.getErrorStream(), ERROR_LIMIT, true));
        Future<byte[]> output = readers.submit(() -> head(process.getInputStream(), outputLimit + 1, false));
        byte[] bytes = output.get(timeLimit.toNanos(), TimeUnit.NANOSECONDS);
        if (bytes.length > outputLimit) {
            throw failed(Texts.of("PluginRun.wroteMoreThanBytes", command.getFirst(), Counted.of(outputLimit, "byte")));
        }
        if (!process.waitFor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException();
        }
        if (process.exitValue() != 0) {
            String said = words(errors);
            throw failed(
                    said.isEmpty()
                            ? Texts.of("PluginRun.endedWithStatus", command.getFirst(), process.exitValue())
                            : Texts.of("PluginRun.endedSaying", command.getFirst(), process.exitValue(), said));
        }
        return bytes;
    }

    private static Path nullDevice() {
        return Path.of(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    /** The first bytes of a stream; the rest is read and dropped where {@code drain}, so that the writer does not block. */
    private static byte[] head(InputStream in, int limit, boolean drain) throws IOException {
        byte[] bytes = in.readNBytes(limit);
        if (drain) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return bytes;
    }

    private static String words(Future<byte[]> errors) {
        try {
            String text = new String(errors.get(1, TimeUnit.SECONDS), StandardCharsets.UTF_8)
                    .replaceAll("\\p{Cntrl}+", " ")
                    .strip();
            return text.substring(0, Math.min(WORDS, text.length()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } catch (ExecutionException | TimeoutException e) {
            return "";
        }
    }

    private CredentialException failed(String what) {
        return new CredentialException(what, Texts.of("PluginRun.runItInATerminal"));
    }
}
