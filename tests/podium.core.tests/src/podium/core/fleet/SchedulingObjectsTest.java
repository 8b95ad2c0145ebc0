// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.Namespace;
import podium.core.change.SchedulingObject.PersistentVolume;
import podium.core.change.SchedulingObject.PersistentVolumeClaim;
import podium.core.change.SchedulingObject.ResourceSlice;
import podium.core.change.SchedulingObject.StorageClass;
import podium.core.dra.NodeReach;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;

/** What is kept of facts, and what their version tells. */
class SchedulingObjectsTest {
    private static final LabelSelector ANY = new LabelSelector(Labels.none(), List.of());

    private final SchedulingObjects facts = new SchedulingObjects();

    @Test
    void theLastWordOnAnObjectIsKept() {
        assertTrue(facts.seen(new Namespace("team", Labels.of("tier", "a"))));
        assertTrue(facts.seen(new Namespace("team", Labels.of("tier", "b"))));
        assertEquals(
                Optional.of(new Namespace("team", Labels.of("tier", "b"))), facts.get(Namespace.class, "", "team"));
        assertEquals(1, facts.all(Namespace.class).size());
    }

    @Test
    void theSameNameInAnotherNamespaceOrOfAnotherKindIsAnotherObject() {
        facts.seen(claim("red", "data"));
        facts.seen(claim("blue", "data"));
        facts.seen(new StorageClass("data", true, true, List.of()));
        assertEquals(2, facts.all(PersistentVolumeClaim.class).size());
        assertEquals(
                "blue",
                facts.get(PersistentVolumeClaim.class, "blue", "data")
                        .orElseThrow()
                        .namespace());
        assertTrue(facts.gone("PersistentVolumeClaim", "red", "data"));
        assertTrue(facts.get(PersistentVolumeClaim.class, "red", "data").isEmpty());
        assertTrue(facts.get(PersistentVolumeClaim.class, "blue", "data").isPresent());
        assertTrue(facts.get(StorageClass.class, "", "data").isPresent());
    }

    @Test
    void whatLiesInNoNamespaceIsFoundWithoutOne() {
        List<SchedulingObject> cluster = List.of(
                new Namespace("x", Labels.none()),
                new StorageClass("x", false, false, List.of()),
                slice("x", "n1"),
                new PersistentVolume("x", Labels.none(), "", List.of(), 1, List.of(), List.of(), "", true));
        for (SchedulingObject fact : cluster) {
            facts.seen(fact);
            assertEquals("", fact.namespace());
            assertEquals(Optional.of(fact), facts.get(fact.getClass(), "", "x"));
            assertEquals(List.of(fact), facts.all(fact.getClass()));
        }
    }

    @Test
    void onlyNewsIsTold() {
        AtomicInteger told = new AtomicInteger();
        facts.follow((before, now) -> told.incrementAndGet());
        assertTrue(facts.seen(claim("team", "data")));
        assertFalse(facts.seen(claim("team", "data")), "an equal word is no news");
        assertFalse(facts.gone("PersistentVolumeClaim", "team", "other"));
        assertFalse(facts.gone("Deployment", "team", "data"), "kinds nobody keeps are gone without a word");
        assertEquals(1, told.get());
        assertTrue(facts.listed("StorageClass"));
        assertFalse(facts.listed("StorageClass"));
        assertTrue(facts.gone("PersistentVolumeClaim", "team", "data"));
        assertEquals(3, told.get());
    }

    @Test
    void aKindIsListedByItsOwnNameAndStaysSo() {
        facts.seen(claim("team", "data"));
        assertFalse(facts.listed(PersistentVolumeClaim.class), "one that was seen is not all of them");
        facts.listed("PersistentVolumeClaim");
        assertTrue(facts.listed(PersistentVolumeClaim.class));
        assertFalse(facts.listed(PersistentVolume.class));
        facts.gone("PersistentVolumeClaim", "team", "data");
        assertTrue(facts.listed(PersistentVolumeClaim.class), "none is left, and that is known");
    }

    @Test
    void aCopyKeepsItsMomentAndIsKeptToItself() {
        facts.seen(claim("team", "data"));
        facts.listed("PersistentVolumeClaim");
        SchedulingObjects copy = new SchedulingObjects(facts);
        facts.gone("PersistentVolumeClaim", "team", "data");
        facts.seen(claim("team", "later"));
        facts.listed("PersistentVolume");
        assertEquals(List.of(claim("team", "data")), copy.all(PersistentVolumeClaim.class));
        assertTrue(copy.listed(PersistentVolumeClaim.class));
        assertFalse(copy.listed(PersistentVolume.class));
        copy.seen(new Namespace("supposed", Labels.none()));
        assertEquals(List.of(), facts.all(Namespace.class), "what is supposed is not real");
    }

    @Test
    void aListOfAllIsOfItsMoment() {
        facts.seen(claim("team", "a"));
        List<PersistentVolumeClaim> all = facts.all(PersistentVolumeClaim.class);
        facts.seen(claim("team", "b"));
        assertEquals(1, all.size());
        assertThrows(UnsupportedOperationException.class, () -> all.remove(0));
    }

    @Test
    void aChangeIsToldWheneverTheContentsDiffer() {
        AtomicInteger told = new AtomicInteger();
        facts.follow((was, is) -> told.incrementAndGet());
        Random random = new Random(4);
        Set<SchedulingObject> before = Set.of();
        for (int i = 0; i < 5_000; i++) {
            int last = told.get();
            String name = "c" + random.nextInt(6);
            if (random.nextBoolean()) {
                facts.seen(slice(name, "n" + random.nextInt(3)));
            } else {
                facts.gone("ResourceSlice", "", name);
            }
            Set<SchedulingObject> now = new HashSet<>(new ArrayList<>(facts.all(ResourceSlice.class)));
            assertEquals(!now.equals(before), told.get() > last, () -> "round of " + name);
            before = now;
        }
    }

    @Test
    void aFollowerIsToldOfEachChangeAsItIsMade() {
        List<String> told = new ArrayList<>();
        facts.follow((before, now) -> told.add((before == null ? "-" : before.name() + before.namespace()) + ">"
                + (now == null ? "-" : now.name() + now.namespace())));
        facts.seen(claim("team", "a"));
        facts.seen(claim("team", "a"));
        facts.seen(slice("s", "n1"));
        facts.seen(slice("s", "n2"));
        facts.gone("ResourceSlice", "", "s");
        facts.gone("ResourceSlice", "", "s");
        facts.listed("ResourceSlice");
        assertEquals(List.of("->ateam", "->s", "s>s", "s>-", "->-"), told);
    }

    private static ResourceSlice slice(String name, String node) {
        return new ResourceSlice(name, "d", "p", 1, 1, NodeReach.of(node), List.of(), List.of());
    }

    private static PersistentVolumeClaim claim(String namespace, String name) {
        return new PersistentVolumeClaim(namespace, name, "", "", "fast", List.of("ReadWriteOnce"), 5, ANY, false);
    }
}
