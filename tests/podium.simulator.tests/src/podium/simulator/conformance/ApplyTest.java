// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

@Conformance
class ApplyTest {

    private final ApiClient api;
    private final String maps;
    private final String deployments;

    ApplyTest(Server server) {
        api = server.admin();
        String namespace = server.freshNamespace();
        maps = "/api/v1/namespaces/" + namespace + "/configmaps";
        deployments = "/apis/apps/v1/namespaces/" + namespace + "/deployments";
    }

    @Test
    void applyCreatesAndSaysWhoManagesWhat() {
        Answer created = apply("one", "{'data':{'a':'1'},'metadata':{'labels':{'l':'m'}}}")
                .expect(201);
        JsonNode manager = created.at("/metadata/managedFields/0");
        assertEquals("one", manager.path("manager").asText());
        assertEquals("Apply", manager.path("operation").asText());
        assertEquals("v1", manager.path("apiVersion").asText());
        assertEquals("FieldsV1", manager.path("fieldsType").asText());
        assertEquals(
                Objects.json("{'f:data':{'f:a':{}},'f:metadata':{'f:labels':{'f:l':{}}}}"), manager.path("fieldsV1"));
    }

    @Test
    void whatIsNoLongerAppliedGoes() {
        apply("one", "{'data':{'a':'1','b':'2'}}").expect(201);
        Answer applied = apply("one", "{'data':{'a':'1'}}").expect(200);
        assertEquals(Objects.json("{'a':'1'}"), applied.at("/data"));
    }

    @Test
    void whatSomebodyElseHoldsStaysWhenOneLetsGo() {
        apply("one", "{'data':{'a':'1','b':'2'}}").expect(201);
        apply("two", "{'data':{'b':'2'}}").expect(200);
        Answer applied = apply("one", "{'data':{'a':'1'}}").expect(200);
        assertEquals("2", applied.text("/data/b"));
    }

    @Test
    void anotherValueForAForeignFieldIsAConflict() {
        apply("one", "{'data':{'a':'1'}}").expect(201);
        Answer refused = apply("two", "{'data':{'a':'9'}}").expect(409);
        assertEquals("Conflict", refused.text("/reason"));
        assertEquals("Apply failed with 1 conflict: conflict with \"one\": .data.a", refused.message());
        assertEquals("FieldManagerConflict", refused.text("/details/causes/0/reason"));
        assertEquals("conflict with \"one\"", refused.text("/details/causes/0/message"));
        assertEquals(".data.a", refused.text("/details/causes/0/field"));
    }

    @Test
    void severalConflictsAreListed() {
        apply("one", "{'data':{'a':'1','b':'2'}}").expect(201);
        Answer refused = apply("two", "{'data':{'a':'9','b':'9'}}").expect(409);
        assertEquals("Apply failed with 2 conflicts: conflicts with \"one\":\n- .data.a\n- .data.b", refused.message());
    }

    @Test
    void aConflictWithAnUpdateNamesVersionAndTime() {
        api.post(maps + "?fieldManager=editor", Objects.configMap("m")).expect(201);
        Answer refused = apply("two", "{'data':{'a':'9'}}").expect(409);
        assertTrue(
                refused.message()
                        .matches("Apply failed with 1 conflict: conflict with \"editor\" using v1( at [-0-9TZ:]+)?:"
                                + " \\.data\\.a"),
                refused.message());
    }

    @Test
    void forceTakesTheField() {
        apply("one", "{'data':{'a':'1'}}").expect(201);
        Answer forced = api.patch(maps + "/m?fieldManager=two&force=true", ApiClient.APPLY, map("{'data':{'a':'9'}}"))
                .expect(200);
        assertEquals("9", forced.text("/data/a"));
        assertEquals(1, forced.at("/metadata/managedFields").size());
        assertEquals("two", forced.text("/metadata/managedFields/0/manager"));
    }

    @Test
    void theSameValueIsShared() {
        apply("one", "{'data':{'a':'1'}}").expect(201);
        Answer shared = apply("two", "{'data':{'a':'1'}}").expect(200);
        assertEquals(2, shared.at("/metadata/managedFields").size());
    }

    @Test
    void theSameApplyTwiceMakesNoRevision() {
        Answer first = apply("one", "{'data':{'a':'1'}}").expect(201);
        Answer second = apply("one", "{'data':{'a':'1'}}").expect(200);
        assertEquals(first.version(), second.version());
    }

    @Test
    void anUpdateTakesTheFieldsItChanges() {
        apply("one", "{'data':{'a':'1','b':'2'}}").expect(201);
        Answer patched = api.patch(maps + "/m?fieldManager=editor", ApiClient.MERGE, "{'data':{'a':'9'}}")
                .expect(200);
        JsonNode managers = patched.at("/metadata/managedFields");
        assertEquals(2, managers.size());
        assertEquals(Objects.json("{'f:data':{'f:b':{}}}"), managers.path(0).path("fieldsV1"));
        assertEquals("Update", managers.path(1).path("operation").asText());
        assertEquals(Objects.json("{'f:data':{'f:a':{}}}"), managers.path(1).path("fieldsV1"));
        apply("one", "{'data':{'a':'1','b':'2'}}").expect(409);
    }

    @Test
    void listsAreMergedByTheirKeys() {
        ObjectNode whole = Objects.deployment("web");
        api.post(deployments + "?fieldManager=creator", whole).expect(201);
        Answer applied = api.patch(deployments + "/web?fieldManager=one", ApiClient.APPLY, """
                        {'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'},'spec':{'template':{'spec':
                        {'containers':[{'name':'side','image':'s'}]}}}}""")
                .expect(200);
        assertEquals(2, applied.at("/spec/template/spec/containers").size());
        Answer gone = api.patch(
                        deployments + "/web?fieldManager=one",
                        ApiClient.APPLY,
                        "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'}}")
                .expect(200);
        assertEquals(1, gone.at("/spec/template/spec/containers").size());
        assertEquals("main", gone.text("/spec/template/spec/containers/0/name"));
    }

    @Test
    void applyNeedsAManager() {
        Answer refused = api.patch(maps + "/m", ApiClient.APPLY, map("{'data':{'a':'1'}}"));
        assertTrue(refused.code() == 422 || refused.code() == 400);
        assertTrue(refused.message().contains("fieldManager"), refused.message());
    }

    @Test
    void aDryRunOfApplyKeepsNothing() {
        api.patch(maps + "/m?fieldManager=one&dryRun=All", ApiClient.APPLY, map("{'data':{'a':'1'}}"))
                .expect(201);
        assertFalse(api.get(maps + "/m").code() == 200);
    }

    private Answer apply(String manager, String rest) {
        return api.patch(maps + "/m?fieldManager=" + manager, ApiClient.APPLY, map(rest));
    }

    private static String map(String rest) {
        ObjectNode object = Objects.of("v1", "ConfigMap", "m");
        ObjectNode more = Objects.json(rest);
        if (more.get("metadata") instanceof ObjectNode metadata) {
            metadata.put("name", "m");
        }
        object.setAll(more);
        return object.toString();
    }
}
