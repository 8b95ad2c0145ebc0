// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

@Conformance
class PodRulesTest {

    private static final String PIN = """
        {'spec':{'affinity':{'nodeAffinity':{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[
        {'matchExpressions':[%s]}]}}}}}\
        """;
    private static final String ZONE = "{'key':'zone','operator':'In','values':['a']}";
    private static final String RACK = "{'key':'rack','operator':'In','values':['r1']}";

    private final ApiClient api;
    private final Server server;
    private final String pods;

    PodRulesTest(Server server) {
        this.server = server;
        api = server.admin();
        pods = "/api/v1/namespaces/" + server.freshNamespace() + "/pods";
    }

    @Test
    void aNewPodIsPendingWithItsDefaults() {
        ObjectNode sent = Objects.pod("p");
        sent.putObject("status").put("phase", "Running");
        Answer pod = api.post(pods, sent).expect(201);
        assertEquals("Pending", pod.text("/status/phase"));
        assertEquals("BestEffort", pod.text("/status/qosClass"));
        assertEquals("Always", pod.text("/spec/restartPolicy"));
        assertEquals("default-scheduler", pod.text("/spec/schedulerName"));
        assertEquals(30, pod.at("/spec/terminationGracePeriodSeconds").asInt());
        assertEquals(0, pod.at("/spec/priority").asInt(-1));
        assertEquals("IfNotPresent", pod.text("/spec/containers/0/imagePullPolicy"));
        assertEquals("node.kubernetes.io/not-ready", pod.text("/spec/tolerations/0/key"));
        assertEquals(300, pod.at("/spec/tolerations/1/tolerationSeconds").asInt());
    }

    @Test
    void aProbeSaysHowOftenAndHowLong() {
        ObjectNode pod = Objects.pod("p");
        container(pod).set("readinessProbe", Objects.json("{'httpGet':{'port':80}}"));
        assertEquals(
                Objects.json(
                        "{'failureThreshold':3,'httpGet':{'path':'/','port':80,'scheme':'HTTP'},'periodSeconds':10,"
                                + "'successThreshold':1,'timeoutSeconds':1}"),
                api.post(pods, pod).expect(201).at("/spec/containers/0/readinessProbe"));
    }

    @Test
    void requestsDefaultToLimitsAndDecideTheClassOfService() {
        ObjectNode pod = Objects.pod("p");
        container(pod).set("resources", Objects.json("{'limits':{'cpu':'1','memory':'1Gi','nvidia.com/gpu':'8'}}"));
        Answer created = api.post(pods, pod).expect(201);
        assertEquals("8", created.text("/spec/containers/0/resources/requests/nvidia.com~1gpu"));
        assertEquals("Guaranteed", created.text("/status/qosClass"));
    }

    @Test
    void anExtendedResourceCannotBeOvercommitted() {
        ObjectNode pod = Objects.pod("p");
        container(pod).set("resources", Objects.json("{'requests':{'nvidia.com/gpu':'8'}}"));
        Answer refused = api.post(pods, pod).expect(422);
        assertTrue(
                refused.message()
                        .contains("spec.containers[0].resources.limits: Required value: Limit must be set for non"
                                + " overcommitable resources"),
                refused.message());
        container(pod).set("resources", Objects.json("{'requests':{'x.io/g':'8'},'limits':{'x.io/g':'9'}}"));
        assertTrue(api.post(pods, pod).expect(422).message().contains("must be equal to x.io/g limit of 9"));
    }

    @Test
    void aPodNeedsAContainerWithAnImage() {
        ObjectNode empty = Objects.pod("p");
        ((ObjectNode) empty.get("spec")).putArray("containers");
        Answer refused = api.post(pods, empty).expect(422);
        assertEquals("Pod \"p\" is invalid: spec.containers: Required value", refused.message());
        ObjectNode imageless = Objects.pod("p");
        container(imageless).remove("image");
        assertTrue(
                api.post(pods, imageless).expect(422).message().contains("spec.containers[0].image: Required value"));
    }

    @Test
    void aPriorityClassGivesItsValue() {
        String name = server.freshName("prio");
        ObjectNode high =
                Objects.of("scheduling.k8s.io/v1", "PriorityClass", name).put("value", 1234);
        api.post("/apis/scheduling.k8s.io/v1/priorityclasses", high).expect(201);
        ObjectNode pod = Objects.pod("p");
        ((ObjectNode) pod.get("spec")).put("priorityClassName", name);
        assertEquals(1234, api.post(pods, pod).expect(201).at("/spec/priority").asInt());
        ObjectNode unknown = Objects.pod("q");
        ((ObjectNode) unknown.get("spec")).put("priorityClassName", "unheard-of");
        assertEquals(
                "pods \"q\" is forbidden: no PriorityClass with name unheard-of was found",
                api.post(pods, unknown).expect(403).message());
    }

