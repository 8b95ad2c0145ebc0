// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import podium.core.api.ApiWrite;
import podium.core.api.ApiWrite.Verb;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.fleet.Holdings;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.operation.placement.PlacementPlanner;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.placement.Assignment;
import podium.placement.Fit;
import podium.placement.FragmentationEffect;
import podium.placement.FreeDevices;
import podium.placement.Obstacle;
import podium.placement.PlacementService;
import podium.placement.Reason;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/** Answers by free GPUs alone, and plans one write. */
public final class FakePlacement implements PlacementService, PlacementPlanner {
    /** Targets that were asked to be planned. */
    public final List<Target> planned = new CopyOnWriteArrayList<>();

    private Optional<Result> next = Optional.empty();

    /** What the next plan is answered with. */
    public void answer(Result result) {
        next = Optional.of(result);
    }

    @Override
    public Map<Node, Verdict> verdicts(Subject subject) {
        Map<Node, Verdict> verdicts = new LinkedHashMap<>();
        subject.cluster().orElseThrow().getNodes().forEach(node -> verdicts.put(node, node(subject, node)));
        return verdicts;
    }

    /** What has to happen before a job starts, on whatever node. */
    public List<Reason> conditions = List.of();

    private Verdict node(Subject subject, Node node) {
        int wants = Holdings.asked(subject.job().getSpec());
        int free = Holdings.of(node).free() + Holdings.of(node).cordoned();
        if (node.isUnschedulable()) {
            String why = "cordoned: fits once the cordon is lifted";
            return new Verdict(Fit.FITS_IF, 1, 0.2, List.of(new Reason(why, why, Reason.Kind.CORDON)), List.of());
        }
        return free >= wants
                ? new Verdict(
                        conditions.isEmpty() ? Fit.FITS : Fit.FITS_IF,
                        1,
                        free == wants ? 1 : 0.5,
                        conditions,
                        List.of())
                : new Verdict(Fit.DOES_NOT_FIT, List.of("needs " + wants + " GPUs, " + free + " free"), 0, 0);
    }

    /** A node of eight devices takes one task of eight: a job of more does not fit on it. */
    private Verdict whole(Subject subject, Node node) {
        Verdict one = node(subject, node);
        int tasks = subject.wholeJob()
                ? subject.job().getWantedTasks()
                : subject.tasks().size();
        return one.fit() != Fit.FITS || tasks <= 1
                ? one
                : new Verdict(Fit.DOES_NOT_FIT, List.of("takes 1 of " + tasks + " tasks"), 1, 0);
    }

    @Override
    public Verdict verdict(Subject subject, Target target) {
        return switch (target) {
            case Target.OnNode on -> whole(subject, on.node());
            case Target.OnDomain on -> {
                long fitting = on.domain().getNodes().stream()
                        .filter(node -> node(subject, node).fit() == Fit.FITS)
                        .count();
                int tasks = subject.job().getWantedTasks();
                yield fitting >= tasks
                        ? new Verdict(Fit.FITS, List.of(), tasks, 0.9)
                        : new Verdict(
                                Fit.DOES_NOT_FIT,
                                List.of("needs " + tasks + " nodes, " + fitting + " have room"),
                                (int) fitting,
                                0);
            }
        };
    }

    @Override
    public Optional<Assignment> layout(Subject subject, Target target) {
        return Optional.of(new Assignment(new HashMap<>(), "all tasks there"));
    }

    /** Why every job waits; empty: as {@link #whyWaiting}. */
    public List<Obstacle> obstacles = List.of();

    @Override
    public List<Obstacle> obstacles(Job job) {
        return obstacles.isEmpty() ? PlacementService.super.obstacles(job) : obstacles;
    }

    @Override
    public List<String> whyWaiting(Job job) {
        return List.of("needs 4 nodes with 8 free GPUs each; 1 has them", "no domain has 32 free GPUs");
    }

    @Override
    public CompletableFuture<Result> plan(Subject subject, Target target) {
        planned.add(target);
        return CompletableFuture.completedFuture(next.orElseGet(() -> new Result.Compiled(example(subject.job()))));
    }

    private static final String PIN =
            "{\"spec\":{\"template\":{\"spec\":{\"nodeSelector\":{\"topology.kubernetes.io/rack\":\"a2\"}}}}}";

    /** A plan as a placement of a suspended job makes it. */
    public static Plan example(Job job) {
        ObjectRef ref = TestKinds.job(job.getNamespace(), job.getName());
        String name = "Job " + job.getNamespace() + "/" + job.getName();
        return new Plan(
                new ClusterId(job.getCluster().getName()),
                "place",
                "Place " + job.getName() + " on rack a2",
                List.of(
                        write(ref, "{\"spec\":{\"suspend\":true}}", "Suspend " + name),
                        write(ref, PIN, "Pin the template of " + name + " to topology.kubernetes.io/rack=a2"),
                        write(ref, "{\"spec\":{\"suspend\":false}}", "Resume " + name)),
                List.of("4 running pods are deleted and started again on rack a2: this is a restart."),
                List.of("What the pods did since their last checkpoint is lost."),
                List.of(new ObjectChange(
                        name,
                        "spec:\n  suspend: false\n  template:\n    spec:\n      nodeSelector: {}\n",
                        "spec:\n  suspend: false\n  template:\n    spec:\n      nodeSelector:\n"
                                + "        topology.kubernetes.io/rack: a2\n")),
                List.of(write(ref, "{}", "Take the pin away")));
    }

    private static Step.Write write(ObjectRef ref, String body, String words) {
        return new Step.Write(
                new ApiWrite(Verb.MERGE_PATCH, ref, "", body, Optional.empty(), Optional.empty(), words),
                Optional.empty());
    }

    @Override
    public List<String> evicted(Subject subject) {
        return List.of();
    }

    @Override
    public List<String> notGrantedAgain(Job job) {
        return List.of();
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
