// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static podium.simulator.internal.scheduling.Parts.asks;
import static podium.simulator.internal.scheduling.Parts.node;
import static podium.simulator.internal.scheduling.Parts.pod;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.Parts;
import podium.simulator.internal.scheduling.PodInfo;

/** The scheduler's filters one by one, each with the words the real plugin uses. */
class FiltersTest {

    private static final String GPU = asks("nvidia.com/gpu", "1");
    private static final String PORT = "containers: [{name: main, ports: [{containerPort: 80, hostPort: %s}]}]";

    private static FilterStatus refusal(PodInfo pod, NodeInfo node) {
        return new FilterPlugins(pod, Parts.cluster(node), List.of()).against(node);
    }

    private static List<String> words(PodInfo pod, NodeInfo node) {
        return refusal(pod, node).reasons();
    }

    private static boolean fits(PodInfo pod, NodeInfo node) {
        return refusal(pod, node).none();
    }

    private static boolean preemptable(PodInfo pod, NodeInfo node) {
        return refusal(pod, node).curable();
    }

    @Test
    void aNodeThatFitsHasNoReasonAgainstIt() {
        assertEquals(FilterStatus.NONE, refusal(pod("p", GPU), node("n", "")));
    }

    @Test
    void aCordonIsNamedBeforeEverythingElse() {
        NodeInfo node = node("n", "", "unschedulable: true, taints: [{key: broken, effect: NoSchedule}]");
        PodInfo pod = pod("p", "nodeSelector: {zone: b}, " + asks("cpu", "900"));
        assertEquals(List.of("node(s) were unschedulable"), words(pod, node));
        assertFalse(preemptable(pod, node), "nobody's leaving lifts a cordon");
    }

    @Test
    void aPodThatToleratesTheCordonIsNotKeptAwayByIt() {
        String tolerates = "tolerations: [{key: node.kubernetes.io/unschedulable, operator: Exists}], ";
        assertEquals(List.of(), words(pod("p", tolerates + GPU), node("n", "", "unschedulable: true")));
    }

