// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownObjectsTest {
    private final KnownObjects known = new KnownObjects();

    private KnownObjects.Observation see(String uid, String version) {
        return known.see("ns", "pod", uid, version, false);
    }

    @Test
    void aDuplicateIsNoNewsAndAnOlderVersionIsNone() {
        assertEquals(KnownObjects.Observation.NEW, see("a", "5"));
        assertEquals(KnownObjects.Observation.SAME, see("a", "5"));
        assertEquals(KnownObjects.Observation.OLDER, see("a", "4"));
        assertEquals(KnownObjects.Observation.CHANGED, see("a", "6"));
    }

    @Test
    void aListIsBelievedEvenWhereItIsOlder() {
        see("a", "5");
        assertEquals(KnownObjects.Observation.CHANGED, known.see("ns", "pod", "a", "3", true));
    }

    @Test
    void anotherUidReplacesUnlessItIsOlder() {
        see("a", "5");
        assertEquals(KnownObjects.Observation.OLDER, see("before", "4"));
        assertEquals(KnownObjects.Observation.REPLACED, see("b", "6"));
        assertEquals("a", known.replacedUid());
        assertFalse(known.remove("ns", "pod", "a"), "a late deletion of the former");
        assertTrue(known.remove("ns", "pod", "b"));
        assertFalse(known.remove("ns", "pod", "b"));
    }

    @Test
    void versionsThatAreNoNumbersAreOnlyEqualOrNot() {
        see("a", "abc");
        assertEquals(KnownObjects.Observation.SAME, see("a", "abc"));
        assertEquals(KnownObjects.Observation.CHANGED, see("a", "abb"));
        assertEquals(KnownObjects.Observation.CHANGED, see("a", "99999999999999999999"));
    }

    @Test
    void itAgreesWithAMapWhateverComes() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            KnownObjects tested = new KnownObjects();
            Map<String, String> map = new HashMap<>();
            for (int i = 0; i < 600; i++) {
                String name = "p" + random.nextInt(150);
                String namespace = "n" + random.nextInt(3);
                String key = namespace + "/" + name;
                switch (random.nextInt(20)) {
                    case 0 -> {
                        Set<String> kept = new HashSet<>();
                        tested.begin();
                        for (String there : Set.copyOf(map.keySet())) {
                            if (random.nextBoolean()) {
                                String[] parts = there.split("/");
                                tested.see(parts[0], parts[1], "u", "" + i, true);
                                kept.add(there);
                            }
                        }
                        Set<String> gone = new HashSet<>();
                        tested.sweep(entry -> assertTrue(gone.add(entry.namespace() + "/" + entry.name())));
                        Set<String> expected = new HashSet<>(map.keySet());
                        expected.removeAll(kept);
                        assertEquals(expected, gone, "seed " + seed);
                        map.keySet().retainAll(kept);
                    }
                    case 1, 2, 3, 4, 5, 6 ->
                        assertEquals(map.remove(key) != null, tested.remove(namespace, name, "u"), "seed " + seed);
                    default -> {
                        KnownObjects.Observation observation = tested.see(namespace, name, "u", "" + (1000 + i), false);
                        assertEquals(
                                map.put(key, "") == null, observation == KnownObjects.Observation.NEW, "seed " + seed);
                    }
                }
                assertEquals(map.size(), tested.size(), "seed " + seed);
            }
        }
    }
}
