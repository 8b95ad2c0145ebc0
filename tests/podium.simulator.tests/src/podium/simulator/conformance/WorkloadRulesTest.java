// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@Conformance
class WorkloadRulesTest {

    private final ApiClient api;
    private final Server server;
    private final String namespace;
    private final String apps;

    WorkloadRulesTest(Server server) {
        this.server = server;
        api = server.admin();
        namespace = server.freshNamespace();
        apps = "/apis/apps/v1/namespaces/" + namespace + "/";
    }

    @Test
    void aDeploymentGetsItsDefaults() {
        ObjectNode sent = Objects.deployment("web");
        ((ObjectNode) sent.get("spec")).remove("replicas");
        Answer created = api.post(apps + "deployments", sent).expect(201);
        assertEquals(1, created.at("/spec/replicas").asInt());
        assertEquals("RollingUpdate", created.text("/spec/strategy/type"));
        assertEquals("25%", created.text("/spec/strategy/rollingUpdate/maxSurge"));
        assertEquals(10, created.at("/spec/revisionHistoryLimit").asInt());
        assertEquals(600, created.at("/spec/progressDeadlineSeconds").asInt());
        assertEquals("Always", created.text("/spec/template/spec/restartPolicy"));
        assertTrue(created.at("/status").isObject());
    }

    @Test
    void theSelectorMustMatchTheTemplateAndStaysAsItIs() {
        ObjectNode wrong = Objects.deployment("web");
        ((ObjectNode) wrong.at("/spec/template/metadata/labels")).put("app", "other");
        Answer refused = api.post(apps + "deployments", wrong).expect(422);
        assertTrue(refused.message().startsWith("Deployment.apps \"web\" is invalid: spec.template.metadata.labels"));
        assertTrue(refused.message().contains("`selector` does not match template `labels`"), refused.message());
        api.post(apps + "deployments", Objects.deployment("web")).expect(201);
        ObjectNode other = Objects.deployment("web");
        ((ObjectNode) other.at("/spec/template/metadata/labels")).put("app", "other");
        ((ObjectNode) other.at("/spec/selector/matchLabels")).put("app", "other");
        Answer fixed = api.put(apps + "deployments/web", other).expect(422);
        assertEquals("spec.selector", fixed.text("/details/causes/0/field"));
        assertTrue(fixed.message().endsWith("field is immutable"), fixed.message());
    }

    @Test
    void aDeploymentRunsForEver() {
        ObjectNode once = Objects.deployment("web");
        ((ObjectNode) once.at("/spec/template/spec")).put("restartPolicy", "Never");
        Answer refused = api.post(apps + "deployments", once).expect(422);
        assertTrue(
                refused.message()
                        .contains("spec.template.spec.restartPolicy: Unsupported value: \"Never\": supported values:"
                                + " \"Always\""),
                refused.message());
    }

    @Test
    void aStatefulSetChangesOnlyWhatItCanRoll() {
        ObjectNode set = Objects.deployment("db").put("kind", "StatefulSet");
        ((ObjectNode) set.get("spec")).put("serviceName", "db");
        Answer created = api.post(apps + "statefulsets", set).expect(201);
        assertEquals("OrderedReady", created.text("/spec/podManagementPolicy"));
        assertEquals(
                0, created.at("/spec/updateStrategy/rollingUpdate/partition").asInt(-1));
        api.patch(
                        apps + "statefulsets/db",
                        ApiClient.MERGE,
                        "{'spec':{'replicas':3,'updateStrategy':{'rollingUpdate':{'partition':2}},"
                                + "'template':{'spec':{'nodeSelector':{'a':'b'}}}}}")
                .expect(200);
        Answer refused = api.patch(apps + "statefulsets/db", ApiClient.MERGE, "{'spec':{'serviceName':'other'}}")
                .expect(422);
        assertTrue(
                refused.message()
                        .startsWith("StatefulSet.apps \"db\" is invalid: spec: Forbidden: updates to statefulset spec"
                                + " for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy'"),
                refused.message());
    }

    @Test
    void aDaemonSetRollsOneByOne() {
        ObjectNode set = Objects.deployment("agent").put("kind", "DaemonSet");
        ((ObjectNode) set.get("spec")).remove("replicas");
        Answer created = api.post(apps + "daemonsets", set).expect(201);
        assertEquals("RollingUpdate", created.text("/spec/updateStrategy/type"));
        assertEquals(
                1,
                created.at("/spec/updateStrategy/rollingUpdate/maxUnavailable").asInt());
    }

