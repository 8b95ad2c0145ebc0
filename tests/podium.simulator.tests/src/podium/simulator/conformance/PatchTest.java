// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@Conformance
class PatchTest {

    private final ApiClient api;
    private final String map;
    private final String deployment;

    PatchTest(Server server) {
        api = server.admin();
        String namespace = server.freshNamespace();
        String maps = "/api/v1/namespaces/" + namespace + "/configmaps";
        api.post(maps, Objects.configMap("m", "a", "1", "x/y", "2")).expect(201);
        map = maps + "/m";
        String deployments = "/apis/apps/v1/namespaces/" + namespace + "/deployments";
        api.post(deployments, Objects.deployment("web")).expect(201);
        deployment = deployments + "/web";
    }

    @Test
    void aJsonPatchAddsReplacesMovesCopiesAndRemoves() {
        Answer patched = api.patch(map, ApiClient.JSON_PATCH, """
                [{'op':'test','path':'/data/a','value':'1'},
                 {'op':'add','path':'/data/b','value':'2'},
                 {'op':'copy','from':'/data/b','path':'/data/c'},
                 {'op':'replace','path':'/data/b','value':'3'},
                 {'op':'move','from':'/data/a','path':'/data/d'},
                 {'op':'remove','path':'/metadata/labels/x~1y'}]""").expect(200);
        assertEquals(Objects.json("{'b':'3','c':'2','d':'1'}"), patched.at("/data"));
        assertEquals(Objects.json("{'a':'1'}"), patched.at("/metadata/labels"));
    }

    @Test
    void aJsonPatchWorksOnLists() {
        String containers = "/spec/template/spec/containers";
        Answer patched = api.patch(
                        deployment,
                        ApiClient.JSON_PATCH,
                        "[{'op':'add','path':'" + containers + "/-','value':{'name':'last','image':'l'}},{'op':'add',"
                                + "'path':'" + containers + "/0','value':{'name':'first','image':'f'}}]")
                .expect(200);
        assertEquals(List.of("first", "main", "last"), names(patched));
    }

    @Test
    void aJsonPatchThatDoesNotFitChangesNothing() {
        Answer refused = api.patch(
                map,
                ApiClient.JSON_PATCH,
                "[{'op':'replace','path':'/data/a','value':'9'},{'op':'test','path':'/data/a','value':'8'}]");
        assertEquals("Invalid", refused.expect(422).text("/reason"));
        api.patch(map, ApiClient.JSON_PATCH, "[{'op':'remove','path':'/data/none'}]")
                .expect(422);
        assertEquals("1", api.get(map).text("/data/a"));
    }

    @Test
    void aMergePatchRemovesByNullAndReplacesLists() {
        Answer patched = api.patch(map, ApiClient.MERGE, "{'data':{'a':null,'b':'2'},'metadata':{'labels':null}}")
                .expect(200);
        assertEquals(Objects.json("{'b':'2'}"), patched.at("/data"));
        assertTrue(patched.at("/metadata/labels").isMissingNode());
        Answer replaced = api.patch(
                        deployment,
                        ApiClient.MERGE,
                        "{'spec':{'template':{'spec':{'containers':[{'name':'other','image':'o'}]}}}}")
                .expect(200);
        assertEquals(List.of("other"), names(replaced));
    }

    @Test
    void aStrategicMergeFindsContainersAndVariablesByName() {
        Answer patched = strategic("""
                {'spec':{'template':{'spec':{'containers':[
                  {'name':'main','env':[{'name':'B','value':'b'},{'name':'A','value':'z'}]},
                  {'name':'side','image':'s'}]}}}}""");
        assertEquals(List.of("main", "side"), sorted(names(patched)));
        var main = container(patched, "main");
        assertEquals("registry.example/web:1", main.path("image").asText());
        assertEquals("z", value(main, "A"));
        assertEquals("b", value(main, "B"));
    }

    @Test
    void aStrategicMergeDeletesByDirective() {
        strategic("{'spec':{'template':{'spec':{'containers':[{'name':'side','image':'s'}]}}}}");
        Answer patched = strategic("""
                {'spec':{'template':{'spec':{'containers':[{'name':'side','$patch':'delete'},
                  {'name':'main','env':[{'name':'A','$patch':'delete'}]}]}}}}""");
        assertEquals(List.of("main"), names(patched));
        assertTrue(container(patched, "main").path("env").isEmpty());
    }

