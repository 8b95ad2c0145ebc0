// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.internal.index.DeviceRequirement;
import podium.placement.internal.index.DeviceRoomTest;

/** Verdicts and scores where pods hold parts of devices. */
class SharedDevicesTest {
    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);

    @BeforeEach
    void twoDevicesHeldInPart() {
        bench.show(
                Seen.node("n", Labels.none(), DeviceRoomTest.offer(2)),
                Seen.pod("a", TaskPhase.RUNNING, "n", DeviceRoomTest.asks(600)),
                Seen.pod("b", TaskPhase.RUNNING, "n", DeviceRoomTest.asks(600)));
    }

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    @Test
    void theSumOfTheRestsIsNoRoomForOneShare() {
        Verdict verdict = verdict("half", 1, DeviceRoomTest.asks(500));
        assertEquals(Fit.DOES_NOT_FIT, verdict.fit());
        assertEquals(List.of("needs 0.50 of one GPU, at most 0.40 of one is free"), verdict.reasons());
    }

    @Test
    void aWholeGpuIsNotFreeWhereAllAreShared() {
        TaskSpec whole = TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", 1L, DeviceRequirement.THOUSANDTHS, 1000L)));
        Verdict verdict = verdict("whole", 1, whole);
        assertEquals(Fit.DOES_NOT_FIT, verdict.fit());
        assertTrue(
                verdict.reasons().contains("needs 1 whole GPU, 0 free, 2 shared"),
                verdict.reasons().toString());
    }

    @Test
    void asManyCopiesFitAsTheDevicesTake() {
        assertEquals(2, verdict("some", 3, DeviceRoomTest.asks(300)).tasksThatFit(), "one beside each, never two");
        assertEquals(4, verdict("small", 9, DeviceRoomTest.asks(200)).tasksThatFit());
    }

    @Test
    void aGangOfUnequalSharesIsLaidOutDeviceByDevice() {
        bench.show(
                Seen.pod("x", TaskPhase.PENDING, "", DeviceRoomTest.asks(400), Seen.owner("RayJob", "ray")),
                Seen.pod("y", TaskPhase.PENDING, "", DeviceRoomTest.asks(300), Seen.owner("RayJob", "ray")),
                Seen.pod("z", TaskPhase.PENDING, "", DeviceRoomTest.asks(100), Seen.owner("RayJob", "ray")));
        Subject ray = new Subject(bench.job("ray"), List.of());
        assertTrue(placement.layout(ray, new Target.OnNode(bench.node("n"))).isPresent());
        bench.show(Seen.pod("z", TaskPhase.PENDING, "", DeviceRoomTest.asks(101), Seen.owner("RayJob", "ray")));
        assertEquals(Optional.empty(), placement.layout(ray, new Target.OnNode(bench.node("n"))));
    }

    @Test
    void aShareThatMovesGivesBackItsPartOfItsOwnDevice() {
        Subject moved = new Subject(bench.job("a"), List.of(bench.task("a")));
        assertEquals(Fit.FITS_IF, placement.verdicts(moved).get(bench.node("n")).fit());
    }

    @Test
    void theDeviceInMindIsTheOneThatStrandsLeast() {
        bench.show(Seen.node("m", Labels.none(), DeviceRoomTest.offer(2)));
        bench.show(Seen.pod("c", TaskPhase.RUNNING, "m", DeviceRoomTest.asks(600)));
        bench.task("c").getAccelerators().add(bench.node("m").getAccelerators().get(1));
        bench.show(VerdictRulesTest.suspended("fill", 1, DeviceRoomTest.asks(400)));
        bench.show(Seen.pod("again", TaskPhase.PENDING, "m", DeviceRoomTest.asks(1)));
        Subject fill = new Subject(bench.job("fill"), List.of());
        assertEquals(1, placement.devices(fill, bench.node("n")).size());
        assertEquals(
                List.of(),
                placement.devices(fill, bench.node("n")).stream()
                        .filter(index -> index > 1)
                        .toList());
    }

    @Test
    void aRestThatIsFilledScoresAboveAnUntouchedDevice() {
        bench.show(Seen.node("fresh", Labels.none(), DeviceRoomTest.offer(2)));
        bench.show(VerdictRulesTest.suspended("whole", 5, Seen.asks(1)));
        bench.show(VerdictRulesTest.suspended("rest", 1, DeviceRoomTest.asks(400)));
        Map<podium.model.fleet.Node, Verdict> verdicts = placement.verdicts(new Subject(bench.job("rest"), List.of()));
        assertTrue(verdicts.get(bench.node("n")).score()
                > verdicts.get(bench.node("fresh")).score());
    }

    @Test
    void jobsAlikeAreJudgedOnceAndFollowChanges() {
        bench.show(VerdictRulesTest.suspended("one", 1, DeviceRoomTest.asks(400)));
        bench.show(VerdictRulesTest.suspended("two", 1, DeviceRoomTest.asks(400)));
        Subject one = new Subject(bench.job("one"), List.of());
        Subject two = new Subject(bench.job("two"), List.of());
        Verdict first = placement.verdicts(one).get(bench.node("n"));
        assertTrue(first == placement.verdicts(two).get(bench.node("n")), "the same verdict, not one like it");
        bench.show(Seen.pod("c", TaskPhase.RUNNING, "n", DeviceRoomTest.asks(400)));
        bench.show(Seen.pod("d", TaskPhase.RUNNING, "n", DeviceRoomTest.asks(400)));
        assertEquals(
                Fit.DOES_NOT_FIT, placement.verdicts(one).get(bench.node("n")).fit());
        assertEquals(
                Fit.DOES_NOT_FIT, placement.verdicts(two).get(bench.node("n")).fit());
    }

    private Verdict verdict(String name, int tasks, TaskSpec spec) {
        bench.show(VerdictRulesTest.suspended(name, tasks, spec));
        return placement.verdicts(new Subject(bench.job(name), List.of())).get(bench.node("n"));
    }
}