    @Test
    void replicasAreNeverNegative() {
        ObjectNode sent = Objects.deployment("web");
        ((ObjectNode) sent.get("spec")).put("replicas", -1);
        Answer refused = api.post(apps + "deployments", sent).expect(422);
        assertTrue(
                refused.message().contains("spec.replicas: Invalid value: -1: must be greater than or equal to 0"),
                refused.message());
    }

    @Test
    void theValueOfAPriorityClassIsFixed() {
        String name = server.freshName("prio");
        String classes = "/apis/scheduling.k8s.io/v1/priorityclasses";
        api.post(
                        classes,
                        Objects.of("scheduling.k8s.io/v1", "PriorityClass", name)
                                .put("value", 10))
                .expect(201);
        Answer refused =
                api.patch(classes + "/" + name, ApiClient.MERGE, "{'value':11}").expect(422);
        assertTrue(refused.message().contains("value: Forbidden: may not be changed in an update."), refused.message());
    }

    @Test
    void aBudgetSaysOneThing() {
        ObjectNode budget = Objects.of("policy/v1", "PodDisruptionBudget", "b");
        budget.set("spec", Objects.json("{'minAvailable':1,'maxUnavailable':1,'selector':{'matchLabels':{'a':'b'}}}"));
        Answer refused = api.post("/apis/policy/v1/namespaces/" + namespace + "/poddisruptionbudgets", budget)
                .expect(422);
        assertTrue(refused.message().contains("minAvailable and maxUnavailable cannot be both set"), refused.message());
    }

    @Test
    void aNamespaceCarriesItsName() {
        Answer own = api.get("/api/v1/namespaces/" + namespace).expect(200);
        assertEquals(namespace, own.text("/metadata/labels/kubernetes.io~1metadata.name"));
        assertEquals("Active", own.text("/status/phase"));
        assertEquals("kubernetes", own.text("/spec/finalizers/0"));
    }

    @Test
    void aWriteThatChangesOnlyReplicasLeavesTheTemplateAsItWas() {
        for (String kind : List.of("Deployment", "StatefulSet")) {
            String all = apps + kind.toLowerCase(Locale.ROOT) + "s";
            String one = all + "/web";
            ObjectNode sent = Objects.deployment("web").put("kind", kind);
            JsonNode template = api.post(all, sent).expect(201).at("/spec/template");
            api.patch(one, ApiClient.MERGE, "{'spec':{'replicas':3}}").expect(200);
            api.patch(one, ApiClient.STRATEGIC, "{'spec':{'replicas':4}}").expect(200);
            api.patch(one, ApiClient.JSON_PATCH, "[{'op':'replace','path':'/spec/replicas','value':5}]")
                    .expect(200);
            api.patch(one + "/scale", ApiClient.MERGE, "{'spec':{'replicas':6}}")
                    .expect(200);
            ObjectNode whole = api.get(one).object();
            ((ObjectNode) whole.get("spec")).put("replicas", 7);
            api.put(one, whole).expect(200);
            ((ObjectNode) sent.get("spec")).put("replicas", 8);
            Answer last = api.put(one, sent).expect(200);
            assertEquals(8, last.at("/spec/replicas").asInt());
            assertEquals(template, last.at("/spec/template"), kind);
            assertEquals(7, last.at("/metadata/generation").asInt(), "each counted once");
        }
    }

    @Test
    void scaleIsReadAndWritten() {
        api.post(apps + "deployments", Objects.deployment("web")).expect(201);
        String scale = apps + "deployments/web/scale";
        Answer present = api.get(scale).expect(200);
        assertEquals("Scale", present.text("/kind"));
        assertEquals("autoscaling/v1", present.text("/apiVersion"));
        assertEquals(2, present.at("/spec/replicas").asInt());
        assertEquals("app=web", present.text("/status/selector"));
        api.patch(scale, ApiClient.MERGE, "{'spec':{'replicas':5}}").expect(200);
        assertEquals(5, api.get(apps + "deployments/web").at("/spec/replicas").asInt());
        api.put(scale, present.object()).expect(409);
        ObjectNode next = api.get(scale).object();
        ((ObjectNode) next.get("spec")).put("replicas", 1);
        assertEquals(1, api.put(scale, next).expect(200).at("/spec/replicas").asInt());
        assertEquals(
                404,
                api.get("/api/v1/namespaces/" + namespace + "/configmaps/x/scale")
                        .code());
    }
}
