// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.simulator.store.ApiException;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.InMemoryStore;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ResourceTypes;

class WatchCacheTest {

    private final InMemoryStore store = new InMemoryStore(Clock.systemUTC());
    private final WatchCache cache = new WatchCache(store, ResourceTypes.CONFIG_MAP, 4);

    @AfterEach
    void close() {
        cache.close();
    }

    private long create(String name) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ObjectMeta.of(object).put("name", name).put("namespace", "a");
        return ObjectMeta.revision(store.create(ResourceTypes.CONFIG_MAP, object));
    }

    private void delete(String name) {
        store.delete(ResourceTypes.CONFIG_MAP, "a", name, DeleteOptions.none());
    }

    private static List<String> keys(Snapshot snapshot) {
        return snapshot.items().stream().map(ObjectVersion::key).toList();
    }

    @Test
    void whatWasThereBeforeIsKnown() {
        create("x");
        try (WatchCache late = new WatchCache(store, ResourceTypes.CONFIG_MAP, 4)) {
            assertEquals(List.of("a/x"), keys(late.latest()));
            assertEquals(store.revision(), late.latest().revision());
        }
    }

    @Test
    void thePastIsShownByUndoingChanges() {
        create("x");
        long before = create("y");
        delete("x");
        create("z");
        store.modify(ResourceTypes.CONFIG_MAP, "a", "y", object -> object.put("changed", true));
        Snapshot past = cache.at(before).orElseThrow();
        assertEquals(List.of("a/x", "a/y"), keys(past));
        assertTrue(past.items().get(1).object().path("changed").isMissingNode());
        assertEquals(List.of("a/y", "a/z"), keys(cache.latest()));
    }

    @Test
    void aRevisionOfAnotherTypeIsAMomentToo() {
        create("x");
        ObjectNode secret = JsonNodeFactory.instance.objectNode();
        ObjectMeta.of(secret).put("name", "s").put("namespace", "a");
        long between = ObjectMeta.revision(store.create(ResourceTypes.SECRET, secret));
        create("y");
        assertEquals(List.of("a/x"), keys(cache.at(between).orElseThrow()));
    }

    @Test
    void whatFellOutOfTheHistoryIsGone() {
        long first = create("m0");
        for (int i = 1; i < 8; i++) {
            create("m" + i);
        }
        assertTrue(cache.at(first).isEmpty());
        ApiException gone = assertThrows(ApiException.class, () -> cache.positionAfter(first));
        assertEquals(410, gone.code());
        assertEquals("Expired", gone.reason());
        assertTrue(gone.message().startsWith("too old resource version: " + first + " ("), gone.message());
    }

    @Test
    void compactionForgetsOnPurpose() {
        long first = create("x");
        create("y");
        cache.compact();
        assertTrue(cache.at(first).isEmpty());
        assertTrue(cache.at(store.revision()).isPresent());
        assertEquals(
                410,
                assertThrows(ApiException.class, () -> cache.positionAfter(first))
                        .code());
    }

    @Test
    void aReaderThatIsTooSlowIsTold() throws InterruptedException {
        long position = cache.positionAfter(store.revision());
        for (int i = 0; i < 6; i++) {
            create("m" + i);
        }
        assertEquals(
                410,
                assertThrows(ApiException.class, () -> cache.await(position, 0)).code());
    }

    @Test
    void aReaderWaitsForTheNextChange() throws Exception {
        long position = cache.positionAfter(store.revision());
        assertEquals(List.of(), cache.await(position, 1_000_000));
        Thread writer = Thread.ofVirtual().start(() -> create("x"));
        List<WatchCacheEvent> changes = cache.await(position, 10_000_000_000L);
        writer.join();
        assertEquals("a/x", changes.getFirst().object().key());
        assertTrue(changes.getFirst().before().isEmpty());
    }

    @Test
    void aClosedTypeEndsItsReaders() {
        long position = cache.positionAfter(store.revision());
        Thread closer = Thread.ofVirtual().start(cache::close);
        assertThrows(ApiException.class, () -> {
            while (true) {
                cache.await(position, 10_000_000_000L);
            }
        });
        assertTrue(cache.closed());
        assertTrue(closer.isVirtual());
    }

    @Test
    void aDeletionTellsWhatWasThere() throws InterruptedException {
        create("x");
        ObjectVersion present = cache.get("a", "x").orElseThrow();
        long position = cache.positionAfter(store.revision());
        delete("x");
        WatchCacheEvent change = cache.await(position, 0).getFirst();
        assertSame(present, change.before().orElseThrow());
        assertTrue(change.object().revision() > present.revision());
    }

    @Test
    void bytesAreMadeOnceAndWithoutTheType() {
        create("x");
        ObjectVersion version = cache.get("a", "x").orElseThrow();
        byte[] fields = version.fields();
        assertSame(fields, version.fields());
        String text = new String(fields, StandardCharsets.UTF_8);
        assertTrue(text.startsWith("\"metadata\":{"), text);
        assertTrue(text.endsWith("}"), text);
        assertTrue(!text.contains("\"kind\""), text);
    }

    @Test
    void aNamespaceIsNoPrefixOfAnother() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ObjectMeta.of(object).put("name", "x").put("namespace", "ab");
        ObjectVersion version = new ObjectVersion(object);
        assertTrue(version.in("ab"));
        assertTrue(version.in(""));
        assertTrue(!version.in("a"));
        assertTrue(!version.in("abc"));
    }
}
