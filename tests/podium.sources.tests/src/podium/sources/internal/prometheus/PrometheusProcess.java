// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.prometheus;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Prometheus on loopback with its data in a folder of the test. */
final class PrometheusProcess implements AutoCloseable {
    /** What {@link #start} lets in. The hash is of the password, by bcrypt with 10 rounds. */
    static final String USER = "podium";

    static final String PASSWORD = "secret";
    private static final String HASH = "$2b$10$abcdefghijklmnopqrstuuqflPDzB6gcMhKa1rZqKiun2YGL5sa2u";

    private final Process process;
    private final int port;

    private PrometheusProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The executable; empty where it is not installed. */
    static Optional<Path> executable() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "prometheus"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts one that reads these paths of a server on loopback every second. */
    static PrometheusProcess start(Path executable, Path folder, int target, List<String> paths) throws IOException {
        StringBuilder config =
                new StringBuilder("global:\n  scrape_interval: 1s\n  scrape_timeout: 1s\nscrape_configs:\n");
        for (int i = 0; i < paths.size(); i++) {
            config.append("  - job_name: job-" + i + "\n    metrics_path: " + paths.get(i)
                    + "\n    static_configs:\n      - targets: ['127.0.0.1:" + target + "']\n");
        }
        Path file = Files.writeString(folder.resolve("prometheus.yml"), config);
        Path web = Files.writeString(folder.resolve("web.yml"), "basic_auth_users:\n  " + USER + ": '" + HASH + "'\n");
        int port = freePort();
        Process process = new ProcessBuilder(
                        executable.toString(),
                        "--config.file=" + file,
                        "--web.config.file=" + web,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        return new PrometheusProcess(process, port);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
