// SPDX-License-Identifier: Apache-2.0
package podium.peers.timefold;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Lays a gang out for so many seconds. Reads {@code SECONDS RANKS GPUS-OF-EACH} and a line {@code DOMAIN... FREE} for each
 * machine; prints a line {@code better MILLIS} for each improvement and at the end {@code places NUMBER...}, or {@code none}.
 */
public final class Solve {
    private Solve() {}

    public static void main(String[] args) throws Exception {
        List<Machine> machines = new ArrayList<>();
        List<Rank> ranks = new ArrayList<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String[] head = in.readLine().split(" ");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            int[] domains = new int[Layout.DEPTHS];
            for (int depth = 0; depth < Layout.DEPTHS; depth++) {
                domains[depth] = Integer.parseInt(words[depth]);
            }
            machines.add(new Machine(machines.size(), domains, Integer.parseInt(words[Layout.DEPTHS])));
        }
        for (int i = 0; i < Integer.parseInt(head[1]); i++) {
            ranks.add(new Rank(i));
        }
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Layout.class)
                .withEntityClasses(Rank.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Nearest.class))
                .withTerminationSpentLimit(Duration.ofSeconds(Long.parseLong(head[0])));
        Solver<Layout> solver = SolverFactory.<Layout>create(config).buildSolver();
        solver.addEventListener(event -> System.out.println("better " + event.getTimeMillisSpent()));
        Layout best = solver.solve(new Layout(machines, ranks, Integer.parseInt(head[2])));
        if (best.score() == null || !best.score().isFeasible()) {
            System.out.println("none");
            return;
        }
        StringJoiner places = new StringJoiner(" ", "places ", "");
        best.ranks().forEach(rank -> places.add(String.valueOf(rank.getMachine().number())));
        System.out.println(places);
    }
}
