// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The built product before a server, with a beat in its JVM; ends with {@link #close()} as an operator ends it. */
final class Console implements AutoCloseable {
    private final Process process;
    private final Path beats;

    /**
     * @param product the folder of the built product
     * @param home its settings; kept from one start to the next
     * @param work a folder for what is made here
     */
    Console(Path product, Path home, Path work, FleetServer server) throws IOException {
        Path kubeconfig = Files.writeString(work.resolve("config"), """
            apiVersion: v1
            kind: Config
            current-context: benchmark
            clusters: [{name: benchmark, cluster: {server: %s}}]
            users: [{name: operator, user: {token: none}}]
            contexts: [{name: benchmark, context: {cluster: benchmark, user: operator}}]
            """.formatted(server.address()));
        beats = Files.createTempFile(work, "beats-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        product.resolve("podium").toString(), "--kubeconfig", kubeconfig.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        work.resolve("console.log").toFile()));
        builder.environment().put("PODIUM_HOME", home.toString());
        builder.environment().put("PODIUM_JVM_FLAGS", "-javaagent:" + Beat.jar(work) + "=" + beats);
        process = builder.start();
    }

    Beats beats(long from, long to) throws IOException {
        return Beats.of(beats, from, to);
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory in MB, by /proc/PID/status (proc(5)); 0 when it cannot be read. */
    long resident() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
