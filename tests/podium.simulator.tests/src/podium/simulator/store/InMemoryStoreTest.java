// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.5Z");

    private final InMemoryStore store = new InMemoryStore(Clock.fixed(NOW, ZoneOffset.UTC));

    static ObjectNode object(String namespace, String name) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = ObjectMeta.of(object).put("name", name);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        return object;
    }

    private ObjectNode create(String namespace, String name) {
        return store.create(ResourceTypes.CONFIG_MAP, object(namespace, name));
    }

    @Test
    void creationGivesIdentityTimeAndRevision() {
        ObjectNode given = object("a", "m");
        ObjectNode created = store.create(ResourceTypes.CONFIG_MAP, given);
        assertEquals("ConfigMap", created.path("kind").asText());
        assertEquals("v1", created.path("apiVersion").asText());
        assertEquals("2026-03-01T12:00:00Z", ObjectMeta.text(created, "creationTimestamp"));
        assertEquals(Long.toString(store.revision()), ObjectMeta.resourceVersion(created));
        assertFalse(given.has("kind"), "what is given is not touched");
        assertSame(created, store.get(ResourceTypes.CONFIG_MAP, "a", "m").orElseThrow());
    }

    @Test
    void uidsFollowTheSeed() {
        String first = ObjectMeta.uid(create("a", "m"));
        InMemoryStore again = new InMemoryStore(Clock.systemUTC(), 1);
        InMemoryStore other = new InMemoryStore(Clock.systemUTC(), 2);
        assertEquals(first, ObjectMeta.uid(again.create(ResourceTypes.CONFIG_MAP, object("b", "x"))));
        assertNotEquals(first, ObjectMeta.uid(other.create(ResourceTypes.CONFIG_MAP, object("b", "x"))));
        assertTrue(first.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"), first);
    }

    @Test
    void aNameIsTakenOncePerNamespace() {
        create("a", "m");
        create("b", "m");
        ApiException taken = assertThrows(ApiException.class, () -> create("a", "m"));
        assertEquals("AlreadyExists", taken.reason());
        assertEquals("configmaps \"m\" already exists", taken.message());
    }

    @Test
    void aListIsOrderedAndKeepsToItsNamespace() {
        create("b", "x");
        create("a", "z");
        create("a", "y");
        create("a-b", "w");
        assertEquals(List.of("y", "z"), names(store.list(ResourceTypes.CONFIG_MAP, "a")));
        assertEquals(List.of("w", "y", "z", "x"), names(store.list(ResourceTypes.CONFIG_MAP, "")));
        assertEquals(List.of(), store.list(ResourceTypes.SECRET, ""));
    }

    private static List<String> names(List<ObjectNode> objects) {
        return objects.stream().map(ObjectMeta::name).toList();
    }

    @Test
    void anUpdateNeedsTheCurrentVersionIfItNamesOne() {
        ObjectNode old = create("a", "m");
        store.modify(ResourceTypes.CONFIG_MAP, "a", "m", object -> object.put("x", 1));
        ApiException stale = assertThrows(
                ApiException.class,
                () -> store.update(ResourceTypes.CONFIG_MAP, old.deepCopy().put("x", 2)));
        assertEquals(409, stale.code());
        ObjectNode blind = object("a", "m").put("x", 3);
        ObjectNode updated = store.update(ResourceTypes.CONFIG_MAP, blind);
        assertEquals(ObjectMeta.uid(old), ObjectMeta.uid(updated));
        assertEquals(3, updated.path("x").asInt());
    }

    @Test
    void anUpdateOfNothingIsNotFound() {
        ApiException missing =
                assertThrows(ApiException.class, () -> store.update(ResourceTypes.CONFIG_MAP, object("a", "m")));
        assertEquals(404, missing.code());
        assertTrue(store.modify(ResourceTypes.CONFIG_MAP, "a", "m", object -> object.put("x", 1))
                .isEmpty());
        assertTrue(store.delete(ResourceTypes.CONFIG_MAP, "a", "m", DeleteOptions.none())
                .isEmpty());
    }

    @Test
    void aChangeThatChangesNothingIsNone() {
        create("a", "m");
        store.modify(ResourceTypes.CONFIG_MAP, "a", "m", object -> object.put("x", 1));
        long before = store.revision();
        List<StoreEvent> events = new ArrayList<>();
        store.watch(ResourceTypes.CONFIG_MAP, events::add);
        store.modify(ResourceTypes.CONFIG_MAP, "a", "m", object -> object.put("x", 1L));
        assertEquals(before, store.revision());
        assertEquals(List.of(), events);
    }

    @Test
    void identityCannotBeChanged() {
        ObjectNode created = create("a", "m");
        ObjectNode changed = store.modify(ResourceTypes.CONFIG_MAP, "a", "m", object -> ObjectMeta.of(object)
                        .put("uid", "x")
                        .put("creationTimestamp", "x")
                        .put("resourceVersion", "9")
                        .put("more", "x"))
                .orElseThrow();
        assertEquals(ObjectMeta.uid(created), ObjectMeta.uid(changed));
        assertEquals(Long.toString(store.revision()), ObjectMeta.resourceVersion(changed));
        assertEquals("x", ObjectMeta.text(changed, "more"));
    }

    @Test
    void aFailingChangeLeavesEverythingAsItWas() {
        ObjectNode created = create("a", "m");
        assertThrows(
                IllegalStateException.class,
                () -> store.modify(ResourceTypes.CONFIG_MAP, "a", "m", object -> {
                    object.put("x", 1);
                    throw new IllegalStateException("no");
                }));
        assertSame(created, store.get(ResourceTypes.CONFIG_MAP, "a", "m").orElseThrow());
        create("a", "n");
    }

    @Test
    void eventsTellBeforeAndAfterInOrder() throws Exception {
        List<StoreEvent> events = new ArrayList<>();
        AutoCloseable watch = store.watch(ResourceTypes.CONFIG_MAP, events::add);
        create("a", "m");
        store.modify(ResourceTypes.CONFIG_MAP, "a", "m", object -> object.put("x", 1));
        store.delete(ResourceTypes.CONFIG_MAP, "a", "m", DeleteOptions.none());
        watch.close();
        create("a", "later");
        assertEquals(
                List.of(StoreEvent.Type.ADDED, StoreEvent.Type.MODIFIED, StoreEvent.Type.DELETED),
                events.stream().map(StoreEvent::type).toList());
        assertTrue(events.get(0).oldObject().isEmpty());
        assertEquals(events.get(0).object(), events.get(1).oldObject().orElseThrow());
        StoreEvent deleted = events.get(2);
        assertEquals(Long.toString(deleted.revision()), ObjectMeta.resourceVersion(deleted.object()));
        assertTrue(deleted.revision() > events.get(1).revision());
    }

    @Test
    void whatAListenerWritesIsToldAfterwards() {
        List<String> seen = new ArrayList<>();
        store.watch(ResourceTypes.CONFIG_MAP, event -> {
            if (ObjectMeta.name(event.object()).equals("first")) {
                create("a", "second");
            }
        });
        store.watch(ResourceTypes.CONFIG_MAP, event -> seen.add(ObjectMeta.name(event.object())));
        create("a", "first");
        assertEquals(List.of("first", "second"), seen);
    }

    @Test
    void everybodySeesTheOrderOfRevisionsWhoeverWrites() throws Exception {
        List<Long> seen = new ArrayList<>();
        store.watch(ResourceTypes.CONFIG_MAP, event -> seen.add(event.revision()));
        long start = store.revision();
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                String namespace = "w" + writer;
                all.add(writers.submit(() -> {
                    for (int i = 0; i < 250; i++) {
                        create(namespace, "m" + i);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertEquals(LongStream.rangeClosed(start + 1, start + 1000).boxed().toList(), seen);
    }

    @Test
    void aTypeIsRegisteredAndForgottenWithItsObjects() {
        ResourceType gadgets =
                new ResourceType("x.example", "v1", "gadgets", "gadget", "Gadget", true, List.of(), List.of());
        assertThrows(ApiException.class, () -> store.create(gadgets, object("a", "g")));
        store.register(gadgets);
        List<StoreEvent.Type> events = new ArrayList<>();
        store.watch(gadgets, event -> events.add(event.type()));
        store.create(gadgets, object("a", "g"));
        assertTrue(store.types().contains(gadgets));
        store.unregister(gadgets);
        assertFalse(store.types().contains(gadgets));
        assertEquals(List.of(StoreEvent.Type.ADDED, StoreEvent.Type.DELETED), events);
    }

    @Test
    void registeringAgainKeepsTheObjects() {
        ResourceType one =
                new ResourceType("x.example", "v1", "gadgets", "gadget", "Gadget", true, List.of(), List.of());
        ResourceType two =
                new ResourceType("x.example", "v2", "gadgets", "gadget", "Gadget", true, List.of("g"), List.of());
        store.register(one);
        store.create(one, object("a", "g"));
        store.register(two);
        assertEquals(1, store.list(two, "a").size());
        assertTrue(store.types().stream().anyMatch(type -> type.version().equals("v2")));
    }
}
