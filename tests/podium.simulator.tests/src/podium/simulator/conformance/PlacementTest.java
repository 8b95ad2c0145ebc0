// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.testkit.Await;

/** What a scheduler does beyond saying which node fits: gates, wishes, preemption. */
@SchedulerConformance
class PlacementTest {

    private static final String ROOM = "cpu: '4', memory: 8Gi, pods: '20'";
    private static final String CLASSES = "/apis/scheduling.k8s.io/v1/priorityclasses";

    private final Bench bench;
    private final ApiClient api;
    private final String namespace;

    PlacementTest(Server server) {
        bench = new Bench(server);
        api = server.admin();
        namespace = server.freshNamespace();
    }

    @BeforeEach
    void priorities() {
        for (String each : List.of("low: 10", "middle: 50", "high: 100")) {
            String[] parts = each.split(": ");
            bench.ensure(
                    Objects.yaml("{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: " + parts[0]
                            + "}, value: " + parts[1] + "}"),
                    CLASSES);
        }
    }

    @AfterEach
    void clear() {
        bench.clear();
    }

    private void pod(String name, String cpu, String spec) {
        bench.pod(
                namespace,
                Objects.yaml("{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", labels: {app: " + name
                        + "}}, spec: {containers: [{name: c, image: x, resources: {requests: {cpu: '" + cpu + "'}}}]"
                        + (spec.isEmpty() ? "" : ", " + spec) + "}}"));
    }

    private JsonNode get(String name) {
        return api.get(Bench.pods(namespace) + "/" + name).expect(200).body();
    }

    private String nodeOf(String name) {
        return Await.present(
                name + " has a node",
                () -> Optional.of(get(name).at("/spec/nodeName").asText()).filter(node -> !node.isEmpty()));
    }

    private String refusal(String name) {
        return Await.present(name + " hears why not", () -> Bench.refusal(get(name)));
    }

    /** Names of the pods that are ending. */
    private List<String> leaving() {
        JsonNode pods = api.get(Bench.pods(namespace)).at("/items");
        return StreamSupport.stream(pods.spliterator(), false)
                .filter(pod -> pod.at("/metadata").has("deletionTimestamp"))
                .map(pod -> pod.at("/metadata/name").asText())
                .toList();
    }

    @Test
    void aGatedPodWaitsAndGoesWhenTheLastGateIsGone() {
        bench.node("n0", "", "", ROOM);
        pod("p", "1", "schedulingGates: [{name: podium.test/a}]");
        assertEquals("Scheduling is blocked due to non-empty scheduling gates", refusal("p"));
        api.patch(Bench.pods(namespace) + "/p", ApiClient.MERGE, "{'spec':{'schedulingGates':[]}}")
                .expect(200);
        assertEquals("n0", nodeOf("p"));
    }

    @Test
    void aPodThatNoNodeTakesGoesWhenOneIsUncordoned() {
        bench.node("n0", "", "unschedulable: true", ROOM);
        pod("p", "1", "");
        assertEquals(
                "0/1 nodes are available: 1 node(s) were unschedulable. no new claims to deallocate, preemption: 0/1"
                        + " nodes are available: 1 Preemption is not helpful for scheduling.",
                refusal("p"));
        bench.spec("n0", "unschedulable: false");
        assertEquals("n0", nodeOf("p"));
    }

    @Test
    void theNodeOfTheHeavierWishIsTaken() {
        bench.node("n0", "zone: a", "", ROOM);
        bench.node("n1", "zone: b", "", ROOM);
        bench.node("n2", "zone: c", "", ROOM);
        String wish = "{weight: %d, preference: {matchExpressions: [{key: zone, operator: In, values: [%s]}]}}";
        pod(
                "p",
                "1",
                "affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [" + wish.formatted(20, "a")
                        + ", " + wish.formatted(80, "b") + "]}}");
        assertEquals("n1", nodeOf("p"));
    }

    @Test
    void aNodeThatWouldRatherNotIsTakenOnlyWhenNoOtherFits() {
        bench.node("n0", "", "taints: [{key: slow, effect: PreferNoSchedule}]", ROOM);
        bench.node("n1", "", "", ROOM);
        pod("p", "3", "");
        assertEquals("n1", nodeOf("p"));
        pod("q", "3", "");
        assertEquals("n0", nodeOf("q"));
    }

    @Test
    void aWishToBeApartIsKeptWhereItCanBe() {
        bench.node("n0", "", "", ROOM);
        bench.node("n1", "", "", ROOM);
        pod("first", "100m", "nodeName: n0");
        pod(
                "p",
                "100m",
                "affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 100,"
                        + " podAffinityTerm: {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app:"
                        + " first}}}}]}}");
        assertEquals("n1", nodeOf("p"));
    }

    @Test
    void theLeastImportantPodsLeaveForAMoreImportantOne() {
        bench.node("n0", "", "", ROOM);
        bench.node("n1", "", "", ROOM);
        pod("worth", "4", "nodeName: n0, priorityClassName: middle");
        pod("cheap", "2", "nodeName: n1, priorityClassName: low");
        pod("same", "2", "nodeName: n1, priorityClassName: high");
        pod("p", "2", "priorityClassName: high");
        assertEquals("0/2 nodes are available: 2 Insufficient cpu.", refusal("p"));
        Await.until("cheap leaves", () -> leaving().equals(List.of("cheap")));
        assertTrue(get("cheap").at("/status/conditions").toString().contains("PreemptionByScheduler"));
        Await.until(
                "p waits for n1",
                () -> get("p").at("/status/nominatedNodeName").asText().equals("n1"));
        api.delete(Bench.pods(namespace) + "/cheap", "{'gracePeriodSeconds':0}");
        assertEquals("n1", nodeOf("p"));
    }

    @Test
    void aBudgetSparesItsPodsWhereOthersCanLeave() {
        ObjectNode budget = Objects.yaml("{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b}, spec:"
                + " {minAvailable: 1, selector: {matchLabels: {app: secured}}}}");
        String budgets = "/apis/policy/v1/namespaces/" + namespace + "/poddisruptionbudgets";
        api.post(budgets, budget).expect(201);
        api.patch(
                        budgets + "/b/status",
                        ApiClient.MERGE,
                        "{'status':{'disruptionsAllowed':0,'currentHealthy':1,'desiredHealthy':1,'expectedPods':1}}")
                .expect(200);
        bench.node("n0", "", "", ROOM);
        bench.node("n1", "", "", ROOM);
        pod("secured", "4", "nodeName: n0, priorityClassName: low");
        pod("open", "4", "nodeName: n1, priorityClassName: middle");
        pod("p", "4", "priorityClassName: high");
        Await.until("open leaves, though it is more important", () -> leaving().equals(List.of("open")));
        api.delete(budgets + "/b").expect(200);
    }

    @Test
    void aPodThatMayNotPreemptWaits() {
        bench.node("n0", "", "", ROOM);
        bench.ensure(
                Objects.yaml("{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: patient}, value:"
                        + " 100, preemptionPolicy: Never}"),
                CLASSES);
        pod("low", "4", "nodeName: n0, priorityClassName: low");
        pod("p", "2", "priorityClassName: patient");
        assertEquals(
                "0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: not eligible due to"
                        + " preemptionPolicy=Never.",
                refusal("p"));
        assertEquals(List.of(), leaving());
    }

    @Test
    void roomThatIsBeingMadeForOneIsNotTakenByALessImportantOne() {
        bench.node("n0", "", "", ROOM);
        pod("low", "4", "nodeName: n0, priorityClassName: low");
        pod("high", "4", "priorityClassName: high");
        Await.until("low leaves", () -> leaving().equals(List.of("low")));
        Await.until(
                "high waits for n0",
                () -> get("high").at("/status/nominatedNodeName").asText().equals("n0"));
        pod("middle", "4", "priorityClassName: middle");
        assertTrue(refusal("middle").startsWith("0/1 nodes are available: 1 Insufficient cpu."), refusal("middle"));
        api.delete(Bench.pods(namespace) + "/low", "{'gracePeriodSeconds':0}");
        assertEquals("n0", nodeOf("high"));
    }
}
