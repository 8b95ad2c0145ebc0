// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.internal.advice.AdviceServiceImpl;
import podium.placement.internal.dra.cel.SelectorReader;

/** What would be refused is said before it is offered, and is never among the best places. */
class RefusedTest {
    private final FleetBench bench = new FleetBench();
    private final SetProhibitions rules = new SetProhibitions();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service, new SelectorReader(), rules);

    @BeforeEach
    void nodes() {
        bench.show(Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 8));
    }

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    private Subject held(String name, String... gates) {
        bench.show(Seen.pod(
                name,
                TaskPhase.GATED,
                "",
                SpecBuilder.like(Seen.asks(1)).gates(gates).build()));
        Task task = bench.task(name);
        return new Subject(task.getJob(), List.of(task));
    }

    private Verdict on(String node, Subject subject) {
        return Objects.requireNonNull(placement.verdicts(subject).get(bench.node(node)));
    }

    private void refused(Subject subject, String words) {
        Verdict verdict = on("n1", subject);
        assertEquals(Fit.REFUSED, verdict.fit(), verdict::toString);
        assertTrue(verdict.reasons().getFirst().contains(words), verdict::toString);
        Verdict whole = placement.verdict(subject, new Target.OnNode(bench.node("n1")));
        assertEquals(Fit.REFUSED, whole.fit(), whole::toString);
        assertTrue(
                placement.layout(subject, new Target.OnNode(bench.node("n1"))).isEmpty());
        assertTrue(new AdviceServiceImpl(placement)
                .places(subject).stream()
                        .noneMatch(place -> place.verdict().fit().takes()));
    }

    @Test
    void aProtectedNodeIsNoPlaceAndItsNeighbourIs() {
        Subject subject = held("p", "podium.placement/manual");
        assertEquals(Fit.FITS, on("n1", subject).fit());
        rules.protect("n1", "none");
        assertEquals(Fit.REFUSED, on("n1", subject).fit());
        assertEquals("Node n1 is protected", on("n1", subject).reasons().getFirst());
        assertEquals(Fit.FITS, on("n2", subject).fit());
        assertEquals(
                "n2",
                new AdviceServiceImpl(placement).places(subject).getFirst().name());
        rules.protectNothing();
        assertEquals(Fit.FITS, on("n1", subject).fit());
    }

    @Test
    void aProtectedNamespaceAndAFreezeRefuseEverywhere() {
        Subject subject = held("p", "podium.placement/manual");
        rules.protect("none", "team");
        refused(subject, "Namespace team is protected");
        rules.protectNothing();
        rules.frozen = Optional.of("lab is frozen until Mon 08:00 UTC (rule lab Sun 00:00-08:00 UTC).");
        refused(subject, "lab is frozen until");
        rules.frozen = Optional.empty();
        assertEquals(Fit.FITS, on("n1", subject).fit());
    }

    @Test
    void aDomainWithAProtectedNodeSaysThatTheSchedulerMayTakeItAndOneOfNothingElseIsRefused() {
        String rack = "topology.kubernetes.io/rack";
        bench.show(Seen.gpuNode("r1", 8, rack, "a"), Seen.gpuNode("r2", 8, rack, "a"));
        bench.show(Seen.job("train", true, 1, Seen.asks(1), ""));
        Subject free = new Subject(bench.job("train"), List.of());
        Subject pinned = held("p", "podium.placement/manual");
        Target domain = new Target.OnDomain(bench.node("r1").getDomain());
        assertEquals(Fit.FITS, placement.verdict(free, domain).fit());
        rules.protect("r1", "none");
        assertEquals(Fit.FITS_IF, placement.verdict(free, domain).fit());
        assertTrue(placement.verdict(free, domain).reasons().getFirst().contains("Node r1 is protected"));
        assertEquals(Fit.FITS, placement.verdict(pinned, domain).fit(), "each pod is pinned to a node");
        rules.protect("r*", "none");
        assertEquals(Fit.REFUSED, placement.verdict(free, domain).fit());
        rules.protect("none", "team");
        assertEquals(
                List.of("Namespace team is protected"),
                placement.verdict(free, domain).reasons());
    }

    @Test
    void whyAJobWaitsIsNotWhatTheOperatorsOwnRulesForbid() {
        bench.show(Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(1)));
        rules.protect("n*", "none");
        assertTrue(
                placement.whyWaiting(bench.task("p").getJob()).getFirst().startsWith("2 nodes could take it now"),
                () -> placement.whyWaiting(bench.task("p").getJob()).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kueue.x-k8s.io/admission", "kueue.x-k8s.io/topology", "run.ai/hold", "example.com/license"})
    void aPodHeldByAForeignGateSaysWhoHoldsItAndThatItIsRefused(String gate) {
        refused(held("p", gate), gate);
        refused(held("q", gate, "podium.placement/manual"), gate);
    }

    /** It starts there only then, whatever room there is: Waits said so, and the node read "fits". */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "quota reserved; admission check machines is Pending",
                "its pods were not ready in time; considered again at 05:12",
                "At least one admission check is false; considered again at 05:12",
                "its Workload is active again, but is not considered any more",
                "its Workload is not active"
            })
    void aJobThatItsQueueHoldsBackIsNoPlainYesAndSaysForHowLong(String said) {
        bench.show(Seen.workload("Job", "train", 1));
        Job job = bench.job("train");
        job.setReason("Kueue: " + said);
        Verdict verdict = on("n1", new Subject(job, List.of()));
        assertEquals(Fit.FITS_IF, verdict.fit());
        assertEquals(
                "not before its queue lets it start; Kueue: " + said,
                verdict.reasons().getFirst());
    }

    @Test
    void anOwnedPodHeldByAForeignGateIsNoPlainYes() {
        TaskSpec spec =
                SpecBuilder.like(Seen.asks(1)).gates("kueue.x-k8s.io/topology").build();
        bench.show(Seen.workload("Job", "train", 1));
        bench.show(Seen.pod("train-0", TaskPhase.GATED, "", spec, Seen.owner("Job", "train")));
        Job job = bench.job("train");
        Verdict verdict = on("n1", new Subject(job, List.of()));
        assertEquals(Fit.FITS_IF, verdict.fit());
        assertEquals(
                "not before that is over: gate kueue.x-k8s.io/topology: waits for Kueue to assign its topology",
                verdict.reasons().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUCCEEDED", "FAILED", "TERMINATING"})
    void whatHasEndedOrIsGoingIsRefused(TaskPhase phase) {
        bench.show(Seen.pod("p", phase, "n2", Seen.asks(1)));
        Task task = bench.task("p");
        if (phase == TaskPhase.TERMINATING) {
            task.setDeletion(Instant.EPOCH);
        }
        refused(
                new Subject(task.getJob(), List.of(task)),
                phase == TaskPhase.TERMINATING ? "being deleted" : "finished");
    }

    @Test
    void aPodOfADaemonSetAndAStaticPodAreRefused() {
        bench.show(Seen.workload("DaemonSet", "agent", 1));
        bench.show(Seen.pod("agent-0", TaskPhase.RUNNING, "n2", Seen.asks(0), Seen.owner("DaemonSet", "agent")));
        Task daemon = bench.task("agent-0");
        refused(new Subject(daemon.getJob(), List.of(daemon)), "DaemonSet");
        refused(new Subject(daemon.getJob(), List.of()), "DaemonSet");
        bench.show(Seen.pod("static", TaskPhase.RUNNING, "n2", Seen.asks(0)));
        Task mirror = bench.task("static");
        mirror.setMirror(true);
        refused(new Subject(mirror.getJob(), List.of(mirror)), "static pod");
    }
}
