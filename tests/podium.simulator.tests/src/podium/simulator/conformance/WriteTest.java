// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Conformance
class WriteTest {

    private final Server server;
    private final ApiClient api;
    private final String namespace;
    private final String maps;

    WriteTest(Server server) {
        this.server = server;
        api = server.admin();
        namespace = server.freshNamespace();
        maps = "/api/v1/namespaces/" + namespace + "/configmaps";
    }

    @Test
    void aNumberIsNoLabelAndNoValueOfAVariable() {
        Answer label = api.post(maps, Objects.json("{'metadata':{'name':'n','labels':{'a':1}}}"));
        assertTrue(
                label.expect(400)
                        .message()
                        .endsWith(
                                "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type"
                                        + " string"),
                label.message());
        ObjectNode pod = Objects.pod("p");
        ((ObjectNode) pod.at("/spec/containers/0"))
                .set("env", Objects.json("{'e':[{'name':'A','value':5}]}").path("e"));
        Answer variable = api.post(maps.replace("configmaps", "pods"), pod);
        assertTrue(
                variable.expect(400)
                        .message()
                        .contains("json: cannot unmarshal number into Go struct field EnvVar.spec.containers"),
                variable.message());
    }

    @Test
    void aNewObjectGetsItsIdentityFromTheServer() {
        ObjectNode sent = Objects.configMap("a");
        ((ObjectNode) sent.get("metadata")).put("uid", "mine").put("creationTimestamp", "2001-01-01T00:00:00Z");
        Answer created = api.post(maps, sent).expect(201);
        assertNotEquals("mine", created.text("/metadata/uid"));
        assertEquals(36, created.text("/metadata/uid").length());
        assertFalse(created.text("/metadata/creationTimestamp").startsWith("2001"));
        assertEquals(namespace, created.text("/metadata/namespace"));
        assertEquals(created.body(), api.get(maps + "/a").body());
    }

    private ObjectNode misspelt() {
        ObjectNode job = Objects.yaml("""
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: misspelt
              colour: red
              labels: {any: thing}
            spec:
              Parallelism: 2
              template:
                metadata: {annotations: {any: thing}}
                spec:
                  restartPolicy: Never
                  nodeselector: {a: b}
                  nodeSelector: {any: thing}
                  containers:
                  - name: main
                    image: example/train:1
                    env: [{name: A, vale: b}]
                    resources: {limits: {example.com/any: 1}}
            status: {zzz: 1}
            """);
        return job;
    }

    private static final List<String> UNKNOWN = List.of(
            "metadata.colour",
            "spec.Parallelism",
            "spec.template.spec.nodeselector",
            "spec.template.spec.containers[0].env[0].vale",
            "status.zzz");

    @Test
    void fieldsThatAKindDoesNotKnowFallAwayAndAreTold() {
        String jobs = "/apis/batch/v1/namespaces/" + namespace + "/jobs";
        Answer made = api.post(jobs, misspelt()).expect(201);
        assertEquals(
                UNKNOWN.stream()
                        .map(path -> "299 - \"unknown field \\\"" + path + "\\\"\"")
                        .toList(),
                made.headers().allValues("Warning").stream()
                        .flatMap(line -> Stream.of(line.split(", (?=299)")))
                        .toList());
        JsonNode stored = api.get(jobs + "/misspelt").body();
        for (String lost : List.of("colour", "Parallelism", "nodeselector", "vale", "zzz")) {
            assertFalse(stored.toString().contains("\"" + lost + "\""), stored::toString);
        }
        assertEquals("thing", made.text("/spec/template/spec/nodeSelector/any"));
        assertEquals(1, made.at("/spec/parallelism").asInt());
        Answer patched = api.patch(jobs + "/misspelt", ApiClient.MERGE, "{'spec':{'paralelism':3}}")
                .expect(200);
        assertTrue(patched.headers().firstValue("Warning").orElse("").contains("spec.paralelism"));
    }

    /** As kube-apiserver 1.36.2 does. */
    @Test
    void theyAreToldTooWhereTheObjectIsRefusedForSomethingElse() {
        ObjectNode job = misspelt();
        ((ObjectNode) job.at("/spec/template/spec")).remove("containers");
        Answer refused = api.post("/apis/batch/v1/namespaces/" + namespace + "/jobs", job)
                .expect(422);
        assertTrue(refused.message().contains("containers: Required value"), refused::message);
        assertTrue(refused.headers().allValues("Warning").toString().contains("spec.Parallelism"));
    }

