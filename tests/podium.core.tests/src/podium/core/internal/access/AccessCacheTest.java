// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.internal.testing.LabCluster;
import podium.core.port.AccessReviewer;
import podium.core.port.ClusterConnection;
import podium.core.port.ClusterTarget;
import podium.core.port.Connections;
import podium.core.port.Permission;

class AccessCacheTest {
    private static final ClusterId LAB = new ClusterId("lab");
    private static final Permission PATCH_NODES = new Permission("patch", "", "nodes", "", "");
    private static final Permission EVICT = new Permission("create", "", "pods", "eviction", "team");

    private final BlockingQueue<Permission> asked = new LinkedBlockingQueue<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AtomicReference<Lab> lab = new AtomicReference<>(new Lab());
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final AccessCache cache = new AccessCache(new OneCluster(), now::get);

    @AfterEach
    void close() {
        cache.close();
    }

    /** A connection whose server answers as told. */
    private final class Lab extends LabCluster implements AccessReviewer {
        private volatile boolean may;
        private volatile boolean silent;

        @Override
        public boolean allowed(Permission permission) throws IOException {
            asked.add(permission);
            if (silent) {
                throw new IOException("no answer");
            }
            return may;
        }
    }

    private final class OneCluster implements Connections {
        @Override
        public ClusterConnection open(ClusterTarget target) {
            return lab.get();
        }

        @Override
        public Optional<ClusterConnection> connection(ClusterId id) {
            return id.equals(LAB) ? Optional.of(lab.get()) : Optional.empty();
        }

        @Override
        public List<ClusterConnection> all() {
            return List.of(lab.get());
        }

        @Override
        public void close(ClusterId id) {}
    }

    private Permission nextAsked() throws InterruptedException {
        return Optional.ofNullable(asked.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    private void awaitNews() throws InterruptedException {
        Optional.ofNullable(heard.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    @Test
    void whatIsNotKnownIsAskedForAndTold() throws InterruptedException {
        cache.listen(() -> heard.add("news"));
        assertEquals(Optional.empty(), cache.allowed(LAB, PATCH_NODES));
        awaitNews();
        assertEquals(Optional.of(false), cache.allowed(LAB, PATCH_NODES));
        assertEquals(PATCH_NODES, nextAsked());
        assertEquals(0, asked.size(), "asked once");
    }

    @Test
    void theVerbAndTheResourceThatAreMissingAreNamed() throws InterruptedException {
        cache.listen(() -> heard.add("news"));
        cache.missing(LAB, List.of(PATCH_NODES, EVICT));
        awaitNews();
        awaitNews();
        assertEquals(Optional.of("you may not create pods/eviction in team"), cache.missing(LAB, List.of(EVICT)));
        assertEquals(Optional.of("you may not patch nodes"), cache.missing(LAB, List.of(PATCH_NODES, EVICT)));
    }

    @Test
    void anAnswerIsKeptForAMinuteThenAskedAgainWhileTheOldOneHolds() throws InterruptedException {
        cache.listen(() -> heard.add("news"));
        cache.allowed(LAB, PATCH_NODES);
        awaitNews();
        nextAsked();
        now.set(Instant.EPOCH.plus(AccessCache.KEPT).minusMillis(1));
        cache.allowed(LAB, PATCH_NODES);
        assertEquals(0, asked.size());
        lab.get().may = true;
        now.set(Instant.EPOCH.plus(AccessCache.KEPT));
        assertEquals(Optional.of(false), cache.allowed(LAB, PATCH_NODES));
        awaitNews();
        assertEquals(Optional.of(true), cache.allowed(LAB, PATCH_NODES));
    }

    @Test
    void anotherConnectionIsAnotherIdentity() throws InterruptedException {
        cache.listen(() -> heard.add("news"));
        cache.allowed(LAB, PATCH_NODES);
        awaitNews();
        lab.set(new Lab());
        assertEquals(Optional.empty(), cache.allowed(LAB, PATCH_NODES));
    }

    @Test
    void aServerThatDoesNotAnswerForbidsNothing() throws InterruptedException {
        lab.get().silent = true;
        assertEquals(Optional.empty(), cache.missing(LAB, List.of(PATCH_NODES)));
        nextAsked();
        assertEquals(Optional.empty(), cache.missing(LAB, List.of(PATCH_NODES)));
        assertEquals(Optional.empty(), cache.allowed(new ClusterId("not open"), PATCH_NODES));
    }
}
