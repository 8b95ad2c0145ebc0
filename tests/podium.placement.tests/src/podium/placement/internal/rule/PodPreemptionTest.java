// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Purpose;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.Requirement;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.GangLayoutService;
import podium.placement.ReplacementNodes;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.advice.RankedPlace;
import podium.placement.advice.Ranking;
import podium.placement.internal.PlacementServiceImpl;
import podium.placement.internal.advice.AdviceServiceImpl;

/** Whom kube-scheduler evicts for a pod of higher priority, told before it is placed. */
class PodPreemptionTest {
    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    private static TaskSpec spec(int gpus, int priority) {
        return SpecBuilder.like(Seen.asks(gpus)).priority(priority).build();
    }

    private void runs(String name, int gpus, int priority) {
        bench.show(Seen.pod(name, TaskPhase.RUNNING, "n1", spec(gpus, priority)));
    }

    private void waits(TaskSpec spec) {
        bench.show(Seen.pod("urgent", TaskPhase.PENDING, "", spec));
    }

    private Verdict verdict() {
        return placement.verdicts(new Subject(bench.job("urgent"), List.of())).get(bench.node("n1"));
    }

    private static Change budget(String name, int allowed, String... pods) {
        return new Change.BudgetSeen(
                "team",
                name,
                "uid-" + name,
                new LabelSelector(Labels.none(), List.of(new Requirement("app", "In", List.of(pods)))),
                allowed,
                0,
                0,
                0,
                1,
                1,
                false);
    }

    @Test
    void thoseOfLowerPriorityAreNamedWithWhatTheyHold() {
        bench.show(Seen.gpuNode("n1", 8));
        runs("llm-eval-7", 8, 0);
        waits(spec(8, 100));
        Verdict verdict = verdict();
        assertEquals(Fit.EVICTS, verdict.fit());
        assertEquals(List.of("fits by evicting llm-eval-7 (priority 0, 8 GPUs)"), verdict.reasons());
        assertEquals(
                List.of("kube-scheduler evicts pod team/llm-eval-7 (priority 0, 8 GPUs): loses the work of 8"
                        + " GPUs since its last checkpoint"),
                verdict.evicts());
        Subject subject = new Subject(bench.job("urgent"), List.of());
        assertEquals(verdict(), placement.verdict(subject, new Target.OnNode(bench.node("n1"))));
    }

