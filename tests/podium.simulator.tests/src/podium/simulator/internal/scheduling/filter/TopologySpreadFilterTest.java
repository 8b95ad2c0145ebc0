// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.scheduling.Parts;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.World;

/** The finer points of topology spread; what is common to all of it is in {@link PodRulesTest}. */
class TopologySpreadFilterTest {

    private static final List<String> SKEWED = List.of("node(s) didn't match pod topology spread constraints");
    private static final String ANY = "labelSelector: {matchExpressions: [{key: app, operator: Exists}]}";

    private final World world = new World();

    @BeforeEach
    void zones() {
        world.node("a1", "zone: a, rack: r1").node("b1", "zone: b, rack: r2");
        world.held("x", "a1", "");
    }

    private static String spread(String more) {
        return "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, " + more
                + "}]";
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, false"})
    void withTooFewDomainsTheEmptiestCountsAsEmpty(int minDomains, boolean fits) {
        world.held("y", "b1", "");
        List<String> said = world.against("b1", spread("minDomains: " + minDomains + ", " + ANY));
        assertEquals(fits ? List.of() : SKEWED, said);
    }

    @Test
    void aTaintedNodeIsADomainUnlessTaintsAreHonoured() {
        world.node("c1", "zone: c", "taints: [{key: broken, effect: NoSchedule}]")
                .held("y", "b1", "");
        assertEquals(SKEWED, world.against("a1", spread(ANY)), "zone c is empty");
        assertEquals(List.of(), world.against("a1", spread(ANY + ", nodeTaintsPolicy: Honor")));
    }

    @Test
    void aNodeThatIsNotSelectedIsADomainIfAffinityIsIgnored() {
        world.node("c1", "zone: c, rack: r3").held("y", "b1", "");
        String selector =
                "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms:"
                        + " [{matchExpressions: [{key: rack, operator: In, values: [r1, r2]}]}]}}}, ";
        assertEquals(List.of(), world.against("a1", selector + spread(ANY)));
        assertEquals(SKEWED, world.against("a1", selector + spread(ANY + ", nodeAffinityPolicy: Ignore")));
    }

    @Test
    void aNodeThatLacksTheLabelOfAnotherConstraintIsNoDomainOfThisOne() {
        world.node("c1", "zone: c").held("y", "b1", "");
        String second = "}, {maxSkew: 5, topologyKey: rack, whenUnsatisfiable: DoNotSchedule, " + ANY;
        assertEquals(SKEWED, world.against("a1", spread(ANY)));
        assertEquals(List.of(), world.against("a1", spread(ANY + second)));
    }

    @Test
    void aPodThatIsEndingDoesNotCount() {
        PodInfo ending =
                PodInfo.of(Parts.object("{metadata: {name: x, namespace: default, uid: default-x, labels: {app:"
                        + " x}, deletionTimestamp: \"2026-01-01T00:00:00Z\"}, spec: {}}"));
        world.held("y", "a1", "");
        assertEquals(SKEWED, world.against("a1", spread(ANY)));
        world.cache().hold(ending, "a1");
        world.held("z", "b1", "");
        assertEquals(List.of(), world.against("a1", spread(ANY)));
    }

    @Test
    void aSelectorOfNothingCountsNobodyAndOneThatIsMissingNotEvenThePodItself() {
        world.held("y", "a1", "").held("z", "a1", "");
        assertEquals(List.of(), world.against("a1", spread("labelSelector: {}")));
        assertEquals(List.of(), world.against("a1", spread("minDomains: 5")));
    }

    @Test
    void aPodThatIsNotCountedItselfMayGoWhereTheSkewIsAlreadyAllowed() {
        String others = "labelSelector: {matchLabels: {app: x}}";
        assertEquals(List.of(), world.against("a1", spread(others)), "1 more than zone b, and p adds none");
        world.held("x2", "a1", "");
        assertEquals(List.of(), world.against("a1", spread(others)), "x2 is another app");
    }
}
