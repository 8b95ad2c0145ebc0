// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static podium.simulator.internal.scheduling.Parts.node;
import static podium.simulator.internal.scheduling.Parts.pod;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.scheduling.Filters.Reason;

/** Affinity, anti-affinity and spread between pods, by domains. */
class PodRelationsTest {

    private static final String ANY = "labelSelector: {matchExpressions: [{key: app, operator: Exists}]}";

    private static String required(String kind, String term) {
        return "affinity: {" + kind + ": {requiredDuringSchedulingIgnoredDuringExecution: [{" + term + "}]}}";
    }

    private static String spread(int skew, String key, String otherwise) {
        return "topologySpreadConstraints: [{maxSkew: " + skew + ", topologyKey: " + key + ", whenUnsatisfiable: "
                + otherwise + ", " + ANY + "}]";
    }

    private static List<String> words(PodRelations relations, NodeState node) {
        return relations.against(node).stream().map(Reason::text).toList();
    }

    @Test
    void withoutRulesEveryNodeWillDo() {
        NodeState node = node("n", "", pod("there", ""));
        assertEquals(List.of(), new PodRelations(pod("p", ""), List.of(node)).against(node));
    }

    @Test
    void togetherMeansTheSameDomainNotTheSameNode() {
        NodeState with = node("a", "rack: r1", pod("lead", ""));
        NodeState beside = node("b", "rack: r1");
        NodeState away = node("c", "rack: r2");
        NodeState nowhere = node("d", "");
        PodView pod = pod("p", required("podAffinity", "topologyKey: rack, labelSelector: {matchLabels: {app: lead}}"));
        PodRelations relations = new PodRelations(pod, List.of(with, beside, away, nowhere));
        assertEquals(List.of(), words(relations, with));
        assertEquals(List.of(), words(relations, beside));
        assertEquals(List.of("node(s) didn't match pod affinity rules"), words(relations, away));
        assertEquals(List.of("node(s) didn't match pod affinity rules"), words(relations, nowhere));
        assertFalse(relations.against(away).getFirst().preemptable(), "nobody's leaving brings the wanted pod");
    }

    @Test
    void theFirstOfItsKindMayGoAnywhereWithTheLabel() {
        NodeState labelled = node("a", "rack: r1");
        NodeState bare = node("b", "");
        PodView pod = pod("p", required("podAffinity", "topologyKey: rack, labelSelector: {matchLabels: {app: p}}"));
        PodRelations relations = new PodRelations(pod, List.of(labelled, bare));
        assertEquals(List.of(), words(relations, labelled));
        assertEquals(1, words(relations, bare).size());
    }

    @Test
    void apartMeansNotInTheSameDomain() {
        NodeState with = node("a", "rack: r1", pod("noisy", ""));
        NodeState beside = node("b", "rack: r1");
        NodeState away = node("c", "rack: r2");
        NodeState nowhere = node("d", "");
        PodView pod =
                pod("p", required("podAntiAffinity", "topologyKey: rack, labelSelector: {matchLabels: {app: noisy}}"));
        PodRelations relations = new PodRelations(pod, List.of(with, beside, away, nowhere));
        assertEquals(List.of("node(s) didn't match pod anti-affinity rules"), words(relations, with));
        assertEquals(List.of("node(s) didn't match pod anti-affinity rules"), words(relations, beside));
        assertEquals(List.of(), words(relations, away));
        assertEquals(List.of(), words(relations, nowhere), "a node without the label is in no domain");
        assertTrue(relations.against(with).getFirst().preemptable(), "the noisy one could leave");
    }

    @Test
    void thoseWhoAreThereMayRefuseTheNewcomer() {
        PodView hermit = pod("hermit", required("podAntiAffinity", "topologyKey: rack, " + ANY));
        NodeState with = node("a", "rack: r1", hermit);
        NodeState away = node("b", "rack: r2");
        PodRelations relations = new PodRelations(pod("p", ""), List.of(with, away));
        relations.respect(hermit, with);
        assertEquals(List.of("node(s) didn't satisfy existing pods anti-affinity rules"), words(relations, with));
        assertEquals(List.of(), words(relations, away));
    }

