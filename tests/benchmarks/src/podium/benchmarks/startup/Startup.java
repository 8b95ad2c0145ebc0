// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * P6: Podium with its default simulated fleet and a bare e4 application, in turn, each with an AOT cache of its own,
 * each from an empty home; and how soon Podium shows the default fleet live.
 */
public final class Startup {
    private static final double GOAL = 1.25;
    /** As {@code record_start} of releng/setup.sh records Podium's. */
    private static final String RECORD = "-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions"
            + " -XX:-AOTRecordTraining -XX:AOTCacheOutput=";

    private static final Duration LIVE_GOAL = Duration.ofSeconds(3);

    private final Path product;
    private final Path work;

    private Startup(Path product, Path work) {
        this.product = product;
        this.work = work;
    }

    /**
     * @param product the folder of the built product
     * @param rounds how often each is started
     */
    public static void measure(Path product, int rounds) throws IOException, InterruptedException {
        new Startup(product, Files.createTempDirectory("podium-startup-")).run(rounds);
    }

    private void run(int rounds) throws IOException, InterruptedException {
        Path bare = Files.createDirectories(work.resolve("bare-application"));
        BareApplication.layOut(product, bare);
        Start.of(bare, home(), RECORD + bare.resolve("podium.aot"));
        say("bare", bare);
        say("podium", product);
        List<Start> podium = new ArrayList<>();
        List<Start> bares = new ArrayList<>();
        List<Duration> live = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            podium.add(Start.of(product, home(), ""));
            bares.add(Start.of(bare, home(), ""));
            live.add(Start.live(product, home()));
        }
        System.out.printf(
                "P6: %d starts of each in turn%n%-8s %12s %12s %12s%n", rounds, "", "window ms", "worst", "CPU ms");
        print("podium", podium);
        print("bare", bares);
        System.out.printf(
                "P6  window after %.2f x a bare e4 application (goal %.2f), with %.2f x its CPU time%n",
                median(podium, Start::window) / median(bares, Start::window),
                GOAL,
                median(podium, Start::cpu) / median(bares, Start::cpu));
        System.out.printf(
                "P6  the default fleet live, and a picture of it written, after %.0f ms (goal %d)%n",
                median(live, Function.identity()), LIVE_GOAL.toMillis());
    }

    private static void say(String name, Path folder) {
        if (!Files.exists(folder.resolve("podium.aot"))) {
            System.out.println("P6: " + name + " has no AOT cache; its times are of starts without one");
        }
    }

    private Path home() throws IOException {
        return Files.createTempDirectory(work, "home-");
    }

    private static void print(String name, List<Start> starts) {
        System.out.printf(
                "%-8s %12.0f %12.0f %12.0f%n",
                name,
                median(starts, Start::window),
                starts.stream()
                                .map(Start::window)
                                .max(Comparator.naturalOrder())
                                .orElseThrow()
                                .toNanos()
                        / 1e6,
                median(starts, Start::cpu));
    }

    private static <T> double median(List<T> starts, Function<T, Duration> of) {
        return starts.stream()
                        .map(of)
                        .sorted()
                        .skip(starts.size() / 2)
                        .findFirst()
                        .orElseThrow()
                        .toNanos()
                / 1e6;
    }
}
