// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import podium.core.cluster.Connections;
import podium.operation.internal.engine.OperationEngine;
import podium.operation.internal.run.EngineTiming;

/**
 * R4: opening a journal of 10^5 records, ten to an operation, until every operation is known. The file is written here, by
 * its format and not by Podium's code, and must be found unaltered. Beside it, on the same bytes: Jackson's bare token
 * stream, and SHA-256 over the whole.
 */
final class Replay {
    private static final int LINES_OF_ONE = 10;
    private static final String PLAN =
            "{\"cluster\":\"prod\",\"kind\":\"cordon\",\"title\":\"Cordon gpu-a1-%1$d\",\"steps\":"
                    + "[{\"step\":\"write\",\"write\":{\"verb\":\"JSON_PATCH\",\"target\":{\"group\":\"\",\"version\":\"v1\","
                    + "\"resource\":\"nodes\",\"kind\":\"Node\",\"namespace\":\"\",\"name\":\"gpu-a1-%1$d\"},\"subresource\":\"\","
                    + "\"body\":\"[{\\\"op\\\":\\\"add\\\",\\\"path\\\":\\\"/spec/unschedulable\\\",\\\"value\\\":true}]\",\"uid\":\"0b6f\",\"words\":\"Cordon"
                    + " gpu-a1-%1$d\"}}],\"effects\":[\"New pods go"
                    + " elsewhere.\"],\"irreversible\":[],\"changes\":[{\"object\":\"Node gpu-a1-%1$d\",\"before\":\"spec:"
                    + " {}\",\"after\":\"spec:\\n"
                    + "  unschedulable: true\"}],\"undo\":[]}";

    private Replay() {}

    static void measure(int records, int rounds) throws Exception {
        Path directory = Files.createTempDirectory("podium-journal");
        try {
            Path file = directory.resolve("operations.jsonl");
            write(file, records);
            byte[] bytes = Files.readAllBytes(file);
            long[] replay = new long[rounds];
            long[] tokens = new long[rounds];
            long[] digest = new long[rounds];
            for (int i = 0; i < rounds; i++) {
                replay[i] = time(() -> replay(directory, records));
                tokens[i] = time(() -> tokens(bytes));
                digest[i] = time(() -> MessageDigest.getInstance("SHA-256").digest(bytes));
            }
            System.out.printf(
                    "R4: %,d records, %,d bytes; CPU ms: first, median of the others, worst%n", records, bytes.length);
            print("replay", replay);
            print("jackson tokens", tokens);
            print("sha-256", digest);
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void print(String name, long[] times) {
        long[] warm = Arrays.copyOfRange(times, Math.min(1, times.length - 1), times.length);
        Arrays.sort(warm);
        System.out.printf(
                "%-14s %8.0f %8.0f %8.0f%n",
                name, times[0] / 1e6, warm[warm.length / 2] / 1e6, warm[warm.length - 1] / 1e6);
    }

    private interface Work {
        void run() throws Exception;
    }

    /** CPU of the whole process, its collector and compiler included: other work on the machine does not count. */
    private static long time(Work work) throws Exception {
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long start = process.getProcessCpuTime();
        work.run();
        return process.getProcessCpuTime() - start;
    }

    private static void replay(Path directory, int records) throws IOException {
        Connections none = (Connections) Proxy.newProxyInstance(
                Replay.class.getClassLoader(), new Class<?>[] {Connections.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
        try (OperationEngine engine = OperationEngine.in(none, directory, EngineTiming.usual())) {
            engine.awaitOpen();
            boolean altered = engine.findings().stream().anyMatch(finding -> !finding.contains("older Podium"));
            if (altered || engine.operations().size() != records / LINES_OF_ONE) {
                throw new IllegalStateException("not read as written: " + engine.findings());
            }
        }
    }

    private static void tokens(byte[] bytes) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(bytes)) {
            while (parser.nextToken() != null) {
                parser.currentToken();
            }
        }
    }

    private static void write(Path file, int records) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        String last = "0".repeat(64);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < records; i++) {
                String content = "{\"op\":\"6f1e8c52-0000-4000-8000-%012d\",\"at\":\"2026-03-01T12:%02d:%02d.%09dZ\",%s"
                        .formatted(i / LINES_OF_ONE, i / 60 % 60, i % 60, i, record(i));
                sha.update(last.getBytes(StandardCharsets.US_ASCII));
                last = HexFormat.of().formatHex(sha.digest(content.getBytes(StandardCharsets.UTF_8)));
                out.write(content + ",\"hash\":\"" + last + "\"}\n");
            }
        }
    }

    private static String record(int index) {
        int line = index % LINES_OF_ONE;
        return switch (line) {
            case 0 -> "\"what\":\"prepared\",\"plan\":" + PLAN.formatted(index / LINES_OF_ONE);
            case LINES_OF_ONE - 1 -> "\"what\":\"moved\",\"state\":\"DONE\",\"words\":\"Cordon: done in 1 s.\"";
            default ->
                switch (line % 3) {
                    case 0 -> "\"what\":\"begun\",\"step\":0,\"restoring\":false";
                    case 1 ->
                        "\"what\":\"done\",\"step\":0,\"part\":" + line + ",\"restoring\":false,\"uid\":\"uid-" + index
                                + "\"";
                    default -> "\"what\":\"said\",\"text\":\"Pod team-a/web-" + index + " is gone.\",\"problem\":false";
                };
        };
    }
}