    @Test
    void whereThatIsAskedForTheyAreRefused() {
        String jobs = "/apis/batch/v1/namespaces/" + namespace + "/jobs";
        Answer strict = api.post(jobs + "?fieldValidation=Strict", misspelt()).expect(400);
        assertEquals(
                "Job in version \"v1\" cannot be handled as a Job: strict decoding error: "
                        + String.join(
                                ", ",
                                UNKNOWN.stream()
                                        .map(path -> "unknown field \"" + path + "\"")
                                        .toList()),
                strict.message());
        Answer silent = api.post(jobs + "?fieldValidation=Ignore", misspelt()).expect(201);
        assertTrue(silent.headers().firstValue("Warning").isEmpty());
        Answer patched = api.patch(
                        jobs + "/misspelt?fieldValidation=Strict", ApiClient.MERGE, "{'spec':{'paralelism':3}}")
                .expect(422);
        assertEquals(List.of("patch"), patched.causes());
        assertTrue(patched.message().endsWith(": strict decoding error: unknown field \"spec.paralelism\""));
    }

    @Test
    void aGeneratedNameBeginsAsAsked() {
        ObjectNode sent = Objects.configMap("");
        ((ObjectNode) sent.get("metadata")).remove("name");
        ((ObjectNode) sent.get("metadata")).put("generateName", "run-");
        String first = api.post(maps, sent).expect(201).text("/metadata/name");
        String second = api.post(maps, sent).expect(201).text("/metadata/name");
        assertTrue(first.matches("run-[a-z0-9]{5}"), first);
        assertNotEquals(first, second);
    }

    @Test
    void aNameIsRequiredAndChecked() {
        ObjectNode nameless = Objects.configMap("");
        ((ObjectNode) nameless.get("metadata")).remove("name");
        assertEquals(
                "ConfigMap \"\" is invalid: metadata.name: Required value: name or generateName is required",
                requireName(api.post(maps, nameless)));
        Answer bad = api.post(maps, Objects.configMap("Not_Good")).expect(422);
        assertTrue(bad.message().startsWith("ConfigMap \"Not_Good\" is invalid: metadata.name: Invalid value:"));
        assertTrue(bad.message().contains("a lowercase RFC 1123 subdomain must consist of"), bad.message());
    }

    private static String requireName(Answer answer) {
        answer.expect(422);
        assertEquals("FieldValueRequired", answer.text("/details/causes/0/reason"));
        return answer.message();
    }

    @Test
    void aNameIsTakenOnce() {
        api.post(maps, Objects.configMap("a")).expect(201);
        Answer again = api.post(maps, Objects.configMap("a")).expect(409);
        assertEquals("AlreadyExists", again.text("/reason"));
        assertEquals("configmaps \"a\" already exists", again.message());
    }

    @Test
    void theNamespaceMustExistAndAgree() {
        Answer missing = api.post("/api/v1/namespaces/nowhere/configmaps", Objects.configMap("a"))
                .expect(404);
        assertEquals("namespaces \"nowhere\" not found", missing.message());
        ObjectNode elsewhere = Objects.configMap("a");
        ((ObjectNode) elsewhere.get("metadata")).put("namespace", "default");
        Answer refused = api.post(maps, elsewhere).expect(400);
        assertTrue(refused.message().startsWith("the namespace of the provided object does not match the namespace"));
    }

    @Test
    void theKindMustBeThatOfThePath() {
        api.post(maps, Objects.pod("a")).expect(400);
        ObjectNode version = Objects.configMap("a").put("apiVersion", "v2");
        api.post(maps, version).expect(400);
    }

    @Test
    void aBodyMustBeReadable() {
        api.patch(maps + "/a", "text/plain", "{}").expect(415);
        Answer broken = api.send(api.request(maps)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{"))
                .build());
        assertEquals("BadRequest", broken.expect(400).text("/reason"));
    }

    @Test
    void yamlIsUnderstood() {
        Answer created = api.send(api.request(maps)
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: yam}\ndata: {a: b}\n"))
                .build());
        assertEquals("b", created.expect(201).text("/data/a"));
    }

    @Test
    void anUpdateOfAnOldVersionIsAConflict() {
        Answer created = api.post(maps, Objects.configMap("a")).expect(201);
        api.patch(maps + "/a", ApiClient.MERGE, "{'data':{'x':'1'}}").expect(200);
        Answer refused = api.put(maps + "/a", created.object()).expect(409);
        assertEquals("Conflict", refused.text("/reason"));
        assertEquals(
                "Operation cannot be fulfilled on configmaps \"a\": the object has been modified; please apply your"
                        + " changes to the latest version and try again",
                refused.message());
        assertEquals("a", refused.text("/details/name"));
    }

    @Test
    void anUpdateWithoutAVersionReplacesWhateverIsThere() {
        Answer created = api.post(maps, Objects.configMap("a")).expect(201);
        ObjectNode next = Objects.configMap("a");
        ((ObjectNode) next.get("data")).put("b", "2");
        Answer updated = api.put(maps + "/a", next).expect(200);
        assertEquals(created.text("/metadata/uid"), updated.text("/metadata/uid"));
        assertEquals(created.text("/metadata/creationTimestamp"), updated.text("/metadata/creationTimestamp"));
        assertEquals("2", updated.text("/data/b"));
    }

