// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.benchmarks.startup.Startup;

/**
 * Measures P1, P2, P4, P6, P12, P13, P14, R4 and what-if. Arguments: the goals; {@code --pods N}, {@code --events N},
 * {@code --rounds N}, {@code --heap SIZE}, {@code --records N}, {@code --shuffles N}. P6 needs {@code --product FOLDER}
 * and a display of its own; P12 reads the openb trace below {@code PODIUM_DATA}.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        List<String> goals = new ArrayList<>();
        int pods = 20_000;
        int events = 20_000;
        int rounds = 11;
        int shuffles = 10;
        String heap = "3g";
        int records = 100_000;
        Path product = Path.of(".");
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--pods" -> pods = Integer.parseInt(args[++i]);
                case "--events" -> events = Integer.parseInt(args[++i]);
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--shuffles" -> shuffles = Integer.parseInt(args[++i]);
                case "--heap" -> heap = args[++i];
                case "--records" -> records = Integer.parseInt(args[++i]);
                case "--product" -> product = Path.of(args[++i]);
                default -> goals.add(args[i]);
            }
        }
        if (goals.isEmpty()) {
            goals.addAll(List.of("P1", "P2", "P4", "P14"));
        }
        if (goals.contains("P1") || goals.contains("P2")) {
            lists(new Runs.Setup(pods, 0, rounds, heap));
        }
        if (goals.contains("R4")) {
            Replay.measure(records, rounds);
        }
        if (goals.contains("P6")) {
            Startup.measure(product, rounds - 1);
        }
        if (goals.contains("P13")) {
            AgentSampling.measure(rounds);
        }
        if (goals.contains("P12")) {
            String data = System.getProperty("PODIUM_DATA", System.getenv().getOrDefault("PODIUM_DATA", ""));
            if (data.isEmpty()) {
                System.out.println("P12: skipped, PODIUM_DATA does not say where the openb trace is");
            } else {
                new Packing(Path.of(data)).run(shuffles);
            }
        }
        if (goals.contains("what-if")) {
            Supposing.run(Math.max(pods, 150_000), rounds);
        }
        if (goals.contains("P4")) {
            watches(new Runs.Setup(Math.min(pods, 5_000), events, rounds, heap));
        }
        if (goals.contains("P14")) {
            TelemetryBench.run(rounds);
        }
    }

    private static void lists(Runs.Setup setup) throws Exception {
        Map<String, Runs.Result> results = new LinkedHashMap<>();
        try (Runs runs = new Runs(setup)) {
            for (String contestant : List.of("bytes", "jackson", "podium", "podium+model", "fabric8")) {
                results.put(contestant, runs.run(contestant, "P1"));
            }
        }
        System.out.printf(
                "P1, P2: %,d pods, %d warm rounds after a cold one, -Xmx%s%n",
                setup.pods(), setup.rounds() - 1, setup.heap());
        System.out.printf(
                "%-14s %12s %12s %12s %12s %12s%n", "", "CPU us/pod", "worst", "cold", "wall ms", "heap B/pod");
        results.forEach((name, result) -> System.out.printf(
                "%-14s %12.1f %12.1f %12.1f %12.0f %12.0f%n",
                name,
                result.median(result.cpu()) / 1e3 / setup.pods(),
                result.worst(result.cpu()) / 1e3 / setup.pods(),
                result.cpu().isEmpty() ? Double.NaN : result.cpu().getFirst() / 1e3 / setup.pods(),
                result.median(result.wall()) / 1e6,
                result.heap() / (double) setup.pods()));
        Runs.Result mirror = results.get("podium");
        Runs.Result model = results.get("podium+model");
        Runs.Result fabric8 = results.get("fabric8");
        Runs.Result jackson = results.get("jackson");
        System.out.printf(
                "P1  mirror %.1f x (with model %.1f x) as thrifty as fabric8 (goal 15); %.0f %% of Jackson's tokens"
                        + " (goal 40)%n",
                fabric8.median(fabric8.cpu()) / mirror.median(mirror.cpu()),
                fabric8.median(fabric8.cpu()) / model.median(model.cpu()),
                100 * jackson.median(jackson.cpu()) / mirror.median(mirror.cpu()));
        System.out.printf(
                "P2  heap with model 1/%.0f of fabric8's (goal 1/35), mirror alone 1/%.0f%n",
                fabric8.heap() / (double) model.heap(), fabric8.heap() / (double) mirror.heap());
    }

    private static void watches(Runs.Setup setup) throws Exception {
        System.out.printf("P4: %,d events, %d warm rounds after a cold one%n", setup.events(), setup.rounds() - 1);
        Map<String, Double> rates = new LinkedHashMap<>();
        try (Runs runs = new Runs(setup)) {
            long[] curl = new long[setup.rounds()];
            for (int i = 0; i < curl.length; i++) {
                curl[i] = runs.curl();
            }
            Arrays.sort(curl);
            rates.put("curl", setup.events() * 1e9 / curl[curl.length / 2]);
            System.out.printf("%-14s %,12.0f events/s%n", "curl", rates.get("curl"));
            for (String contestant : List.of("podium", "podium+model", "fabric8")) {
                Runs.Result result = runs.run(contestant, "P4");
                rates.put(contestant, setup.events() * 1e9 / result.median(result.wall()));
                System.out.printf(
                        "%-14s %,12.0f events/s, worst %,.0f%n",
                        contestant, rates.get(contestant), setup.events() * 1e9 / result.worst(result.wall()));
            }
        }
        System.out.printf(
                "P4  %.1f x fabric8 (goal 8), %.0f %% of curl (goal 60)%n",
                rates.get("podium") / rates.get("fabric8"), 100 * rates.get("podium") / rates.get("curl"));
    }
}
