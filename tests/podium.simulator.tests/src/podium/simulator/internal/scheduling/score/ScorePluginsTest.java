// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.scheduler.NodeSearch;
import podium.simulator.internal.scheduling.Parts;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.World;

/** Which node is best of those that fit. */
class ScorePluginsTest {

    private static final String CPU = Parts.asks("cpu", "1");

    private final World world = new World();

    private static String preferred(String kind, String app, int weight) {
        return "affinity: {" + kind + ": {preferredDuringSchedulingIgnoredDuringExecution: [{weight: " + weight
                + ", podAffinityTerm: {topologyKey: rack, labelSelector: {matchLabels: {app: " + app + "}}}}]}}, ";
    }

    @Test
    void podsWithDevicesArePackedAndOthersSpread() {
        world.node("empty", "").node("used", "").held("x", "used", Parts.asks("nvidia.com/gpu", "2"));
        world.held("y", "empty", Parts.asks("cpu", "4"));
        assertEquals("used", world.choice(Parts.asks("nvidia.com/gpu", "1")));
        assertEquals("used", world.choice(CPU), "it has more CPU left");
    }

    @Test
    void aTaintThatAsksToBeAvoidedIsAvoidedUnlessTolerated() {
        world.node("a", "", "taints: [{key: slow, effect: PreferNoSchedule}]").node("b", "");
        assertEquals("b", world.choice(CPU));
        assertEquals("a", world.choice("tolerations: [{key: slow, operator: Exists}], " + CPU));
    }

    @Test
    void theSumOfTheWeightsOfMatchingWishesCounts() {
        world.node("a", "zone: a, disk: ssd").node("b", "zone: b").node("c", "zone: c");
        String wish = "{weight: %d, preference: {matchExpressions: [{key: %s, operator: In, values: [%s]}]}}";
        String wishes = wish.formatted(40, "zone", "a") + ", " + wish.formatted(30, "disk", "ssd") + ", "
                + wish.formatted(60, "zone", "b");
        assertEquals(
                "a",
                world.choice("affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [" + wishes
                        + "]}}, " + CPU));
    }

    @Test
    void companyIsSoughtInTheDomainAndAvoidedThere() {
        world.node("a", "rack: r1").node("b", "rack: r2").node("c", "rack: r2");
        world.held("friend", "c", "");
        assertEquals("b", world.choice(preferred("podAffinity", "friend", 50) + CPU));
        assertEquals("a", world.choice(preferred("podAntiAffinity", "friend", 50) + CPU));
    }

    @Test
    void thoseWhoAreThereHaveWishesToo() {
        world.node("a", "rack: r1").node("b", "rack: r2");
        world.held("host", "b", preferred("podAffinity", "p", 10).replaceAll(", $", ""));
        assertEquals("b", world.choice(CPU));
    }

    @Test
    void aSoftSpreadPrefersTheEmptierDomain() {
        world.node("a", "zone: a").node("b", "zone: b").node("bare", "");
        world.held("p1", "a", "").held("p2", "a", "");
        assertEquals(
                "b",
                world.choice("topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable:"
                        + " ScheduleAnyway, labelSelector: {matchExpressions: [{key: app, operator: Exists}]}}], "
                        + CPU));
    }

    @Test
    void scoresReachFromNothingToFull() {
        assertArrayEquals(new double[] {0, 50, 100}, ScorePlugin.normalized(new double[] {0, 2, 4}));
        assertArrayEquals(new double[] {0, 0}, ScorePlugin.normalized(new double[] {0, 0}));
        assertArrayEquals(new double[] {100, 50, 0}, ScorePlugin.reversed(new double[] {0, 2, 4}));
        assertArrayEquals(new double[] {100, 100}, ScorePlugin.reversed(new double[] {0, 0}));
    }

    @Test
    void theNodeThatAPodWaitsForIsTriedFirst() {
        world.node("a", "").node("b", "").held("x", "b", Parts.asks("cpu", "7"));
        PodInfo pod = Parts.pod("p", CPU);
        world.cache().nominations().set(pod, "b");
        assertEquals(
                "b",
                new NodeSearch(world.cache(), List.of())
                        .run(pod)
                        .node()
                        .orElseThrow()
                        .name());
        world.cache().nominations().set(pod, "");
        assertEquals(
                "a",
                new NodeSearch(world.cache(), List.of())
                        .run(pod)
                        .node()
                        .orElseThrow()
                        .name());
    }
}