    @Test
    void theCordonsOwnTaintDoesNotCountTwice() {
        NodeInfo node = node(
                "n", "", "unschedulable: true, taints: [{key: node.kubernetes.io/unschedulable, effect: NoSchedule}]");
        assertEquals(1, node.taints().size());
        assertEquals(List.of("node(s) were unschedulable"), words(pod("p", GPU), node));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{key: a, value: b, effect: NoSchedule}",
                "{key: a, effect: NoSchedule}",
                "{key: a, value: b, effect: NoExecute}",
                "{key: borne, effect: NoSchedule}, {key: a, effect: NoSchedule}",
                "{key: node.kubernetes.io/unreachable, effect: NoExecute}"
            })
    void anUntoleratedTaintKeepsThePodAway(String taints) {
        PodInfo pod = pod("p", "tolerations: [{key: borne, operator: Exists}], " + GPU);
        NodeInfo node = node("n", "", "taints: [" + taints + "]");
        assertEquals(List.of("node(s) had untolerated taint(s)"), words(pod, node));
        assertFalse(preemptable(pod, node));
    }

    @Test
    void aTaintThatOnlyPrefersKeepsNobodyAway() {
        assertEquals(List.of(), words(pod("p", GPU), node("n", "", "taints: [{key: slow, effect: PreferNoSchedule}]")));
    }

    @ParameterizedTest
    @CsvSource({
        "'{key: a, operator: Equal, value: b, effect: NoSchedule}', true",
        "'{key: a, operator: Equal, value: c, effect: NoSchedule}', false",
        "'{key: a, value: b}', true",
        "'{key: a, operator: Exists}', true",
        "'{operator: Exists}', true",
        "'{operator: Exists, effect: NoExecute}', false",
        "'{key: other, operator: Exists}', false",
        "'{key: a, operator: Exists, effect: PreferNoSchedule}', false"
    })
    void tolerationsByOperatorValueAndEffect(String toleration, boolean fits) {
        NodeInfo node = node("n", "", "taints: [{key: a, value: b, effect: NoSchedule}]");
        assertEquals(fits, fits(pod("p", "tolerations: [" + toleration + "], " + GPU), node));
    }

    @ParameterizedTest
    @CsvSource({
        "'{zone: a}', true",
        "'{zone: b}', false",
        "'{zone: a, rack: r1}', true",
        "'{zone: a, rack: r2}', false",
        "'{missing: x}', false"
    })
    void everyLabelOfTheSelectorMustBeThere(String selector, boolean fits) {
        PodInfo pod = pod("p", "nodeSelector: " + selector + ", " + GPU);
        List<String> words = words(pod, node("n", "zone: a, rack: r1"));
        assertEquals(fits ? List.of() : List.of("node(s) didn't match Pod's node affinity/selector"), words);
    }

    @ParameterizedTest
    @CsvSource({
        "'{key: zone, operator: In, values: [a, b]}', true",
        "'{key: zone, operator: In, values: [c]}', false",
        "'{key: zone, operator: NotIn, values: [c]}', true",
        "'{key: zone, operator: NotIn, values: [a]}', false",
        "'{key: missing, operator: NotIn, values: [a]}', true",
        "'{key: zone, operator: Exists}', true",
        "'{key: missing, operator: Exists}', false",
        "'{key: missing, operator: DoesNotExist}', true",
        "'{key: zone, operator: DoesNotExist}', false",
        "'{key: slots, operator: Gt, values: [\"3\"]}', true",
        "'{key: slots, operator: Gt, values: [\"4\"]}', false",
        "'{key: slots, operator: Lt, values: [\"5\"]}', true",
        "'{key: slots, operator: Lt, values: [\"4\"]}', false",
        "'{key: zone, operator: Gt, values: [\"0\"]}', false",
        "'{key: missing, operator: Lt, values: [\"9\"]}', false"
    })
    void operatorsOfRequiredAffinity(String expression, boolean fits) {
        PodInfo pod = pod(
                "p",
                "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms:"
                        + " [{matchExpressions: [" + expression + "]}]}}}, " + GPU);
        assertEquals(fits, fits(pod, node("n", "zone: a, slots: \"4\"")));
    }

    @Test
    void selectorAndAffinityMustBothHold() {
        String affinity =
                "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms:"
                        + " [{matchExpressions: [{key: zone, operator: In, values: [a]}]}]}}}, ";
        assertFalse(fits(pod("p", "nodeSelector: {rack: r9}, " + affinity + GPU), node("n", "zone: a, rack: r1")));
        assertTrue(fits(pod("p", "nodeSelector: {rack: r1}, " + affinity + GPU), node("n", "zone: a, rack: r1")));
    }

    @ParameterizedTest
    @CsvSource({
        "cpu, 9, Insufficient cpu",
        "memory, 65Gi, Insufficient memory",
        "nvidia.com/gpu, 5, Insufficient nvidia.com/gpu",
        "amd.com/gpu, 1, Insufficient amd.com/gpu",
        "ephemeral-storage, 1Gi, Insufficient ephemeral-storage"
    })
    void whatTheNodeLacksIsNamedAsItsResource(String resource, String amount, String words) {
        PodInfo pod = pod("p", asks(resource, amount));
        assertEquals(List.of(words), words(pod, node("n", "")));
        assertFalse(preemptable(pod, node("n", "")), "more than the node has in all");
    }

    @Test
    void allThatIsLackingIsNamedTogether() {
        PodInfo pod = pod(
                "p",
                "containers: [{name: main, resources: {requests: {cpu: \"9\", memory: 70Gi, nvidia.com/gpu: \"4\"}}}]");
        assertEquals(
                List.of("Insufficient cpu", "Insufficient memory"),
                words(pod, node("n", "")).stream().sorted().toList());
    }

    @Test
    void exactlyWhatIsFreeFits() {
        NodeInfo node = node("n", "", pod("there", asks("cpu", "7500m")));
        assertEquals(List.of(), words(pod("p", asks("cpu", "500m")), node));
        assertEquals(List.of("Insufficient cpu"), words(pod("p", asks("cpu", "501m")), node));
    }

    @Test
    void whatOthersHoldCouldBeCleared() {
        PodInfo pod = pod("p", asks("nvidia.com/gpu", "2"));
        assertTrue(preemptable(pod, node("n", "", pod("there", asks("nvidia.com/gpu", "3")))));
    }

    @Test
    void aNodeFullOfPodsHasTooMany() {
        PodInfo[] ten = new PodInfo[10];
        for (int i = 0; i < ten.length; i++) {
            ten[i] = pod("there" + i, "containers: []");
        }
        PodInfo pod = pod("p", "containers: []");
        assertEquals(List.of("Too many pods"), words(pod, node("n", "", ten)));
        assertTrue(preemptable(pod, node("n", "", ten)));
    }

    @Test
    void aPodThatAsksForNothingFitsAFullNode() {
        NodeInfo node = node("n", "", pod("there", asks("cpu", "8")));
        assertEquals(List.of(), words(pod("p", "containers: [{name: main}]"), node));
    }

    @Test
    void aHostPortCanBeHadOnce() {
        NodeInfo node = node("n", "", pod("there", PORT.formatted("9400")));
        PodInfo pod = pod("p", PORT.formatted("9400"));
        assertEquals(List.of("node(s) didn't have free ports for the requested pod ports"), words(pod, node));
        assertTrue(preemptable(pod, node), "its holder could leave");
        assertEquals(List.of(), words(pod("q", PORT.formatted("9401")), node));
        assertEquals(List.of(), words(pod("r", "containers: [{name: main, ports: [{containerPort: 9400}]}]"), node));
    }

    @ParameterizedTest
    @CsvSource({
        "'{hostPort: 53, protocol: UDP}', '{hostPort: 53, protocol: TCP}', false",
        "'{hostPort: 53}', '{hostPort: 53, protocol: TCP}', true",
        "'{hostPort: 53, hostIP: 10.0.0.1}', '{hostPort: 53, hostIP: 10.0.0.2}', false",
        "'{hostPort: 53, hostIP: 10.0.0.1}', '{hostPort: 53}', true",
        "'{hostPort: 53, hostIP: 0.0.0.0}', '{hostPort: 53, hostIP: 10.0.0.2}', true",
        "'{hostPort: 53, hostIP: 10.0.0.1}', '{hostPort: 53, hostIP: 10.0.0.1}', true"
    })
    void hostPortsMeetByProtocolAndAddress(String one, String other, boolean meet) {
        NodeInfo node = node("n", "", pod("there", "containers: [{name: main, ports: [" + one + "]}]"));
        PodInfo pod = pod("p", "containers: [{name: main, ports: [" + other + "]}]");
        assertEquals(!meet, words(pod, node).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodeSelector: {zone: b}, ", "tolerations: [], "})
    void theFirstPluginThatObjectsIsTheOnlyOneHeard(String spec) {
        NodeInfo node = node("n", "zone: a", "taints: [{key: t, effect: NoSchedule}]");
        assertEquals(List.of("node(s) had untolerated taint(s)"), words(pod("p", spec + asks("cpu", "900")), node));
    }

    @Test
    void aSidecarsPortIsTakenAnOrdinaryInitContainersIsNot() {
        String init =
                "initContainers: [{name: i, %sports: [{containerPort: 80, hostPort: 9400}]}], containers: [{name: c}]";
        PodInfo pod = pod("p", PORT.formatted("9400"));
        assertEquals(List.of(), words(pod, node("n", "", pod("there", init.formatted("")))));
        assertEquals(
                List.of("node(s) didn't have free ports for the requested pod ports"),
                words(pod, node("n", "", pod("there", init.formatted("restartPolicy: Always, ")))));
    }

    @Test
    void termsThatNameDifferentNodesOnlyCanNeverBeMet() {
        String both = "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms:"
                + " [{matchFields: [{key: metadata.name, operator: In, values: [a]}, {key: metadata.name, operator: In,"
                + " values: [b]}]}]}}}";
        assertEquals(
                "pod affinity terms conflict",
                new FilterPlugins(pod("p", both), Parts.cluster(node("a", "")), List.of())
                        .everywhere()
                        .orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "'resources: {requests: {cpu: \"3\"}}', 3000",
        "'resources: {limits: {cpu: \"3\"}}', 2000",
        "'resources: {limits: {memory: 1Gi}}', 2000",
        "'overhead: {cpu: 250m}', 2250",
        "'resources: {requests: {cpu: \"3\"}}, overhead: {cpu: 250m}', 3250",
        "'resources: {requests: {nvidia.com/gpu: \"3\"}}', 2000"
    })
    void whatThePodAsAWholeRequestsCountsInsteadOfItsContainers(String more, long millis) {
        PodInfo pod = pod("p", asks("cpu", "2") + ", " + more);
        assertEquals(millis, pod.requests().get("cpu"));
    }
}
