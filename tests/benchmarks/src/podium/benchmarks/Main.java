// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import podium.benchmarks.console.LiveConsole;
import podium.benchmarks.startup.Startup;

/**
 * Measures P1 to P6, P8, P10 to P16, R4 and what-if. Arguments: the goals; {@code --pods N}, {@code --events N},
 * {@code --rounds N}, {@code --heap SIZE}, {@code --tls}, {@code --records N}, {@code --shuffles N}, {@code --seconds N}
 * for the peer of P11, of which {@code podium.timefold} is the class path. P6 needs
 * {@code --product FOLDER}
 * and a display of its own; P5, P8 and P15 these and {@code --picture FILE}, in which the display keeps its picture; P12 reads the openb trace below {@code PODIUM_DATA}.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        List<String> goals = new ArrayList<>();
        int pods = 20_000;
        int events = 20_000;
        int rounds = 11;
        int shuffles = 10;
        int seconds = 60;
        String heap = "3g";
        boolean tls = false;
        int records = 100_000;
        Path product = Path.of(".");
        Path picture = Path.of(".");
        int nodes = 5000;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--pods" -> pods = Integer.parseInt(args[++i]);
                case "--events" -> events = Integer.parseInt(args[++i]);
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--shuffles" -> shuffles = Integer.parseInt(args[++i]);
                case "--seconds" -> seconds = Integer.parseInt(args[++i]);
                case "--heap" -> heap = args[++i];
                case "--tls" -> tls = true;
                case "--records" -> records = Integer.parseInt(args[++i]);
                case "--nodes" -> nodes = Integer.parseInt(args[++i]);
                case "--picture" -> picture = Path.of(args[++i]);
                case "--product" -> product = Path.of(args[++i]);
                default -> goals.add(args[i]);
            }
        }
        if (goals.isEmpty()) {
            goals.addAll(List.of("P1", "P2", "P3", "P4", "P14"));
        }
        Mirrors.run(goals, new Runs.Setup(pods, events, rounds, heap, tls));
        if (goals.contains("R4")) {
            Replay.measure(records, rounds);
        }
        if (goals.contains("P16")) {
            LogBench.measure(Math.min(seconds, 10));
        }
        if (goals.contains("P6")) {
            Startup.measure(product, rounds - 1);
        }
        if (goals.stream().anyMatch(List.of("P5", "P8", "P15")::contains)) {
            LiveConsole.measure(product, picture, nodes, pods, seconds);
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
        if (goals.contains("P10") || goals.contains("P11")) {
            GangBench.run(rounds);
        }
        if (goals.contains("P11")) {
            GangPeer.run(System.getProperty("podium.timefold", ""), seconds);
        }
        if (goals.contains("what-if")) {
            Supposing.run(Math.max(pods, 150_000), rounds);
        }
        if (goals.contains("P14")) {
            TelemetryBench.run(rounds);
        }
    }
}
