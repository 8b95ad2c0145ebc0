// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import podium.core.api.ApiWrite;
import podium.core.api.ApiWrite.Verb;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.job.GangLoss;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.drain.DrainForecast;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.DrainService;
import podium.operation.drain.DrainWave;
import podium.operation.drain.Fate;
import podium.operation.drain.PodFate;
import podium.operation.plan.Checked;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** Evicts everything; without force a bare pod blocks. */
public final class FakeDrains implements DrainService {
    /** Said to be not known of every drain. */
    public List<String> doubts = List.of();

    /** Warned of in every drain. */
    public List<String> warnings = List.of("The gang loses a rank and starts again.");

    /** What every drain loses for good. */
    public List<String> losses = List.of();

    /** Jobs that Kueue stops and queues again. */
    public List<Job> requeued = List.of();

    /** What blocks every drain, beside bare pods. */
    public List<String> blockers = List.of();

    /** What the server refuses when it is asked to evict. */
    public List<String> refusals = List.of();

    @Override
    public Callable<Checked> trial(DrainPreview preview, Callable<Plan> plan) {
        return () -> Checked.of(refusals);
    }

    /** Requests that were previewed. */
    public final List<DrainRequest> previewed = new CopyOnWriteArrayList<>();

    @Override
    public DrainPreview preview(DrainRequest request) {
        previewed.add(request);
        List<PodFate> pods = new ArrayList<>();
        for (Node node : request.nodes()) {
            for (Task task : node.getTasks()) {
                boolean bare = "Pod".equals(task.getJob().getKind());
                pods.add(
                        bare && !request.force()
                                ? new PodFate(
                                        task,
                                        Optional.of(task.getJob()),
                                        Fate.BLOCKS,
                                        "no controller makes it anew: it would be lost (Force)",
                                        List.of(),
                                        Optional.empty(),
                                        false)
                                : new PodFate(
                                        task,
                                        Optional.of(task.getJob()),
                                        Fate.EVICT,
                                        "its Job makes it anew elsewhere",
                                        List.of(),
                                        Optional.empty(),
                                        true));
            }
        }
        List<String> blockers = pods.stream().anyMatch(pod -> pod.fate() == Fate.BLOCKS)
                ? List.of("A pod without a controller would be lost.")
                : this.blockers;
        List<GangLoss> gangs = pods.isEmpty()
                ? List.of()
                : List.of(new GangLoss(pods.getFirst().task().getJob(), OptionalDouble.of(12.5), Optional.empty()));
        List<String> losses = request.force()
                ? List.of("Lost for good, since no controller recreates them: pod team/shell.")
                : this.losses;
        return new DrainPreview(
                request,
                pods,
                gangs,
                List.of(new DrainWave(1, 1, "", request.nodes())),
                new DrainForecast(Optional.of(Duration.ofSeconds(150)), Optional.empty()),
                request.partial() ? List.of() : blockers,
                warnings,
                losses,
                requeued,
                List.of(),
                doubts);
    }

    @Override
    public DrainPreview previewOf(List<Node> nodes, Set<String> uids) {
        return preview(new DrainRequest(nodes, true, true, Optional.empty(), Optional.empty()));
    }

    public Plan plan(DrainPreview preview) {
        return plan("drain", "Drain ", preview.request().nodes());
    }

    @Override
    public Callable<Plan> prepare(DrainPreview preview) {
        Plan plan = plan(preview);
        return () -> plan;
    }

    @Override
    public Plan cordon(List<Node> nodes) {
        return plan("cordon", "Cordon ", nodes);
    }

    @Override
    public Callable<Plan> prepareUncordon(List<Node> nodes) {
        Plan plan = uncordon(nodes);
        return () -> plan;
    }

    @Override
    public Plan uncordon(List<Node> nodes) {
        return plan("uncordon", "Uncordon ", nodes);
    }

    private static Plan plan(String kind, String words, List<Node> nodes) {
        List<Step> steps = new ArrayList<>();
        for (Node node : nodes) {
            steps.add(new Step.Write(
                    new ApiWrite(
                            Verb.MERGE_PATCH,
                            ObjectRef.node(node.getName()),
                            "",
                            "{}",
                            Optional.of(node.getUid()),
                            Optional.empty(),
                            words + "node " + node.getName()),
                    Optional.empty()));
        }
        if (kind.equals("drain")) {
            steps.add(new Step.EvictAll(List.of(), Duration.ofMinutes(30), "Evict the pods, as budgets allow"));
        }
        return new Plan(
                new ClusterId(nodes.getFirst().getCluster().getName()),
                kind,
                words + String.join(", ", nodes.stream().map(Node::getName).toList()),
                steps,
                List.of(),
                List.of(),
                List.of(),
                kind.equals("drain") ? List.of() : List.copyOf(steps));
    }
}
