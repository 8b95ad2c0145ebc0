// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Programs of the folder with the control plane, each with its log in the folder of the test; ended with it. */
final class Programs implements AutoCloseable {
    private final Path assets;
    private final Path directory;
    private final List<Process> running = new ArrayList<>();
    private final Map<String, ProcessBuilder> begun = new HashMap<>();
    private final Map<String, Process> last = new HashMap<>();

    Programs(Path assets, Path directory) {
        this.assets = assets;
        this.directory = directory;
    }

    boolean has(String name) {
        return Files.isExecutable(assets.resolve(name));
    }

    void run(String name, Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(assets.resolve(name).toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment().putAll(environment);
        begun.put(name, builder);
        begin(name);
    }

    private void begin(String name) throws IOException {
        Process process = Objects.requireNonNull(begun.get(name)).start();
        running.add(process);
        last.put(name, process);
    }

    /** Ends one as a crash would. */
    void kill(String name) throws InterruptedException {
        Objects.requireNonNull(last.get(name)).destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** Starts one again as it was started. */
    void again(String name) throws IOException {
        begin(name);
    }

    /** One of the control plane's own, with the flags they all have. */
    void component(String name, Path kubeconfig, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--kubeconfig=" + kubeconfig,
                "--authentication-kubeconfig=" + kubeconfig,
                "--authorization-kubeconfig=" + kubeconfig,
                "--bind-address=127.0.0.1",
                "--secure-port=" + freePort(),
                "--cert-dir=" + directory.resolve(name),
                "--leader-elect=false"));
        arguments.addAll(List.of(more));
        run(name, Map.of(), arguments);
    }

    /** The end of what one of them wrote, for the message of a test that failed. */
    String told(String name) throws IOException {
        List<String> lines = Files.readAllLines(log(name));
        return "its log ends: " + String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    Path log(String name) {
        return directory.resolve(name + ".log");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : running.reversed()) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        running.clear();
    }
}