    @Test
    void anUpdateOfAnotherUidIsAConflict() {
        ObjectNode created = api.post(maps, Objects.configMap("a")).expect(201).object();
        ((ObjectNode) created.get("metadata")).put("uid", "00000000-0000-4000-8000-000000000000");
        ((ObjectNode) created.get("metadata")).remove("resourceVersion");
        Answer refused = api.put(maps + "/a", created).expect(409);
        assertTrue(refused.message().contains("Precondition failed: UID in precondition: 00000000"), refused.message());
    }

    @Test
    void anUpdateOfNothingIsNotFound() {
        api.put(maps + "/none", Objects.configMap("none")).expect(404);
    }

    @Test
    void anUpdateMustNameTheObjectOfThePath() {
        api.post(maps, Objects.configMap("a")).expect(201);
        assertTrue(api.put(maps + "/a", Objects.configMap("b"))
                .expect(400)
                .message()
                .startsWith("the name of the object (b) does not match the name on the URL (a)"));
    }

    @Test
    void anUpdateThatChangesNothingMakesNoRevision() {
        Answer created = api.post(maps, Objects.configMap("a")).expect(201);
        Answer updated = api.put(maps + "/a", created.object()).expect(200);
        assertEquals(created.version(), updated.version());
    }

    @Test
    void aDryRunAnswersAndKeepsNothing() {
        Answer created = api.post(maps + "?dryRun=All", Objects.configMap("a")).expect(201);
        assertEquals("a", created.text("/metadata/name"));
        assertFalse(created.text("/metadata/uid").isEmpty());
        api.get(maps + "/a").expect(404);
        api.post(maps, Objects.configMap("a")).expect(201);
        api.post(maps + "?dryRun=All", Objects.configMap("a")).expect(409);
        Answer patched = api.patch(maps + "/a?dryRun=All", ApiClient.MERGE, "{'data':{'x':'y'}}")
                .expect(200);
        assertEquals("y", patched.text("/data/x"));
        assertTrue(api.get(maps + "/a").at("/data/x").isMissingNode());
        api.delete(maps + "/a?dryRun=All").expect(200);
        api.delete(maps + "/a", "{'dryRun':['All']}").expect(200);
        api.get(maps + "/a").expect(200);
    }

    @Test
    void aDryRunOfAnotherKindIsRefused() {
        assertTrue(api.post(maps + "?dryRun=Some", Objects.configMap("a")).code() >= 400);
        api.get(maps + "/a").expect(404);
    }

    @Test
    void statusIsWrittenOnItsOwn() {
        String node = "/api/v1/nodes/" + server.freshName("node");
        ObjectNode sent = Objects.of("v1", "Node", node.substring(node.lastIndexOf('/') + 1));
        api.post("/api/v1/nodes", sent).expect(201);
        api.patch(node, ApiClient.MERGE, "{'spec':{'unschedulable':true},'status':{'capacity':{'cpu':'8'}}}")
                .expect(200);
        Answer present = api.get(node);
        assertTrue(present.at("/spec/unschedulable").asBoolean());
        assertTrue(present.at("/status/capacity/cpu").isMissingNode());
        api.patch(
                        node + "/status",
                        ApiClient.MERGE,
                        "{'spec':{'unschedulable':false},'status':{'capacity':{'cpu':'8'}}}")
                .expect(200);
        present = api.get(node);
        assertTrue(present.at("/spec/unschedulable").asBoolean());
        assertEquals("8", present.text("/status/capacity/cpu"));
        api.delete(node).expect(200);
    }

    @Test
    void generationCountsWhatIsWantedAndNotWhatIs() {
        String deployments = "/apis/apps/v1/namespaces/" + namespace + "/deployments";
        Answer created = api.post(deployments, Objects.deployment("web")).expect(201);
        assertEquals(1, created.at("/metadata/generation").asInt());
        api.patch(deployments + "/web", ApiClient.MERGE, "{'metadata':{'labels':{'a':'b'}}}")
                .expect(200);
        api.patch(deployments + "/web/status", ApiClient.MERGE, "{'status':{'replicas':2}}")
                .expect(200);
        assertEquals(1, api.get(deployments + "/web").at("/metadata/generation").asInt());
        api.patch(deployments + "/web", ApiClient.MERGE, "{'spec':{'replicas':3}}")
                .expect(200);
        Answer changed = api.get(deployments + "/web");
        assertEquals(2, changed.at("/metadata/generation").asInt());
        assertEquals(2, changed.at("/status/replicas").asInt());
    }

    @Test
    void aMethodThatAResourceHasNotIsRefused() {
        assertEquals(
                "MethodNotAllowed",
                api.post(maps + "/a", Objects.configMap("a")).expect(405).text("/reason"));
        api.put(maps, Objects.configMap("a")).expect(405);
    }
}
