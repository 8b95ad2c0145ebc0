// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import podium.testkit.Await;

/** What a namespace may use, and what a pod gets that asks for nothing: ResourceQuota and LimitRange, as admission has them. */
@Conformance
class QuotaTest {

    private final ApiClient api;
    private final String namespace;
    private final String core;
    private final boolean controlled;

    QuotaTest(Server server) {
        api = server.admin();
        namespace = server.freshNamespace();
        core = "/api/v1/namespaces/" + namespace;
        controlled = server.toString().contains("simulator");
    }

    @Test
    void aPodBeyondTheQuotaIsForbiddenWithTheNumbers() {
        quota("hard: {requests.nvidia.com/gpu: '8', pods: '3'}");
        api.post(core + "/pods", gpus("a", 6)).expect(201);
        Answer refused = api.post(core + "/pods", gpus("b", 4)).expect(403);
        assertEquals("Forbidden", refused.text("/reason"));
        assertEquals(
                "pods \"b\" is forbidden: exceeded quota: team, requested: requests.nvidia.com/gpu=4,"
                        + " used: requests.nvidia.com/gpu=6, limited: requests.nvidia.com/gpu=8",
                refused.message());
        api.post(core + "/pods", gpus("c", 2)).expect(201);
        assertEquals("8", api.get(core + "/resourcequotas/team").text("/status/used/requests.nvidia.com~1gpu"));
        assertEquals("2", api.get(core + "/resourcequotas/team").text("/status/used/pods"));
    }

    @Test
    void aPodThatDoesNotSayWhatTheQuotaCountsIsForbidden() {
        quota("hard: {requests.cpu: '4', limits.memory: 8Gi}");
        Answer refused = api.post(core + "/pods", Objects.pod("a")).expect(403);
        assertEquals(
                "pods \"a\" is forbidden: failed quota: team: must specify limits.memory for: main; requests.cpu for:"
                        + " main",
                refused.message());
    }

    @Test
    void severalResourcesAreToldTogether() {
        quota("hard: {requests.cpu: '2', requests.memory: 2Gi}");
        Answer refused = api.post(core + "/pods", asking("a", "requests: {cpu: '3', memory: 3Gi}"))
                .expect(403);
        assertEquals(
                "pods \"a\" is forbidden: exceeded quota: team, requested: requests.cpu=3,requests.memory=3Gi,"
                        + " used: requests.cpu=0,requests.memory=0, limited: requests.cpu=2,requests.memory=2Gi",
                refused.message());
    }

    @Test
    void aDryRunTakesNothingOfTheQuota() {
        quota("hard: {pods: '1'}");
        api.post(core + "/pods?dryRun=All", Objects.pod("a")).expect(201);
        api.post(core + "/pods", Objects.pod("b")).expect(201);
        Answer refused = api.post(core + "/pods?dryRun=All", Objects.pod("c")).expect(403);
        assertEquals(
                "pods \"c\" is forbidden: exceeded quota: team, requested: pods=1, used: pods=1, limited: pods=1",
                refused.message());
    }

    @Test
    void aLimitRangeFillsInWhatAContainerLeavesOut() {
        range("{type: Container, default: {cpu: '2', memory: 4Gi}, defaultRequest: {cpu: '1'}}");
        Answer made = api.post(core + "/pods", Objects.pod("a")).expect(201);
        assertEquals("2", made.text("/spec/containers/0/resources/limits/cpu"));
        assertEquals("1", made.text("/spec/containers/0/resources/requests/cpu"));
        assertEquals("4Gi", made.text("/spec/containers/0/resources/requests/memory"));
        assertEquals(
                "LimitRanger plugin set: cpu, memory request for container main; cpu, memory limit for container main",
                made.text("/metadata/annotations/kubernetes.io~1limit-ranger"));
    }

    @Test
    void aLimitRangeRefusesMoreThanItsMost() {
        range("{type: Container, max: {cpu: '4'}}");
        Answer refused =
                api.post(core + "/pods", asking("a", "limits: {cpu: '8'}")).expect(403);
        assertEquals(
                "pods \"a\" is forbidden: maximum cpu usage per Container is 4, but limit is 8", refused.message());
        Answer missing = api.post(core + "/pods?dryRun=All", asking("b", "requests: {cpu: '2'}"))
                .expect(201);
        assertEquals("4", missing.text("/spec/containers/0/resources/limits/cpu"));
    }

    @Test
    void theSamePortOfTheHostIsTakenOnce() {
        ObjectNode pod = Objects.pod("a");
        ((ObjectNode) pod.at("/spec/containers/0"))
                .set(
                        "ports",
                        Objects.yaml("{ports: [{containerPort: 80, hostPort: 8080}, {containerPort: 81, hostPort:"
                                        + " 8080}]}")
                                .get("ports"));
        Answer refused = api.post(core + "/pods", pod).expect(422);
        assertEquals("FieldValueDuplicate", refused.text("/details/causes/0/reason"));
        assertEquals("spec.containers[0].ports[1].hostPort", refused.text("/details/causes/0/field"));
        assertEquals("Duplicate value: \"TCP//8080\"", refused.text("/details/causes/0/message"));
    }

    @Test
    void theTextOfASecretIsKeptInBase64() {
        ObjectNode secret = Objects.of("v1", "Secret", "s");
        secret.putObject("stringData").put("password", "geheim");
        Answer made = api.post(core + "/secrets", secret).expect(201);
        assertEquals("Z2VoZWlt", made.text("/data/password"));
        assertTrue(made.at("/stringData").isMissingNode());
        assertEquals("Opaque", made.text("/type"));
    }

    private void quota(String spec) {
        ObjectNode quota = Objects.of("v1", "ResourceQuota", "team");
        quota.set("spec", Objects.yaml("{" + spec + "}"));
        String path = core + "/resourcequotas";
        ObjectNode made = api.post(path, quota).expect(201).object();
        if (!controlled) {
            // no controller counts on this server: what is used is 0, as it would find
            ObjectNode status = Objects.json("{}");
            status.set("hard", made.at("/spec/hard"));
            ObjectNode used = status.putObject("used");
            made.at("/spec/hard").fieldNames().forEachRemaining(name -> used.put(name, "0"));
            api.patch(
                            path + "/team/status",
                            ApiClient.MERGE,
                            Objects.json("{}").set("status", status).toString())
                    .expect(200);
        }
        Await.until(
                "the quota holds",
                () -> !api.get(path + "/team").at("/status/used").isEmpty());
    }

    private void range(String limit) {
        ObjectNode range = Objects.of("v1", "LimitRange", "team");
        range.set("spec", Objects.yaml("{limits: [" + limit + "]}"));
        api.post(core + "/limitranges", range).expect(201);
        Await.until("the range holds", () -> {
            Answer tried = api.post(core + "/pods?dryRun=All", asking("try", "limits: {cpu: '1000'}"));
            return tried.code() == 403 || tried.at("/metadata/annotations").has("kubernetes.io/limit-ranger");
        });
    }

    private static ObjectNode gpus(String name, int count) {
        return asking(name, "requests: {nvidia.com/gpu: '" + count + "'}, limits: {nvidia.com/gpu: '" + count + "'}");
    }

    private static ObjectNode asking(String name, String resources) {
        ObjectNode pod = Objects.pod(name);
        ((ObjectNode) pod.at("/spec/containers/0")).set("resources", Objects.yaml("{" + resources + "}"));
        return pod;
    }
}
