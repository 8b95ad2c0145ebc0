// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Conformance
class ListTest {

    private final ApiClient api;
    private final String namespace;
    private final String maps;

    ListTest(Server server) {
        api = server.admin();
        namespace = server.freshNamespace();
        maps = "/api/v1/namespaces/" + namespace + "/configmaps";
    }

    @BeforeEach
    void fiveConfigMaps() {
        for (int i = 0; i < 5; i++) {
            api.post(maps, Objects.configMap("m" + i, "n", "" + i, "parity", i % 2 == 0 ? "even" : "odd"))
                    .expect(201);
        }
    }

    @Test
    void aListIsOrderedByNameAndCarriesARevision() {
        Answer list = api.get(maps).expect(200);
        assertEquals(List.of("m0", "m1", "m2", "m3", "m4"), list.names());
        assertEquals("ConfigMapList", list.text("/kind"));
        assertTrue(Long.parseLong(list.version()) > 0);
    }

    @Test
    void itemsOfABuiltInListDoNotRepeatTheirKind() {
        JsonNode item = api.get(maps).at("/items/0");
        assertFalse(item.has("kind"));
        assertFalse(item.has("apiVersion"));
    }

    @Test
    void pagesTogetherAreTheListAndSayWhatRemains() {
        Answer first = api.get(maps + "?limit=2").expect(200);
        assertEquals(List.of("m0", "m1"), first.names());
        assertEquals(3, first.at("/metadata/remainingItemCount").asInt());
        Answer second = next(first);
        assertEquals(List.of("m2", "m3"), second.names());
        Answer third = next(second);
        assertEquals(List.of("m4"), third.names());
        assertTrue(third.text("/metadata/continue").isEmpty());
        assertFalse(third.at("/metadata").has("remainingItemCount"));
    }

    @Test
    void laterPagesShowTheStateOfTheFirst() {
        Answer first = api.get(maps + "?limit=2").expect(200);
        api.delete(maps + "/m3").expect(200);
        api.post(maps, Objects.configMap("m2b")).expect(201);
        List<String> rest = new ArrayList<>();
        for (Answer page = next(first); ; page = next(page)) {
            rest.addAll(page.names());
            assertEquals(first.version(), page.version());
            if (page.text("/metadata/continue").isEmpty()) {
                break;
            }
        }
        assertEquals(List.of("m2", "m3", "m4"), rest);
    }

    @Test
    void withASelectorNobodyCountsWhatRemains() {
        Answer page = api.get(maps + "?limit=1&labelSelector=parity=even").expect(200);
        assertEquals(List.of("m0"), page.names());
        assertFalse(page.text("/metadata/continue").isEmpty());
        assertFalse(page.at("/metadata").has("remainingItemCount"));
    }

    @Test
    void aContinueTokenIsCheckedAndExcludesAResourceVersion() {
        assertEquals(
                "BadRequest",
                api.get(maps + "?limit=2&continue=nonsense").expect(400).text("/reason"));
        String token = api.get(maps + "?limit=2").text("/metadata/continue");
        api.get(maps + "?limit=2&resourceVersion=5&continue=" + token).expect(400);
    }

    @Test
    void anExactRevisionShowsThePast() {
        String before = api.get(maps).version();
        api.delete(maps + "/m0").expect(200);
        assertEquals(4, api.get(maps + "?resourceVersion=0").expect(200).names().size());
        Answer past = api.get(maps + "?limit=9&resourceVersionMatch=Exact&resourceVersion=" + before)
                .expect(200);
        assertEquals(5, past.names().size());
        assertEquals(before, past.version());
    }

    @Test
    void aMatchRuleNeedsARevision() {
        Answer refused = api.get(maps + "?resourceVersionMatch=Exact").expect(422);
        assertEquals("Invalid", refused.text("/reason"));
        assertTrue(refused.message().contains("resourceVersionMatch is forbidden unless resourceVersion is provided"));
    }

    @Test
    void aRevisionThatIsNoneIsRefused() {
        api.get(maps + "?resourceVersion=abc").expect(400);
    }

    @Test
    void aRevisionOfTheFutureTimesOut() {
        Answer late = api.get(maps + "?resourceVersionMatch=NotOlderThan&resourceVersion=99999999")
                .expect(504);
        assertEquals("Timeout", late.text("/reason"));
        assertTrue(late.message().contains("Too large resource version: 99999999"), late.message());
    }

