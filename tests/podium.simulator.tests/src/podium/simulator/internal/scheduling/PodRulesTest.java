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

/** Affinity, anti-affinity and spread between pods, by domains. */
class PodRulesTest {

    private static final String ANY = "labelSelector: {matchExpressions: [{key: app, operator: Exists}]}";

    private static String required(String kind, String term) {
        return "affinity: {" + kind + ": {requiredDuringSchedulingIgnoredDuringExecution: [{" + term + "}]}}";
    }

    private static String spread(int skew, String key, String otherwise) {
        return "topologySpreadConstraints: [{maxSkew: " + skew + ", topologyKey: " + key + ", whenUnsatisfiable: "
                + otherwise + ", " + ANY + "}]";
    }

    private static List<String> words(Pipeline rules, NodeState node) {
        return rules.against(node).reasons();
    }

    @Test
    void withoutRulesEveryNodeWillDo() {
        NodeState node = node("n", "", pod("there", ""));
        assertEquals(List.of(), words(new Pipeline(pod("p", ""), Parts.cluster(node)), node));
    }

    @Test
    void togetherMeansTheSameDomainNotTheSameNode() {
        NodeState with = node("a", "rack: r1", pod("lead", ""));
        NodeState beside = node("b", "rack: r1");
        NodeState away = node("c", "rack: r2");
        NodeState nowhere = node("d", "");
        PodView pod = pod("p", required("podAffinity", "topologyKey: rack, labelSelector: {matchLabels: {app: lead}}"));
        Pipeline rules = new Pipeline(pod, Parts.cluster(with, beside, away, nowhere));
        assertEquals(List.of(), words(rules, with));
        assertEquals(List.of(), words(rules, beside));
        assertEquals(List.of("node(s) didn't match pod affinity rules"), words(rules, away));
        assertEquals(List.of("node(s) didn't match pod affinity rules"), words(rules, nowhere));
        assertFalse(rules.against(away).curable(), "nobody's leaving brings the wanted pod");
    }

    @Test
    void theFirstOfItsKindMayGoAnywhereWithTheLabel() {
        NodeState labelled = node("a", "rack: r1");
        NodeState bare = node("b", "");
        PodView pod = pod("p", required("podAffinity", "topologyKey: rack, labelSelector: {matchLabels: {app: p}}"));
        Pipeline rules = new Pipeline(pod, Parts.cluster(labelled, bare));
        assertEquals(List.of(), words(rules, labelled));
        assertEquals(1, words(rules, bare).size());
    }

    @Test
    void apartMeansNotInTheSameDomain() {
        NodeState with = node("a", "rack: r1", pod("noisy", ""));
        NodeState beside = node("b", "rack: r1");
        NodeState away = node("c", "rack: r2");
        NodeState nowhere = node("d", "");
        PodView pod =
                pod("p", required("podAntiAffinity", "topologyKey: rack, labelSelector: {matchLabels: {app: noisy}}"));
        Pipeline rules = new Pipeline(pod, Parts.cluster(with, beside, away, nowhere));
        assertEquals(List.of("node(s) didn't match pod anti-affinity rules"), words(rules, with));
        assertEquals(List.of("node(s) didn't match pod anti-affinity rules"), words(rules, beside));
        assertEquals(List.of(), words(rules, away));
        assertEquals(List.of(), words(rules, nowhere), "a node without the label is in no domain");
        assertTrue(rules.against(with).curable(), "the noisy one could leave");
    }

    @Test
    void thoseWhoAreThereMayRefuseTheNewcomer() {
        PodView hermit = pod("hermit", required("podAntiAffinity", "topologyKey: rack, " + ANY));
        NodeState with = node("a", "rack: r1", hermit);
        NodeState away = node("b", "rack: r2");
        Pipeline rules = new Pipeline(pod("p", ""), Parts.cluster(with, away));
        assertEquals(List.of("node(s) didn't satisfy existing pods anti-affinity rules"), words(rules, with));
        assertEquals(List.of(), words(rules, away));
    }

    @Test
    void aRefusalOfOthersDoesNotTouchAStranger() {
        PodView hermit =
                pod("hermit", required("podAntiAffinity", "topologyKey: rack, labelSelector: {matchLabels: {app: x}}"));
        NodeState with = node("a", "rack: r1", hermit);
        Pipeline rules = new Pipeline(pod("p", ""), Parts.cluster(with));
        assertEquals(List.of(), words(rules, with));
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
                refused, !new Pipeline(pod, Parts.cluster(node)).against(node).none());
    }

    @Test
    void aTermWithoutSelectorSpeaksOfNobody() {
        NodeState node = node("a", "rack: r1", pod("noisy", ""));
        PodView pod = pod("p", required("podAntiAffinity", "topologyKey: rack"));
        assertEquals(List.of(), words(new Pipeline(pod, Parts.cluster(node)), node));
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
        List<String> words = words(new Pipeline(pod, Parts.cluster(one, two)), one);
        assertEquals(fits ? List.of() : List.of("node(s) didn't match pod topology spread constraints"), words);
    }

    @Test
    void aNodeWithoutTheLabelIsNoDomainAndSaysSo() {
        NodeState bare = node("a", "");
        PodView pod = pod("p", spread(1, "zone", "DoNotSchedule"));
        Pipeline rules = new Pipeline(pod, Parts.cluster(bare));
        assertEquals(
                List.of("node(s) didn't match pod topology spread constraints (missing required label)"),
                words(rules, bare));
        assertFalse(rules.against(bare).curable());
    }

    @Test
    void aWishedSpreadForbidsNothing() {
        NodeState full = node("a", "zone: a", pod("x", ""), pod("y", ""));
        NodeState empty = node("b", "zone: b");
        PodView pod = pod("p", spread(1, "zone", "ScheduleAnyway"));
        assertEquals(List.of(), words(new Pipeline(pod, Parts.cluster(full, empty)), full));
    }

    @Test
    void nodesThatThePodsSelectorForbidsMakeNoDomain() {
        NodeState one = node("a", "zone: a, pool: gpu", pod("x", ""));
        NodeState forbidden = node("b", "zone: b, pool: cpu");
        PodView pod = pod("p", "nodeSelector: {pool: gpu}, " + spread(1, "zone", "DoNotSchedule"));
        assertEquals(
                List.of(),
                words(new Pipeline(pod, Parts.cluster(one, forbidden)), one),
                "zone b does not count as empty");
    }

    @Test
    void podsOfOtherNamespacesAreNotCountedForTheSpread() {
        NodeState one = node("a", "zone: a", pod("other", "x", ""), pod("other", "y", ""));
        NodeState two = node("b", "zone: b");
        PodView pod = pod("p", spread(1, "zone", "DoNotSchedule"));
        assertEquals(List.of(), words(new Pipeline(pod, Parts.cluster(one, two)), one));
    }
}
