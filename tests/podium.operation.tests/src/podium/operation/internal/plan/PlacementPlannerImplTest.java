// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.change.SchedulingObject;
import podium.core.cluster.ClusterConnection;
import podium.core.fleet.SchedulingObjects;
import podium.core.testkit.LabCluster;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.ControllerRef;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.model.value.WorkKind;
import podium.operation.placement.HoldCompiler;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.Plan;
import podium.placement.Assignment;
import podium.placement.Fit;
import podium.placement.FragmentationEffect;
import podium.placement.FreeDevices;
import podium.placement.PlacementService;
import podium.placement.Readmission;
import podium.placement.Reason;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

class PlacementPlannerImplTest extends LabCluster implements PlacementService, PlacementCompiler, HoldCompiler {
    private static final List<String> LOST =
            List.of("At most 32.0 GPU-hours of work on 16 GPUs: all since their start, if no checkpoint was saved.");
    private final Cluster cluster = FleetFactory.INSTANCE.createCluster();
    private final Node node = FleetFactory.INSTANCE.createNode();
    private final Node second = FleetFactory.INSTANCE.createNode();
    private final Domain rack = FleetFactory.INSTANCE.createDomain();
    private final PlacementPlannerImpl planner = new PlacementPlannerImpl(this, new QuietBoard(), this);
    private final List<Request> requests = new ArrayList<>();
    private final List<String> held = new ArrayList<>();
    private Optional<Assignment> layout = Optional.empty();
    private List<String> evicts = List.of();
    private List<String> checks = List.of();
    private Optional<Verdict> whole = Optional.empty();
    private Optional<Verdict> part = Optional.empty();
    private boolean open = true;
    private boolean silent;
    private boolean stops;

    PlacementPlannerImplTest() {
        cluster.setName("lab");
        node.setName("n1");
        second.setName("n2");
        cluster.getNodes().addAll(List.of(node, second));
        rack.setName("rack-a");
        rack.setLabelKey("example.com/rack");
        cluster.getDomains().add(rack);
    }

