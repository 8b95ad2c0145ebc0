// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import podium.testkit.ControlPlane;

/** The kubectl of this machine, the newest there is, on a cluster. */
record KubectlProgram(Path program, Path kubeconfig) {
    private static final int PATIENCE_SECONDS = 30;

    /**
     * What it did.
     *
     * @param said what it wrote of its failure
     */
    record Ran(int code, byte[] out, String said) {}

    /** Where there is none the test skips itself. */
    static KubectlProgram find(Path kubeconfig) {
        Path found = ControlPlane.assets()
                .map(assets -> assets.resolve("kubectl"))
                .filter(Files::isExecutable)
                .or(() -> Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(entry -> Path.of(entry, "kubectl"))
                        .filter(Files::isExecutable)
                        .findFirst())
                .orElse(Path.of(""));
        Assumptions.assumeTrue(Files.isExecutable(found), "kubectl is not installed; the comparison is skipped");
        return new KubectlProgram(found, kubeconfig);
    }

    private Process start(Path errors, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--kubeconfig=" + kubeconfig,
                "--cache-dir=" + kubeconfig.resolveSibling("kubectl-cache")));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }

    private Path errors() throws IOException {
        return Files.createTempFile(kubeconfig.getParent(), "kubectl", ".log");
    }

    /** Runs it to its end. */
    Ran run(String... words) throws IOException, InterruptedException {
        return typing(new byte[0], words);
    }

    /** Runs it to its end, and types into it. */
    Ran typing(byte[] typed, String... words) throws IOException, InterruptedException {
        Path errors = errors();
        Process process = start(errors, words);
        Thread typing = Thread.startVirtualThread(() -> {
            try (OutputStream in = process.getOutputStream()) {
                in.write(typed);
            } catch (IOException e) {
                // it did not read all of it
            }
        });
        byte[] out = process.getInputStream().readAllBytes();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("kubectl does not end");
        }
        typing.join();
        return new Ran(process.exitValue(), out, Files.readString(errors, StandardCharsets.UTF_8));
    }

    /** A forwarded port, until it is closed. */
    record Forward(Process process, int port) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
        }
    }

    /** Forwards a free local port. */
    Forward forward(String namespace, String target, int port) throws IOException {
        Process process = start(errors(), "port-forward", "-n", namespace, target, ":" + port);
        BufferedReader lines = process.inputReader();
        String first = String.valueOf(lines.readLine());
        if (!first.startsWith("Forwarding from 127.0.0.1:")) {
            process.destroy();
            throw new IOException(first);
        }
        return new Forward(process, Integer.parseInt(first.replaceAll("Forwarding from 127.0.0.1:(\\d+) .*", "$1")));
    }
}