    @Test
    void whoIsEvictedForAJobThatMayRunAnywhereIsToldOnlyForTheTasksThatFindNoRoom() {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.gpuNode("n2", 8),
                Seen.gpuNode("n3", 8),
                Seen.pod("low", TaskPhase.RUNNING, "n2", spec(8, 0)),
                Seen.pod("middle", TaskPhase.RUNNING, "n3", spec(8, 50)),
                Seen.job("urgent", true, 1, spec(8, 100), ""));
        Subject urgent = new Subject(bench.job("urgent"), List.of());
        assertEquals(List.of(), placement.evicted(urgent));
        bench.show(Seen.job("urgent", true, 2, spec(8, 100), ""));
        assertEquals(
                List.of("kube-scheduler evicts pod team/low (priority 0, 8 GPUs): loses the work of 8 GPUs since its"
                        + " last checkpoint"),
                placement.evicted(new Subject(bench.job("urgent"), List.of())));
        bench.show(Seen.job(
                "urgent", true, 2, SpecBuilder.like(spec(8, 100)).gates("held").build(), ""));
        assertEquals(List.of(), placement.evicted(urgent), "what is held evicts nobody");
        TaskSpec held =
                SpecBuilder.like(spec(8, 100)).gates(GangLayoutService.GATE).build();
        bench.show(
                Seen.pod("urgent-0", TaskPhase.GATED, "", held, Seen.owner("Job", "urgent")),
                Seen.pod("full", TaskPhase.RUNNING, "n1", spec(8, 100)));
        Subject waiting =
                new Subject(bench.job("urgent"), List.copyOf(bench.job("urgent").getTasks()));
        assertEquals(1, placement.evicted(waiting).size(), "one that waits there does once it is lifted");
    }

    @Test
    void theReplacementOfAPodEvictsAsThePodWould() {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.gpuNode("n2", 8),
                Seen.pod("low", TaskPhase.RUNNING, "n2", spec(8, 0)),
                Seen.pod("web-0", TaskPhase.RUNNING, "n1", spec(8, 100), Seen.owner("Deployment", "web")));
        ReplacementNodes destinations =
                new ReplacementNodes(placement, Set.of(bench.node("n1")), ReplacementNodes.noneKnown());
        Task web = bench.job("web").getTasks().getFirst();
        assertEquals(Optional.of(bench.node("n2")), destinations.evict(web).map(Map.Entry::getKey));
        assertEquals(Optional.empty(), destinations.evict(web), "once");
    }

    @Test
    void whatTheyAreForIsSaidWithWhatTheyLose() {
        bench.show(Seen.gpuNode("n1", 8));
        TaskSpec low = spec(8, 0);
        bench.show(Seen.pod("llm-0", TaskPhase.RUNNING, "n1", low, Seen.owner("PyTorchJob", "llm")));
        waits(spec(8, 100));
        assertEquals(
                List.of("fits by evicting llm (training, priority 0, 8 GPUs)"),
                verdict().reasons());
        assertEquals(
                List.of("kube-scheduler evicts pod team/llm-0 (training, priority 0, 8 GPUs): loses the work of 8 GPUs"
                        + " since its last checkpoint"),
                verdict().evicts());
    }

    @Test
    void ofAGangAllIsCountedThatStopsWithTheOneRankThatGoesAsADrainCountsIt() {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        for (int rank = 1; rank <= 4; rank++) {
            bench.show(
                    Seen.gpuNode("n" + rank, 8),
                    Seen.pod(
                            "llm-" + rank, TaskPhase.RUNNING, "n" + rank, spec(8, 0), Seen.owner("PyTorchJob", "llm")));
        }
        waits(spec(8, 100));
        Job gang = bench.job("llm");
        gang.getTasks().forEach(task -> task.setStarted(noon));
        bench.cluster.setLastContact(noon.plus(Duration.ofHours(10)));
        bench.cluster.setConnection(ConnectionState.CLOSED);
        gang.setMinimum(4);
        String whole = "fits by evicting llm (training, priority 0, all its 32 GPUs, 320 GPU-hours lost)";
        assertEquals(whole, verdictOfPlace().reasons().getFirst());
        assertTrue(verdictOfPlace()
                .evicts()
                .getFirst()
                .contains("its gang cannot go on, and loses the work of 32 GPUs (320 GPU-hours) since"));
        assertEquals(320, verdictOfPlace().cost().orElseThrow().gpuHours());
        gang.setPurpose(Purpose.INFERENCE);
        assertTrue(verdictOfPlace().reasons().getFirst().endsWith("priority 0, all its 32 GPUs)"));
        gang.setMinimum(null);
        assertTrue(verdictOfPlace().reasons().getFirst().endsWith("priority 0, 8 GPUs)"), "the other replicas go on");
    }

    private Verdict verdictOfPlace() {
        Subject subject = new Subject(bench.job("urgent"), List.of());
        return placement.verdict(subject, new Target.OnNode(bench.node("n1")));
    }

    @Test
    void oneThatIsNotMoreImportantDoesNotFit() {
        bench.show(Seen.gpuNode("n1", 8));
        runs("llm-eval-7", 8, 100);
        waits(spec(8, 100));
        assertEquals(Fit.DOES_NOT_FIT, verdict().fit());
        assertTrue(verdict().reasons().getFirst().startsWith("needs 8 GPUs, 0 free"), verdict()::toString);
    }

    @Test
    void whatOtherRulesRefuseIsNotCuredByEvicting() {
        bench.show(Seen.gpuNode("n1", 4));
        runs("llm-eval-7", 4, 0);
        waits(spec(8, 100));
        assertEquals(Fit.DOES_NOT_FIT, verdict().fit());
    }

    @Test
    void aPriorityWhoseClassNeverPreemptsAndAnotherSchedulerEvictNobody() {
        bench.show(Seen.gpuNode("n1", 8));
        runs("llm-eval-7", 8, 0);
        waits(SpecBuilder.like(spec(8, 100)).scheduler("volcano").build());
        assertEquals(Fit.DOES_NOT_FIT, verdict().fit());
        waits(spec(8, 100));
        assertEquals(Fit.EVICTS, verdict().fit());
        bench.show(new Change.FactSeen(new SchedulingObject.PriorityClass("polite", 100, true, false)));
        assertEquals(Fit.DOES_NOT_FIT, verdict().fit());
    }

    @Test
    void aBudgetThatWouldBeBrokenIsNamedAndSparedWhereItCanBe() {
        bench.show(Seen.gpuNode("n1", 8), budget("keep", 0, "a"));
        runs("a", 4, 0);
        runs("b", 4, 5);
        waits(spec(4, 100));
        assertEquals(
                List.of("fits by evicting b (priority 5, 4 GPUs)"), verdict().reasons());
        waits(spec(8, 100));
        assertEquals(
                List.of("fits by evicting b (priority 5, 4 GPUs), a (priority 0, 4 GPUs), against budget keep"),
                verdict().reasons());
    }

    @Test
    void aWholeJobIsNotLaidOverOthers() {
        bench.show(Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 8));
        runs("llm-eval-7", 8, 0);
        bench.show(Seen.job("train", true, 2, spec(8, 100), ""), new Change.Listed("Pod", 0));
        Map<Node, Verdict> verdicts = placement.verdicts(new Subject(bench.job("train"), List.of()));
        assertEquals(1, verdicts.get(bench.node("n2")).tasksThatFit());
        assertEquals(0, verdicts.get(bench.node("n1")).tasksThatFit());
        Verdict both =
                placement.verdict(new Subject(bench.job("train"), List.of()), new Target.OnNode(bench.node("n1")));
        assertEquals(Fit.DOES_NOT_FIT, both.fit());
        assertEquals(List.of("takes none of its 2 tasks without evicting others"), both.reasons());
    }

    /** "needs 8 GPUs, not enough free" was all that stood over a rack in which the best places were. */
    @Test
    void aDomainSaysOnHowManyOfItsNodesItWouldFitByEvicting() {
        bench.show(rack("n1"), rack("n2"), rack("n3"));
        runs("low", 8, 0);
        bench.show(
                Seen.pod("low-2", TaskPhase.RUNNING, "n2", spec(8, 0)),
                Seen.pod("high", TaskPhase.RUNNING, "n3", spec(8, 500)));
        waits(spec(8, 100));
        Target rack = new Target.OnDomain(bench.cluster.getDomains().getFirst());
        Verdict verdict = placement.verdict(new Subject(bench.job("urgent"), List.of()), rack);
        assertEquals(Fit.DOES_NOT_FIT, verdict.fit(), "nobody is evicted on a node that was not chosen");
        assertEquals(
                List.of(
                        "on 2 nodes: would fit by evicting others; choose such a node",
                        "on 1 node: needs 8 GPUs, not enough free"),
                verdict.reasons());
    }

    private static Change rack(String node) {
        return Seen.gpuNode(node, 8, "topology.kubernetes.io/rack", "r1");
    }

    @Test
    void everyVictimIsListedWhereTheWordsNameAFew() {
        bench.show(Seen.gpuNode("n1", 8));
        for (int i = 0; i < 8; i++) {
            runs("eval-" + i, 1, 0);
        }
        waits(spec(8, 100));
        assertTrue(
                verdict().reasons().getFirst().endsWith(" and 5 more"),
                verdict().toString());
        assertEquals(8, verdict().evicts().size());
    }

    @Test
    void aPlaceThatTakesItWithoutKillingAnyoneIsRankedBefore() {
        bench.show(Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 8), Seen.gpuNode("n3", 8));
        runs("llm-eval-7", 8, 0);
        Change.NodeSeen n3 = Seen.gpuNode("n3", 8);
        bench.show(Seen.node("n3", n3.uid(), n3.labels(), n3.taints(), n3.capacity(), true));
        waits(spec(8, 100));
        List<RankedPlace> places = new AdviceServiceImpl(placement).places(new Subject(bench.job("urgent"), List.of()));
        assertEquals(
                List.of("n2", "n3", "n1"),
                places.stream().map(RankedPlace::name).toList());
        assertEquals(
                List.of(Fit.FITS, Fit.FITS_IF, Fit.EVICTS),
                places.stream().map(place -> place.verdict().fit()).toList());
    }

    @Test
    void ofPlacesThatEvictTheOneThatTheSchedulerWouldTakeIsRankedFirst() {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        bench.show(budget("keep", 0, "budgeted"));
        runsSince("n1", "budgeted", 8, -5, noon);
        runsSince("n2", "training", 8, 50, noon);
        runsSince("n3", "small-a", 4, 0, noon);
        runsSince("n3", "small-b", 4, 0, noon);
        runsSince("n4", "early", 8, 0, noon);
        runsSince("n5", "late", 8, 0, noon.plusSeconds(60));
        runsSince("n6", "least", 8, -1, noon);
        waits(spec(8, 100));
        Subject subject = new Subject(bench.job("urgent"), List.of());
        AdviceServiceImpl advice = new AdviceServiceImpl(placement);
        List<String> expected = List.of("n6", "n5", "n4", "n3", "n2", "n1");
        assertEquals(
                expected, advice.places(subject).stream().map(RankedPlace::name).toList());
        Ranking best = advice.ranking(subject, 3);
        while (!best.advance(Duration.ofSeconds(1))) {}
        assertEquals(
                expected.subList(0, 3),
                best.best().stream().map(RankedPlace::name).toList());
    }

    private void runsSince(String node, String name, int gpus, int priority, Instant since) {
        bench.show(Seen.gpuNode(node, 8), Seen.pod(name, TaskPhase.RUNNING, node, spec(gpus, priority)));
        bench.job(name).getTasks().getFirst().setStarted(since);
    }

    private record Pod(String name, int gpus, int priority) {}

    @Test
    void ofRandomNodesThoseGoWhomTheSchedulersRulesName() {
        int evicting = 0;
        bench.show(Seen.gpuNode("n1", 8));
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            List<Pod> pods = new ArrayList<>();
            for (int left = 8; left > 0; ) {
                Pod pod = new Pod("p" + pods.size(), 1 + random.nextInt(Math.min(4, left)), random.nextInt(4));
                pods.add(pod);
                left -= pod.gpus();
                runs(pod.name(), pod.gpus(), pod.priority());
            }
            Set<String> covered = pods.stream()
                    .map(Pod::name)
                    .filter(name -> random.nextInt(3) == 0)
                    .collect(Collectors.toSet());
            int allowed = random.nextInt(2);
            bench.show(
                    budget("keep", allowed, covered.isEmpty() ? new String[] {"-"} : covered.toArray(String[]::new)));
            int asks = 1 + random.nextInt(8);
            int priority = random.nextInt(5);
            waits(spec(asks, priority));
            Set<String> expected = expected(pods, covered, allowed, asks, priority);
            assertEquals(expected, named(verdict()), "case " + seed + " " + pods + " " + covered + " " + asks);
            evicting += expected.isEmpty() ? 0 : 1;
            pods.forEach(pod -> bench.show(Seen.gone("Pod", pod.name())));
        }
        assertTrue(evicting > 100, "the cases are lopsided: " + evicting);
    }

    private static Set<String> named(Verdict verdict) {
        if (verdict.fit() != Fit.EVICTS) {
            return Set.of();
        }
        return verdict.evicts().stream()
                .map(words -> words.replaceFirst(".*/(\\S+) .*", "$1"))
                .collect(Collectors.toSet());
    }

    private static Set<String> expected(List<Pod> pods, Set<String> covered, int allowed, int asks, int priority) {
        List<Pod> lower = new ArrayList<>(pods);
        lower.removeIf(pod -> pod.priority() >= priority);
        lower.sort(Comparator.comparingInt((Pod pod) -> -pod.priority()).thenComparing(Pod::name));
        int free = lower.stream().mapToInt(Pod::gpus).sum();
        if (free < asks) {
            return Set.of();
        }
        List<Pod> guarded = new ArrayList<>();
        int left = allowed;
        for (Pod pod : lower) {
            if (covered.contains(pod.name()) && left-- <= 0) {
                guarded.add(pod);
            }
        }
        List<Pod> order = new ArrayList<>(guarded);
        lower.stream().filter(pod -> !guarded.contains(pod)).forEach(order::add);
        Set<String> gone = new HashSet<>();
        for (Pod pod : order) {
            if (free - pod.gpus() >= asks) {
                free -= pod.gpus();
            } else {
                gone.add(pod.name());
            }
        }
        return gone;
    }
}
