// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.change.SchedulingObject;
import podium.core.fleet.SchedulingObjects;
import podium.core.retry.JobBackoffRule;
import podium.core.retry.PodLossRule;
import podium.core.testkit.SpecBuilder;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Cluster;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Domain;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.PodFate;
import podium.operation.internal.testing.SetRules;
import podium.placement.Assignment;
import podium.placement.Fit;
import podium.placement.FragmentationEffect;
import podium.placement.FreeDevices;
import podium.placement.PlacementService;
import podium.placement.PreemptionCost;
import podium.placement.Readmission;
import podium.placement.Reason;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/** A cluster built by hand: nodes of 8 GPUs, jobs, budgets; every node that is asked for fits, but those named full. */
final class Site implements PlacementService {
    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final String GPU = "nvidia.com/gpu";

    final SiteConnections connections = new SiteConnections();
    final Cluster cluster = FleetFactory.INSTANCE.createCluster();
    final SetRules rules = new SetRules();
    final Drains drains = new Drains(this, connections, rules, InstantSource.fixed(NOW));
    private final Map<Node, Reason> unfit = new HashMap<>();
    private final Map<Node, Verdict> evicting = new HashMap<>();

    /** Why Kueue would not admit again what is stopped. */
    List<String> notGranted = List.of();

    /** What is stopped waits for then. */
    List<String> checks = List.of();

    final SchedulingObjects facts = new SchedulingObjects();

    Site() {
        cluster.setName("lab");
        cluster.setFacts(facts);
    }

    Node node(String name) {
        Node node = FleetFactory.INSTANCE.createNode();
        node.setName(name);
        node.setUid("uid-" + name);
        node.setAllocatable(Resources.of(Map.of(GPU, 8L)));
        cluster.getNodes().add(node);
        return node;
    }

    void unfit(Node node) {
        unfit(node, Reason.of("full"));
    }

    void unfit(Node node, Reason why) {
        unfit.put(node, why);
    }

    /** The scheduler evicts somebody there for what wants in. */
    void evicts(Node node, String whom) {
        evicting.put(
                node,
                new Verdict(
                        Fit.EVICTS,
                        0,
                        0,
                        List.of(),
                        List.of(whom),
                        Optional.of(new PreemptionCost(0, 0, 0, 1, Instant.EPOCH, 0))));
    }

    Job job(String kind, String name) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setKind(kind);
        job.setApiVersion(kind.equals("Job") ? "batch/v1" : kind.equals("Pod") ? "v1" : "apps/v1");
        job.setWork(TestKinds.of(kind));
        job.setName(name);
        job.setNamespace("team");
        job.setUid("uid-" + name);
        retries(name, new JobBackoffRule(6, 0));
        cluster.getJobs().add(job);
        return job;
    }

    /** What the controller of a job's pods makes of those that it loses. */
    void retries(String name, PodLossRule rule) {
        facts.seen(new SchedulingObject.Retries("team", "uid-" + name, "", false, rule));
    }

    /** A running, ready pod of the job with 1 GPU, labelled app=(name of the job). */
    Task task(Job job, Node node, int gpus) {
        Task task = FleetFactory.INSTANCE.createTask();
        task.setName(job.getName() + "-" + job.getTasks().size());
        task.setNamespace("team");
        task.setUid("uid-" + task.getName());
        task.setLabels(Labels.of("app", job.getName()));
        task.setPhase(TaskPhase.RUNNING);
        task.setReady(true);
        task.setStarted(NOW.minusSeconds(7200));
        task.setSpec(TaskSpec.of(Resources.of(Map.of(GPU, (long) gpus))));
        task.setController(TestKinds.controller(
                job.getKind().equals("Job") ? "batch/v1" : "apps/v1",
                owner(job.getKind()),
                job.getName(),
                "uid-" + job.getName()));
        job.getTasks().add(task);
        task.setNode(node);
        return task;
    }

    private static String owner(String kind) {
        return kind.equals("Deployment") ? "ReplicaSet" : kind;
    }

    Task bare(String name, Node node) {
        Task task = task(job("Pod", name), node, 0);
        task.setController(null);
        return task;
    }

    static void emptyDir(Task task) {
        task.setSpec(SpecBuilder.like(task.getSpec()).emptyDir().build());
    }

    DisruptionBudget budget(String name, String app, int allowed, int healthy, int desired, int expected) {
        DisruptionBudget budget = FleetFactory.INSTANCE.createDisruptionBudget();
        budget.setName(name);
        budget.setNamespace("team");
        budget.setSelector(new LabelSelector(Labels.of("app", app), List.of()));
        budget.setDisruptionsAllowed(allowed);
        budget.setCurrentHealthy(healthy);
        budget.setDesiredHealthy(desired);
        budget.setExpectedPods(expected);
        cluster.getBudgets().add(budget);
        return budget;
    }

    /** A job that Kueue admits. */
    Job queued(String name) {
        Job job = job("Job", name);
        job.setUid("uid-" + name);
        job.setLabels(Labels.of("kueue.x-k8s.io/queue-name", "research"));
        return job;
    }

    Domain domain(String name, Node... nodes) {
        Domain domain = FleetFactory.INSTANCE.createDomain();
        domain.setLevel("rack");
        domain.setName(name);
        domain.getNodes().addAll(List.of(nodes));
        cluster.getDomains().add(domain);
        return domain;
    }

    DrainRequest request(Node... nodes) {
        return new DrainRequest(List.of(nodes), false, false, Optional.empty(), Optional.empty());
    }

    DrainPreview preview(Node... nodes) {
        return preview(false, false, nodes);
    }

    DrainPreview preview(boolean emptyDir, boolean force, Node... nodes) {
        return drains.preview(new DrainRequest(List.of(nodes), emptyDir, force, Optional.empty(), Optional.empty()));
    }

    static PodFate fate(DrainPreview preview, Task task) {
        return preview.pods().stream()
                .filter(fate -> fate.task() == task)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Map<Node, Verdict> verdicts(Subject subject) {
        Map<Node, Verdict> verdicts = new HashMap<>();
        cluster.getNodes()
                .forEach(node -> verdicts.put(
                        node,
                        unfit.containsKey(node)
                                ? new Verdict(Fit.DOES_NOT_FIT, 0, 0, List.of(unfit.get(node)), List.of())
                                : new Verdict(Fit.FITS, List.of(), 1, 0.5)));
        verdicts.putAll(evicting);
        return verdicts;
    }

    @Override
    public Verdict verdict(Subject subject, Target target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Assignment> layout(Subject subject, Target target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> whyWaiting(Job job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> evicted(Subject subject) {
        return List.of();
    }

    @Override
    public List<String> notGrantedAgain(Job job) {
        return notGranted;
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
