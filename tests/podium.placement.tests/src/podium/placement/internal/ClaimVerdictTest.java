// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static podium.core.testkit.Offers.claim;
import static podium.core.testkit.Offers.gpus;
import static podium.core.testkit.Offers.made;
import static podium.core.testkit.Offers.on;
import static podium.core.testkit.Offers.request;
import static podium.core.testkit.Offers.spec;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.SchedulingObject.DeviceTaintRule;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.change.SchedulingObject.ResourceClaimTemplate;
import podium.core.dra.AllocatedDevice;
import podium.core.dra.ClaimAllocation;
import podium.core.dra.ClaimSpec;
import podium.core.dra.DeviceChoice;
import podium.core.dra.DeviceConstraint;
import podium.core.dra.DeviceId;
import podium.core.dra.NamedValues;
import podium.core.testkit.DeviceBuilder;
import podium.core.testkit.Offers;
import podium.core.testkit.Seen;
import podium.model.fleet.TaskPhase;
import podium.model.value.Taint;
import podium.placement.Fit;
import podium.placement.FreeDevices;
import podium.placement.Subject;
import podium.placement.Verdict;

/** What is said of a pod with resource claims: every rule with its words. */
class ClaimVerdictTest {
    private final ClaimBench bench = new ClaimBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private static ClaimSpec two() {
        return spec(request("r", "gpu", 2));
    }

    private static DeviceChoice selected(long count, String... selectors) {
        return new DeviceChoice("", "gpu", List.of(selectors), false, count, false, List.of(), NamedValues.none());
    }

    @Test
    void aNodeWithEnoughFreeDevicesTakesIt() {
        bench.show(gpus("na", 2), claim("c", two())).waits("c");
        bench.fits("na");
        bench.refused("nb", "asks for 2 devices of class gpu; the node has none");
    }

    @Test
    void devicesOfOtherClaimsAreToldWithWhoHasThem() {
        bench.show(
                        gpus("na", 4),
                        claim("c", two()),
                        on(claim("x", two()), "na", List.of("gpu-0", "gpu-1"), "llm-eval-7"),
                        on(claim("y", spec()), "na", List.of("gpu-2"), "gone"))
                .runs("llm-eval-7", "na", "x")
                .waits("c");
        bench.refused("na", "asks for 2 devices of class gpu; the node has 4, 3 allocated: 2 by llm-eval-7, 1 by gone");
        bench.show(claim("y", spec()));
        bench.fits("na");
    }

    @Test
    void aNodeThatHasFewerInAllIsNotCountedWithThoseThatHaveNotEnoughFree() {
        bench.show(gpus("na", 2), claim("c", spec(request("r", "gpu", 3)))).waits("c");
        assertEquals(
                "asks for 3 devices of class gpu, more than a node there has",
                bench.verdict("na").why().getFirst().rule());
        bench.show(gpus("na", 3), on(claim("x", two()), "na", List.of("gpu-0", "gpu-1"), "llm-eval-7"))
                .runs("llm-eval-7", "na", "x");
        assertEquals(
                "asks for 3 devices of class gpu, not enough free",
                bench.verdict("na").why().getFirst().rule());
    }

    /** To end what is in the way was offered, and to free devices, though no node ever has as many. */
    @Test
    void claimsForMoreThanAnyNodeHasAreToldOnceAndCuredByAskingForFewer() {
        bench.show(gpus("na", 2), claim("c", spec(request("r", "gpu", 3)))).waits("c");
        assertEquals(
                List.of("needs 3 devices of class gpu, and no node of alpha has as many: at most 2"),
                bench.placement.whyWaiting(bench.fleet.job("p")));
        assertEquals(
                "ask for at most 2 a pod, or add a node with 3",
                bench.placement
                        .obstacles(bench.fleet.job("p"))
                        .getFirst()
                        .cure()
                        .orElseThrow()
                        .words());
        bench.show(gpus("na", 3), on(claim("x", two()), "na", List.of("gpu-0", "gpu-1"), "llm-eval-7"))
                .runs("llm-eval-7", "na", "x");
        assertTrue(
                bench.placement
                        .whyWaiting(bench.fleet.job("p"))
                        .contains("on 1 node: asks for 3 devices of class gpu, not enough free"),
                () -> bench.placement.whyWaiting(bench.fleet.job("p")).toString());
    }

