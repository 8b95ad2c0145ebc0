// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Verdict;

/** Volumes against nodes: two nodes in two zones. */
class VolumeRulesTest {
    private static final List<String> SHARED = List.of("ReadWriteOnce");
    private static final String UNREAD = "class wait can provision the volume of claim data there: storage left"
            + " (CSIStorageCapacity) and volumes that can be attached (CSINode) are not known here";
    private static final NodeTerm NOWHERE_ELSE =
            new NodeTerm(List.of(new Requirement("zone", "Exists", List.of())), List.of());
    private static final String[] OWN = {TaskSpec.OWN + "a", TaskSpec.OWN + "b", TaskSpec.OWN + "c", TaskSpec.OWN + "d"
    };
    private static final LabelSelector ANY = new LabelSelector(Labels.none(), List.of());

    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);

    @BeforeEach
    void twoZones() {
        bench.show(
                Seen.node("na", Labels.of("zone", "a"), Resources.of(Map.of("cpu", 8000L, "pods", 10L))),
                Seen.node("nb", Labels.of("zone", "b"), Resources.of(Map.of("cpu", 8000L, "pods", 10L))));
    }

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    @Test
    void whatIsNotKnownOfVolumesIsSaidAndNeverFits() {
        pod("data");
        expect("na", Fit.FITS_IF, "the volume of claim data can be reached there, which is not known here");
    }

    @Test
    void aBoundVolumeKeepsToTheNodesItCanBeReachedFrom() {
        know(claim("data", "v", "fast", SHARED), volume("v", "fast", zone("a"), "team/data", 10));
        pod("data");
        expect("na", Fit.FITS, "");
        expect("nb", Fit.DOES_NOT_FIT, "volume v can only be reached where zone In [a]");
    }

    @Test
    void aClaimThatIsNotThereOrNotBoundFitsNowhere() {
        know(claim("data", "", "fast", SHARED), new SchedulingObject.StorageClass("fast", false, true, List.of()));
        pod("data", "gone");
        expect(
                "na",
                Fit.DOES_NOT_FIT,
                "volume claim data is not bound to a volume yet, and its class fast does not wait for a pod",
                "volume claim gone does not exist in namespace team");
    }

    @Test
    void aClassThatWaitsMakesVolumesWhereItMay() {
        know(
                claim("data", "", "wait", SHARED),
                new SchedulingObject.StorageClass("wait", true, true, List.of(zone("b"))));
        pod("data");
        expect("na", Fit.DOES_NOT_FIT, "volume claim data: class wait provisions volumes only where zone In [b]");
        expect("nb", Fit.FITS_IF, UNREAD);
    }

    @Test
    void whetherStorageIsLeftForANewVolumeIsNotKnownAndNeverFits() {
        know(
                claim("data", "", "wait", SHARED),
                new SchedulingObject.StorageClass("wait", true, true, List.of()),
                volume("v", "wait", zone("a"), "", 10));
        pod("data");
        expect("na", Fit.FITS, "");
        expect("nb", Fit.FITS_IF, UNREAD);
    }

    @Test
    void aVolumeThatExistsCanBeAttachedWhereFewAreInUse() {
        know(claim("data", "v", "fast", SHARED), volume("v", "fast", NOWHERE_ELSE, "team/data", 10));
        users("na", 15);
        users("nb", 16);
        pod("data");
        expect("na", Fit.FITS, "");
        expect(
                "nb",
                Fit.FITS_IF,
                "another volume can be attached there: 16 claims are in use on the node, and the limit of its storage"
                        + " driver (CSINode) is not known here");
    }

    @Test
    void aVolumeInUseOnTheNodeNeedsNoPlaceOfItsOwn() {
        know(claim("data", "v", "fast", SHARED), volume("v", "fast", NOWHERE_ELSE, "team/data", 10));
        users("nb", 16);
        bench.show(Seen.pod("other", TaskPhase.RUNNING, "nb", spec("data")));
        pod("data");
        expect("nb", Fit.FITS, "");
        bench.show(Seen.pod("other", TaskPhase.SUCCEEDED, "nb", spec("data")));
        assertEquals(Fit.FITS_IF, verdict("nb").fit(), "a pod that is finished uses nothing");
    }

    @Test
    void severalPodsOfOneClaimUseOneVolume() {
        know(claim("data", "v", "fast", SHARED), volume("v", "fast", NOWHERE_ELSE, "team/data", 10));
        for (int i = 0; i < 5; i++) {
            String[] all = new String[4];
            for (int k = 0; k < all.length; k++) {
                all[k] = "shared" + k;
            }
            bench.show(Seen.pod("reader" + i, TaskPhase.RUNNING, "na", spec(all)));
            bench.show(Seen.pod("owner" + i, TaskPhase.RUNNING, "nb", spec(OWN)));
        }
        pod("data");
        expect("na", Fit.FITS, "");
        assertEquals(Fit.FITS_IF, verdict("nb").fit(), "each pod has volumes of its own: 20");
    }

    @Test
    void theVolumeOfAClassThatIsGoneIsNotMade() {
        know(
                new SchedulingObject.PersistentVolumeClaim("team", "data", "", "na", "wait", SHARED, 5, ANY, false),
                new SchedulingObject.StorageClass("wait", true, true, List.of()));
        pod("data");
        expect("na", Fit.FITS_IF, UNREAD);
        bench.show(new Change.Gone("StorageClass", "", "wait", "u"));
        expect(
                "na",
                Fit.DOES_NOT_FIT,
                "volume claim data is not bound to a volume yet, and its class wait does not wait for a pod");
    }

    @Test
    void localVolumesAreFoundAndNoneServesTwoClaims() {
        know(
                claim("one", "", "disk", SHARED),
                claim("two", "", "disk", SHARED),
                new SchedulingObject.StorageClass("disk", true, false, List.of()),
                volume("v1", "disk", zone("a"), "", 10),
                volume("v2", "disk", zone("a"), "", 20),
                volume("v3", "disk", zone("b"), "", 10));
        pod("one", "two");
        expect("na", Fit.FITS, "");
        expect(
                "nb",
                Fit.DOES_NOT_FIT,
                "volume claim two: no volume that serves it can be reached from there, and class disk provisions none");
    }

    @Test
    void aVolumeForOnePodIsTakenByTheOneThatRuns() {
        know(claim("data", "v", "fast", List.of("ReadWriteOncePod")), volume("v", "fast", zone("a"), "team/data", 10));
        pod("data");
        expect("na", Fit.FITS, "");
        bench.show(Seen.pod("first", TaskPhase.RUNNING, "nb", spec("data")));
        expect("na", Fit.DOES_NOT_FIT, "volume claim data allows only one pod, and pod first on nb has it");
    }

    @Test
    void theClaimMadeForAPodHasItsName() {
        know(claim("p-scratch", "v", "fast", SHARED), volume("v", "fast", zone("b"), "team/p-scratch", 10));
        pod(TaskSpec.OWN + "scratch");
        expect("nb", Fit.FITS, "");
        expect("na", Fit.DOES_NOT_FIT, "volume v can only be reached where zone In [b]");
    }

    @Test
    void aVolumeThatIsBeingMadeStaysWithItsNode() {
        know(
                new SchedulingObject.PersistentVolumeClaim("team", "data", "", "na", "wait", SHARED, 5, ANY, true),
                new SchedulingObject.StorageClass("wait", true, true, List.of()));
        pod("data");
        expect("na", Fit.DOES_NOT_FIT, "volume claim data is being deleted", UNREAD);
        expect(
                "nb",
                Fit.DOES_NOT_FIT,
                "volume claim data is being deleted",
                "the volume of claim data is being provisioned on node na");
    }

    private static SchedulingObject claim(String name, String volume, String storage, List<String> modes) {
        return new SchedulingObject.PersistentVolumeClaim("team", name, volume, "", storage, modes, 5, ANY, false);
    }

    private static SchedulingObject volume(String name, String storage, NodeTerm nodes, String claim, long bytes) {
        List<String> modes = List.of("ReadWriteOnce", "ReadWriteOncePod");
        return new SchedulingObject.PersistentVolume(
                name, Labels.none(), storage, modes, bytes, List.of(nodes), List.of(), claim, claim.isEmpty());
    }

    private static NodeTerm zone(String value) {
        return new NodeTerm(List.of(new Requirement("zone", "In", List.of(value))), List.of());
    }

    private void know(SchedulingObject... facts) {
        List<Change> changes = new ArrayList<>();
        for (SchedulingObject fact : facts) {
            changes.add(new Change.FactSeen(fact));
        }
        for (String kind : List.of("PersistentVolumeClaim", "PersistentVolume", "StorageClass")) {
            changes.add(new Change.Listed(kind, 1));
        }
        bench.show(changes);
    }

    private void pod(String... claims) {
        bench.show(Seen.pod("p", TaskPhase.PENDING, "", spec(claims)));
    }

    /** As many claims in use on a node, four of each pod. */
    private void users(String node, int claims) {
        for (int from = 0; from < claims; from += 4) {
            String[] some = new String[Math.min(4, claims - from)];
            for (int i = 0; i < some.length; i++) {
                some[i] = node + "-" + (from + i);
            }
            bench.show(Seen.pod("user-" + node + from, TaskPhase.RUNNING, node, spec(some)));
        }
    }

    private static TaskSpec spec(String... claims) {
        return SpecBuilder.of(Resources.of(Map.of("cpu", 1000L)))
                .volumeClaims(claims)
                .build();
    }

    private void expect(String node, Fit fit, String... reasons) {
        Verdict verdict = verdict(node);
        assertEquals(reasons.length == 1 && reasons[0].isEmpty() ? List.of() : List.of(reasons), verdict.reasons());
        assertEquals(fit, verdict.fit());
    }

    private Verdict verdict(String node) {
        Task task = bench.task("p");
        return Objects.requireNonNull(
                placement.verdicts(new Subject(task.getJob(), List.of(task))).get(bench.node(node)));
    }
}
