// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.testkit.FleetBench;
import podium.core.testkit.PodBuilder;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.model.value.Toleration;
import podium.placement.Assignment;
import podium.placement.Fit;
import podium.placement.Rank;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

class LayoutTest {
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String RACK = "topology.kubernetes.io/rack";
    private static final String HOST = "kubernetes.io/hostname";

    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    @Test
    void ranksLieInOrderAndOneRackIsPreferredToTwo() {
        bench.show(
                node("n1", "a", 4),
                node("n2", "a", 4),
                node("n3", "b", 8),
                node("n4", "b", 8),
                VerdictRulesTest.suspended("train", 4, Seen.asks(4)));
        Assignment layout = layout("train").orElseThrow();
        assertEquals(Map.of(0, "n3", 1, "n3", 2, "n4", 3, "n4"), names(layout));
        assertEquals("tasks 0-1 on n3, tasks 2-3 on n4", layout.words());
    }

    @Test
    void eachNodeSaysWhetherItHasOneTaskOrMore() {
        bench.show(node("n1", "a", 8), node("n2", "a", 4), VerdictRulesTest.suspended("train", 3, Seen.asks(4)));
        String words = layout("train").orElseThrow().words();
        assertTrue(words.contains("tasks 0-1 on n1, task 2 on n2"), words);
    }

    @Test
    void aNodeThatIsFilledExactlyIsPreferred() {
        bench.show(node("n1", "a", 8), node("n2", "a", 4), VerdictRulesTest.suspended("train", 1, Seen.asks(4)));
        assertEquals(Map.of(0, "n2"), names(layout("train").orElseThrow()));
    }

    @Test
    void cordonedNodesOfADomainAreLeftOut() {
        bench.show(
                Seen.node("n1", "u", Labels.of(ZONE, "z"), podium.model.value.Taints.none(), Seen.gpus(8, 1, 1), true),
                node("n2", "a", 4),
                VerdictRulesTest.suspended("train", 2, Seen.asks(4)));
        assertEquals(Optional.empty(), layout("train"));
        assertEquals(
                Fit.DOES_NOT_FIT, placement.verdict(subject("train"), zone()).fit());
    }

    /** "1 of 2 tasks, on 4 nodes: not enough free" hid that one cordon lifted would make the room. */
    @Test
    void aDomainSaysWhichCordonKeepsTheRoomForTheRest() {
        bench.show(
                cordoned("n2"),
                cordoned("n3"),
                node("n1", "a", 4),
                VerdictRulesTest.suspended("pair", 2, Seen.asks(4)),
                VerdictRulesTest.suspended("many", 9, Seen.asks(4)),
                VerdictRulesTest.suspended("large", 2, Seen.asks(9)));
        assertEquals(
                List.of("room for 1 of 2 tasks", "2 cordoned nodes there: room for both tasks with n2 uncordoned"),
                placement.verdict(subject("pair"), zone()).reasons());
        assertEquals(
                List.of("room for 1 of 9 tasks", "2 cordoned nodes there would take more of its tasks if uncordoned"),
                placement.verdict(subject("many"), zone()).reasons());
        assertEquals(
                List.of("on 1 node: needs 9 GPUs, more than a node there has"),
                placement.verdict(subject("large"), zone()).reasons());
    }

    private static Change cordoned(String name) {
        Labels labels = Labels.of(Map.of(ZONE, "z", "kubernetes.io/hostname", name));
        return Seen.node(name, "uid-" + name, labels, podium.model.value.Taints.none(), Seen.gpus(8, 1, 1), true);
    }

    @Test
    void aCordonedNodeIsChosenForNobodyThoughItIsTolerated() {
        TaskSpec tolerant = SpecBuilder.like(Seen.asks(4))
                .tolerations(new Toleration("", "Exists", "", ""))
                .build();
        bench.show(cordoned("n1"), node("n2", "a", 8), VerdictRulesTest.suspended("train", 1, tolerant));
        assertEquals(Map.of(0, "n2"), names(layout("train").orElseThrow()));
        Verdict named = placement.verdict(subject("train"), new Target.OnNode(bench.node("n1")));
        assertEquals(Fit.FITS_IF, named.fit());
        assertEquals(List.of("cordoned, which it tolerates"), named.reasons());
    }

    @Test
    void whatDoesNotFitHasNoLayoutAndAReasonByRule() {
        bench.show(node("n1", "a", 4), node("n2", "a", 2), VerdictRulesTest.suspended("train", 3, Seen.asks(4)));
        assertEquals(Optional.empty(), layout("train"));
        assertEquals(
                List.of("room for 1 of 3 tasks", "on 1 node: needs 4 GPUs, more than a node there has"),
                placement.verdict(subject("train"), zone()).reasons());
    }

    @Test
    void theNumbersAreTheRanksThePodsHave() {
        bench.show(node("n1", "a", 8), ranked("p5", 5), ranked("p2", 2));
        assertEquals(Set.of(2, 5), layout("train").orElseThrow().nodes().keySet());
        assertTrue(layout("train").orElseThrow().words().contains("ranks 2, 5 on n1"));
    }