    @Test
    void whatTheSelectorsAskForIsToldInWords() {
        ClaimSpec large = spec(request(
                "r",
                selected(
                        2,
                        "device.attributes['gpu.example.com'].type == 'gpu'"
                                + " && device.capacity['gpu.example.com'].memory.compareTo(quantity('80Gi')) >= 0")));
        ClaimSpec larger = spec(request(
                "r", selected(1, "device.capacity[\"gpu.example.com\"].memory.isGreaterThan(quantity(\"80Gi\"))")));
        bench.show(gpus("na", 2), claim("c", large)).waits("c");
        bench.fits("na");
        bench.refused(
                "nb", "asks for 2 devices of class gpu with type gpu, memory of at least 80Gi; the node has none");
        bench.show(claim("c", larger));
        bench.refused("na", "asks for 1 device of class gpu with memory of more than 80Gi; the node has none");
    }

    @Test
    void aClassThatDoesNotExistIsNamed() {
        bench.show(gpus("na", 2), claim("c", spec(request("r", "tpu", 1)))).waits("c");
        bench.refused("na", "device class tpu does not exist");
    }

    @Test
    void aSelectorThatCannotBeReadOrFailsIsNamed() {
        bench.show(
                        gpus("na", 2),
                        Offers.deviceClass("odd", "device.drive == 'x'"),
                        claim("c", spec(request("r", "odd", 1))))
                .waits("c");
        bench.refused("na", "the selector of class odd does not compile: undefined field 'drive'");
        bench.show(claim("c", spec(request("r", selected(1, "device.attributes['gpu.example.com'].cores > 1")))));
        assertEquals(Fit.DOES_NOT_FIT, bench.verdict("na").fit());
        String why = bench.verdict("na").reasons().getFirst();
        assertTrue(why.startsWith("the selector of claim c fails on device gpu-0: ") && why.contains("cores"), why);
        bench.show(claim("c", spec(request("r", selected(1, "cidr('10.0.0.0/8').prefixLength() == 8")))));
        assertEquals(Fit.FITS_IF, bench.verdict("na").fit(), "the scheduler may know it");
    }

    @Test
    void aClaimThatIsMissingOrEndingKeepsThePodOffEveryNode() {
        bench.show(gpus("na", 2)).waits("c");
        bench.refused("na", "resource claim c does not exist in namespace team");
        ResourceClaim c = claim("c", two());
        bench.show(new ResourceClaim("team", "c", "u", "", "", false, two(), Optional.empty(), List.of(), true));
        bench.refused("na", "claim c is being deleted");
        bench.show(c);
        bench.fits("na");
        bench.gone(c);
        bench.refused("na", "resource claim c does not exist in namespace team");
    }

    @Test
    void aClaimOfATemplateIsThePodsOwnOrWillBe() {
        bench.show(gpus("na", 2)).waits("<pod>-gpus/two");
        bench.refused("na", "resource claim template two does not exist in namespace team");
        bench.show(new ResourceClaimTemplate("team", "two", two()));
        bench.fits("na");
        bench.show(made("p", "gpus", spec(request("r", "gpu", 3))));
        bench.refused("na", "asks for 3 devices of class gpu; the node has 2");
    }

    @Test
    void aClaimThatHasDevicesBindsThePodToTheirNode() {
        bench.show(gpus("na", 2), gpus("nb", 2), on(claim("c", two()), "na", List.of("gpu-0", "gpu-1"), "q"))
                .runs("q", "na", "c")
                .waits("c");
        bench.fits("na");
        bench.refused("nb", "claim c has its devices on na, for q");
    }

    @Test
    void thePodsOwnDevicesAreFreeWhenItMoves() {
        bench.show(
                        gpus("na", 2),
                        gpus("nb", 2),
                        new ResourceClaimTemplate("team", "two", two()),
                        on(made("p", "gpus", two()), "na", List.of("gpu-0", "gpu-1"), "p"))
                .runs("p", "na", "<pod>-gpus/two");
        bench.fitsIf("na", "runs here already and would restart");
        bench.fitsIf("nb", "its running task restarts");
        bench.show(on(claim("x", spec()), "nb", List.of("gpu-1"), "other"));
        bench.refused(
                "nb",
                "asks for 2 devices of class gpu; the node has 2, 1 allocated: 1 by other",
                "its running task restarts");
    }

    @Test
    void taintedDevicesAreTaintedForThoseWhoDoNotTolerateThem() {
        bench.show(
                        Offers.slice(
                                "na",
                                new DeviceBuilder("a")
                                        .taint("gpu.example.com/xid", "79", "NoExecute")
                                        .build(),
                                new DeviceBuilder("b").taint("note", "", "None").build()),
                        claim("c", two()))
                .waits("c");
        bench.refused("na", "asks for 2 devices of class gpu; the node has 2, 1 tainted with gpu.example.com/xid=79");
        bench.show(new DeviceTaintRule("r", "", "", "b", new Taint("out", "", "NoSchedule")));
        bench.refused(
                "na", "asks for 2 devices of class gpu; the node has 2, 2 tainted with gpu.example.com/xid=79, out");
    }

