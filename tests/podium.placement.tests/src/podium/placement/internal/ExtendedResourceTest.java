// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.dra.NodeReach;
import podium.core.testkit.DeviceBuilder;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Offers;
import podium.core.testkit.Seen;
import podium.model.fleet.TaskPhase;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.Obstacle;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/** Extended resources that a DRA driver may serve: two nodes without any device plugin. */
class ExtendedResourceTest {
    private static final String SERVED =
            "DRA serves its 2 GPUs (nvidia.com/gpu) there: no device plugin offers them, and device classes"
                    + " are not known here";

    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);

    @BeforeEach
    void twoNodes() {
        bench.show(Seen.gpuNode("na", 0), Seen.gpuNode("nb", 0));
    }

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    @Test
    void withoutSlicesAResourceThatNoNodeOffersIsRefused() {
        bench.show(Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(2)));
        expect("na", Fit.DOES_NOT_FIT, "needs 2 GPUs, the node has none");
    }

    @Test
    void aNodeWithSlicesMayServeIt() {
        bench.show(Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(2)), slice("s", "na"));
        expect("na", Fit.FITS_IF, SERVED);
        expect("nb", Fit.DOES_NOT_FIT, "needs 2 GPUs, the node has none");
    }

    @Test
    void slicesOfSeveralNodesMayServeItAnywhere() {
        bench.show(Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(2)), slice("s", ""));
        expect("na", Fit.FITS_IF, SERVED);
        expect("nb", Fit.FITS_IF, SERVED);
    }

    @Test
    void theVerdictFollowsTheSlices() {
        bench.show(Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(2)));
        expect("na", Fit.DOES_NOT_FIT, "needs 2 GPUs, the node has none");
        bench.show(slice("s", "na"));
        expect("na", Fit.FITS_IF, SERVED);
        bench.show(new Change.Gone("ResourceSlice", "", "s", "u"));
        expect("na", Fit.DOES_NOT_FIT, "needs 2 GPUs, the node has none");
    }

    @Test
    void aNodeWhoseDevicePluginOffersItServesItThatWay() {
        bench.show(Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(2)), slice("s", "na"));
        bench.show(Offers.listed());
        bench.show(Offers.seen(Offers.serving("gpus", "nvidia.com/gpu")), Seen.gpuNode("nb", 1));
        expect("na", Fit.DOES_NOT_FIT, "asks for 2 devices of class gpus; the node has 1");
        expect("nb", Fit.DOES_NOT_FIT, "needs 2 GPUs, the node has 1");
        bench.show(Offers.seen(Offers.gpus("na", 2)));
        expect("na", Fit.FITS);
        bench.show(Seen.gpuNode("na", 1));
        expect("na", Fit.DOES_NOT_FIT, "needs 2 GPUs, the node has 1");
        bench.show(Seen.gpuNode("na", 0));
        expect("na", Fit.FITS);
    }

    @Test
    void theClassNamedByThePodServesItAndWithoutOneNobodyDoes() {
        TaskSpec spec = TaskSpec.of(Resources.of(Map.of("deviceclass.resource.kubernetes.io/gpus", 2L)));
        bench.show(Seen.pod("p", TaskPhase.PENDING, "", spec)).show(Offers.listed());
        bench.show(Offers.seen(Offers.gpus("na", 2)));
        assertEquals(Fit.DOES_NOT_FIT, verdict("na").fit(), "no such class");
        bench.show(Offers.seen(Offers.deviceClass("gpus")));
        expect("na", Fit.FITS);
        expect("nb", Fit.DOES_NOT_FIT, "asks for 2 devices of class gpus; the node has none");
    }

    @Test
    void ofTwoClassesThatNameAResourceTheNewerServesIt() {
        bench.show(Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(1))).show(Offers.listed());
        bench.show(Offers.seen(Offers.gpus("na", 2)));
        bench.show(Offers.seen(new SchedulingObject.DeviceClass(
                "old", List.of("true"), "nvidia.com/gpu", Instant.parse("2026-01-01T00:00:00Z"))));
        bench.show(Offers.seen(new SchedulingObject.DeviceClass(
                "new", List.of("false"), "nvidia.com/gpu", Instant.parse("2026-02-01T00:00:00Z"))));
        expect("na", Fit.DOES_NOT_FIT, "asks for 1 device of class new; the node has none");
    }

    @Test
    void aPodMayAskForBothAClaimAndAnExtendedResource() {
        bench.show(Offers.listed());
        bench.show(
                Offers.seen(Offers.gpus("na", 3)),
                Offers.seen(Offers.serving("gpus", "nvidia.com/gpu")),
                Offers.seen(Offers.claim("c", Offers.spec(Offers.request("r", "gpus", 2)))),
                Seen.pod("p", TaskPhase.PENDING, "", Offers.withClaims(Seen.asks(1), "c")));
        expect("na", Fit.FITS);
        bench.show(Seen.pod("p", TaskPhase.PENDING, "", Offers.withClaims(Seen.asks(2), "c")));
        expect(
                "na",
                Fit.DOES_NOT_FIT,
                "asks for 2 devices of class gpus and 2 devices of class gpus; the node can meet each alone, but not"
                        + " together");
    }

    @Test
    void whatElseIsMissingStillForbidsIt() {
        bench.show(
                Seen.pod(
                        "p",
                        TaskPhase.PENDING,
                        "",
                        TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", 2L, "cpu", 65_000L)))),
                slice("s", "na"));
        expect("na", Fit.DOES_NOT_FIT, "needs 65 CPUs, the node has 64", SERVED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "example.com/nic, FITS_IF",
        "deviceclass.resource.kubernetes.io/gpu.example.com, FITS_IF",
        "kubernetes.io/batch-cpu, DOES_NOT_FIT",
        "requests.nvidia.com/gpu, DOES_NOT_FIT",
        "hugepages-2Mi, DOES_NOT_FIT",
        "nvidia.com/gpumem, DOES_NOT_FIT",
        "kai.scheduler/gpu-fraction, DOES_NOT_FIT",
        "ephemeral-storage, DOES_NOT_FIT"
    })
    void onlyExtendedResourcesCanBeServed(String resource, Fit fit) {
        bench.show(
                Seen.pod("p", TaskPhase.PENDING, "", TaskSpec.of(Resources.of(Map.of(resource, 1L)))),
                slice("s", "na"));
        assertEquals(fit, verdict("na").fit());
    }

    @Test
    void theGangIsLaidOutByWhatIsKnown() {
        bench.show(slice("a", "na"), slice("b", "nb"));
        TaskSpec half = TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", 8L, "cpu", 40_000L)));
        for (int i = 0; i < 2; i++) {
            bench.show(Seen.pod("p" + i, TaskPhase.PENDING, "", half, Seen.owner("Job", "gang")));
        }
        Subject gang = new Subject(bench.job("gang"), List.of());
        Verdict all = placement.verdict(gang, new Target.OnNode(bench.node("na")));
        assertEquals(Fit.DOES_NOT_FIT, all.fit(), "the cores of one node are enough for one task");
        assertTrue(all.reasons().contains("room for 1 of 2 tasks"), all::toString);
    }

    @Test
    void aJobThatWaitsForItIsNotToldThatNoNodeTakesIt() {
        bench.show(Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(2)), slice("s", "na"));
        List<Obstacle> why = placement.obstacles(bench.job("p"));
        assertEquals("no node of 2 takes it for certain", why.getFirst().words());
        Obstacle unknown = why.stream()
                .filter(it -> it.by() == Obstacle.By.DEVICES)
                .findFirst()
                .orElseThrow();
        assertEquals("1 node would take it if " + SERVED, unknown.words());
    }

    @Test
    void whereThoseThatPerhapsTakeItAreTooFewForAGangItIsSaidThatItStillWaits() {
        bench.show(slice("a", "na"), slice("b", "nb"));
        TaskSpec half = TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", 8L, "cpu", 40_000L)));
        for (int i = 0; i < 3; i++) {
            bench.show(Seen.pod("p" + i, TaskPhase.PENDING, "", half, Seen.owner("Job", "gang")));
        }
        Obstacle perhaps = placement.obstacles(bench.job("gang")).stream()
                .filter(it -> it.by() == Obstacle.By.DEVICES)
                .findFirst()
                .orElseThrow();
        assertEquals(
                "place it; then it still waits: room for 2 of its 3 tasks, 1 short",
                perhaps.cure().orElseThrow().words());
    }

    private static Change slice(String name, String node) {
        return new Change.FactSeen(new SchedulingObject.ResourceSlice(
                name,
                Offers.DRIVER,
                name,
                1,
                1,
                node.isEmpty() ? new NodeReach("", true, List.of(), false) : NodeReach.of(node),
                List.of(new DeviceBuilder("d").build()),
                List.of()));
    }

    private Verdict verdict(String node) {
        return Objects.requireNonNull(
                placement.verdicts(new Subject(bench.job("p"), List.of())).get(bench.node(node)));
    }

    private void expect(String node, Fit fit, String... reasons) {
        Verdict verdict = verdict(node);
        assertEquals(List.of(reasons), verdict.reasons());
        assertEquals(fit, verdict.fit());
    }
}