    @Test
    void aRunningPodsSpecDoesNotChange() {
        api.post(pods, Objects.pod("p")).expect(201);
        Answer refused = patch("p", "{'spec':{'nodeSelector':{'a':'b'}}}").expect(422);
        assertEquals("Invalid", refused.text("/reason"));
        assertEquals("spec", refused.text("/details/causes/0/field"));
        assertEquals("FieldValueForbidden", refused.text("/details/causes/0/reason"));
        assertTrue(
                refused.message()
                        .startsWith("Pod \"p\" is invalid: spec: Forbidden: pod updates may not change fields other"
                                + " than `spec.containers[*].image`,`spec.initContainers[*].image`,"
                                + "`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing"
                                + " tolerations)"),
                refused.message());
        patch("p", "{'spec':{'nodeName':'n1'}}").expect(422);
        patch("p", "{'spec':{'containers':[{'name':'other','image':'o'}]}}").expect(422);
    }

    @Test
    void imagesTolerationsDeadlineAndLabelsMayChange() {
        api.post(pods, Objects.pod("p")).expect(201);
        api.patch(pods + "/p", ApiClient.STRATEGIC, "{'spec':{'containers':[{'name':'main','image':'app:2'}]}}")
                .expect(200);
        patch("p", "{'metadata':{'labels':{'a':'b'},'annotations':{'c':'d'}}}").expect(200);
        patch("p", "{'spec':{'activeDeadlineSeconds':100}}").expect(200);
        patch("p", "{'spec':{'activeDeadlineSeconds':200}}").expect(422);
        ObjectNode pod = api.get(pods + "/p").object();
        ((ObjectNode) pod.get("spec"))
                .withArray("tolerations")
                .addObject()
                .put("key", "x")
                .put("operator", "Exists");
        api.put(pods + "/p", pod).expect(200);
        Answer refused = patch("p", "{'spec':{'tolerations':[]}}").expect(422);
        assertTrue(
                refused.message().contains("existing toleration can not be modified except its tolerationSeconds"),
                refused.message());
    }

    @Test
    void aGatedPodSaysWhyItWaits() {
        Answer pod = api.post(pods, Objects.gatedPod("p")).expect(201);
        JsonNode condition = pod.at("/status/conditions/0");
        assertEquals("PodScheduled", condition.path("type").asText());
        assertEquals("False", condition.path("status").asText());
        assertEquals("SchedulingGated", condition.path("reason").asText());
        assertEquals(
                "Scheduling is blocked due to non-empty scheduling gates",
                condition.path("message").asText());
    }

    @Test
    void gatesFallAndNeverRise() {
        api.post(pods, Objects.gatedPod("p")).expect(201);
        Answer refused =
                patch("p", "{'spec':{'schedulingGates':[{'name':'podium.placement/manual'},{'name':'b.io/b'}]}}");
        assertTrue(
                refused.expect(422)
                        .message()
                        .contains("only deletion is allowed, but found new scheduling gate 'b.io/b'"),
                refused.message());
        patch("p", "{'spec':{'schedulingGates':null}}").expect(200);
        patch("p", "{'spec':{'schedulingGates':[{'name':'podium.placement/manual'}]}}")
                .expect(422);
    }

    @Test
    void aGatedPodsNodeSelectorOnlyGrows() {
        ObjectNode pod = Objects.gatedPod("p");
        ((ObjectNode) pod.get("spec")).putObject("nodeSelector").put("zone", "a");
        api.post(pods, pod).expect(201);
        patch("p", "{'spec':{'nodeSelector':{'kubernetes.io/hostname':'n1'}}}").expect(200);
        for (String change :
                new String[] {"{'spec':{'nodeSelector':{'zone':'b'}}}", "{'spec':{'nodeSelector':null}}"}) {
            Answer refused = patch("p", change).expect(422);
            assertEquals("spec.nodeSelector", refused.text("/details/causes/0/field"));
            assertTrue(
                    refused.message()
                            .contains("only additions to spec.nodeSelector are allowed (no mutations or deletions)"),
                    refused.message());
        }
    }

