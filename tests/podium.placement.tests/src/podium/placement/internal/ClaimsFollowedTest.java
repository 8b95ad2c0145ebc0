// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.ResourceClaimTemplate;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Offers;
import podium.core.testkit.Seen;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.placement.Fit;
import podium.placement.Prohibitions;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.internal.dra.RandomNodes;
import podium.placement.internal.dra.cel.SelectorReader;

/** Verdicts that followed slices and claims are those of a look without a past. Fleets: {@code podium.oracle.cases} / 200. */
class ClaimsFollowedTest {
    private static final int FLEETS = Integer.getInteger("podium.oracle.cases", 20_000) / 200;
    private static final int CHANGES = 8;

    private final SelectorReader selectors = new SelectorReader();

    private static FleetBench bench(RandomNodes fleet, Subject[] subject) {
        FleetBench bench = new FleetBench();
        List<Change> changes = new ArrayList<>(Offers.listed());
        for (int node = 0; node < RandomNodes.NODES; node++) {
            changes.add(Seen.gpuNode(RandomNodes.node(node), 0));
        }
        fleet.facts().forEach(fact -> changes.add(Offers.seen(fact)));
        List<String> claims = new ArrayList<>();
        for (var spec : fleet.claims()) {
            claims.add("<pod>-c" + claims.size() + "/t" + claims.size());
            changes.add(Offers.seen(new ResourceClaimTemplate("team", "t" + (claims.size() - 1), spec)));
        }
        changes.add(Seen.pod("p", TaskPhase.PENDING, "", Offers.claims(claims.toArray(String[]::new))));
        bench.show(changes);
        Task task = bench.task("p");
        subject[0] = new Subject(task.getJob(), List.of(task));
        return bench;
    }

    private static Change change(RandomNodes.Change change) {
        SchedulingObject fact = change.fact();
        return change.there()
                ? Offers.seen(fact)
                : new Change.Gone(fact.getClass().getSimpleName(), fact.namespace(), fact.name(), "");
    }

    @Test
    void verdictsThatFollowedAreThoseOfAFreshLook() throws Exception {
        int fits = 0;
        int all = 0;
        for (int seed = 0; seed < FLEETS; seed++) {
            Random random = new Random(seed);
            RandomNodes fleet = new RandomNodes(seed);
            Subject[] subject = new Subject[1];
            FleetBench bench = bench(fleet, subject);
            try (PlacementServiceImpl following =
                    new PlacementServiceImpl(bench.service, selectors, Prohibitions.nothing())) {
                for (int i = 0; i < CHANGES; i++) {
                    Map<Node, Verdict> known = look(following, subject[0], random, bench);
                    try (PlacementServiceImpl fresh =
                            new PlacementServiceImpl(bench.service, selectors, Prohibitions.nothing())) {
                        assertEquals(fresh.verdicts(subject[0]), known, "fleet " + seed + ", change " + i);
                    }
                    all += known.size();
                    fits += (int) known.values().stream()
                            .filter(verdict -> verdict.fit() == Fit.FITS)
                            .count();
                    fleet.next().forEach(change -> bench.show(change(change)));
                }
            }
        }
        assertTrue(fits > all / 10 && fits < all * 9 / 10, "the cases are lopsided: " + fits + " of " + all);
    }

    /** At once, or some nodes first, or one node before the others. */
    private static Map<Node, Verdict> look(
            PlacementServiceImpl service, Subject subject, Random random, FleetBench bench) {
        Node one = bench.node(RandomNodes.node(random.nextInt(RandomNodes.NODES)));
        return switch (random.nextInt(3)) {
            case 0 -> service.verdicts(subject);
            case 1 -> {
                service.verdict(subject, new Target.OnNode(one));
                yield service.verdicts(subject);
            }
            default -> service.judging(subject, List.of(one)).now();
        };
    }
}
