// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts the server and the contestants as processes and reads what they print. */
final class Runs implements AutoCloseable {
    private final Path folder;
    private final Optional<Certificate> certificate;
    private final Process server;
    private final String address;
    private final Setup setup;

    /**
     * Size of a run.
     *
     * @param heap of the contestants, as {@code -Xmx} takes it
     * @param tls HTTPS instead of plain HTTP
     */
    record Setup(int pods, int events, int rounds, String heap, boolean tls) {
        Setup onceWithin(String memory) {
            return new Setup(pods, events, 1, memory, tls);
        }
    }

    /** What one contestant needed. */
    record Result(List<Long> cpu, List<Long> wall, long heap) {
        double median(List<Long> values) {
            long[] sorted = warm(values);
            return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
        }

        double worst(List<Long> values) {
            long[] sorted = warm(values);
            return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
        }

        /** All rounds but the first, which pays for loading and compiling. */
        private static long[] warm(List<Long> values) {
            return values.stream()
                    .skip(values.size() > 1 ? 1 : 0)
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
        }
    }

    Runs(Setup setup) throws IOException, InterruptedException {
        this.setup = setup;
        this.folder = Files.createTempDirectory("benchmark");
        this.certificate = setup.tls ? Optional.of(Certificate.make(folder)) : Optional.empty();
        this.server = java(
                        "podium.benchmarks.BenchServer",
                        "4g",
                        setup.pods + "",
                        setup.events + "",
                        certificate.map(it -> it.keys().toString()).orElse("-"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        this.address = (setup.tls ? "https" : "http") + "://127.0.0.1:" + out.readLine();
    }

    /** Nodes that so many pods are spread over: as many for each as at the limit Kubernetes is tested to. */
    static int nodes(int pods) {
        return Math.max(8, pods / 30);
    }

    private static ProcessBuilder java(String main, String heap, String... args) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx" + heap,
                "-XX:+UseParallelGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseCompactObjectHeaders",
                // as the product is started
                "-Djdk.httpclient.bufsize=65536",
                "-Dhistogram=" + Boolean.getBoolean("histogram"),
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                main));
        command.addAll(Arrays.asList(args));
        return new ProcessBuilder(command);
    }

    Result run(String contestant, String goal) throws IOException, InterruptedException {
        return run(contestant, goal, setup);
    }

    /** The same in another size; that it may fail is the caller's business then. */
    Result run(String contestant, String goal, Setup attempt) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        Process child = java(
                        "podium.benchmarks.Child",
                        attempt.heap,
                        contestant,
                        goal,
                        address,
                        certificate.map(it -> it.pem().toString()).orElse("-"),
                        attempt.pods + "",
                        attempt.events + "",
                        attempt.rounds + "")
                .redirectError(errors.toFile())
                .start();
        List<Long> cpu = new ArrayList<>();
        List<Long> wall = new ArrayList<>();
        long heap = -1;
        try (BufferedReader out = child.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("round")) {
                    cpu.add(Long.parseLong(words[1]));
                    wall.add(Long.parseLong(words[2]));
                } else if (words[0].equals("heap")) {
                    heap = Long.parseLong(words[1]);
                } else if (words[0].equals("|")) {
                    System.out.println(line.substring(2));
                }
            }
        }
        if (child.waitFor() != 0) {
            if (attempt == setup) {
                String said = Files.readString(errors);
                System.out.println(contestant + " failed at " + goal + " with -Xmx" + setup.heap + ", status "
                        + child.exitValue() + ": " + said.substring(Math.max(0, said.length() - 2000)));
            }
            return new Result(List.of(), List.of(), -1); // what it measured before it failed is no figure
        }
        return new Result(cpu, wall, heap);
    }

    /** curl reading the events to nowhere: nanoseconds from start until it has as many lines. */
    long curl() throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<String> command = new ArrayList<>(List.of("curl", "-sN", address + "/api/v1/pods?watch=1"));
        certificate.ifPresent(it -> command.addAll(List.of("--cacert", it.pem().toString())));
        Process curl = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = curl.getInputStream()) {
            byte[] buffer = new byte[256 * 1024];
            int lines = 0;
            while (lines < setup.events) {
                int count = in.read(buffer);
                if (count < 0) {
                    throw new IOException("curl ended early");
                }
                for (int i = 0; i < count; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
            return System.nanoTime() - start;
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        } finally {
            curl.destroy();
        }
    }

    @Override
    public void close() throws IOException {
        server.destroy();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
