// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.testkit.Await;

@Conformance
class CustomResourceTest {

    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private final ApiClient api;
    private final String plural;
    private final String gadgets;

    CustomResourceTest(Server server) {
        api = server.admin();
        plural = "gadgets" + Long.toHexString(System.nanoTime());
        gadgets = "/apis/podium.example/v1/namespaces/" + server.freshNamespace() + "/" + plural;
    }

    @BeforeEach
    void define() {
        api.post(DEFINITIONS, definition()).expect(201);
        Await.until("the resource is served", () -> api.get(gadgets).code() == 200);
    }

    @AfterEach
    void forget() {
        api.delete(DEFINITIONS + "/" + plural + ".podium.example");
    }

    @Test
    void aDefinitionIsEstablished() {
        Answer definition =
                api.get(DEFINITIONS + "/" + plural + ".podium.example").expect(200);
        boolean established = false;
        for (JsonNode condition : definition.at("/status/conditions")) {
            established |= condition.path("type").asText().equals("Established")
                    && condition.path("status").asText().equals("True");
        }
        assertTrue(established);
        assertEquals(plural, definition.text("/status/acceptedNames/plural"));
        assertEquals("v1", definition.text("/status/storedVersions/0"));
    }

    @Test
    void whoTakesNothingButProtobufIsRefusedAndWhoTakesJsonTooGetsThat() {
        api.get(gadgets, "application/vnd.kubernetes.protobuf").expect(406);
        api.get(gadgets + "?watch=1&timeoutSeconds=1", "application/vnd.kubernetes.protobuf;stream=watch")
                .expect(406);
        Answer other = api.get(gadgets, "text/html").expect(406);
        assertEquals("NotAcceptable", other.text("/reason"));
        api.get(gadgets, "application/json;as=Anything;v=v1;g=meta.k8s.io").expect(406);
        Answer json = api.get(gadgets, "application/vnd.kubernetes.protobuf, application/json")
                .expect(200);
        assertTrue(json.at("/items").isArray(), json.body().toString());
    }

    @Test
    void aDefinitionIsNamedAfterWhatItDefines() {
        ObjectNode wrong = definition();
        ((ObjectNode) wrong.get("metadata")).put("name", "wrong.podium.example");
        Answer refused = api.post(DEFINITIONS, wrong).expect(422);
        assertTrue(refused.message().contains("must be spec.names.plural+\".\"+spec.group"), refused.message());
    }

    @Test
    void customObjectsAreServedLikeOthers() {
        Answer created = api.post(gadgets, gadget("g")).expect(201);
        assertEquals(1, created.at("/metadata/generation").asInt());
        assertEquals("Gadget" + "", created.text("/kind").substring(0, 6));
        assertEquals("podium.example/v1", api.get(gadgets).text("/items/0/apiVersion"));
        try (WatchStream watch = api.watch(gadgets + "?watch=1&resourceVersion=" + created.version())) {
            api.patch(gadgets + "/g", ApiClient.MERGE, "{'spec':{'size':3}}").expect(200);
            assertEquals("MODIFIED g", watch.nextName());
        }
        assertEquals(2, api.get(gadgets + "/g").at("/metadata/generation").asInt());
        api.delete(gadgets + "/g").expect(200);
        api.get(gadgets + "/g").expect(404);
    }

    @Test
    void statusIsApart() {
        ObjectNode sent = gadget("g");
        sent.putObject("status").put("phase", "Made");
        assertTrue(api.post(gadgets, sent).expect(201).at("/status").isMissingNode());
        api.patch(gadgets + "/g", ApiClient.MERGE, "{'status':{'phase':'Made'}}")
                .expect(200);
        assertTrue(api.get(gadgets + "/g").at("/status/phase").isMissingNode());
        api.patch(gadgets + "/g/status", ApiClient.MERGE, "{'status':{'phase':'Made'},'spec':{'size':9}}")
                .expect(200);
        Answer present = api.get(gadgets + "/g");
        assertEquals("Made", present.text("/status/phase"));
        assertEquals(1, present.at("/spec/size").asInt());
        assertEquals(1, present.at("/metadata/generation").asInt());
    }

