// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.value.Resources;
import podium.placement.internal.VerdictRulesTest;

class DemandTest {
    private static final String GPU = "nvidia.com/gpu";

    @Test
    void whatEveryTaskCanUseIsNotStranded() {
        Demand demand = Demand.of(Map.of(ask(1, 1000, 0), 10));
        assertEquals(0, demand.stranded(room(8, 0)), 1e-9);
    }

    @Test
    void aRestThatIsTooSmallForATaskIsStrandedByTheShareOfSuchTasks() {
        Demand demand = Demand.of(Map.of(ask(1, 1000, 0), 1, ask(1, 500, 0), 3));
        assertEquals(0.25 * 0.6, demand.stranded(room(0, 0, 600)), 1e-9);
        assertEquals(0.4, demand.stranded(room(0, 0, 400)), 1e-9);
    }

    @Test
    void allThatIsFreeIsStrandedForATaskThatDoesNotFitAtAll() {
        Demand demand = Demand.of(Map.of(ask(8, 1000, 0), 1, ask(1, 1000, 0), 1));
        assertEquals(0.5 * 7, demand.stranded(room(7, 0)), 1e-9);
        assertEquals(0, demand.stranded(room(8, 0)), 1e-9);
    }

    @Test
    void coresThatAreTooFewForWhatIsFreeCountHalf() {
        Demand demand = Demand.of(Map.of(ask(1, 1000, 10_000), 1));
        assertEquals(0, demand.stranded(room(4, 40_000)), 1e-9);
        assertEquals(0.5 * 2, demand.stranded(room(4, 20_000)), 1e-9);
        assertEquals(2, demand.withoutCores(room(4, 20_000)), 1e-9);
        assertEquals(1.5 * 4, demand.stranded(room(4, 0)), 1e-9);
    }

    /** Of a node that says it has less than nothing, by which the count of slots of its whole cluster failed. */
    @Test
    void whereNothingIsFreeNothingLacksCores() {
        Demand demand = Demand.of(Map.of(ask(1, 1000, 10_000), 1));
        assertEquals(0, demand.withoutCores(room(-1, 0)), 1e-9);
    }

    @Test
    void deviceOfAnotherKindAreNoUse() {
        Demand demand = Demand.of(Map.of(new DeviceRequirement("amd.com/gpu", 1, 1000, 0, 0), 1));
        assertEquals(3, demand.stranded(room(3, 0)), 1e-9);
    }

    @Test
    void nothingKnownStrandsNothing() {
        Demand demand = Demand.of(Map.of(new DeviceRequirement("", 0, 0, 1000, 1), 9));
        assertEquals(0, demand.stranded(room(3, 0)), 1e-9);
        assertEquals(0, Demand.NONE.stranded(room(3, 0)), 1e-9);
        assertEquals(0, Demand.NONE.withoutCores(room(3, 0)), 1e-9);
    }

    /** The definition of the paper, written down plainly: for each task of the mix, each device it could not use. */
    @Test
    void itIsTheFragmentationOfThePaper() {
        Random random = new Random(4);
        for (int round = 0; round < 500; round++) {
            Map<DeviceRequirement, Integer> mix = new LinkedHashMap<>();
            int total = 0;
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                int count = 1 + random.nextInt(9);
                boolean share = random.nextBoolean();
                DeviceRequirement ask =
                        ask(share ? 1 : 1 + random.nextInt(8), share ? 1 + random.nextInt(999) : 1000, 0);
                if (mix.put(ask, count) == null) {
                    total += count;
                } else {
                    mix.remove(ask);
                    mix.put(ask, count);
                    total = mix.values().stream().mapToInt(Integer::intValue).sum();
                }
            }
            int[] parts = random.ints(random.nextInt(5), 1, 1000).toArray();
            DeviceRoom room = room(random.nextInt(5), 0, parts);
            assertEquals(plainly(mix, total, room), Demand.of(mix).stranded(room), 1e-6, mix + " on " + room);
        }
    }

    private static double plainly(Map<DeviceRequirement, Integer> mix, int total, DeviceRoom room) {
        double sum = 0;
        for (Map.Entry<DeviceRequirement, Integer> entry : mix.entrySet()) {
            boolean fits = room.takes(entry.getKey());
            double unusable = fits ? 0 : room.whole();
            for (int part : room.parts()) {
                unusable += !fits || part < entry.getKey().each() ? part / 1000.0 : 0;
            }
            sum += unusable * entry.getValue() / total;
        }
        return sum;
    }

    @Test
    void theBookFollowsTheJobsAndTheirSize() {
        FleetBench bench = new FleetBench();
        bench.show(VerdictRulesTest.suspended("a", 3, Seen.asks(1)), VerdictRulesTest.suspended("b", 1, Seen.asks(8)));
        DemandBook book = new DemandBook(bench.cluster);
        assertEquals(0.25 * 4, book.demand().stranded(room(4, 0)), 1e-9);
        bench.show(VerdictRulesTest.suspended("a", 1, Seen.asks(1)));
        book.update(bench.job("a"));
        assertEquals(0.5 * 4, book.demand().stranded(room(4, 0)), 1e-9);
        assertTrue(book.demand() == book.demand(), "worked out once");
    }

    @Test
    void manyKindsOfAskAreCutToTheMostFrequent() {
        Map<DeviceRequirement, Integer> mix = new HashMap<>();
        for (int i = 1; i <= 999; i++) {
            mix.put(ask(1, i, 0), i <= 500 ? 1 : 1000);
        }
        double none = Demand.of(mix).stranded(room(0, 0, 500));
        assertEquals(0.5, none, 1e-9, "the rare ones that fit are left out");
    }

    private static DeviceRoom room(int whole, long cores, int... parts) {
        return new DeviceRoom(GPU, whole, parts, cores, 0);
    }

    private static DeviceRequirement ask(int devices, int each, long cores) {
        return DeviceRequirement.of(Resources.of(
                each == 1000
                        ? Map.of(GPU, (long) devices, "cpu", cores)
                        : Map.of(DeviceRequirement.THOUSANDTHS, (long) devices * each, "cpu", cores)));
    }
}
