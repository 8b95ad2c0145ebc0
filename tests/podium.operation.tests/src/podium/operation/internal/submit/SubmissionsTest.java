// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.ClusterId;
import podium.core.change.SchedulingObject;
import podium.core.cluster.ClusterConnection;
import podium.core.testkit.FleetBench;
import podium.core.testkit.LabCluster;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.NodeRemark;
import podium.model.value.Resources;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.TaskSpec;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.submit.Manifest;
import podium.operation.submit.Manifest.At;
import podium.operation.submit.Manifest.Flaw;
import podium.operation.submit.Manifest.Group;
import podium.operation.submit.Manifest.Item;
import podium.operation.submit.Manifest.Work;
import podium.operation.submit.ManifestCompiler;
import podium.operation.submit.Submission;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.internal.PlacementServiceImpl;

/** Jobs that do not exist yet are judged like those that do, and only what fits is pinned. */
class SubmissionsTest extends LabCluster implements ManifestCompiler {
    private static final String RACK = "topology.kubernetes.io/rack";
    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);
    private final Submissions submissions = new Submissions(placement, this);
    private final List<Way> compiled = new ArrayList<>();
    private boolean open = true;
    private boolean silent;

    @AfterEach
    void end() throws Exception {
        submissions.close();
        placement.close();
    }

    private Cluster fleet() {
        for (int rack = 0; rack < 2; rack++) {
            for (int i = 0; i < 2; i++) {
                bench.show(Seen.gpuNode("n" + rack + "-" + i, 8, RACK, "r" + rack));
            }
        }
        bench.show(Seen.pod("busy", TaskPhase.RUNNING, "n0-0", Seen.asks(6)));
        return bench.node("n0-0").getCluster();
    }

    private Target rack(String name) {
        List<Domain> racks = new ArrayList<>();
        bench.node("n0-0").getCluster().getDomains().forEach(domain -> collect(domain, racks));
        return new Target.OnDomain(racks.stream()
                .filter(domain -> domain.getName().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private static void collect(Domain domain, List<Domain> into) {
        into.add(domain);
        domain.getDomains().forEach(below -> collect(below, into));
    }

    private static Group group(int tasks, TaskSpec spec) {
        return new Group("pods", tasks, spec, Labels.none());
    }

    private static Item item(String name, Group... groups) {
        Work work = new Work(List.of(groups), OptionalInt.empty(), "", Optional.empty(), Optional.empty());
        return new Item(new At("", 1, 1), TestKinds.job("team", name), "{}", Optional.of(work));
    }

    private static Manifest manifest(Item... items) {
        return new Manifest(Arrays.asList(items), List.of());
    }

    private Subject supposed(Cluster cluster, Group... groups) {
        return submissions.supposed(cluster, item("train", groups)).orElseThrow();
    }

    private String refusal(Manifest manifest, Submission how) {
        Cluster cluster = bench.node("n0-0").getCluster();
        return assertInstanceOf(
                        Result.Refused.class,
                        submissions.plan(cluster, manifest, how).join())
                .reason();
    }

    @Test
    void aSupposedJobIsJudgedOnEveryNodeAndIsInNoModel() {
        Cluster cluster = fleet();
        Subject subject = supposed(cluster, group(1, Seen.asks(4)));
        assertEquals(4, placement.verdicts(subject).size());
        assertEquals(
                Fit.DOES_NOT_FIT,
                placement.verdicts(subject).get(bench.node("n0-0")).fit());
        assertEquals(
                List.of("needs 4 GPUs, 2 free; 6 held by busy"),
                placement.verdicts(subject).get(bench.node("n0-0")).reasons());
        assertEquals(1, cluster.getJobs().size(), "only the one that is there");
        assertEquals(Optional.of(cluster), subject.cluster());
    }

    @Test
    void whereItFitsIsSaidWithTheNumbers() {
        Cluster cluster = fleet();
        assertEquals("fits 4 of 4 nodes", submissions.fit(supposed(cluster, group(1, Seen.asks(2)))));
        assertEquals(
                "fits 3 of 4 nodes, each for some of its tasks; both tasks together in rack r1",
                submissions.fit(supposed(cluster, group(2, Seen.asks(8)))));
        String three = submissions.fit(supposed(cluster, group(5, Seen.asks(8))));
        assertTrue(
                three.startsWith("fits 3 of 4 nodes, each for some of its tasks; at most 2 of 5 tasks together, in "),
                three);
        String huge = submissions.fit(supposed(cluster, group(1, Seen.asks(9))));
        assertTrue(huge.startsWith("fits 0 of 4 nodes; needs 9 GPUs"), huge);
        bench.node("n1-1").setUnschedulable(true);
        assertEquals(
                "fits 3 of 4 nodes, 1 more on a condition", submissions.fit(supposed(cluster, group(1, Seen.asks(1)))));
    }

    /** At most 1 of 12 tasks in a zone was said, while nodes without a zone took more. */
    @Test
    void nodesInNoDomainAreAPlaceToo() {
        Cluster cluster = fleet();
        bench.show(Seen.gpuNode("x0", 8), Seen.gpuNode("x1", 8), Seen.gpuNode("x2", 8));
        String fit = submissions.fit(supposed(cluster, group(5, Seen.asks(8))));
        assertTrue(fit.endsWith("at most 3 of 5 tasks together, on 3 nodes that lie in no rack or zone"), fit);
    }

    /** That most nodes lack a label hid that the one which has it is kept off by a taint. */
    @Test
    void theNodeThatIsNearestToTakeItIsNamedBesideWhatKeepsOffMost() {
        Cluster cluster = fleet();
        bench.show(Seen.gpuNode("big", 16));
        bench.node("big").setTaints(new Taints(List.of(new Taint("dedicated", "", "NoSchedule"))));
        assertEquals(
                "fits 0 of 5 nodes; needs 9 GPUs, the node has 8; nearest is big: taint dedicated:NoSchedule is not"
                        + " tolerated",
                submissions.fit(supposed(cluster, group(1, Seen.asks(9)))));
    }

    /** "fits 3 of 4 nodes", while the canvas showed two that take it and one with "1 of 2 tasks". */
    @Test
    void nodesThatTakeSomeOfItsTasksAreCountedApartAsOnTheCanvas() {
        Cluster cluster = fleet();
        bench.node("n1-1").setUnschedulable(true);
        String fit = submissions.fit(supposed(cluster, group(2, Seen.asks(2))));
        assertTrue(
                fit.startsWith("fits 2 of 4 nodes, 1 more for some of its tasks, 1 more on a condition; both tasks"),
                fit);
    }

    /** The note on one cordoned node stood for all of them. */
    @Test
    void whatOneNodeSaysOfItselfIsNotSaidOfOthers() {
        Cluster cluster = fleet();
        for (String name : List.of("n0-1", "n1-0", "n1-1")) {
            bench.node(name).setUnschedulable(true);
        }
        bench.node("n1-1")
                .setTaints(new Taints(
                        List.of(), Optional.empty(), List.of(new NodeRemark("team/reason", "waiting for a GPU"))));
        assertEquals(
                "fits 0 of 4 nodes, 3 on a condition: cordoned: uncordon it first",
                submissions.fit(supposed(cluster, group(1, Seen.asks(8)))));
        bench.node("n0-1").setUnschedulable(false);
        bench.show(Seen.pod("more", TaskPhase.RUNNING, "n0-1", Seen.asks(1)));
        String full = submissions.fit(supposed(cluster, group(1, Seen.asks(9))));
        assertFalse(full.contains("held by"), full);
    }

    @Test
    void whereOnlyAQuotaForbidsItTheNodesThatHaveRoomAreSaidBeforeIt() {
        Cluster cluster = fleet();
        bench.show(new Change.FactSeen(new SchedulingObject.ResourceQuota(
                "team", "q", Resources.parse("requests.nvidia.com/gpu=1"), Resources.none(), List.of())));
        assertEquals(
                "room on 4 of 4 nodes; quota q of namespace team: 1 GPU hard, 0 used, asks for 2",
                submissions.fit(supposed(cluster, group(1, Seen.asks(2)))));
    }

    @Test
    void groupsThatAskForDifferentThingsAreLaidOutTogether() {
        Cluster cluster = fleet();
        Subject subject = supposed(cluster, group(2, Seen.asks(6)), group(2, Seen.asks(2)));
        assertEquals(4, subject.job().getTasks().size());
        assertEquals(Fit.FITS, placement.verdict(subject, rack("r1")).fit());
        assertEquals(Fit.DOES_NOT_FIT, placement.verdict(subject, rack("r0")).fit());
    }

    @Test
    void severalJobsOnOnePlaceMustFitTogether() {
        fleet();
        Manifest both = manifest(item("a", group(1, Seen.asks(8))), item("b", group(1, Seen.asks(8))));
        Submission node = new Submission.On(new Target.OnNode(bench.node("n1-0")));
        assertTrue(refusal(both, node).startsWith("a and 1 more cannot be placed on n1-0: room for 1 of 2 tasks"));
        assertInstanceOf(
                Result.Compiled.class,
                submissions
                        .plan(bench.node("n1-0").getCluster(), both, new Submission.On(rack("r1")))
                        .join());
        assertEquals(List.of(new Way.OnDomain(RACK, "r1")), compiled);
    }

    private Optional<String> shortage(Item... items) {
        Cluster cluster = bench.node("n0-0").getCluster();
        return submissions.shortage(
                submissions.supposed(cluster, manifest(items)).orElseThrow());
    }

    /** Each of fifty jobs found room, and nothing said that all of them do not. */
    @Test
    void thatJobsDoNotAllFindRoomAtTheSameTimeIsSaidThoughEachDoes() {
        fleet();
        Item eight = item("eight", group(1, Seen.asks(8)));
        assertEquals(Optional.empty(), shortage(eight, eight, eight));
        assertEquals(Optional.of("room for at most 3 of 4 tasks now"), shortage(eight, eight, eight, eight));
        assertEquals(
                Optional.of("room for at most 26 of 27 tasks now"),
                shortage(item("a", group(26, Seen.asks(1))), item("b", group(1, Seen.asks(1)))));
        bench.node("n1-1").setUnschedulable(true);
        assertEquals(Optional.of("room for at most 2 of 3 tasks now"), shortage(eight, eight, eight));
    }

    @Test
    void jobsThatAskForDifferentThingsAreCountedTogetherWhereOneDomainHoldsAllNodes() {
        for (String name : List.of("n0", "n1")) {
            bench.show(Seen.gpuNode(name, 8, RACK, "r0"));
        }
        Cluster cluster = bench.node("n0").getCluster();
        Item six = item("six", group(2, Seen.asks(6)));
        Manifest fits = manifest(six, item("two", group(2, Seen.asks(2))));
        Manifest crowded = manifest(six, item("four", group(2, Seen.asks(4))));
        assertEquals(
                Optional.empty(),
                submissions.shortage(submissions.supposed(cluster, fits).orElseThrow()));
        assertEquals(
                Optional.of("no room for all 4 tasks at the same time now"),
                submissions.shortage(submissions.supposed(cluster, crowded).orElseThrow()));
    }

    @Test
    void freeAndHeldAreCompiledWhereverItFits() {
        Cluster cluster = fleet();
        Manifest huge = manifest(item("huge", group(1, Seen.asks(99))));
        submissions.plan(cluster, huge, new Submission.Free()).join();
        submissions.plan(cluster, huge, new Submission.Held()).join();
        assertEquals(List.of(new Way.Free(), new Way.Held()), compiled);
    }

    @Test
    void whomTheSchedulerMayStopForAJobOfHigherPriorityIsNamedUnlessItIsHeld() {
        Cluster cluster = fleet();
        for (String node : List.of("n0-1", "n1-0", "n1-1")) {
            bench.show(Seen.pod("full-" + node, TaskPhase.RUNNING, node, high(8)));
        }
        Manifest urgent = manifest(item("urgent", group(1, high(4))));
        assertEquals(
                List.of("May be stopped at once, to make room for it: kube-scheduler evicts pod team/busy (priority 0,"
                        + " 6 GPUs): loses the work of 6 GPUs since its last checkpoint."),
                irreversible(cluster, urgent, new Submission.Free()));
        assertEquals(List.of(), irreversible(cluster, urgent, new Submission.Held()));
        assertEquals(
                List.of(), irreversible(cluster, manifest(item("low", group(1, Seen.asks(4)))), new Submission.Free()));
    }

    private List<String> irreversible(Cluster cluster, Manifest manifest, Submission how) {
        return assertInstanceOf(
                        Result.Compiled.class,
                        submissions.plan(cluster, manifest, how).join())
                .plan()
                .irreversible();
    }

    /** Its plan was green where every node with GPUs is tainted and the server adds no toleration. */
    @Test
    void thatAllNodesTakeItOnlyIfTheServerAddsATolerationIsSaidUnlessItIsHeld() {
        Cluster cluster = fleet();
        bench.show(Seen.gone("Pod", "busy"));
        cluster.getNodes()
                .forEach(node ->
                        node.setTaints(new Taints(List.of(new Taint("nvidia.com/gpu", "present", "NoSchedule")))));
        Manifest asks = manifest(item("asks", group(1, Seen.asks(2))));
        assertEquals(
                List.of("It starts only if the server adds the toleration of taint nvidia.com/gpu=present:NoSchedule"
                        + " (ExtendedResourceToleration). Whether it does is not known: else its pods wait for good."),
                irreversible(cluster, asks, new Submission.Free()));
        assertEquals(List.of(), irreversible(cluster, asks, new Submission.Held()));
    }

    private static TaskSpec high(int gpus) {
        return SpecBuilder.like(Seen.asks(gpus)).priority(100).build();
    }

    @Test
    void whatIsNotWholeIsNotPlanned() {
        fleet();
        Flaw flaw = new Flaw(new At("a.yaml", 2, 7), "kind is missing.", "Say it.");
        Manifest flawed = new Manifest(List.of(), List.of(flaw));
        assertEquals("a.yaml, line 7: kind is missing.", refusal(flawed, new Submission.Free()));
        assertEquals("There is nothing to submit.", refusal(Manifest.EMPTY, new Submission.Free()));
        Item config = new Item(new At("", 1, 1), TestKinds.job("team", "x"), "{}", Optional.empty());
        Submission node = new Submission.On(new Target.OnNode(bench.node("n1-0")));
        assertTrue(refusal(manifest(config), node).contains("nothing to place"));
        assertEquals(List.of(), compiled);
    }

    @Test
    void aDomainWithoutALabelTakesNoPin() {
        fleet();
        Target target = rack("r1");
        if (target instanceof Target.OnDomain(Domain domain)) {
            domain.setLabelKey(null);
        }
        assertTrue(refusal(manifest(item("a", group(1, Seen.asks(1)))), new Submission.On(target))
                .contains("no label"));
    }

    @Test
    void aClosedOrSilentClusterIsSaid() {
        Cluster cluster = fleet();
        silent = true;
        CompletionException silence = assertThrows(
                CompletionException.class,
                () -> submissions.read(cluster, List.of(), "team").join());
        assertTrue(String.valueOf(silence.getMessage()).contains("did not answer: gone"), silence::getMessage);
        open = false;
        assertTrue(refusal(manifest(item("a", group(1, Seen.asks(1)))), new Submission.Free())
                .contains("not open"));
        assertTrue(submissions.read(cluster, List.of(), "team").isCompletedExceptionally());
    }

    @Override
    public Manifest read(List<Source> sources, String namespace) throws IOException {
        if (silent) {
            throw new IOException("gone");
        }
        return Manifest.EMPTY;
    }

    @Override
    public Result compile(Manifest manifest, Way way) {
        compiled.add(way);
        return new Result.Compiled(
                new Plan(id(), "submit", "Submit", List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Override
    public Optional<ClusterConnection> connection(ClusterId id) {
        return open ? Optional.of(this) : Optional.empty();
    }
}
