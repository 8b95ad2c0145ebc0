// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

@Conformance
class WatchTest {

    private final ApiClient api;
    private final String maps;

    WatchTest(Server server) {
        api = server.admin();
        maps = "/api/v1/namespaces/" + server.freshNamespace() + "/configmaps";
    }

    @Test
    void aWatchTellsWhatHappenedAfterItsRevisionInOrder() {
        create("before");
        String revision = api.get(maps).version();
        create("a");
        update("a", "changed");
        api.delete(maps + "/before").expect(200);
        try (WatchStream watch = api.watch(maps + "?watch=1&resourceVersion=" + revision)) {
            assertEquals("ADDED a", watch.nextName());
            assertEquals("MODIFIED a", watch.nextName());
            assertEquals("DELETED before", watch.nextName());
            create("later");
            assertEquals("ADDED later", watch.nextName());
        }
    }

    @Test
    void withoutARevisionThePresentComesFirst() {
        create("a");
        create("b");
        try (WatchStream watch = api.watch(maps + "?watch=1")) {
            assertEquals("ADDED a", watch.nextName());
            assertEquals("ADDED b", watch.nextName());
            create("c");
            assertEquals("ADDED c", watch.nextName());
        }
    }

    @Test
    void objectsInEventsAreWholeAndCarryTheRevisionOfTheChange() {
        String revision = api.get(maps).version();
        String created = create("a").version();
        api.delete(maps + "/a").expect(200);
        try (WatchStream watch = api.watch(maps + "?watch=1&resourceVersion=" + revision)) {
            JsonNode added = watch.next().path("object");
            assertEquals("ConfigMap", added.path("kind").asText());
            assertEquals("v1", added.path("apiVersion").asText());
            assertEquals(created, added.at("/metadata/resourceVersion").asText());
            JsonNode deleted = watch.next().path("object");
            assertTrue(deleted.at("/metadata/resourceVersion").asLong() > Long.parseLong(created));
        }
    }

    @Test
    void whatEntersOrLeavesASelectionIsAddedOrDeleted() {
        api.post(maps, Objects.configMap("a", "color", "red")).expect(201);
        String revision = api.get(maps).version();
        try (WatchStream watch = api.watch(maps + "?watch=1&labelSelector=color=blue&resourceVersion=" + revision)) {
            color("a", "blue");
            assertEquals("ADDED a", watch.nextName());
            update("a", "changed");
            assertEquals("MODIFIED a", watch.nextName());
            String left = color("a", "green").version();
            JsonNode event = watch.next();
            assertEquals("DELETED", event.path("type").asText());
            assertEquals(left, event.at("/object/metadata/resourceVersion").asText());
            assertEquals("blue", event.at("/object/metadata/labels/color").asText());
            api.delete(maps + "/a").expect(200);
            api.post(maps, Objects.configMap("b", "color", "blue")).expect(201);
            assertEquals("ADDED b", watch.nextName());
        }
    }

    @Test
    void oneObjectIsWatchedByItsName() {
        create("a");
        create("b");
        String revision = api.get(maps).version();
        try (WatchStream watch =
                api.watch(maps + "?watch=1&fieldSelector=metadata.name=b&resourceVersion=" + revision)) {
            update("a", "x");
            update("b", "x");
            assertEquals("MODIFIED b", watch.nextName());
        }
    }

    @Test
    void aWatchEndsWhenItsTimeIsOver() {
        String revision = api.get(maps).version();
        try (WatchStream watch = api.watch(maps + "?watch=1&timeoutSeconds=1&resourceVersion=" + revision)) {
            watch.awaitEnd();
        }
    }

    @Test
    void aBookmarkSaysHowFarTheWatchHasCome() {
        create("a");
        String revision = api.get(maps).version();
        try (WatchStream watch =
                api.watch(maps + "?watch=1&allowWatchBookmarks=true&timeoutSeconds=4&resourceVersion=" + revision)) {
            String last = create("b").version();
            assertEquals("ADDED b", watch.nextName());
            JsonNode bookmark = watch.next(event -> event.path("type").asText().equals("BOOKMARK"));
            assertEquals("ConfigMap", bookmark.at("/object/kind").asText());
            assertTrue(bookmark.at("/object/metadata/resourceVersion").asLong() >= Long.parseLong(last));
            assertFalse(bookmark.at("/object/metadata").hasNonNull("name"));
        }
    }

    @Test
    void aWatchListSendsThePresentAndMarksItsEnd() {
        create("a");
        create("b");
        try (WatchStream watch = api.watch(maps + "?watch=1&sendInitialEvents=true&allowWatchBookmarks=true"
                + "&resourceVersionMatch=NotOlderThan")) {
            assertEquals("ADDED a", watch.nextName());
            assertEquals("ADDED b", watch.nextName());
            JsonNode end = watch.next();
            assertEquals("BOOKMARK", end.path("type").asText());
            assertEquals(
                    "true",
                    end.path("object")
                            .path("metadata")
                            .path("annotations")
                            .path("k8s.io/initial-events-end")
                            .asText());
            create("c");
            assertEquals("ADDED c", watch.nextName());
        }
    }

    @Test
    void aWatchListNeedsItsMatchRule() {
        Answer refused = api.get(maps + "?watch=1&sendInitialEvents=true&allowWatchBookmarks=true")
                .expect(422);
        assertTrue(refused.message().contains("resourceVersionMatch"), refused.message());
    }

    @Test
    void aWatchCanBeATable() {
        create("a");
        try (WatchStream watch =
                api.accepting("application/json;as=Table;v=v1;g=meta.k8s.io").watch(maps + "?watch=1")) {
            JsonNode first = watch.next().path("object");
            assertEquals("Table", first.path("kind").asText());
            assertEquals("Name", first.at("/columnDefinitions/0/name").asText());
            assertEquals("a", first.at("/rows/0/cells/0").asText());
        }
    }

    @Test
    void anUnchangedWriteIsNoEvent() {
        create("a");
        String revision = api.get(maps).version();
        try (WatchStream watch = api.watch(maps + "?watch=1&resourceVersion=" + revision)) {
            api.patch(maps + "/a", ApiClient.MERGE, "{'data':{'a':'1'}}").expect(200);
            create("b");
            assertEquals("ADDED b", watch.nextName());
        }
    }

    private Answer create(String name) {
        return api.post(maps, Objects.configMap(name)).expect(201);
    }

    private void update(String name, String value) {
        api.patch(maps + "/" + name, ApiClient.MERGE, "{'data':{'b':'" + value + "'}}")
                .expect(200);
    }

    private Answer color(String name, String color) {
        return api.patch(maps + "/" + name, ApiClient.MERGE, "{'metadata':{'labels':{'color':'" + color + "'}}}")
                .expect(200);
    }
}
