// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.testkit.Ratios;

/** P1 to P4: what it takes to know the pods of a cluster and to follow them, beside others on the same bytes. */
final class Mirrors {
    /** Pods of P4: their number is not what is measured. */
    private static final int WATCHED = 5_000;

    private Mirrors() {}

    static void run(List<String> goals, Runs.Setup setup) throws Exception {
        boolean lists = goals.stream().anyMatch(List.of("P1", "P2", "P3")::contains);
        if (lists) {
            Runs.Setup listing = new Runs.Setup(setup.pods(), 0, setup.rounds(), setup.heap(), setup.tls());
            try (Runs runs = new Runs(listing)) {
                if (goals.contains("P1")) {
                    cpu(runs, listing);
                }
                if (goals.contains("P2")) {
                    heap(runs, listing);
                }
                if (goals.contains("P3")) {
                    peak(runs, listing);
                }
            }
        }
        if (goals.contains("P4")) {
            watches(new Runs.Setup(
                    Math.min(setup.pods(), WATCHED), setup.events(), setup.rounds(), setup.heap(), setup.tls()));
        }
    }

    private static String wire(Runs.Setup setup) {
        return setup.tls() ? "HTTPS" : "HTTP";
    }

    private static void cpu(Runs runs, Runs.Setup setup) throws Exception {
        Map<String, Runs.Result> results = new LinkedHashMap<>();
        for (String contestant : List.of("bytes", "jackson", "podium", "podium+model", "fabric8")) {
            results.put(contestant, runs.run(contestant, "P1"));
        }
        System.out.printf(
                "P1: %,d pods over %s, %d warm rounds after a cold one, -Xmx%s%n",
                setup.pods(), wire(setup), setup.rounds() - 1, setup.heap());
        System.out.printf("%-14s %12s %12s %12s %12s%n", "", "CPU us/pod", "worst", "cold", "wall ms");
        results.forEach((name, result) -> System.out.printf(
                "%-14s %12.1f %12.1f %12.1f %12.0f%n",
                name,
                result.median(result.cpu()) / 1e3 / setup.pods(),
                result.worst(result.cpu()) / 1e3 / setup.pods(),
                result.cpu().isEmpty() ? Double.NaN : result.cpu().getFirst() / 1e3 / setup.pods(),
                result.median(result.wall()) / 1e6));
        double fabric8 = median(results, "fabric8");
        System.out.println(Ratios.line(
                "P1",
                medians(results),
                () -> String.format(
                        "mirror %.1f x (with model %.1f x) as thrifty as fabric8 (goal 15); %.0f %% of Jackson's tokens"
                                + " (goal 40)",
                        fabric8 / median(results, "podium"),
                        fabric8 / median(results, "podium+model"),
                        100 * median(results, "jackson") / median(results, "podium"))));
    }

    private static Map<String, Double> medians(Map<String, Runs.Result> results) {
        Map<String, Double> medians = new LinkedHashMap<>();
        results.forEach((name, result) -> medians.put(name, result.median(result.cpu())));
        return medians;
    }

    private static double median(Map<String, Runs.Result> results, String name) {
        Runs.Result result = results.get(name);
        return result.median(result.cpu());
    }

    private static void heap(Runs runs, Runs.Setup setup) throws Exception {
        Map<String, Double> kept = new LinkedHashMap<>();
        for (String contestant : List.of("podium", "podium+model", "fabric8")) {
            kept.put(contestant, runs.run(contestant, "P2").heap() / (double) setup.pods());
        }
        System.out.printf("P2: %,d pods kept, at rest after a second list%n", setup.pods());
        kept.forEach((name, bytes) -> System.out.printf("%-14s %,12.0f B/pod%n", name, bytes));
        System.out.println(Ratios.line(
                "P2",
                kept,
                () -> String.format(
                        "with model 1/%.1f of fabric8's heap (goal 1/35), mirror alone 1/%.1f",
                        kept.get("fabric8") / kept.get("podium+model"), kept.get("fabric8") / kept.get("podium"))));
    }

    /** The least heap, in steps of an eighth of what is kept, in which a cold sync succeeds. */
    private static void peak(Runs runs, Runs.Setup setup) throws Exception {
        for (String contestant : List.of("podium+model", "fabric8")) {
            long kept = runs.run(contestant, "P2").heap();
            int eighths = 9;
            while (kept > 0 && eighths < 48 && !fits(runs, contestant, setup, kept * eighths / 8)) {
                eighths++;
            }
            int found = eighths;
            System.out.println(Ratios.line(
                    "P3",
                    Map.of(contestant, (double) kept),
                    () -> String.format(
                            "%-14s keeps %,d KB and syncs within %,d KB of heap: %.2f x (goal 1.25)",
                            contestant, kept / 1024, kept * found / 8 / 1024, found / 8.0)));
        }
    }

    private static boolean fits(Runs runs, String contestant, Runs.Setup setup, long heap) throws Exception {
        return !runs.run(contestant, "P1", setup.onceWithin(heap / 1024 + "k"))
                .cpu()
                .isEmpty();
    }

    private static void watches(Runs.Setup setup) throws Exception {
        System.out.printf(
                "P4: %,d events over %s, %d warm rounds after a cold one%n",
                setup.events(), wire(setup), setup.rounds() - 1);
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
        System.out.println(Ratios.line(
                "P4",
                rates,
                () -> String.format(
                        "%.1f x fabric8 (goal 8), %.0f %% of curl (goal 60); with model %.1f x, %.0f %%",
                        rates.get("podium") / rates.get("fabric8"),
                        100 * rates.get("podium") / rates.get("curl"),
                        rates.get("podium+model") / rates.get("fabric8"),
                        100 * rates.get("podium+model") / rates.get("curl"))));
    }
}
