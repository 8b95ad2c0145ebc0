// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.fleet.Holdings;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.placement.Fit;
import podium.placement.GangLayoutService;
import podium.placement.LayoutAppraisal;
import podium.placement.Rank;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/** A board that counts free devices: every gated task is a rank, and nodes are filled in their order. */
public final class FakeBoard implements GangLayoutService {
    @Override
    public List<Rank> ranks(Job job) {
        return job.getTasks().stream()
                .filter(task -> task.getPhase() == TaskPhase.GATED)
                .map(task -> new Rank(task.getRank(), true, task, Holdings.asked(task.getSpec())))
                .toList();
    }

    @Override
    public LayoutAppraisal appraise(Job job, Map<Task, Node> proposal) {
        List<LayoutAppraisal.Conflict> conflicts = new ArrayList<>();
        Set<Node> nodes = new HashSet<>(proposal.values());
        for (Node node : nodes) {
            if (left(node, proposal) < 0) {
                Set<Task> tasks = new HashSet<>(proposal.keySet());
                tasks.removeIf(task -> proposal.get(task) != node);
                conflicts.add(new LayoutAppraisal.Conflict(node, tasks, "rank 0", "too much on " + node.getName()));
            }
        }
        return new LayoutAppraisal(proposal.isEmpty() ? "" : nodes.size() + " nodes", conflicts);
    }

    @Override
    public Map<Node, Verdict> verdicts(Subject moved, Map<Task, Node> proposal) {
        Map<Node, Verdict> verdicts = new HashMap<>();
        Subject first = new Subject(moved.job(), moved.tasks().subList(0, 1));
        moved.job()
                .getCluster()
                .getNodes()
                .forEach(node -> verdicts.put(node, verdict(first, new Target.OnNode(node), proposal)));
        return verdicts;
    }

    @Override
    public Verdict verdict(Subject moved, Target target, Map<Task, Node> proposal) {
        int fit = layout(moved, Optional.of(target), proposal).size();
        return fit == moved.tasks().size()
                ? new Verdict(Fit.FITS, List.of(), fit, 0.5)
                : new Verdict(Fit.DOES_NOT_FIT, List.of("room for " + fit), fit, 0);
    }

    @Override
    public Map<Task, Node> layout(Subject moved, Optional<Target> target, Map<Task, Node> proposal) {
        List<Node> nodes = target.map(FakeBoard::nodes)
                .orElse(List.copyOf(moved.job().getCluster().getNodes()));
        Map<Task, Node> layout = new LinkedHashMap<>();
        for (Task task : moved.tasks()) {
            for (Node node : nodes) {
                Map<Task, Node> all = new HashMap<>(proposal);
                all.keySet().removeAll(moved.tasks());
                all.putAll(layout);
                if (left(node, all) >= Holdings.asked(task.getSpec())) {
                    layout.put(task, node);
                    break;
                }
            }
            if (!layout.containsKey(task)) {
                return layout;
            }
        }
        return layout;
    }

    private static int left(Node node, Map<Task, Node> proposal) {
        int left = Holdings.of(node).free();
        for (Map.Entry<Task, Node> entry : proposal.entrySet()) {
            left -= entry.getValue() == node ? Holdings.asked(entry.getKey().getSpec()) : 0;
        }
        return left;
    }

    private static List<Node> nodes(Target target) {
        return switch (target) {
            case Target.OnNode on -> List.of(on.node());
            case Target.OnDomain on -> under(on.domain());
        };
    }

    private static List<Node> under(Domain domain) {
        List<Node> nodes = new ArrayList<>(domain.getNodes());
        domain.getDomains().forEach(child -> nodes.addAll(under(child)));
        return nodes;
    }
}