    @Test
    void aRefusalOfOthersDoesNotTouchAStranger() {
        PodView hermit =
                pod("hermit", required("podAntiAffinity", "topologyKey: rack, labelSelector: {matchLabels: {app: x}}"));
        NodeState with = node("a", "rack: r1", hermit);
        PodRelations relations = new PodRelations(pod("p", ""), List.of(with));
        relations.respect(hermit, with);
        assertEquals(List.of(), words(relations, with));
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "'namespaces: [other], ', true",
        "'namespaces: [default, other], ', true",
        "'namespaces: [third], ', false",
        "'namespaceSelector: {}, ', true"
    })
    void aTermSpeaksOfItsOwnNamespaceUnlessItNamesOthers(String namespaces, boolean refused) {
        NodeState node = node("a", "rack: r1", pod("other", "noisy", ""));
        PodView pod = pod(
                "p",
                required(
                        "podAntiAffinity",
                        namespaces + "topologyKey: rack, labelSelector: {matchLabels: {app: noisy}}"));
        assertEquals(
                refused, !new PodRelations(pod, List.of(node)).against(node).isEmpty());
    }

    @Test
    void aTermWithoutSelectorSpeaksOfNobody() {
        NodeState node = node("a", "rack: r1", pod("noisy", ""));
        PodView pod = pod("p", required("podAntiAffinity", "topologyKey: rack"));
        assertEquals(List.of(), new PodRelations(pod, List.of(node)).against(node));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, true", "1, 1, 0, false", "1, 1, 1, true", "2, 1, 0, true", "2, 2, 0, false", "3, 4, 2, true"})
    void theSkewAfterPlacingMustNotExceedTheLimit(int skew, int here, int there, boolean fits) {
        NodeState one = node("a", "zone: a");
        NodeState two = node("b", "zone: b");
        for (int i = 0; i < here; i++) {
            one.add(pod("h" + i, ""));
        }
        for (int i = 0; i < there; i++) {
            two.add(pod("t" + i, ""));
        }
        PodView pod = pod("p", spread(skew, "zone", "DoNotSchedule"));
        List<String> words = words(new PodRelations(pod, List.of(one, two)), one);
        assertEquals(fits ? List.of() : List.of("node(s) didn't match pod topology spread constraints"), words);
    }

    @Test
    void aNodeWithoutTheLabelIsNoDomainAndSaysSo() {
        NodeState bare = node("a", "");
        PodView pod = pod("p", spread(1, "zone", "DoNotSchedule"));
        PodRelations relations = new PodRelations(pod, List.of(bare));
        assertEquals(
                List.of("node(s) didn't match pod topology spread constraints (missing required label)"),
                words(relations, bare));
        assertFalse(relations.against(bare).getFirst().preemptable());
    }

    @Test
    void aWishedSpreadForbidsNothingAndLowersTheScore() {
        NodeState full = node("a", "zone: a", pod("x", ""), pod("y", ""));
        NodeState empty = node("b", "zone: b");
        PodRelations relations = new PodRelations(pod("p", spread(1, "zone", "ScheduleAnyway")), List.of(full, empty));
        assertEquals(List.of(), words(relations, full));
        assertTrue(relations.score(empty) > relations.score(full));
    }

    @Test
    void nodesThatThePodsSelectorForbidsMakeNoDomain() {
        NodeState one = node("a", "zone: a, pool: gpu", pod("x", ""));
        NodeState forbidden = node("b", "zone: b, pool: cpu");
        PodView pod = pod("p", "nodeSelector: {pool: gpu}, " + spread(1, "zone", "DoNotSchedule"));
        assertEquals(
                List.of(),
                words(new PodRelations(pod, List.of(one, forbidden)), one),
                "zone b does not count as empty");
    }

    @Test
    void podsOfOtherNamespacesAreNotCountedForTheSpread() {
        NodeState one = node("a", "zone: a", pod("other", "x", ""), pod("other", "y", ""));
        NodeState two = node("b", "zone: b");
        PodView pod = pod("p", spread(1, "zone", "DoNotSchedule"));
        assertEquals(List.of(), words(new PodRelations(pod, List.of(one, two)), one));
    }

    @Test
    void aWishForCompanyRaisesTheScoreUpToEight() {
        NodeState few = node("a", "rack: r1", pod("x1", "schedulerName: s"));
        NodeState many = node("b", "rack: r2");
        NodeState more = node("c", "rack: r3");
        for (int i = 0; i < 8; i++) {
            many.add(pod("m" + i, ""));
            more.add(pod("o" + i, ""));
        }
        more.add(pod("o9", ""));
        PodView pod = pod(
                "p",
                "affinity: {podAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 10, podAffinityTerm:"
                        + " {topologyKey: rack, " + ANY + "}}]}}");
        PodRelations relations = new PodRelations(pod, List.of(few, many, more));
        assertEquals(10, relations.score(few));
        assertEquals(80, relations.score(many));
        assertEquals(80, relations.score(more));
    }
}
