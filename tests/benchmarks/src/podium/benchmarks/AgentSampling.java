// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import podium.testkit.Ratios;

/**
 * P13: the agent's sampling of 8 GPUs and 10 readings beside a C loop with the same calls, on the stub library of the tests,
 * in turn and in the same run. The system property {@value #NATIVE} names the folder with the stub's source.
 */
final class AgentSampling {
    private static final String NATIVE = "podium.native";
    private static final int GPUS = 8;
    private static final int READINGS = 10;
    private static final int LOOP = 2000;
    private static final int PACED = 100;
    private static final int PERIOD = 100;

    private AgentSampling() {}

    /** CPU nanoseconds of each round, and bytes allocated. */
    private record Result(List<Long> cpu, List<Long> bytes) {
        /** The first rounds pay for loading and compiling. */
        long median(int warmUp) {
            long[] sorted = cpu.stream()
                    .skip(warmUp)
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
            return sorted[sorted.length / 2];
        }

        long lastBytes() {
            return bytes.getLast();
        }
    }

    static void measure(int rounds) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("p13");
        try {
            measure(folder, rounds);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void measure(Path folder, int rounds) throws IOException, InterruptedException {
        Path sources = Path.of(Objects.requireNonNull(System.getProperty(NATIVE), "no -D" + NATIVE));
        Path library = folder.resolve("stub.so");
        Path loop = folder.resolve("nvml-loop");
        Path source = folder.resolve("nvml-loop.c");
        try (InputStream text = AgentSampling.class.getResourceAsStream("nvml-loop.c")) {
            Files.write(source, Objects.requireNonNull(text).readAllBytes());
        }
        run(List.of(
                "cc",
                "-shared",
                "-fPIC",
                "-O2",
                "-o",
                library.toString(),
                sources.resolve("nvml-stub.c").toString()));
        run(List.of("cc", "-O2", "-o", loop.toString(), source.toString(), "-ldl"));
        Path told = Files.writeString(folder.resolve("told.txt"), told());
        int warmUp = 5;
        System.out.printf("P13: %d GPUs x %d readings on the stub library%n", GPUS, READINGS);
        Result c = child(told, c(loop, library, rounds, LOOP, 0));
        Result java = child(told, java(library, rounds + warmUp, LOOP, 0));
        Result cAgain = child(told, c(loop, library, rounds, LOOP, 0));
        double peer = Math.min(c.median(1), cAgain.median(1)) / (double) LOOP;
        double agent = java.median(warmUp) / (double) LOOP;
        System.out.printf(
                "one sample after the other: C %,.1f us a sample (%,.0f ns a call), agent %,.1f us, %,d bytes allocated"
                        + " in %,d samples%n",
                peer / 1e3, peer / GPUS / READINGS, agent / 1e3, java.lastBytes(), LOOP);
        Result slowC = child(told, c(loop, library, 3, PACED, PERIOD));
        Result slow = child(told, java(library, 6, PACED, PERIOD));
        double share = 100.0 * slow.median(3) / (PACED * PERIOD * 1e6);
        double shareOfC = 100.0 * slowC.median(0) / (PACED * PERIOD * 1e6);
        System.out.printf(
                "10 Hz: C %.3f %% of a core, agent %.3f %%, %,d bytes allocated in %d samples%n",
                shareOfC, share, slow.lastBytes(), PACED);
        System.out.println(Ratios.line(
                "P13",
                Map.of("the C loop", peer, "the agent", agent, "the agent at 10 Hz", share),
                () -> String.format(
                        "%.2f x a C loop (goal 1.15), %.3f %% of a core at 10 Hz (goal 0.3), %d bytes a sample (goal"
                                + " 0)",
                        agent / peer, share, slow.lastBytes() / PACED)));
    }

    private static List<String> c(Path loop, Path library, int rounds, int samples, int period) {
        return List.of(loop.toString(), library.toString(), rounds + "", samples + "", period + "");
    }

    /** With the flags the product starts its agent with. */
    private static List<String> java(Path library, int rounds, int samples, int period) {
        return List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-XX:Tier3InvocationThreshold=2000",
                "-XX:Tier3MinInvocationThreshold=1000",
                "-XX:Tier3CompileThreshold=20000",
                "-XX:Tier3BackEdgeThreshold=600000",
                "-Xms4m",
                "-Xmn2m",
                "-Xmx24m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                "podium.benchmarks.SamplingChild",
                library.toString(),
                rounds + "",
                samples + "",
                period + "");
    }

    private static Result child(Path told, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("NVML_STUB", told.toString());
        Process process = builder.start();
        List<Long> cpu = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                cpu.add(Long.parseLong(words[1]));
                bytes.add(words.length > 2 ? Long.parseLong(words[2]) : 0L);
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + " failed with status " + process.exitValue());
        }
        return new Result(cpu, bytes);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private static String told() {
        StringBuilder told = new StringBuilder("driver 580\ncount " + GPUS + "\n");
        for (int i = 0; i < GPUS; i++) {
            told.append("""
                I.uuid GPU-I
                I.utilization 97 43
                I.memory 85520809984 557842432 4294967296 80668000256
                I.power 688123
                I.energy 5000000000123
                I.temperature 61
                I.clock.1 1980
                I.clock.2 2619
                I.reasons 0x4
                I.ecc.0.0 12
                I.ecc.1.0 0
                """.replace("I.", i + ".").replace("-I", "-" + i));
        }
        return told.toString();
    }
}