    @Test
    void scaleFollowsTheDeclaredPaths() {
        api.post(gadgets, gadget("g")).expect(201);
        assertEquals(
                1,
                api.get(gadgets + "/g/scale").expect(200).at("/spec/replicas").asInt());
        api.patch(gadgets + "/g/scale", ApiClient.MERGE, "{'spec':{'replicas':7}}")
                .expect(200);
        assertEquals(7, api.get(gadgets + "/g").at("/spec/size").asInt());
    }

    @Test
    void theTableHasTheDeclaredColumns() {
        api.post(gadgets, gadget("g")).expect(201);
        Answer table =
                api.get(gadgets, "application/json;as=Table;v=v1;g=meta.k8s.io").expect(200);
        assertEquals("Name", table.text("/columnDefinitions/0/name"));
        assertEquals("Size", table.text("/columnDefinitions/1/name"));
        assertEquals("Ready", table.text("/columnDefinitions/2/name"));
        assertEquals(1, table.at("/rows/0/cells/1").asInt());
        assertTrue(table.at("/rows/0/cells/2").isNull());
        api.patch(
                        gadgets + "/g/status",
                        ApiClient.MERGE,
                        "{'status':{'conditions':[{'type':'Ready','status':'True'}]}}")
                .expect(200);
        table = api.get(gadgets, "application/json;as=Table;v=v1;g=meta.k8s.io").expect(200);
        assertEquals("True", table.text("/rows/0/cells/2"));
    }

    @Test
    void aReplacementNeedsAVersion() {
        api.post(gadgets, gadget("g")).expect(201);
        Answer refused = api.put(gadgets + "/g", gadget("g")).expect(422);
        assertTrue(refused.message().contains("metadata.resourceVersion: Invalid value"), refused.message());
        assertTrue(refused.message().contains("must be specified for an update"), refused.message());
    }

    @Test
    void thereIsNoStrategicMerge() {
        api.post(gadgets, gadget("g")).expect(201);
        api.patch(gadgets + "/g", ApiClient.STRATEGIC, "{'spec':{'size':2}}").expect(415);
    }

    @Test
    void listsAreMergedAsTheSchemaSays() {
        api.patch(gadgets + "/g?fieldManager=one", ApiClient.APPLY, applied("{'name':'a','v':1}"))
                .expect(201);
        Answer both = api.patch(gadgets + "/g?fieldManager=two", ApiClient.APPLY, applied("{'name':'b','v':2}"))
                .expect(200);
        assertEquals(2, both.at("/spec/parts").size());
        api.patch(gadgets + "/g?fieldManager=two", ApiClient.APPLY, applied("{'name':'a','v':9}"))
                .expect(409);
    }

    @Test
    void aForgottenDefinitionTakesItsObjectsWithIt() {
        api.post(gadgets, gadget("g")).expect(201);
        api.delete(DEFINITIONS + "/" + plural + ".podium.example").expect(200);
        Await.until("the resource is gone", () -> api.get(gadgets).code() == 404);
    }

    private String kind() {
        return "Gadget" + plural.substring(7);
    }

    private ObjectNode gadget(String name) {
        ObjectNode gadget = Objects.of("podium.example/v1", kind(), name);
        gadget.putObject("spec").put("size", 1);
        return gadget;
    }

    private String applied(String part) {
        return ("{'apiVersion':'podium.example/v1','kind':'" + kind() + "','metadata':{'name':'g'},'spec':{'parts':["
                + part + "]}}");
    }

    private ObjectNode definition() {
        return Objects.yaml("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: PLURAL.podium.example}
                spec:
                  group: podium.example
                  scope: Namespaced
                  names: {plural: PLURAL, kind: KIND, categories: [toys]}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    subresources:
                      status: {}
                      scale: {specReplicasPath: .spec.size, statusReplicasPath: .status.size}
                    additionalPrinterColumns:
                    - {name: Size, type: integer, jsonPath: .spec.size}
                    - {name: Ready, type: string, jsonPath: '.status.conditions[?(@.type=="Ready")].status'}
                    schema:
                      openAPIV3Schema:
                        type: object
                        properties:
                          spec:
                            type: object
                            properties:
                              size: {type: integer}
                              parts:
                                type: array
                                x-kubernetes-list-type: map
                                x-kubernetes-list-map-keys: [name]
                                items:
                                  type: object
                                  required: [name]
                                  properties:
                                    name: {type: string}
                                    v: {type: integer}
                          status:
                            type: object
                            x-kubernetes-preserve-unknown-fields: true
                """.replace("PLURAL", plural).replace("KIND", kind()));
    }
}