    @Test
    void tasksThatDifferAreLaidOutBySearch() {
        bench.show(
                node("n1", "a", 4),
                node("n2", "a", 6),
                Seen.pod("a", TaskPhase.PENDING, "", Seen.asks(2), Seen.owner("Job", "train")),
                Seen.pod("b", TaskPhase.PENDING, "", Seen.asks(4), Seen.owner("Job", "train")),
                Seen.pod("c", TaskPhase.PENDING, "", Seen.asks(4), Seen.owner("Job", "train")));
        Assignment layout = layout("train").orElseThrow();
        assertEquals(Fit.FITS, placement.verdict(subject("train"), zone()).fit());
        assertEquals(3, layout.nodes().size());
        assertEquals(Map.of("n1", 4, "n2", 6), load(layout));
    }

    @Test
    void tasksThatKeepApartByRackLieInDifferentRacks() {
        TaskSpec apart = apart(RACK);
        bench.show(node("n1", "a", 8), node("n2", "a", 8), node("n3", "b", 8));
        pods(2, apart);
        Assignment two = layout("train").orElseThrow();
        assertEquals(
                2,
                new HashSet<>(two.nodes().values().stream().map(Node::getDomain).toList()).size());
        pods(3, apart);
        assertEquals(Optional.empty(), layout("train"));
        assertEquals(
                Fit.DOES_NOT_FIT, placement.verdict(subject("train"), zone()).fit());
    }

    @Test
    void tasksThatKeepApartByHostLieOneToANode() {
        TaskSpec apart = apart(HOST);
        bench.show(node("n1", "a", 8), node("n2", "a", 8));
        pods(2, apart);
        assertEquals(
                2, Set.copyOf(layout("train").orElseThrow().nodes().values()).size());
        pods(3, apart);
        assertEquals(Optional.empty(), layout("train"));
    }

    /** The head of a group has no rank and was seen after its worker: each was sent where the other one fits. */
    @Test
    void tasksWithoutARankLieWhereTheLayoutHasRoomForThemWhicheverWasSeenFirst() {
        bench.show(node("n1", "a", 1), node("n2", "a", 8));
        bench.show(Seen.pod("worker", TaskPhase.PENDING, "", Seen.asks(8), Seen.owner("Job", "train")));
        bench.show(Seen.pod("head", TaskPhase.PENDING, "", Seen.asks(1), Seen.owner("Job", "train")));
        Map<String, String> nodes = new TreeMap<>();
        layout("train")
                .orElseThrow()
                .byTask(bench.job("train").getTasks())
                .forEach((task, node) -> nodes.put(task.getName(), node.getName()));
        assertEquals(Map.of("head", "n1", "worker", "n2"), nodes);
    }

    @Test
    void runsOfNumbersAreDrawnTogether() {
        assertEquals("0-7, 9, 11-12", Rank.spans(List.of(0, 1, 2, 3, 4, 5, 6, 7, 9, 11, 12)));
        assertFalse(Rank.spans(List.of(3)).contains("-"));
        assertEquals("rank 3", Rank.named(List.of(3)));
        assertEquals("ranks 0-7", Rank.named(List.of(0, 1, 2, 3, 4, 5, 6, 7)));
    }

    private void pods(int count, TaskSpec spec) {
        for (int i = 0; i < count; i++) {
            Change.PodSeen pod = Seen.pod("p" + i, TaskPhase.PENDING, "", spec, Seen.owner("Job", "train"));
            bench.show(labelled(pod));
        }
    }

    private static Change.PodSeen labelled(Change.PodSeen p) {
        return PodBuilder.like(p).labels(Labels.of("app", "x")).build();
    }

    private static TaskSpec apart(String key) {
        return SpecBuilder.of(Resources.none())
                .podAntiAffinity(List.of(RankedPods.term(key)))
                .build();
    }

    private static Change ranked(String name, int rank) {
        Change.PodSeen p = Seen.pod(name, TaskPhase.PENDING, "", Seen.asks(1), Seen.owner("Job", "train"));
        return PodBuilder.like(p).rank(rank).build();
    }

    private static Change node(String name, String rack, int gpus) {
        return Seen.gpuNode(name, gpus, ZONE, "z", RACK, rack, HOST, name);
    }

    private Target zone() {
        return new Target.OnDomain(bench.cluster.getDomains().getFirst());
    }

    private Subject subject(String job) {
        return new Subject(bench.job(job), List.of());
    }

    private Optional<Assignment> layout(String job) {
        return placement.layout(subject(job), zone());
    }

    private static Map<Integer, String> names(Assignment layout) {
        Map<Integer, String> names = new TreeMap<>();
        layout.nodes().forEach((number, node) -> names.put(number, node.getName()));
        return names;
    }

    private Map<String, Integer> load(Assignment layout) {
        Map<String, Integer> load = new TreeMap<>();
        List<Integer> asks = List.of(2, 4, 4);
        layout.nodes().forEach((number, node) -> load.merge(node.getName(), asks.get(number), Integer::sum));
        return load;
    }
}
