// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import podium.core.change.ClusterId;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.placement.GangLayoutPlanner;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.placement.Fit;
import podium.placement.GangLayoutService;
import podium.placement.LayoutAppraisal;
import podium.placement.Rank;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/** A board whose ranks are the gated tasks; its plans write nothing and say what was asked for. */
public final class FakeGangLayouts implements GangLayoutService, GangLayoutPlanner {
    /** Proposals that were asked to be planned. */
    public final List<Map<Task, Node>> committed = new CopyOnWriteArrayList<>();

    private Optional<Result> next = Optional.empty();

    /** What the next plan is answered with. */
    public void answer(Result result) {
        next = Optional.of(result);
    }

    @Override
    public CompletableFuture<Result> commit(Job job, Map<Task, Node> proposal) {
        committed.add(proposal);
        return planned("Place ranks of " + job.getName());
    }

    @Override
    public CompletableFuture<Result> hold(Job job) {
        return planned("Hold " + job.getName());
    }

    @Override
    public CompletableFuture<Result> free(Job job) {
        return planned("Free " + job.getName());
    }

    private CompletableFuture<Result> planned(String title) {
        Plan plan =
                new Plan(new ClusterId("prod"), "place", title, List.of(), List.of(), List.of(), List.of(), List.of());
        return CompletableFuture.completedFuture(next.orElse(new Result.Compiled(plan)));
    }

    @Override
    public List<Rank> ranks(Job job) {
        List<Rank> ranks = new ArrayList<>();
        for (Task task : job.getTasks()) {
            if (task.getPhase() == TaskPhase.GATED) {
                ranks.add(new Rank(ranks.size(), true, task, 8));
            }
        }
        return ranks;
    }

    @Override
    public LayoutAppraisal appraise(Job job, Map<Task, Node> proposal) {
        return new LayoutAppraisal("", List.of());
    }

    @Override
    public Map<Node, Verdict> verdicts(Subject moved, Map<Task, Node> proposal) {
        return Map.of();
    }

    @Override
    public Verdict verdict(Subject moved, Target target, Map<Task, Node> proposal) {
        return new Verdict(Fit.FITS, List.of(), 1, 1);
    }

    @Override
    public Map<Task, Node> layout(Subject moved, Optional<Target> target, Map<Task, Node> proposal) {
        return Map.of();
    }
}
