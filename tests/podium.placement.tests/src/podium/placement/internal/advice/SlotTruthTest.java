// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.DeviceHolder;
import podium.core.fleet.AcceleratorState;
import podium.core.fleet.GpuShares;
import podium.core.fleet.Holdings;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.TaskSpec;
import podium.model.value.Toleration;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Verdict;
import podium.placement.advice.RankedPlace;
import podium.placement.advice.Ranking;
import podium.placement.advice.Slots;
import podium.placement.internal.PlacementServiceImpl;

/** A slot is of whole GPUs that the usual job may take: no slices, no shares, none of a tainted node, none that is broken. */
class SlotTruthTest {
    /** No slot of any size. */
    private static final List<Integer> NONE = Collections.nCopies(Slots.SIZES.size(), 0);

    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String RACK = "topology.kubernetes.io/rack";

    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);
    private final AdviceServiceImpl advice = new AdviceServiceImpl(placement, InstantSource.system());

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    private void node(String name, Map<String, Long> devices, String... labels) {
        node(name, Taints.none(), devices, labels);
    }

    private void node(String name, Taints taints, Map<String, Long> devices, String... labels) {
        Map<String, Long> all = new HashMap<>(devices);
        all.putAll(Map.of("cpu", 64_000L, "memory", 1L << 40, "pods", 110L));
        bench.show(Seen.node(name, "uid-" + name, Labels.of(labels), taints, Resources.of(all), false));
    }

    private Slots slots() {
        return SlotCount.of(bench.cluster, placement::room);
    }

    private static TaskSpec asks(String resource, long amount) {
        return TaskSpec.of(Resources.of(Map.of(resource, amount)));
    }

    @Test
    void migSlicesAreNoGpusAndAreToldByProfile() {
        node("mig", Map.of("nvidia.com/mig-1g.5gb", 7L, "nvidia.com/mig-3g.20gb", 2L), "nvidia.com/gpu.count", "2");
        bench.show(Seen.pod("p", TaskPhase.RUNNING, "mig", asks("nvidia.com/mig-1g.5gb", 2)));
        assertEquals(0, slots().devices());
        assertEquals(NONE, slots().counts());
        assertEquals(0.0, slots().free());
        assertEquals(Map.of("1g.5gb", 5, "3g.20gb", 2), slots().parts());
    }

    @Test
    void theWholeGpusBesideDividedOnesAreSlots() {
        node("mixed", Map.of("nvidia.com/gpu", 2L, "nvidia.com/mig-1g.5gb", 14L), "nvidia.com/gpu.count", "4");
        assertEquals(2, slots().devices());
        assertEquals(1, slots().count(2));
        assertEquals(Map.of("1g.5gb", 14), slots().parts());
    }

    @Test
    void timeSlicesAreSharesAndNoGpus() {
        node("shared", Map.of("nvidia.com/gpu", 8L), "nvidia.com/gpu.count", "2", "nvidia.com/gpu.replicas", "4");
        bench.show(Seen.pod("p", TaskPhase.RUNNING, "shared", asks("nvidia.com/gpu", 3)));
        assertEquals(NONE, slots().counts());
        assertEquals(Map.of("1/4 GPU", 5), slots().parts());
    }

    @Test
    void whoAsksForGpusIsAdvisedWholeOnesBeforeSharesWhichAreSaidToBeShares() {
        node("shared", Map.of("nvidia.com/gpu", 16L), "nvidia.com/gpu.count", "4", "nvidia.com/gpu.replicas", "4");
        node("whole", Map.of("nvidia.com/gpu", 8L), "nvidia.com/gpu.count", "8");
        bench.show(Seen.pod("p", TaskPhase.RUNNING, "shared", asks("nvidia.com/gpu", 7)));
        bench.show(Seen.pod("late", TaskPhase.PENDING, "", asks("nvidia.com/gpu", 1)));
        List<RankedPlace> places = advice.places(new Subject(bench.job("late"), List.of()));
        assertEquals(
                List.of("whole", "shared"),
                places.stream().map(RankedPlace::name).toList());
        assertEquals(
                "gets 1 \u00d7 1/4 GPU, no whole GPU, leaves 8 \u00d7 1/4 GPU free",
                places.getLast().reason());
        bench.show(Seen.pod("p2", TaskPhase.RUNNING, "shared", asks("nvidia.com/gpu", 8)));
        assertEquals(
                "gets 1 \u00d7 1/4 GPU, no whole GPU, leaves no 1/4 GPU free",
                advice.places(new Subject(bench.job("late"), List.of()))
                        .getLast()
                        .reason());
    }

    /** A rack of two whole nodes and a shared one went before the zone in which three nodes have whole ones. */
    @Test
    void aGangThatAsksForGpusIsAdvisedAPlaceWithWholeOnesForAllBeforeOneWhereSomeGetShares() {
        for (String[] place : new String[][] {{"a", "r1"}, {"b", "r3"}, {"c", "r3"}}) {
            node(place[0], Map.of("nvidia.com/gpu", 4L), "nvidia.com/gpu.count", "4", ZONE, "z", RACK, place[1]);
        }
        node(
                "shared",
                Map.of("nvidia.com/gpu", 16L),
                "nvidia.com/gpu.count",
                "4",
                "nvidia.com/gpu.replicas",
                "4",
                ZONE,
                "z",
                RACK,
                "r3");
        bench.show(Seen.pod("held", TaskPhase.RUNNING, "shared", asks("nvidia.com/gpu", 8)));
        bench.show(Seen.job("gang", true, 3, asks("nvidia.com/gpu", 4), ""));
        Subject gang = new Subject(bench.job("gang"), List.of());
        List<RankedPlace> places = advice.places(gang);
        assertEquals(
                List.of("z", "r3"),
                places.stream()
                        .filter(place -> place.verdict().fit().takes())
                        .map(RankedPlace::name)
                        .toList());
        assertFalse(places.getFirst().reason().contains("shared"), places.getFirst()::reason);
        assertTrue(
                places.get(1).reason().endsWith("; shared has no whole GPUs but 8 \u00d7 1/4 GPU"),
                places.get(1)::reason);
        Ranking ranking = advice.ranking(gang, 2);
        assertTrue(ranking.advance(Duration.ofMinutes(1)));
        assertEquals(
                List.of("z", "r3"),
                ranking.best().stream().map(RankedPlace::name).toList());
    }

    @Test
    void whoAsksForASliceIsToldHowManyLikeItAreLeft() {
        node("mig", Map.of("nvidia.com/mig-1g.5gb", 7L, "nvidia.com/mig-3g.20gb", 2L), "nvidia.com/gpu.count", "2");
        bench.show(Seen.pod("p", TaskPhase.RUNNING, "mig", asks("nvidia.com/mig-1g.5gb", 2)));
        bench.show(Seen.pod("late", TaskPhase.PENDING, "", asks("nvidia.com/mig-1g.5gb", 1)));
        assertEquals(
                "leaves 4 \u00d7 1g.5gb free",
                advice.best(new Subject(bench.job("late"), List.of()))
                        .orElseThrow()
                        .reason());
    }

    @Test
    void onANodeOfHamiOnlyGpusThatNobodyHasAnyOfAreSlots() {
        node("hami", Map.of("nvidia.com/gpu", 4L, GpuShares.HAMI_SLOTS, 40L));
        bench.show(
                Seen.pod("p", TaskPhase.RUNNING, "hami", asks("nvidia.com/gpu", 1)),
                Seen.pod("q", TaskPhase.RUNNING, "hami", asks("nvidia.com/gpu", 1)));
        assertEquals(2, slots().count(1));
    }

    private void hosts(String pool, int from, int to) {
        for (int i = from; i < to; i++) {
            node(
                    pool + "-" + i,
                    Map.of("google.com/tpu", 4L),
                    "cloud.google.com/gke-nodepool",
                    pool,
                    "cloud.google.com/gke-tpu-topology",
                    "4x4");
        }
    }

    @Test
    void noHalfOfATpuSliceOfSeveralHostsIsASlot() {
        hosts("v6e", 0, 4);
        assertEquals(4, slots().count(4));
        assertEquals(1, slots().count(16));
        bench.show(Seen.pod("p", TaskPhase.RUNNING, "v6e-0", asks("google.com/tpu", 4)));
        assertEquals(0, slots().count(4), "one host of it is held: the others are of no use to another job");
        bench.show(Seen.gone("Pod", "p"));
        assertEquals(1, slots().count(16));
        hosts("half", 0, 2);
        assertEquals(1, slots().count(16), "two of four hosts are not there");
        node("alone", Map.of("google.com/tpu", 4L), "cloud.google.com/gke-tpu-topology", "2x2");
        assertEquals(5, slots().count(4), "a host that is the whole slice is one");
    }

    @Test
    void aJobThatIsNotAsLargeAsATpuSliceOfSeveralHostsIsToldSo() {
        hosts("v6e", 0, 4);
        bench.show(
                Seen.job("small", true, 1, asks("google.com/tpu", 4), ""),
                Seen.job("right", true, 4, asks("google.com/tpu", 4), ""));
        Verdict small = placement
                .verdicts(new Subject(bench.job("small"), List.of()))
                .getOrDefault(bench.node("v6e-0"), NOWHERE);
        assertEquals(
                List.of("one of 4 hosts of TPU slice 4x4, which one job uses whole: it has 1 task"), small.reasons());
        assertEquals(Fit.FITS_IF, small.fit());
        Verdict right = placement
                .verdicts(new Subject(bench.job("right"), List.of()))
                .getOrDefault(bench.node("v6e-0"), NOWHERE);
        assertEquals(Fit.FITS, right.fit());
    }

    /** In the likeness of an Atlas 800 (two rings of four) and of an Atlas 900 A3 (pairs of dies). */
    @Test
    void whatCrossesTheGroupsOfAnAscendBoardIsToldSo() {
        node("rings", Map.of("huawei.com/Ascend910", 8L), "accelerator-type", "module");
        node("pairs", Map.of("huawei.com/Ascend910", 16L), "accelerator-type", "module-a3-16");
        node("mesh", Map.of("huawei.com/Ascend910", 8L), "accelerator-type", "module-910b-8");
        bench.show(
                Seen.job("three", true, 1, asks("huawei.com/Ascend910", 3), ""),
                Seen.job("four", true, 1, asks("huawei.com/Ascend910", 4), ""));
        String groups = "its NPUs are wired in groups of %d: of those a task takes %s, and it asks for 3";
        assertEquals(List.of(groups.formatted(4, "1, 2, 4 or 8")), reasons("three", "rings"));
        assertEquals(
                List.of(groups.formatted(2, "an even number, or 1 where it is the job's only task")),
                reasons("three", "pairs"));
        assertEquals(List.of(), reasons("three", "mesh"));
        assertEquals(List.of(), reasons("four", "rings"));
        for (int i : new int[] {0, 5}) {
            bench.show(Seen.pod("p" + i, TaskPhase.RUNNING, "rings", asks("huawei.com/Ascend910", 1)));
        }
        assertEquals(List.of(), reasons("four", "rings"), "nobody tells which are held");
        bench.show(new Change.HoldersSeen(
                "rings",
                "exporter",
                List.of(
                        new DeviceHolder(OptionalInt.of(0), "", "team", "p0"),
                        new DeviceHolder(OptionalInt.of(5), "", "team", "p5"))));
        assertEquals(List.of("no group of 4 NPUs that are wired together has 4 free"), reasons("four", "rings"));
    }

    /**
     * In the likeness of half an Atlas 800 (four chips on one ring), an Atlas 350 with bridges of four cards (any number, by whole
     * bridges where it divides) and an Atlas 900 A3 with eight chips.
     */
    @Test
    void halfBoardsAndTheCardsOfTheNewestGenerationHaveTheirOwnGroups() {
        node("half", Map.of("huawei.com/Ascend910", 4L), "accelerator-type", "half");
        node("bridges", Map.of("huawei.com/npu", 8L), "accelerator-type", "350-Atlas-4p-8");
        node("cards", Map.of("huawei.com/npu", 8L), "accelerator-type", "350-Atlas-8");
        node("modules", Map.of("huawei.com/Ascend910", 8L), "accelerator-type", "module-a3-8-super-pod");
        bench.show(
                Seen.job("three", true, 1, asks("huawei.com/Ascend910", 3), ""),
                Seen.job("four", true, 1, asks("huawei.com/Ascend910", 4), ""),
                Seen.job("npu3", true, 1, asks("huawei.com/npu", 3), ""),
                Seen.job("npu4", true, 1, asks("huawei.com/npu", 4), ""),
                Seen.job("npu5", true, 1, asks("huawei.com/npu", 5), ""),
                Seen.job("npu8", true, 1, asks("huawei.com/npu", 8), ""));
        assertEquals(
                List.of("its NPUs are wired in groups of 4: of those a task takes 1, 2 or 4, and it asks for 3"),
                reasons("three", "half"));
        assertEquals(List.of(), reasons("four", "half"));
        assertEquals(
                List.of("its NPUs are wired in groups of 2: of those a task takes an even number, or 1 where it is the"
                        + " job's only task, and it asks for 3"),
                reasons("three", "modules"));
        for (String job : List.of("npu3", "npu4", "npu5", "npu8")) {
            assertEquals(List.of(), reasons(job, "bridges"), job);
            assertEquals(List.of(), reasons(job, "cards"), job);
        }
        held("bridges", "huawei.com/npu", 0, 5);
        held("modules", "huawei.com/Ascend910", 0, 2, 4);
        assertEquals(List.of(), reasons("npu3", "bridges"));
        assertEquals(List.of(), reasons("npu5", "bridges"), "what is no multiple of four may cross");
        assertEquals(List.of("no group of 4 NPUs that are wired together has 4 free"), reasons("npu4", "bridges"));
        assertEquals(
                List.of("of the groups of 2 NPUs that are wired together 1 is entirely free, and it needs 2"),
                reasons("four", "modules"));
    }

    private void held(String node, String resource, int... devices) {
        List<DeviceHolder> holders = new ArrayList<>();
        for (int device : devices) {
            String pod = node + device;
            bench.show(Seen.pod(pod, TaskPhase.RUNNING, node, asks(resource, 1)));
            holders.add(new DeviceHolder(OptionalInt.of(device), "", "team", pod));
        }
        bench.show(new Change.HoldersSeen(node, "exporter", holders));
    }

    private List<String> reasons(String job, String node) {
        return placement
                .verdicts(new Subject(bench.job(job), List.of()))
                .getOrDefault(bench.node(node), NOWHERE)
                .reasons();
    }

    private static final Verdict NOWHERE = new Verdict(Fit.DOES_NOT_FIT, List.of(), 0, 0);

    @Test
    void whoTaintedANodeIsSaidWhereTheTaintKeepsAJobOff() {
        node("sick", new Taints(List.of(new Taint("AggregatedNodeHealth", "False", "NoSchedule"))), Map.of());
        bench.show(Seen.job("job", true, 1, TaskSpec.of(Resources.none()), ""));
        Verdict verdict =
                placement.verdicts(new Subject(bench.job("job"), List.of())).getOrDefault(bench.node("sick"), NOWHERE);
        assertEquals(
                List.of("taint AggregatedNodeHealth=False:NoSchedule is not tolerated (NVSentinel: it found a fault)"),
                verdict.reasons());
    }

    @Test
    void aTaintThatNoJobToleratesTakesTheNodeOutOfWhatIsFree() {
        Taints maintenance = new Taints(List.of(new Taint("maint", "yes", "NoSchedule")));
        node("good", Map.of("nvidia.com/gpu", 8L));
        node("bad", maintenance, Map.of("nvidia.com/gpu", 8L));
        assertEquals(1, slots().count(8));
        assertEquals(8, advice.relief(bench.cluster, 8).orElseThrow().gpus());
        assertEquals(new Holdings(8, 0, 0, 8, 0, 0), Holdings.of(bench.node("bad")));
        assertTrue(Holdings.states(bench.node("bad")).stream().allMatch(state -> state == AcceleratorState.TAINTED));
        TaskSpec tolerant = SpecBuilder.like(asks("nvidia.com/gpu", 1))
                .tolerations(new Toleration("maint", "Exists", "", ""))
                .build();
        bench.show(Seen.pod("p", TaskPhase.PENDING, "", tolerant));
        assertEquals(2, slots().count(8), "it is a taint of usual work then");
        assertEquals(8, Holdings.of(bench.node("bad")).free());
    }

    @Test
    void theTaintOfAcceleratorNodesKeepsNoJobOffThatAsksForThem() {
        node(
                "gpu",
                new Taints(List.of(
                        new Taint("nvidia.com/gpu", "present", "NoSchedule"),
                        new Taint("soft", "", "PreferNoSchedule"))),
                Map.of("nvidia.com/gpu", 8L));
        assertEquals(1, slots().count(8));
        assertEquals(8, Holdings.of(bench.node("gpu")).free());
    }

    @Test
    void aPodThatToleratesEverythingMakesNoTaintUsual() {
        node("bad", new Taints(List.of(new Taint("maint", "", "NoExecute"))), Map.of("nvidia.com/gpu", 8L));
        TaskSpec agent = SpecBuilder.like(asks("nvidia.com/gpu", 1))
                .tolerations(new Toleration("", "Exists", "", ""))
                .build();
        bench.show(Seen.pod("agent", TaskPhase.RUNNING, "bad", agent));
        assertEquals(NONE, slots().counts());
    }
}