    @Test
    void aStrategicMergeReplacesByDirective() {
        Answer patched = strategic("""
                {'spec':{'template':{'spec':{'containers':[{'$patch':'replace'},{'name':'only','image':'o'}]}}}}""");
        assertEquals(List.of("only"), names(patched));
        Answer map = api.patch(this.map, ApiClient.STRATEGIC, "{'data':{'$patch':'replace','z':'26'}}")
                .expect(200);
        assertEquals(Objects.json("{'z':'26'}"), map.at("/data"));
    }

    @Test
    void aStrategicMergeOrdersListsAsAsked() {
        Answer patched = strategic("""
                {'spec':{'template':{'spec':{'$setElementOrder/containers':[{'name':'side'},{'name':'main'}],
                  'containers':[{'name':'side','image':'s'}]}}}}""");
        assertEquals(List.of("side", "main"), names(patched));
    }

    @Test
    void finalizersAreMergedAsASet() {
        api.patch(map, ApiClient.STRATEGIC, "{'metadata':{'finalizers':['a.example/x']}}")
                .expect(200);
        Answer two = api.patch(map, ApiClient.STRATEGIC, "{'metadata':{'finalizers':['b.example/y','a.example/x']}}")
                .expect(200);
        assertEquals(2, two.at("/metadata/finalizers").size());
        Answer one = api.patch(
                        map,
                        ApiClient.STRATEGIC,
                        "{'metadata':{'$deleteFromPrimitiveList/finalizers':['a.example/x']}}")
                .expect(200);
        assertEquals("b.example/y", one.text("/metadata/finalizers/0"));
        api.patch(map, ApiClient.MERGE, "{'metadata':{'finalizers':null}}").expect(200);
    }

    @Test
    void tolerationsAreReplacedAsAWhole() {
        strategic("{'spec':{'template':{'spec':{'tolerations':[{'key':'a','operator':'Exists'}]}}}}");
        Answer patched = strategic("{'spec':{'template':{'spec':{'tolerations':[{'key':'b','operator':'Exists'}]}}}}");
        assertEquals(1, patched.at("/spec/template/spec/tolerations").size());
        assertEquals("b", patched.text("/spec/template/spec/tolerations/0/key"));
    }

    @Test
    void aPatchThatNamesAnOldVersionIsAConflict() {
        String old = api.get(map).version();
        api.patch(map, ApiClient.MERGE, "{'data':{'b':'2'}}").expect(200);
        Answer refused =
                api.patch(map, ApiClient.MERGE, "{'metadata':{'resourceVersion':'" + old + "'},'data':{'b':'3'}}");
        assertEquals("Conflict", refused.expect(409).text("/reason"));
        assertEquals("2", api.get(map).text("/data/b"));
    }

    @Test
    void aPatchThatNamesAnotherUidIsInvalid() {
        Answer refused = api.patch(
                map, ApiClient.MERGE, "{'metadata':{'uid':'00000000-0000-4000-8000-000000000000'},'data':{'b':'3'}}");
        assertEquals("metadata.uid", refused.expect(422).text("/details/causes/0/field"));
        assertFalse(api.get(map).at("/data").has("b"));
    }

    @Test
    void anUnknownPatchTypeIsRefused() {
        Answer refused = api.patch(map, "application/json", "{}").expect(415);
        assertEquals("UnsupportedMediaType", refused.text("/reason"));
    }

    @Test
    void aPatchOfNothingIsNotFound() {
        api.patch(map + "x", ApiClient.MERGE, "{}").expect(404);
    }

    private Answer strategic(String patch) {
        return api.patch(deployment, ApiClient.STRATEGIC, patch).expect(200);
    }

    private static List<String> names(Answer deployment) {
        List<String> names = new ArrayList<>();
        deployment
                .at("/spec/template/spec/containers")
                .forEach(container -> names.add(container.path("name").asText()));
        return names;
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }

    private static JsonNode container(Answer deployment, String name) {
        for (var container : deployment.at("/spec/template/spec/containers")) {
            if (container.path("name").asText().equals(name)) {
                return container;
            }
        }
        throw new AssertionError("no container " + name);
    }

    private static String value(JsonNode container, String variable) {
        for (var entry : container.path("env")) {
            if (entry.path("name").asText().equals(variable)) {
                return entry.path("value").asText();
            }
        }
        throw new AssertionError("no variable " + variable);
    }
}
