// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static podium.simulator.internal.scheduling.Parts.node;
import static podium.simulator.internal.scheduling.Parts.pod;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.Parts;
import podium.simulator.internal.scheduling.PodInfo;

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

    private static List<String> words(FilterPlugins rules, NodeInfo node) {
        return rules.against(node).reasons();
    }

    @Test
    void withoutRulesEveryNodeWillDo() {
        NodeInfo node = node("n", "", pod("there", ""));
        assertEquals(List.of(), words(new FilterPlugins(pod("p", ""), Parts.cluster(node), List.of()), node));
    }

    @Test
    void togetherMeansTheSameDomainNotTheSameNode() {
        NodeInfo with = node("a", "rack: r1", pod("lead", ""));
        NodeInfo beside = node("b", "rack: r1");
        NodeInfo away = node("c", "rack: r2");
        NodeInfo nowhere = node("d", "");
        PodInfo pod = pod("p", required("podAffinity", "topologyKey: rack, labelSelector: {matchLabels: {app: lead}}"));
        FilterPlugins rules = new FilterPlugins(pod, Parts.cluster(with, beside, away, nowhere), List.of());
        assertEquals(List.of(), words(rules, with));
        assertEquals(List.of(), words(rules, beside));
        assertEquals(List.of("node(s) didn't match pod affinity rules"), words(rules, away));
        assertEquals(List.of("node(s) didn't match pod affinity rules"), words(rules, nowhere));
        assertFalse(rules.against(away).curable(), "nobody's leaving brings the wanted pod");
    }

    @Test
    void theFirstOfItsKindMayGoAnywhereWithTheLabel() {
        NodeInfo labelled = node("a", "rack: r1");
        NodeInfo bare = node("b", "");
        PodInfo pod = pod("p", required("podAffinity", "topologyKey: rack, labelSelector: {matchLabels: {app: p}}"));
        FilterPlugins rules = new FilterPlugins(pod, Parts.cluster(labelled, bare), List.of());
        assertEquals(List.of(), words(rules, labelled));
        assertEquals(1, words(rules, bare).size());
    }

    @Test
    void apartMeansNotInTheSameDomain() {
        NodeInfo with = node("a", "rack: r1", pod("noisy", ""));
        NodeInfo beside = node("b", "rack: r1");
        NodeInfo away = node("c", "rack: r2");
        NodeInfo nowhere = node("d", "");
        PodInfo pod =
                pod("p", required("podAntiAffinity", "topologyKey: rack, labelSelector: {matchLabels: {app: noisy}}"));
        FilterPlugins rules = new FilterPlugins(pod, Parts.cluster(with, beside, away, nowhere), List.of());
        assertEquals(List.of("node(s) didn't match pod anti-affinity rules"), words(rules, with));
        assertEquals(List.of("node(s) didn't match pod anti-affinity rules"), words(rules, beside));
        assertEquals(List.of(), words(rules, away));
        assertEquals(List.of(), words(rules, nowhere), "a node without the label is in no domain");
        assertTrue(rules.against(with).curable(), "the noisy one could leave");
    }

    @Test
    void thoseWhoAreThereMayRefuseTheNewcomer() {
        PodInfo hermit = pod("hermit", required("podAntiAffinity", "topologyKey: rack, " + ANY));
        NodeInfo with = node("a", "rack: r1", hermit);
        NodeInfo away = node("b", "rack: r2");
        FilterPlugins rules = new FilterPlugins(pod("p", ""), Parts.cluster(with, away), List.of());
        assertEquals(List.of("node(s) didn't satisfy existing pods anti-affinity rules"), words(rules, with));
        assertEquals(List.of(), words(rules, away));
    }

    @Test
    void aRefusalOfOthersDoesNotTouchAStranger() {
        PodInfo hermit =
                pod("hermit", required("podAntiAffinity", "topologyKey: rack, labelSelector: {matchLabels: {app: x}}"));
        NodeInfo with = node("a", "rack: r1", hermit);
        FilterPlugins rules = new FilterPlugins(pod("p", ""), Parts.cluster(with), List.of());
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
        NodeInfo node = node("a", "rack: r1", pod("other", "noisy", ""));
        PodInfo pod = pod(
                "p",
                required(
                        "podAntiAffinity",
                        namespaces + "topologyKey: rack, labelSelector: {matchLabels: {app: noisy}}"));
        assertEquals(
                refused,
                !new FilterPlugins(pod, Parts.cluster(node), List.of())
                        .against(node)
                        .none());
    }

    @Test
    void aTermWithoutSelectorSpeaksOfNobody() {
        NodeInfo node = node("a", "rack: r1", pod("noisy", ""));
        PodInfo pod = pod("p", required("podAntiAffinity", "topologyKey: rack"));
        assertEquals(List.of(), words(new FilterPlugins(pod, Parts.cluster(node), List.of()), node));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, true", "1, 1, 0, false", "1, 1, 1, true", "2, 1, 0, true", "2, 2, 0, false", "3, 4, 2, true"})
    void theSkewAfterPlacingMustNotExceedTheLimit(int skew, int here, int there, boolean fits) {
        NodeInfo one = node("a", "zone: a");
        NodeInfo two = node("b", "zone: b");
        for (int i = 0; i < here; i++) {
            one.add(pod("h" + i, ""));
        }
        for (int i = 0; i < there; i++) {
            two.add(pod("t" + i, ""));
        }
        PodInfo pod = pod("p", spread(skew, "zone", "DoNotSchedule"));
        List<String> words = words(new FilterPlugins(pod, Parts.cluster(one, two), List.of()), one);
        assertEquals(fits ? List.of() : List.of("node(s) didn't match pod topology spread constraints"), words);
    }

    @Test
    void aNodeWithoutTheLabelIsNoDomainAndSaysSo() {
        NodeInfo bare = node("a", "");
        PodInfo pod = pod("p", spread(1, "zone", "DoNotSchedule"));
        FilterPlugins rules = new FilterPlugins(pod, Parts.cluster(bare), List.of());
        assertEquals(
                List.of("node(s) didn't match pod topology spread constraints (missing required label)"),
                words(rules, bare));
        assertFalse(rules.against(bare).curable());
    }

    @Test
    void aWishedSpreadForbidsNothing() {
        NodeInfo full = node("a", "zone: a", pod("x", ""), pod("y", ""));
        NodeInfo empty = node("b", "zone: b");
        PodInfo pod = pod("p", spread(1, "zone", "ScheduleAnyway"));
        assertEquals(List.of(), words(new FilterPlugins(pod, Parts.cluster(full, empty), List.of()), full));
    }

    @Test
    void nodesThatThePodsSelectorForbidsMakeNoDomain() {
        NodeInfo one = node("a", "zone: a, pool: gpu", pod("x", ""));
        NodeInfo forbidden = node("b", "zone: b, pool: cpu");
        PodInfo pod = pod("p", "nodeSelector: {pool: gpu}, " + spread(1, "zone", "DoNotSchedule"));
        assertEquals(
                List.of(),
                words(new FilterPlugins(pod, Parts.cluster(one, forbidden), List.of()), one),
                "zone b does not count as empty");
    }

    @Test
    void podsOfOtherNamespacesAreNotCountedForTheSpread() {
        NodeInfo one = node("a", "zone: a", pod("other", "x", ""), pod("other", "y", ""));
        NodeInfo two = node("b", "zone: b");
        PodInfo pod = pod("p", spread(1, "zone", "DoNotSchedule"));
        assertEquals(List.of(), words(new FilterPlugins(pod, Parts.cluster(one, two), List.of()), one));
    }
}