    @Test
    void aGatedPodsRequiredAffinityOnlyNarrows() {
        api.post(pods, Objects.gatedPod("p")).expect(201);
        patch("p", PIN.formatted(ZONE)).expect(200);
        patch("p", PIN.formatted(ZONE + "," + RACK)).expect(200);
        Answer refused = patch("p", PIN.formatted(RACK)).expect(422);
        assertTrue(
                refused.message().contains("only additions are allowed (no mutations or deletions)"),
                refused.message());
        Answer terms =
                patch("p", PIN.formatted(ZONE).replace("Terms':[", "Terms':[{'matchExpressions':[" + RACK + "]},"));
        assertTrue(
                terms.expect(422)
                        .message()
                        .contains("no additions/deletions to non-empty NodeSelectorTerms list are allowed"),
                terms.message());
        patch(
                        "p",
                        "{'spec':{'affinity':{'nodeAffinity':{'preferredDuringSchedulingIgnoredDuringExecution':"
                                + "[{'weight':1,'preference':{'matchExpressions':[" + ZONE + "]}}]}}}}")
                .expect(200);
    }

    @Test
    void pinningAndReleasingIsOneWrite() {
        api.post(pods, Objects.gatedPod("p")).expect(201);
        Answer released = patch("p", "{'spec':{'schedulingGates':null,'nodeSelector':{'kubernetes.io/hostname':'n1'}}}")
                .expect(200);
        assertTrue(released.at("/spec/schedulingGates").isMissingNode());
        assertEquals("n1", released.text("/spec/nodeSelector/kubernetes.io~1hostname"));
        patch("p", "{'spec':{'nodeSelector':{'zone':'a'}}}").expect(422);
    }

    @Test
    void aGateAndANodeExcludeEachOther() {
        ObjectNode pod = Objects.gatedPod("p");
        ((ObjectNode) pod.get("spec")).put("nodeName", "n1");
        Answer refused = api.post(pods, pod).expect(422);
        assertEquals(
                "Pod \"p\" is invalid: spec.nodeName: Forbidden: cannot be set until all schedulingGates have been"
                        + " cleared",
                refused.message());
    }

    private Answer patch(String name, String patch) {
        return api.patch(pods + "/" + name, ApiClient.MERGE, patch);
    }

    private static ObjectNode container(ObjectNode pod) {
        return (ObjectNode) pod.at("/spec/containers/0");
    }

    @Test
    void labelKeysBecomePartOfTheSelectorsBesideThem() {
        ObjectNode pod = Objects.pod("p", "app", "a", "version", "v1");
        ((ObjectNode) pod.get("spec")).setAll(Objects.yaml("""
            topologySpreadConstraints:
            - {topologyKey: zone, maxSkew: 1, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: a}}, matchLabelKeys: [version, absent]}
            affinity:
              podAntiAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                - {topologyKey: zone, labelSelector: {matchLabels: {app: a}}, mismatchLabelKeys: [version]}
            """));
        Answer made = api.post(pods, pod).expect(201);
        String added = "[{\"key\":\"version\",\"operator\":\"%s\",\"values\":[\"v1\"]}]";
        assertEquals(
                added.formatted("In"),
                made.at("/spec/topologySpreadConstraints/0/labelSelector/matchExpressions")
                        .toString());
        assertEquals(
                added.formatted("NotIn"),
                made.at(
                                "/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/labelSelector/matchExpressions")
                        .toString());
    }

    @Test
    void aRuntimeClassAddsItsOverheadAndSaysWhereItIsToBeHad() {
        String name = "heavy" + Long.toHexString(System.nanoTime());
        String classes = "/apis/node.k8s.io/v1/runtimeclasses";
        api.post(
                        classes,
                        Objects.yaml("{apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: " + name
                                + "}, handler: h, overhead: {podFixed: {cpu: 250m}}, scheduling: {nodeSelector: {vm:"
                                + " 'yes'}, tolerations: [{key: vm, operator: Exists}]}}"))
                .expect(201);
        ObjectNode pod = Objects.pod("p");
        ((ObjectNode) pod.get("spec")).put("runtimeClassName", name);
        Answer made = api.post(pods, pod).expect(201);
        assertEquals("250m", made.text("/spec/overhead/cpu"));
        assertEquals("yes", made.text("/spec/nodeSelector/vm"));
        assertTrue(made.at("/spec/tolerations").toString().contains("\"key\":\"vm\""));
        api.delete(classes + "/" + name).expect(200);
    }

    /** One that never was: a server may go on seeing one that was deleted for a moment, since it asks its cache first. */
    @Test
    void aPodOfARuntimeClassThatIsNotThereIsRefused() {
        ObjectNode lost = Objects.pod("q");
        ((ObjectNode) lost.get("spec")).put("runtimeClassName", "never-made");
        Answer refused = api.post(pods, lost).expect(403);
        assertTrue(refused.message().contains("RuntimeClass \"never-made\" not found"), refused.message());
    }
}
