// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Starts the server and the contestants as processes and reads what they print. */
final class Runs implements AutoCloseable {
    private final Process server;
    private final String address;
    private final Setup setup;

    /** Size of a run. */
    record Setup(int pods, int events, int rounds, String heap) {}

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

    Runs(Setup setup) throws IOException {
        this.setup = setup;
        this.server = java("podium.benchmarks.BenchServer", "4g", setup.pods + "", setup.events + "")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        this.address = "http://127.0.0.1:" + out.readLine();
    }

    private static ProcessBuilder java(String main, String heap, String... args) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx" + heap,
                "-XX:+UseParallelGC",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                main));
        command.addAll(Arrays.asList(args));
        return new ProcessBuilder(command);
    }

    Result run(String contestant, String goal) throws IOException, InterruptedException {
        Process child = java(
                        "podium.benchmarks.Child",
                        setup.heap,
                        contestant,
                        goal,
                        address,
                        setup.pods + "",
                        setup.events + "",
                        setup.rounds + "")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
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
                }
            }
        }
        if (child.waitFor() != 0) {
            System.out.println(contestant + " failed (status " + child.exitValue() + ")");
        }
        return new Result(cpu, wall, heap);
    }

    /** curl reading the events to nowhere: nanoseconds from start until it has as many lines. */
    long curl() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process curl = new ProcessBuilder("curl", "-sN", address + "/api/v1/pods?watch=1")
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
    public void close() {
        server.destroy();
    }
}
