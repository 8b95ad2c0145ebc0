// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.change.SyncState;
import podium.core.fleet.InputKind;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.Job;
import podium.model.fleet.TaskPhase;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.PodTerm;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.Obstacle;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/** A verdict that leans on a kind which is not known as it is now says so, and is no plain yes. One kind missing at a time. */
class DoubtTest {
    private static final Set<InputKind> KUEUE = EnumSet.of(
            InputKind.LOCAL_QUEUES,
            InputKind.CLUSTER_QUEUES,
            InputKind.COHORTS,
            InputKind.FLAVORS,
            InputKind.KUEUE_WORKLOADS);

    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);

    @BeforeEach
    void oneNode() {
        bench.show(Seen.node("n1", Labels.none(), Resources.of(Map.of("cpu", 8000L, "pods", 10L))));
        bench.show(new Change.Listed("PersistentVolumeClaim", 1));
        for (InputKind ground : InputKind.values()) {
            read(ground, SyncState.LISTED);
        }
    }

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    private void read(InputKind ground, SyncState reading) {
        bench.show(new Change.KindRead(ground.resource(), reading, reading == SyncState.NARROWED ? "other" : ""));
    }

    /** Something whose verdict leans on the kind; empty: none does. */
    private Optional<Job> leaningOn(InputKind ground) {
        TaskSpec plain = Seen.asks(0);
        return switch (ground) {
            case PODS, QUOTAS -> Optional.of(job(plain, "default-scheduler", ""));
            case VOLUME_CLAIMS, VOLUMES, STORAGE_CLASSES ->
                Optional.of(job(SpecBuilder.like(plain).volumeClaims("data").build(), "", ""));
            case SLICES, DEVICE_CLASSES, CLAIMS, CLAIM_TEMPLATES, TAINT_RULES ->
                Optional.of(job(SpecBuilder.like(plain).resourceClaims("gpus").build(), "", ""));
            case NAMESPACES ->
                Optional.of(job(
                        SpecBuilder.like(plain)
                                .podAffinity(List.of(everywhere()))
                                .build(),
                        "",
                        ""));
            case LOCAL_QUEUES, CLUSTER_QUEUES, COHORTS, FLAVORS, KUEUE_WORKLOADS ->
                Optional.of(job(plain, "", "research"));
            case VOLCANO_QUEUES, VOLCANO_GROUPS -> Optional.of(job(plain, "volcano", "research"));
            case KAI_QUEUES -> Optional.of(job(plain, "kai-scheduler", "research"));
            case NODES, BUDGETS, PRIORITIES, JOBS, JOB_SETS -> Optional.empty();
        };
    }

    private static PodTerm everywhere() {
        LabelSelector any = new LabelSelector(Labels.none(), List.of());
        return new PodTerm("rack", any, List.of(), Optional.of(any), podium.model.value.LabelKeys.NONE);
    }

    private Job job(TaskSpec spec, String scheduler, String queue) {
        TaskSpec with = scheduler.isEmpty()
                ? spec
                : SpecBuilder.like(spec).scheduler(scheduler).build();
        bench.show(Seen.job("train", true, 1, with, queue));
        return bench.job("train");
    }

    private Verdict verdict(Job job) {
        return Objects.requireNonNull(
                placement.verdicts(new Subject(job, List.of())).get(bench.node("n1")));
    }

    @ParameterizedTest
    @EnumSource(InputKind.class)
    void aKindThatIsNotReadableStandsInTheVerdictThatLeansOnIt(InputKind ground) {
        leaningOn(ground).ifPresent(job -> {
            String words = "no right to read: " + ground.words();
            assertTrue(verdict(job).reasons().stream().noneMatch(words::equals), verdict(job)::toString);
            Fit before = verdict(job).fit();
            read(ground, SyncState.REFUSED);
            Verdict verdict = verdict(job);
            assertTrue(!before.takes() || verdict.reasons().contains(words), verdict::toString);
            assertTrue(verdict.fit() != Fit.FITS, verdict::toString);
            read(ground, SyncState.LISTED);
            assertEquals(before, verdict(job).fit());
        });
    }

    static Stream<InputKind> plain() {
        return Stream.of(InputKind.PODS, InputKind.QUOTAS, InputKind.CLUSTER_QUEUES);
    }

    @ParameterizedTest
    @MethodSource("plain")
    void whatIsReadInOneNamespaceInterruptedOrNotReadYetIsNoPlainYesEither(InputKind ground) {
        Job job = job(Seen.asks(0), "", KUEUE.contains(ground) ? "research" : "");
        Map<SyncState, String> words = Map.of(
                SyncState.NARROWED, "readable in one namespace only: ",
                SyncState.INTERRUPTED, "not up to date: ",
                SyncState.NOT_YET, "still being read: ");
        words.forEach((reading, begin) -> {
            read(ground, reading);
            Verdict verdict = verdict(job);
            assertEquals(Fit.FITS_IF, verdict.fit());
            assertTrue(verdict.reasons().contains(begin + ground.words()), verdict::toString);
        });
        read(ground, SyncState.ABSENT);
        assertTrue(verdict(job).reasons().stream().noneMatch(reason -> reason.contains(ground.words())));
    }

    @Test
    void aQuotaOfTheOwnNamespaceThatIsReadIsEnough() {
        Job job = job(Seen.asks(0), "", "");
        bench.show(new Change.KindRead(InputKind.QUOTAS.resource(), SyncState.NARROWED, "team"));
        assertEquals(Fit.FITS, verdict(job).fit());
        bench.show(new Change.KindRead(InputKind.PODS.resource(), SyncState.NARROWED, "team"));
        assertEquals(Fit.FITS_IF, verdict(job).fit(), "what others hold decides");
    }

    @Test
    void aTargetAndTheReasonsOfAWaitSayItToo() {
        Job job = job(Seen.asks(0), "", "");
        read(InputKind.QUOTAS, SyncState.REFUSED);
        Verdict whole = placement.verdict(new Subject(job, List.of()), new Target.OnNode(bench.node("n1")));
        assertEquals(List.of("no right to read: ResourceQuotas"), whole.reasons());
        assertEquals(Fit.FITS_IF, whole.fit());
        assertTrue(
                placement
                        .whyWaiting(job)
                        .contains("no right to read: ResourceQuotas: whether they keep it waiting is not known"),
                () -> placement.whyWaiting(job).toString());
    }

    @Test
    void whatIsStillBeingReadNeedsNoRole() {
        Job job = job(Seen.asks(0), "", "");
        read(InputKind.PODS, SyncState.NOT_YET);
        assertEquals(Optional.empty(), saying("still being read: Pods", job).cure());
        read(InputKind.PODS, SyncState.REFUSED);
        assertTrue(saying("no right to read: Pods", job).cure().isPresent());
    }

    private Obstacle saying(String begin, Job job) {
        return placement.obstacles(job).stream()
                .filter(it -> it.words().equals(begin + ": whether they keep it waiting is not known"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aVerdictThatEvictsLeansOnPrioritiesAndBudgetsBesides() {
        bench.show(Seen.pod(
                "low",
                TaskPhase.RUNNING,
                "n1",
                SpecBuilder.of(Resources.of(Map.of("cpu", 8000L))).build()));
        bench.show(new Change.FactSeen(new SchedulingObject.PriorityClass("high", 100, false, false)));
        bench.show(Seen.pod(
                "high",
                TaskPhase.PENDING,
                "",
                SpecBuilder.of(Resources.of(Map.of("cpu", 8000L))).priority(100).build()));
        Subject subject = new Subject(bench.task("high").getJob(), List.of(bench.task("high")));
        Verdict before = Objects.requireNonNull(placement.verdicts(subject).get(bench.node("n1")));
        assertEquals(Fit.EVICTS, before.fit(), before::toString);
        read(InputKind.BUDGETS, SyncState.REFUSED);
        Verdict after = Objects.requireNonNull(placement.verdicts(subject).get(bench.node("n1")));
        assertEquals(Fit.EVICTS, after.fit());
        assertTrue(after.reasons().contains("no right to read: PodDisruptionBudgets"), after::toString);
    }

    @Test
    void whatDecidesAndIsNotReadIsNamedAndIsNoPlainYes() {
        assertDepends(
                "a rule", job(SpecBuilder.like(Seen.asks(0)).unread("a rule").build(), "", ""));
        assertDepends("the rules of scheduler yunikorn", job(Seen.asks(0), "yunikorn", ""));
    }

    @Test
    void whatItsGangObjectAsksForAndIsNotReadIsNamed() {
        bench.show(new Change.FactSeen(new SchedulingObject.PodGroup(
                "team", "gang", "", "", "", Resources.none(), List.of("the topology rack of its PodGroup"))));
        TaskSpec spec = SpecBuilder.like(Seen.asks(0)).group("gang").build();
        assertDepends("the topology rack of its PodGroup", job(spec, "", ""));
    }

    @Test
    void theTopologyOfAFlavorByWhichKueueAssignsNodesIsNamedUntilItIsAdmitted() {
        bench.show(new Change.FactSeen(new SchedulingObject.LocalQueue("team", "research", "all", false)));
        bench.show(new Change.FactSeen(new SchedulingObject.ClusterQueue(
                "all",
                "",
                List.of(List.of("cpu")),
                List.of(new SchedulingObject.Granted(
                        "racks", "cpu", 100_000, java.util.OptionalLong.empty(), java.util.OptionalLong.empty())),
                Map.of(),
                new LabelSelector(Labels.none(), List.of()),
                "",
                SchedulingObject.Preemption.NEVER,
                List.of())));
        bench.show(new Change.FactSeen(
                new SchedulingObject.ResourceFlavor("racks", Labels.none(), List.of(), List.of(), "default")));
        assertDepends("Kueue's Topology default", job(Seen.asks(0), "", "research"));
    }

    @Test
    void onlyTheFirstOfManyAreNamed() {
        TaskSpec spec =
                SpecBuilder.like(Seen.asks(0)).unread("a", "b", "c", "d", "e").build();
        assertDepends("a, b, c and 2 more", job(spec, "", ""));
    }

    private void assertDepends(String what, Job job) {
        Verdict verdict = verdict(job);
        String words = "depends on " + what + ", which Podium does not read";
        assertTrue(verdict.reasons().contains(words), verdict::toString);
        assertEquals(Fit.FITS_IF, verdict.fit());
        assertTrue(
                placement.whyWaiting(job).contains(words),
                () -> placement.whyWaiting(job).toString());
    }
}