    @Test
    void whatClaimsHoldAndWhatIsTaintedIsNoRoom() {
        bench.show(gpus("na", 4));
        assertEquals(new FreeDevices(4, 4, 4, 0), room("na"));
        bench.show(on(claim("x", two()), "na", List.of("gpu-0", "gpu-1"), "llm-eval-7"));
        assertEquals(new FreeDevices(4, 2, 2, 0), room("na"));
        bench.show(new DeviceTaintRule("r", "", "na", "gpu-2", new Taint("out", "", "NoSchedule")));
        bench.show(new DeviceTaintRule("s", "", "na", "gpu-3", new Taint("seen", "", "None")));
        assertEquals(new FreeDevices(4, 1, 1, 0), room("na"));
        assertEquals(FreeDevices.NONE, room("nb"));
    }

    @Test
    void whatAClaimLeavesIsWhatOtherClaimsLeftLessItsOwn() {
        bench.show(gpus("na", 4), claim("c", two()), on(claim("x", spec()), "na", List.of("gpu-0"), "llm-eval-7"))
                .waits("c");
        Subject subject = new Subject(bench.fleet.job("p"), List.of());
        assertEquals(
                1,
                bench.placement
                        .effect(subject, bench.fleet.node("na"))
                        .orElseThrow()
                        .left()
                        .orElseThrow());
    }

    private FreeDevices room(String node) {
        return bench.placement.room(bench.fleet.node(node));
    }

    @Test
    void whereDevicesAreCountedAsWellNeitherHasMoreRoomThanTheOther() {
        bench.fleet.show(Seen.gpuNode("na", 4), Seen.pod("counted", TaskPhase.RUNNING, "na", Seen.asks(1)));
        bench.show(gpus("na", 4), on(claim("x", two()), "na", List.of("gpu-0", "gpu-1"), "llm-eval-7"));
        assertEquals(2, room("na").whole());
        bench.fleet.show(Seen.pod("more", TaskPhase.RUNNING, "na", Seen.asks(2)));
        assertEquals(1, room("na").whole());
    }

    @Test
    void aRuleBetweenDevicesIsToldWithTheLargestGroup() {
        DeviceConstraint together = new DeviceConstraint(List.of(), "resource.kubernetes.io/pcieRoot", false);
        bench.show(gpus("na", 4), claim("c", spec(together, request("r", "gpu", 2))))
                .waits("c");
        bench.fits("na");
        bench.show(claim("c", spec(together, request("r", "gpu", 3))));
        bench.refused(
                "na",
                "asks for 3 devices of class gpu, all of one resource.kubernetes.io/pcieRoot;"
                        + " the node has at most 2 free ones of one");
    }

    @Test
    void requestsThatCanBeMetAloneButNotTogetherSaySo() {
        bench.show(gpus("na", 3), claim("c", spec(request("a", "gpu", 2), request("b", "gpu", 2))))
                .waits("c");
        bench.refused(
                "na",
                "asks for 2 devices of class gpu and 2 devices of class gpu;"
                        + " the node can meet each alone, but not together");
    }

    @Test
    void alternativesAreAllNamed() {
        DeviceChoice many = new DeviceChoice("many", "gpu", List.of(), false, 8, false, List.of(), NamedValues.none());
        DeviceChoice some = new DeviceChoice("some", "gpu", List.of(), false, 2, false, List.of(), NamedValues.none());
        bench.show(gpus("na", 2), claim("c", spec(request("r", many, some)))).waits("c");
        bench.fits("na");
        bench.refused(
                "nb",
                "asks for 8 devices of class gpu; the node has none;"
                        + " nor can its other choice be met: 2 devices of class gpu");
    }

    @Test
    void aPoolThatIsNotThereInWholeGivesNothing() {
        bench.show(
                        Offers.slice("s1", "na", 3, 2, new DeviceBuilder("a").build()),
                        claim("c", spec(request("r", "gpu", 1))))
                .waits("c");
        bench.refused(
                "na",
                "asks for 1 device of class gpu; the node has none;"
                        + " pool na of gpu.example.com: it is being updated, with 1 of its 2 slices so far");
        bench.show(Offers.slice("s2", "na", 3, 2, new DeviceBuilder("b").build()));
        bench.fits("na");
    }

    @Test
    void moreDevicesThanAClaimCanHaveAreRefusedEverywhere() {
        bench.show(gpus("na", 64), claim("c", spec(request("r", "gpu", 33)))).waits("c");
        bench.refused("na", "claim c asks for 33 devices, and one can have 32");
    }

    @Test
    void aDeviceThatItsDriverMakesReadyFirstIsACondition() {
        bench.show(
                        Offers.slice(
                                "na",
                                new DeviceBuilder("far").awaits("attached").build()),
                        claim("c", spec(request("r", "gpu", 1))))
                .waits("c");
        bench.fitsIf("na", "its driver makes far ready there");
    }

