// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import podium.testkit.ControlPlane;

/** Runs the real kubectl against a cluster. */
final class Kubectl {

    private static final int PATIENCE_SECONDS = 30;

    private final Path folder;
    private final Path kubeconfig;

    private final Path program;
    private final Map<String, String> variables = new HashMap<>();

    Kubectl(Path folder, TestCluster cluster, String token) throws IOException {
        this(folder, token, cluster.target().kubeconfig(token), onPath().orElseThrow());
    }

    private Kubectl(Path folder, String name, String kubeconfig, Path program) throws IOException {
        this.folder = folder;
        this.program = program;
        this.kubeconfig = Files.writeString(folder.resolve(name + ".kubeconfig"), kubeconfig);
    }

    /** The one that came with the control plane, which is newer than those of distributions, else the one of the path. */
    static Kubectl newest(Path folder, String kubeconfig) throws IOException {
        return new Kubectl(folder, "newest", kubeconfig, newest().orElseThrow());
    }

    static Optional<Path> newest() {
        return ControlPlane.assets()
                .map(assets -> assets.resolve("kubectl"))
                .filter(Files::isExecutable)
                .or(Kubectl::onPath);
    }

    static boolean present() {
        return onPath().isPresent();
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Sets a variable of its environment. */
    void setVariable(String name, String value) {
        variables.put(name, value);
    }

    /** What kubectl wrote, both streams together. */
    record Output(int code, String text) {

        Output expect(int wanted) {
            assertEquals(wanted, code, text);
            return this;
        }
    }

    /** Runs it and demands success; the output. */
    String run(String... arguments) throws IOException, InterruptedException {
        return tryRun(arguments).expect(0).text();
    }

    Output tryRun(String... arguments) throws IOException, InterruptedException {
        return ended(start(arguments));
    }

    private static Output ended(Process process) throws IOException, InterruptedException {
        String text = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("kubectl does not end: " + text);
        }
        return new Output(process.exitValue(), text);
    }

    /** Starts it; the caller ends it. */
    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(program.toString(), "--kubeconfig=" + kubeconfig, "--cache-dir=" + folder.resolve("cache")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** Types something into it; what it wrote. */
    Output typing(String text, String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        try (OutputStream in = process.getOutputStream()) {
            in.write(text.getBytes());
        }
        return ended(process);
    }

    /** Writes a manifest that commands can name. */
    void manifest(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
