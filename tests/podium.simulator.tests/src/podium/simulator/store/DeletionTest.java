// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DeletionTest {

    private final InMemoryStore store =
            new InMemoryStore(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

    private ObjectNode pod(String node) {
        ObjectNode pod = InMemoryStoreTest.object("a", "p");
        pod.putObject("spec").put("nodeName", node).put("terminationGracePeriodSeconds", 20);
        return store.create(ResourceTypes.POD, pod);
    }

    private ObjectNode delete(DeleteOptions options) {
        return store.delete(ResourceTypes.POD, "a", "p", options).orElseThrow();
    }

    private boolean present() {
        return store.get(ResourceTypes.POD, "a", "p").isPresent();
    }

    @Test
    void aPodOnANodeIsGivenItsOwnGrace() {
        pod("n1");
        ObjectNode deleting = delete(DeleteOptions.none());
        assertEquals("2026-03-01T12:00:20Z", ObjectMeta.text(deleting, "deletionTimestamp"));
        assertEquals(20, deleting.at("/metadata/deletionGracePeriodSeconds").asInt());
        assertTrue(present());
    }

    @Test
    void graceIsShortenedAndNeverLengthened() {
        pod("n1");
        delete(DeleteOptions.none());
        assertEquals(
                "2026-03-01T12:00:05Z",
                ObjectMeta.text(delete(DeleteOptions.none().withGrace(5)), "deletionTimestamp"));
        assertEquals(
                "2026-03-01T12:00:05Z",
                ObjectMeta.text(delete(DeleteOptions.none().withGrace(60)), "deletionTimestamp"));
    }

    @Test
    void withoutGraceThePodIsGone() {
        pod("n1");
        delete(DeleteOptions.none());
        delete(DeleteOptions.now());
        assertFalse(present());
    }

    @Test
    void aPodThatNeverRanGoesAtOnce() {
        pod("");
        delete(DeleteOptions.none());
        assertFalse(present());
    }

    @Test
    void aFinishedPodGoesAtOnce() {
        pod("n1");
        store.modify(ResourceTypes.POD, "a", "p", pod -> pod.putObject("status").put("phase", "Failed"));
        delete(DeleteOptions.none());
        assertFalse(present());
    }

    @Test
    void theLastFinalizerLetsGo() {
        pod("");
        store.modify(ResourceTypes.POD, "a", "p", pod -> ObjectMeta.of(pod)
                .putArray("finalizers")
                .add("x/y"));
        assertTrue(ObjectMeta.deleting(delete(DeleteOptions.none())));
        assertTrue(present());
        store.modify(ResourceTypes.POD, "a", "p", pod -> ObjectMeta.of(pod).remove("finalizers"));
        assertFalse(present());
    }

    @Test
    void aFinalizerGoneWhileGraceRunsDoesNotEndThePod() {
        pod("n1");
        store.modify(ResourceTypes.POD, "a", "p", pod -> ObjectMeta.of(pod)
                .putArray("finalizers")
                .add("x/y"));
        delete(DeleteOptions.none());
        store.modify(ResourceTypes.POD, "a", "p", pod -> ObjectMeta.of(pod).remove("finalizers"));
        assertTrue(present());
        delete(DeleteOptions.now());
        assertFalse(present());
    }

    @Test
    void propagationIsAFinalizerAndTheLaterOneWins() {
        pod("n1");
        ObjectNode foreground = delete(DeleteOptions.none().withPropagation(DeleteOptions.Propagation.FOREGROUND));
        assertEquals(
                "foregroundDeletion", foreground.at("/metadata/finalizers/0").asText());
        ObjectNode orphan = delete(DeleteOptions.none().withPropagation(DeleteOptions.Propagation.ORPHAN));
        assertEquals("orphan", orphan.at("/metadata/finalizers/0").asText());
        assertEquals(1, orphan.at("/metadata/finalizers").size());
    }

    @Test
    void anotherUidIsAConflictAndChangesNothing() {
        ObjectNode pod = pod("n1");
        ApiException refused = assertThrows(
                ApiException.class, () -> delete(DeleteOptions.now().withUid("other")));
        assertEquals(409, refused.code());
        assertTrue(refused.message().contains("does not match the UID in record (" + ObjectMeta.uid(pod) + ")"));
        assertTrue(present());
        delete(DeleteOptions.now().withUid(ObjectMeta.uid(pod)));
        assertFalse(present());
    }

    @Test
    void aNamespaceStaysUntilItIsFinalized() {
        ObjectNode namespace = InMemoryStoreTest.object("", "team");
        namespace.putObject("spec").putArray("finalizers").add("kubernetes");
        store.create(ResourceTypes.NAMESPACE, namespace);
        ObjectNode deleting = store.delete(ResourceTypes.NAMESPACE, "", "team", DeleteOptions.none())
                .orElseThrow();
        assertEquals("Terminating", deleting.at("/status/phase").asText());
        store.modify(ResourceTypes.NAMESPACE, "", "team", object -> ((ObjectNode) object.get("spec"))
                .putArray("finalizers"));
        assertTrue(store.get(ResourceTypes.NAMESPACE, "", "team").isEmpty());
    }

    @Test
    void generationGrowsWithTheWishAndWithTheEnd() {
        ObjectNode job = InMemoryStoreTest.object("a", "j");
        job.putObject("spec").put("parallelism", 1);
        ObjectMeta.of(job).putArray("finalizers").add("x/y");
        assertEquals(1, generation(store.create(ResourceTypes.JOB, job)));
        assertEquals(1, generation(modified(object -> object.putObject("status").put("active", 1))));
        assertEquals(2, generation(modified(object -> object.putObject("spec").put("parallelism", 2))));
        assertEquals(2, generation(modified(object -> ObjectMeta.of(object)
                .putObject("labels")
                .put("a", "b"))));
        assertEquals(
                3,
                generation(store.delete(ResourceTypes.JOB, "a", "j", DeleteOptions.none())
                        .orElseThrow()));
    }

    private ObjectNode modified(Consumer<ObjectNode> change) {
        return store.modify(ResourceTypes.JOB, "a", "j", change).orElseThrow();
    }

    private static int generation(ObjectNode object) {
        return object.at("/metadata/generation").asInt();
    }

    @Test
    void aTryTellsTheSameAndKeepsNothing() {
        DryRunStore tried = new DryRunStore(store, Clock.systemUTC());
        ObjectNode created = tried.create(ResourceTypes.POD, InMemoryStoreTest.object("a", "p"));
        assertFalse(ObjectMeta.uid(created).isEmpty());
        assertFalse(present());
        pod("n1");
        assertThrows(ApiException.class, () -> tried.create(ResourceTypes.POD, InMemoryStoreTest.object("a", "p")));
        long before = store.revision();
        assertTrue(ObjectMeta.deleting(
                tried.delete(ResourceTypes.POD, "a", "p", DeleteOptions.none()).orElseThrow()));
        assertEquals(
                "b",
                tried.modify(ResourceTypes.POD, "a", "p", pod -> pod.put("a", "b"))
                        .orElseThrow()
                        .path("a")
                        .asText());
        ObjectNode stale = store.get(ResourceTypes.POD, "a", "p").orElseThrow().deepCopy();
        ObjectMeta.of(stale).put("resourceVersion", "1");
        assertThrows(ApiException.class, () -> tried.update(ResourceTypes.POD, stale));
        assertEquals(before, store.revision());
        assertFalse(store.get(ResourceTypes.POD, "a", "p").orElseThrow().has("a"));
    }
}