    @Test
    void devicesReachedFromEverywhereLeaveAClaimFree() {
        ClaimAllocation anywhere = new ClaimAllocation(
                List.of(new AllocatedDevice("r", new DeviceId("net", "fabric", "vf-1"))), List.of());
        bench.show(Offers.having(claim("c", two()), anywhere, "q")).waits("c");
        bench.fits("na");
        bench.fits("nb");
    }

    @Test
    void aGangIsCountedByTheDevicesOfEachNode() {
        bench.show(gpus("na", 5), gpus("nb", 1), new ResourceClaimTemplate("team", "two", two()));
        for (int i = 0; i < 3; i++) {
            bench.fleet.show(Seen.pod(
                    "g" + i, TaskPhase.PENDING, "", Offers.claims("<pod>-gpus/two"), Seen.owner("Job", "gang")));
        }
        var verdicts = bench.placement.verdicts(new Subject(bench.fleet.job("gang"), List.of()));
        assertEquals(2, verdicts.get(bench.fleet.node("na")).tasksThatFit());
        assertEquals(Fit.DOES_NOT_FIT, verdicts.get(bench.fleet.node("nb")).fit());
    }

    @Test
    void tasksThatShareAClaimAllGoWhereItsDevicesAre() {
        bench.show(gpus("na", 2), claim("c", two()));
        for (int i = 0; i < 3; i++) {
            bench.fleet.show(Seen.pod("g" + i, TaskPhase.PENDING, "", Offers.claims("c"), Seen.owner("Job", "gang")));
        }
        Subject gang = new Subject(bench.fleet.job("gang"), List.of());
        Verdict verdict = Objects.requireNonNull(bench.placement.verdicts(gang).get(bench.fleet.node("na")));
        assertEquals(3, verdict.tasksThatFit());
        assertEquals(List.of("its 3 tasks share claim c, so all go where its devices are"), verdict.reasons());
    }

    @Test
    void allDevicesThatMatchAreWantedOrNone() {
        DeviceChoice all = new DeviceChoice("", "gpu", List.of(), true, 1, false, List.of(), NamedValues.none());
        bench.show(gpus("na", 3), claim("c", spec(request("r", all)))).waits("c");
        bench.fits("na");
        bench.refused("nb", "asks for all devices of class gpu; the node has none");
        bench.show(on(claim("x", spec()), "na", List.of("gpu-1"), "other"));
        bench.refused("na", "asks for all devices of class gpu; the node has 3, 1 allocated: 1 by other");
        bench.gone(claim("x", spec()));
        DeviceConstraint together = new DeviceConstraint(List.of(), "resource.kubernetes.io/pcieRoot", false);
        bench.show(claim("c", spec(together, request("r", all))));
        bench.refused(
                "na",
                "asks for all devices that match, and device gpu-2 breaks its rule on resource.kubernetes.io/pcieRoot");
    }

    @Test
    void adminAccessGoesToDevicesThatOthersHave() {
        DeviceChoice admin = new DeviceChoice("", "gpu", List.of(), false, 2, true, List.of(), NamedValues.none());
        bench.show(gpus("na", 2), on(claim("x", spec()), "na", List.of("gpu-0", "gpu-1"), "other"))
                .show(claim("c", spec(request("r", admin))))
                .waits("c");
        bench.fits("na");
    }

    @Test
    void capacityOfASharedDeviceIsCountedByItsParts() {
        DeviceChoice part = new DeviceChoice(
                "",
                "gpu",
                List.of(),
                false,
                1,
                false,
                List.of(),
                NamedValues.of(Map.of("memory", DeviceBuilder.amount("30Gi"))));
        ClaimAllocation had = new ClaimAllocation(
                List.of(new AllocatedDevice(
                        "r",
                        new DeviceId(Offers.DRIVER, "na", "big"),
                        false,
                        "s1",
                        NamedValues.of(Map.of("memory", DeviceBuilder.amount("20Gi"))))),
                Offers.onlyOn("na"));
        bench.show(Offers.slice(
                        "na",
                        new DeviceBuilder("big")
                                .capacity("memory", "80Gi")
                                .shared()
                                .build()))
                .show(claim("c", spec(request("r", part))), Offers.having(claim("x", spec()), had, "q"))
                .waits("c");
        bench.fits("na");
        bench.show(Offers.having(claim("y", spec()), had, "q"), Offers.having(claim("z", spec()), had, "q"));
        bench.refused(
                "na",
                "asks for 1 device of class gpu, each with 30Gi of its memory; the node has 1, 1 without enough"
                        + " capacity left");
    }
}