    @Test
    void labelsSelectByEqualityAndBySet() {
        assertEquals(List.of("m1", "m3"), selected("labelSelector=parity=odd"));
        assertEquals(List.of("m1", "m3"), selected("labelSelector=parity==odd"));
        assertEquals(List.of("m1", "m3"), selected("labelSelector=parity!=even"));
        assertEquals(List.of("m0", "m2"), selected("labelSelector=n in (0,2)"));
        assertEquals(List.of("m1", "m3"), selected("labelSelector=n notin (0,2),n!=4"));
        assertEquals(List.of(), selected("labelSelector=!parity"));
        assertEquals(5, selected("labelSelector=parity").size());
        assertEquals(List.of("m4"), selected("labelSelector=parity=even,n in (3,4)"));
    }

    @Test
    void aSelectorThatCannotBeReadIsRefused() {
        assertEquals(
                "BadRequest",
                api.get(maps + "?labelSelector=a=b=c=").expect(400).text("/reason"));
    }

    @Test
    void fieldsSelectOnlyWhereTheKindAllows() {
        assertEquals(List.of("m2"), selected("fieldSelector=metadata.name=m2"));
        assertEquals(4, selected("fieldSelector=metadata.name!=m2").size());
        Answer refused = api.get(maps + "?fieldSelector=data.a=1").expect(400);
        assertTrue(refused.message().contains("\"data.a\" is not a known field selector"), refused.message());
        Answer pods = api.get("/api/v1/namespaces/" + namespace + "/pods?fieldSelector=spec.hostname=1")
                .expect(400);
        assertTrue(pods.message().contains("field label not supported: spec.hostname"), pods.message());
    }

    @Test
    void podsAreSelectedByNodeAndPhase() {
        String pods = "/api/v1/namespaces/" + namespace + "/pods";
        JsonNode bound = Objects.pod("bound");
        ((ObjectNode) bound.get("spec")).put("nodeName", "n1");
        api.post(pods, bound).expect(201);
        api.post(pods, Objects.pod("free")).expect(201);
        assertEquals(
                List.of("bound"),
                api.get(pods + "?fieldSelector=spec.nodeName=n1").names());
        assertEquals(
                List.of("free"), api.get(pods + "?fieldSelector=spec.nodeName=").names());
        assertEquals(
                2, api.get(pods + "?fieldSelector=status.phase=Pending").names().size());
        assertEquals(
                0,
                api.get(pods + "?fieldSelector=status.phase!=Pending").names().size());
    }

    @Test
    void allNamespacesAreListedTogether() {
        Answer all = api.get("/api/v1/configmaps?fieldSelector=metadata.namespace=" + namespace)
                .expect(200);
        assertEquals(5, all.names().size());
    }

    @Test
    void aTableHasTheColumnsOfTheKind() {
        Answer table = api.get(maps + "?limit=1", "application/json;as=Table;v=v1;g=meta.k8s.io,application/json");
        assertEquals("Table", table.expect(200).text("/kind"));
        assertEquals("Name", table.text("/columnDefinitions/0/name"));
        assertEquals("Data", table.text("/columnDefinitions/1/name"));
        assertEquals("m0", table.text("/rows/0/cells/0"));
        assertEquals(1, table.at("/rows/0/cells/1").asInt());
        assertEquals("PartialObjectMetadata", table.text("/rows/0/object/kind"));
        assertEquals(4, table.at("/metadata/remainingItemCount").asInt());
    }

    @Test
    void metadataAloneCanBeListed() {
        Answer list =
                api.get(maps, "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json");
        assertEquals("PartialObjectMetadataList", list.expect(200).text("/kind"));
        assertEquals("m0", list.text("/items/0/metadata/name"));
        assertFalse(list.at("/items/0").has("data"));
    }

    @Test
    void aMissingObjectIsNamedInTheRefusal() {
        Answer missing = api.get(maps + "/nothing").expect(404);
        assertEquals("configmaps \"nothing\" not found", missing.message());
        assertEquals("NotFound", missing.text("/reason"));
        assertEquals("nothing", missing.text("/details/name"));
        assertEquals("configmaps", missing.text("/details/kind"));
        assertEquals("Failure", missing.text("/status"));
    }

    @Test
    void anUnknownResourceIsNotFound() {
        assertEquals(
                404, api.get("/api/v1/namespaces/" + namespace + "/gadgets").code());
        assertEquals(404, api.get("/apis/nobody.example/v1/gadgets").code());
    }

    private List<String> selected(String query) {
        return api.get(maps + "?" + query).expect(200).names();
    }

    private Answer next(Answer page) {
        return api.get(maps + "?limit=2&continue=" + page.text("/metadata/continue"))
                .expect(200);
    }
}