    private Job job(String apiVersion, String kind, TaskPhase... phases) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setApiVersion(apiVersion);
        job.setKind(kind);
        job.setWork(TestKinds.of(kind));
        job.setNamespace("team");
        job.setName("train");
        job.setUid("u");
        cluster.getJobs().add(job);
        for (int i = 0; i < phases.length; i++) {
            Task task = FleetFactory.INSTANCE.createTask();
            task.setNamespace("team");
            task.setName("train-" + i);
            task.setPhase(phases[i]);
            task.setRank(phases.length - 1 - i);
            job.getTasks().add(task);
        }
        return job;
    }

    private Request request(Subject subject, Target target) {
        planner.plan(subject, target).join();
        return requests.getFirst();
    }

    @Test
    void gatedPodsGoWhereTheLayoutPutsTheirRank() {
        Job job = job("batch/v1", "Job", TaskPhase.GATED, TaskPhase.GATED, TaskPhase.RUNNING);
        layout = Optional.of(new Assignment(Map.of(1, node, 2, second), ""));
        Request request = request(new Subject(job, List.of()), new Target.OnDomain(rack));
        assertEquals(
                Map.of(ObjectRef.pod("team", "train-0"), "n2", ObjectRef.pod("team", "train-1"), "n1"),
                request.podToNode(),
                "train-0 has rank 2, train-1 rank 1, and the running one stays");
    }

    @Test
    void aPlanSaysWhomItKillsAndThatThisIsForGood() {
        Job job = job("v1", "Pod", TaskPhase.GATED);
        evicts = List.of("kube-scheduler evicts pod team/a (priority 0, 8 GPUs)", "kube-scheduler evicts pod team/b");
        List<String> lost = plan(new Subject(job, List.of())).irreversible();
        assertEquals(String.join("; ", evicts), lost.getFirst());
        assertTrue(lost.getLast().startsWith("An eviction cannot be undone: both pods are killed"), lost.getLast());
        evicts = List.of();
        assertEquals(List.of(), plan(new Subject(job, List.of())).irreversible());
    }

    /** It was restarted behind a green plan and waited for a check that nobody answers. */
    @Test
    void whatItsQueueAdmitsAnewAtAPlaceIsSaidToWaitForItsChecks() {
        checks = List.of("ac1");
        Job job = job("batch/v1", "Job", TaskPhase.RUNNING);
        assertEquals(List.of("it starts"), plan(new Subject(job, List.of())).effects());
        job.setQueueName("gold");
        assertEquals(
                List.of("it starts", "train then waits for admission check ac1 before it starts."),
                plan(new Subject(job, List.of())).effects());
    }

    /** A service was pinned, and its new pod waited behind a job, of which nothing was said. */
    @Test
    void thatTheNewPodsOfAPinnedServiceAreAdmittedByKueueAnewIsSaidWithWhatComesFirst() {
        Job service = job("apps/v1", "Deployment", TaskPhase.RUNNING);
        service.setWork(new WorkKind("deployments", List.of(WorkKind.Trait.ADMITTED_BY_POD), ""));
        service.setQueueName("gold");
        service.getTasks().getFirst().setController(new ControllerRef("apps/v1", "ReplicaSet", "train-1", "r"));
        SchedulingObjects facts = new SchedulingObjects();
        cluster.setFacts(facts);
        facts.seen(new SchedulingObject.LocalQueue("team", "gold", "cq", false));
        assertEquals(List.of("it starts"), plan(new Subject(service, List.of())).effects());
        Job next = FleetFactory.INSTANCE.createJob();
        next.setNamespace("team");
        next.setName("next");
        next.setUid("n");
        next.setQueueName("gold");
        cluster.getJobs().add(next);
        facts.seen(
                new SchedulingObject.Workload("team", "w", "n", "next", "", 0, null, null, false, Map.of(), List.of()));
        assertEquals(
                List.of(
                        "it starts",
                        "A new pod of team/train has to be admitted by Kueue, and comes after what waits in queue cq"
                                + " now: next. Until then it does not run, though a node has room."),
                plan(new Subject(service, List.of())).effects());
    }

    /** Made anew because the place was lost, the plan could be confirmed, and what ran was stopped to wait for good. */
    @Test
    void aPlanToAPlaceThatDoesNotTakeItStopsNothingThatRunsAndSaysOfWhatWaitsThatItWouldWaitThere() {
        Job job = job("v1", "Pod", TaskPhase.GATED);
        part = Optional.of(new Verdict(Fit.DOES_NOT_FIT, List.of("node affinity asks for product In [H100]"), 0, 0));
        assertEquals(
                "train would wait on n1 until this is over: node affinity asks for product In [H100].",
                plan(new Subject(job, List.of())).effects().getLast());
        job.getTasks().getFirst().setPhase(TaskPhase.RUNNING);
        assertEquals(
                "All pods of train would go to n1, since they have one template: node affinity asks for product In"
                        + " [H100].",
                refusal(new Subject(job, List.of())));
        job.getTasks().getFirst().setLabels(Labels.of("kueue.x-k8s.io/tas", "true"));
        assertFalse(
                plan(new Subject(job, List.of())).effects().isEmpty(), "the host that Kueue assigned does not hold it");
    }

    @Test
    void aPlanForAJobWhosePodsTheServerRefusesSaysThatItWouldWait() {
        Job job = job("v1", "Pod", TaskPhase.GATED);
        String why = "its pods cannot be created: violates PodSecurity";
        part = Optional.of(
                new Verdict(Fit.FITS_IF, 1, 1, List.of(new Reason(why, why, Reason.Kind.CREATION)), List.of()));
        assertEquals(
                "train would wait on n1 until this is over: " + why + ".",
                plan(new Subject(job, List.of())).effects().getLast());
    }

    @Test
    void whatRunsInAPlaceIsNotPlacedThereAgain() {
        Job job = job("batch/v1", "Job", TaskPhase.RUNNING, TaskPhase.RUNNING);
        rack.getNodes().addAll(List.of(node, second));
        job.getTasks().get(0).setNode(node);
        job.getTasks().get(1).setNode(second);
        Subject all = new Subject(job, List.of());
        assertEquals(
                "train runs on rack-a already: to place it there would only restart it.",
                assertInstanceOf(
                                Result.Refused.class,
                                planner.plan(all, new Target.OnDomain(rack)).join())
                        .reason());
        assertEquals(List.of(), requests);
        planner.plan(all, new Target.OnNode(node)).join();
        assertEquals(1, requests.size(), "one of them runs elsewhere");
    }

    @Test
    void aRestartElsewhereSaysHowManyGpuHoursItLosesAtMost() {
        Job job = running();
        assertEquals(LOST, plan(new Subject(job, List.of())).irreversible());
    }

    @Test
    void toHoldAJobThatRunsOrToLetItGoSaysHowManyGpuHoursItLosesAtMost() {
        stops = true;
        Job job = running();
        for (var asked : List.of(planner.hold(job), planner.free(job))) {
            assertEquals(
                    LOST,
                    assertInstanceOf(Result.Compiled.class, asked.join()).plan().irreversible());
        }
    }

    @Test
    void toLetTheSchedulerDecideNamesWhomItMayStopForPodsThatWaitAtTheGate() {
        stops = true;
        evicts = List.of("kube-scheduler evicts pod team/low");
        for (TaskPhase phase : List.of(TaskPhase.GATED, TaskPhase.RUNNING)) {
            Result freed = planner.free(job("batch/v1", "Job", phase)).join();
            assertEquals(
                    phase == TaskPhase.GATED
                            ? List.of(
                                    "May be stopped at once, to make room for it: kube-scheduler evicts pod team/low.")
                            : List.of(),
                    assertInstanceOf(Result.Compiled.class, freed).plan().irreversible());
        }
    }

    private Job running() {
        Job job = job("batch/v1", "Job", TaskPhase.RUNNING, TaskPhase.RUNNING);
        job.getTasks().forEach(task -> {
            task.setNode(second);
            // a little under two hours: rounded up, it is the same number for as long as the test takes
            task.setStarted(Instant.now().minus(Duration.ofMinutes(120).minusSeconds(20)));
            task.setSpec(TaskSpec.of(Resources.parse("nvidia.com/gpu=8")));
        });
        return job;
    }

    @Test
    void aPlanSaysThatItsNodeMayBeTakenBackByTheCloud() {
        Job job = job("v1", "Pod", TaskPhase.GATED);
        assertEquals(List.of("it starts"), plan(new Subject(job, List.of())).effects());
        node.setLabels(Labels.of("karpenter.sh/capacity-type", "spot"));
        assertEquals(
                List.of("it starts", "n1 is spot: may be taken back at any time."),
                plan(new Subject(job, List.of())).effects());
        Plan layout = assertInstanceOf(
                        Result.Compiled.class,
                        planner.commit(job, Map.of(job.getTasks().getFirst(), node))
                                .join())
                .plan();
        assertEquals(
                "n1 is spot: may be taken back at any time.", layout.effects().getLast());
    }

    private String refusal(Subject subject) {
        return assertInstanceOf(
                        Result.Refused.class,
                        planner.plan(subject, new Target.OnNode(node)).join())
                .reason();
    }

    private Plan plan(Subject subject) {
        return assertInstanceOf(
                        Result.Compiled.class,
                        planner.plan(subject, new Target.OnNode(node)).join())
                .plan();
    }

    @Test
    void aProposalOfTheBoardIsPlacedPodByPodInOrderOfRank() {
        Job job = job("batch/v1", "Job", TaskPhase.GATED, TaskPhase.GATED, TaskPhase.GATED);
        planner.commit(job, Map.of(job.getTasks().get(0), node, job.getTasks().get(2), second))
                .join();
        Request request = requests.getFirst();
        assertEquals(
                List.of(ObjectRef.pod("team", "train-2"), ObjectRef.pod("team", "train-0")),
                List.copyOf(request.podToNode().keySet()));
        assertEquals(List.of("n2", "n1"), List.copyOf(request.podToNode().values()));
        assertEquals("u", request.jobUid());
    }

    @Test
    void anEmptyProposalAndAClosedClusterAreRefused() {
        Job job = job("batch/v1", "Job", TaskPhase.GATED);
        assertInstanceOf(Result.Refused.class, planner.commit(job, Map.of()).join());
        open = false;
        Result result =
                planner.commit(job, Map.of(job.getTasks().getFirst(), node)).join();
        assertTrue(assertInstanceOf(Result.Refused.class, result).reason().contains("not open"));
        assertEquals(List.of(), requests);
    }

    @Test
    void aDomainIsPinnedByItsLabel() {
        Request request = request(new Subject(job("batch/v1", "Job"), List.of()), new Target.OnDomain(rack));
        assertEquals("example.com/rack", request.pinLabel());
        assertEquals("rack-a", request.pinValue());
        assertEquals(Map.of(), request.podToNode());
    }

    @Test
    void aNodeIsPinnedByItsHostName() {
        Request request = request(new Subject(job("apps/v1", "Deployment"), List.of()), new Target.OnNode(node));
        assertEquals(List.of("n1"), request.nodes());
        assertEquals("kubernetes.io/hostname", request.pinLabel());
        assertEquals(
                "/apis/apps/v1/namespaces/team/deployments/train", request.job().path());
        assertEquals("u", request.jobUid());
    }

    @Test
    void aPickedRunningTaskIsNamed() {
        Job job = job("batch/v1", "Job", TaskPhase.RUNNING);
        Request request = request(new Subject(job, List.copyOf(job.getTasks())), new Target.OnNode(node));
        assertEquals(Map.of(ObjectRef.pod("team", "train-0"), "n1"), request.podToNode());
    }

    @Test
    void onePodOfATemplateIsJudgedWithAllThatArePinnedWithIt() {
        Job job = job("apps/v1", "Deployment", TaskPhase.RUNNING, TaskPhase.RUNNING, TaskPhase.RUNNING);
        job.getTasks().forEach(task -> task.setController(TestKinds.controller("apps/v1", "ReplicaSet", "train", "u")));
        Subject one = new Subject(job, List.of(job.getTasks().getFirst()));
        whole = Optional.of(new Verdict(Fit.DOES_NOT_FIT, List.of("room for 1 of 3 tasks"), 1, 0));
        for (Subject subject : List.of(one, new Subject(job, List.of()))) {
            assertEquals(
                    "All pods of train would go to n1, since they have one template: room for 1 of 3 tasks.",
                    refusal(subject));
        }
        assertEquals(List.of(), requests);
        whole = Optional.empty();
        assertEquals(
                Map.of(ObjectRef.pod("team", "train-0"), "n1"),
                request(one, new Target.OnNode(node)).podToNode());
        PlacementOutlook outlook = planner.outlook(one, new Target.OnNode(node));
        whole = Optional.of(new Verdict(Fit.DOES_NOT_FIT, List.of("room for 1 of 3 tasks"), 1, 0));
        assertTrue(outlook.lost().isPresent(), "it is looked at again as a whole, too");
    }

    @Test
    void whatHasNoLayoutIsRefusedWithoutAskingTheCluster() {
        Job job = job("batch/v1", "Job", TaskPhase.GATED, TaskPhase.GATED);
        Result result = planner.plan(new Subject(job, List.of()), new Target.OnDomain(rack))
                .join();
        assertTrue(assertInstanceOf(Result.Refused.class, result).reason().contains("does not fit on rack-a"));
        assertEquals(List.of(), requests);
    }

    @Test
    void aClosedClusterIsRefused() {
        open = false;
        Result result = planner.plan(new Subject(job("batch/v1", "Job"), List.of()), new Target.OnNode(node))
                .join();
        assertTrue(assertInstanceOf(Result.Refused.class, result).reason().contains("not open"));
    }

    @Test
    void aClusterThatDoesNotAnswerSaysSo() {
        silent = true;
        CompletionException failed =
                org.junit.jupiter.api.Assertions.assertThrows(CompletionException.class, () -> planner.plan(
                                new Subject(job("batch/v1", "Job"), List.of()), new Target.OnNode(node))
                        .join());
        assertTrue(String.valueOf(failed.getMessage()).contains("did not answer"), failed::toString);
    }

    @Test
    void aJobIsBroughtToTheBoardAndTakenOffItByItsUid() {
        Job job = job("batch/v1", "Job", TaskPhase.PENDING);
        planner.hold(job).join();
        planner.free(job).join();
        assertEquals(
                List.of(
                        "hold /apis/batch/v1/namespaces/team/jobs/train u",
                        "free /apis/batch/v1/namespaces/team/jobs/train u"),
                held);
    }

    @Test
    void aJobOfAClosedClusterIsNeitherHeldNorFreed() {
        open = false;
        Job job = job("batch/v1", "Job", TaskPhase.PENDING);
        for (var asked : List.of(planner.hold(job), planner.free(job))) {
            assertTrue(assertInstanceOf(Result.Refused.class, asked.join())
                    .reason()
                    .contains("not open"));
        }
        assertEquals(List.of(), held);
    }

    @Test
    void aBarePodThatWaitsGoesToTheNodeOfItsLayout() {
        Job pod = job("v1", "Pod", TaskPhase.PENDING);
        layout = Optional.of(new Assignment(Map.of(0, second), ""));
        Request request = request(new Subject(pod, List.of()), new Target.OnDomain(rack));
        assertEquals(Map.of(ObjectRef.pod("team", "train-0"), "n2"), request.podToNode());
    }

    @Override
    public Result compile(Request request) throws IOException {
        if (silent) {
            throw new IOException("connection reset");
        }
        requests.add(request);
        return compiled();
    }

    private static Result compiled() {
        return new Result.Compiled(new Plan(
                new ClusterId("lab"),
                "place",
                "Place",
                List.of(),
                List.of("it starts"),
                List.of(),
                List.of(),
                List.of()));
    }

    @Override
    public Result hold(ObjectRef job, String uid) {
        held.add("hold " + job.path() + " " + uid);
        return stops ? compiled() : new Result.Refused("only recorded", "");
    }

    @Override
    public Result free(ObjectRef job, String uid) {
        held.add("free " + job.path() + " " + uid);
        return stops ? compiled() : new Result.Refused("only recorded", "");
    }

    @Override
    public Optional<Assignment> layout(Subject subject, Target target) {
        return layout;
    }

    @Override
    public Optional<ClusterConnection> connection(ClusterId id) {
        return open && id.value().equals("lab") ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Map<Node, Verdict> verdicts(Subject subject) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Verdict verdict(Subject subject, Target target) {
        if (subject.wholeJob() && whole.isPresent()) {
            return whole.get();
        }
        if (part.isPresent()) {
            return part.get();
        }
        return new Verdict(evicts.isEmpty() ? Fit.FITS : Fit.EVICTS, List.of(), 1, 0, evicts);
    }

    @Override
    public List<String> whyWaiting(Job job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> evicted(Subject subject) {
        return evicts;
    }

    @Override
    public List<String> notGrantedAgain(Job job) {
        return List.of();
    }

    @Override
    public Readmission readmission(Job job, String queue) {
        return new Readmission(List.of(), List.of(), List.of(), checks);
    }

    @Override
    public FreeDevices room(Node node) {
        return FreeDevices.NONE;
    }

    @Override
    public Optional<FragmentationEffect> effect(Subject subject, Node node) {
        return Optional.empty();
    }
}
