// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.port.ClusterConnection;
import podium.kubernetes.internal.testing.Await;
import podium.kubernetes.internal.testing.Opened;
import podium.kubernetes.internal.testing.Picture;
import podium.kubernetes.internal.testing.TestServer;
import podium.kubernetes.internal.testing.Truth;
import podium.simulator.internal.api.http.Fault;
import podium.simulator.internal.api.http.Faults;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.store.ResourceTypes;

/**
 * Whatever happens to the network, the mirror ends equal to the server (R1), also one that was closed amid it and begins with what
 * it remembers. That it does so within five seconds of healing is
 * measured and told at the end, not asserted: a machine that is busy with something else starves the hasty timings too, which proves
 * nothing of the mirror. The number of schedules is the system property {@code podium.faultSchedules}, the first one
 * {@code podium.faultFirst}; failing ones are repeated by {@code podium.faultSeeds}, their seeds with commas between them.
 */
class RandomFaultsTest {
    private static final Duration HEALED = Duration.ofSeconds(5);

    /** By then a mirror that is not equal never will be. */
    private static final Duration NEVER = Duration.ofMinutes(1);

    private static final List<Duration> TOOK = new ArrayList<>();

    @AfterAll
    static void tell() {
        Duration slowest = TOOK.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        long late = TOOK.stream().filter(took -> took.compareTo(HEALED) > 0).count();
        System.out.println("R1: " + TOOK.size() + " fault schedules ended equal, the slowest " + slowest.toMillis()
                + " ms after healing; " + late + " later than " + HEALED.toSeconds() + " s");
    }

    static LongStream seeds() {
        String some = System.getProperty("podium.faultSeeds", "");
        if (!some.isEmpty()) {
            return Stream.of(some.split(",")).mapToLong(Long::parseLong);
        }
        long first = Long.getLong("podium.faultFirst", 0);
        return LongStream.range(first, first + Integer.getInteger("podium.faultSchedules", 24));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theMirrorEndsEqualToTheServer(long seed, @TempDir Path folder) throws IOException {
        Random random = new Random(seed);
        Picture picture = new Picture();
        try (TestServer server = new TestServer()) {
            if (random.nextBoolean()) {
                server.withoutWatchList();
            }
            server.node("n1");
            for (int i = 0; i < 20; i++) {
                server.pod("a", "p" + i);
            }
            server.faults(faults(random));
            Path kubeconfig = server.kubeconfig(folder);
            Optional<Path> memories = Optional.of(folder.resolve("known")).filter(_ -> random.nextBoolean());
            if (memories.isPresent()) {
                Picture before = new Picture();
                try (ClusterConnection _ = open(kubeconfig, memories, before)) {
                    disturb(server, random, before, 60);
                }
                disturb(server, random, before, random.nextInt(20));
            }
            try (ClusterConnection _ = open(kubeconfig, memories, picture)) {
                disturb(server, random, picture, 120);
                server.faults(Faults.NONE);
                long healed = System.nanoTime();
                Await.until(
                        NEVER,
                        () -> "seed " + seed + ": " + Truth.difference(picture, server.store()) + "\n"
                                + picture.connections().getLast(),
                        () -> Truth.difference(picture, server.store()).isEmpty());
                TOOK.add(Duration.ofNanos(System.nanoTime() - healed));
                assertEquals(List.of(), picture.wrong());
            }
        }
    }

    private static ClusterConnection open(Path kubeconfig, Optional<Path> memories, Picture picture) {
        return new KubernetesConnector(List.of(), Opened.hasty(), memories).open(Opened.target(kubeconfig), picture);
    }

    private static void disturb(TestServer server, Random random, Picture picture, int steps) {
        for (int step = 0; step < steps; step++) {
            disturb(server, random);
            int told = picture.told();
            if (random.nextInt(4) == 0) {
                Await.pause(Duration.ofMillis(15), () -> picture.told() > told);
            }
        }
    }

    private static void disturb(TestServer server, Random random) {
        String name = "p" + random.nextInt(30);
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> server.touch(ResourceTypes.POD, "a", name, "t" + random.nextInt());
            case 4, 5 -> server.delete(ResourceTypes.POD, "a", name);
            case 6, 7 -> {
                server.delete(ResourceTypes.POD, "a", name);
                server.pod("a", name);
            }
            case 8 -> server.api().disconnect();
            default -> {
                if (random.nextInt(3) == 0) {
                    server.api().compact();
                }
            }
        }
    }

    /** A fault for about every third request. */
    private static Faults faults(Random random) {
        return request -> {
            synchronized (random) {
                return switch (random.nextInt(30)) {
                    case 0 -> Fault.cut(random.nextInt(4000), Fault.End.CLOSE);
                    case 1 -> Fault.cut(random.nextInt(4000), Fault.End.RESET);
                    case 2 -> Fault.cut(random.nextInt(4000), Fault.End.HALF_OPEN);
                    case 3 -> Fault.trickled(1 + random.nextInt(3));
                    case 4 -> Fault.instead(HttpResponse.text(500 + random.nextInt(5), "broken"));
                    case 5 -> Fault.instead(HttpResponse.text(429, "slow").with("Retry-After", "0"));
                    case 6 -> Fault.instead(HttpResponse.text(401, "who"));
                    case 7 ->
                        Fault.instead(HttpResponse.json(
                                410,
                                "{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\"}"
                                        .getBytes(StandardCharsets.UTF_8)));
                    case 8 -> Fault.frames(frame -> List.of(frame, frame));
                    case 9 -> Fault.delayed(Duration.ofMillis(random.nextInt(300)));
                    default -> Fault.NONE;
                };
            }
        };
    }
}
