// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.api.AccessReviewer;
import podium.core.api.Permission;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.ImpersonatedUser;
import podium.core.testkit.LabCluster;
import podium.core.testkit.NoClusters;

class AccessCacheTest {
    private static final ClusterId LAB = new ClusterId("lab");
    private static final Permission PATCH_NODES = new Permission("patch", "", "nodes", "", "");
    private static final Permission EVICT = new Permission("create", "", "pods", "eviction", "team");

    private final BlockingQueue<Permission> asked = new LinkedBlockingQueue<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AtomicReference<Lab> lab = new AtomicReference<>(new Lab());
    private final BlockingQueue<String> reviewed = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private Optional<ImpersonatedUser> other = Optional.empty();
    private final AccessCache cache = new AccessCache(new OneCluster(), now::get);

    @AfterEach
    void close() {
        cache.close();
    }

    /** A connection whose server answers as told. */
    private final class Lab extends LabCluster implements AccessReviewer {
        private volatile boolean may;
        private volatile boolean silent;
        private volatile Optional<String> rules = Optional.empty();

        @Override
        public Optional<String> rules(String namespace) throws IOException {
            reviewed.add(namespace);
            if (silent) {
                throw new IOException("no answer");
            }
            return rules;
        }

        @Override
        public boolean allowed(Permission permission) throws IOException {
            asked.add(permission);
            if (silent) {
                throw new IOException("no answer");
            }
            return may;
        }
    }

    private final class OneCluster extends NoClusters {
        @Override
        public List<ClusterConnection> all() {
            return List.of(lab.get());
        }

        @Override
        public Optional<ClusterTarget> target(ClusterId id) {
            return Optional.of(new ClusterTarget(id, Path.of("kubeconfig"), "lab", false).as(other));
        }
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
        other = Optional.of(new ImpersonatedUser("ana", List.of("leads")));
        assertEquals(Optional.of("ana may not patch nodes"), cache.missing(LAB, List.of(PATCH_NODES)));
    }

    private void later() {
        now.set(now.get().plus(AccessCache.FRESH));
    }

    private String nextReviewed() throws InterruptedException {
        return Optional.ofNullable(reviewed.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    @Test
    void aRightThatIsGrantedOrWithdrawnShowsAtTheNextLookAfterAFewSeconds() throws InterruptedException {
        assertTrue(AccessCache.FRESH.toSeconds() < 10);
        cache.listen(() -> heard.add("news"));
        cache.allowed(LAB, PATCH_NODES);
        awaitNews();
        for (boolean may : new boolean[] {true, false}) {
            lab.get().may = may;
            lab.get().rules = Optional.of("rules " + may);
            cache.allowed(LAB, PATCH_NODES);
            later();
            assertEquals(Optional.of(!may), cache.allowed(LAB, PATCH_NODES), "the old one holds meanwhile");
            awaitNews();
            assertEquals(Optional.of(may), cache.allowed(LAB, PATCH_NODES));
        }
    }

    @Test
    void hundredsOfAnswersCostOneQuestionWhileNoRightChanges() throws InterruptedException {
        lab.get().rules = Optional.of("rules");
        List<Permission> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(new Permission("get", "", "kind" + i, "", "team"));
        }
        cache.missing(LAB, many);
        for (int i = 0; i < many.size(); i++) {
            nextAsked();
        }
        later();
        cache.missing(LAB, many);
        assertEquals("team", nextReviewed());
        for (int i = 0; i < many.size(); i++) {
            nextAsked(); // what the rules were before is not known at first
        }
        for (int look = 0; look < 3; look++) {
            later();
            cache.missing(LAB, many);
            cache.missing(LAB, many);
            assertEquals("team", nextReviewed());
        }
        assertEquals(0, asked.size());
        assertEquals(0, reviewed.size(), "one review for each time");
    }

    @Test
    void aServerThatCannotTellItsRulesIsAskedForEachAnswerAgain() throws InterruptedException {
        cache.listen(() -> heard.add("news"));
        cache.allowed(LAB, PATCH_NODES);
        awaitNews();
        nextAsked();
        cache.allowed(LAB, PATCH_NODES);
        assertEquals(0, asked.size());
        later();
        cache.allowed(LAB, PATCH_NODES);
        assertEquals(PATCH_NODES, nextAsked());
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
