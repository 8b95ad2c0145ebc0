// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.fleet.Holdings;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.placement.Assignment;
import podium.placement.Fit;
import podium.placement.FragmentationEffect;
import podium.placement.FreeDevices;
import podium.placement.PlacementService;
import podium.placement.Reason;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/**
 * Fits where enough devices are free; a cordon makes it an if. As the real one does, all nodes are asked for one of the tasks, and a
 * target for all of them together.
 */
public class FakePlacement implements PlacementService {
    @Override
    public Map<Node, Verdict> verdicts(Subject subject) {
        Map<Node, Verdict> verdicts = new HashMap<>();
        subject.cluster().ifPresent(cluster -> cluster.getNodes()
                .forEach(node -> verdicts.put(node, ofOne(subject, new Target.OnNode(node)))));
        return verdicts;
    }

    @Override
    public Verdict verdict(Subject subject, Target target) {
        int wanted = subject.wholeJob()
                ? subject.job().getWantedTasks()
                : subject.tasks().size();
        Verdict one = ofOne(subject, target);
        return one.tasksThatFit() > 0 && one.tasksThatFit() < wanted
                ? new Verdict(
                        Fit.DOES_NOT_FIT,
                        one.tasksThatFit(),
                        0,
                        List.of(new Reason("room for " + one.tasksThatFit(), "", Reason.Kind.ROOM)),
                        List.of())
                : one;
    }

    /** The answer for one of the tasks. */
    Verdict ofOne(Subject subject, Target target) {
        int each = Holdings.asked(subject.job().getSpec());
        int room = 0;
        boolean cordoned = false;
        List<String> reasons = new ArrayList<>();
        for (Node node : nodes(target)) {
            int free = Holdings.of(node).free() + Holdings.of(node).cordoned();
            room += free / Math.max(1, each);
            if (target instanceof Target.OnNode && free < each) {
                reasons.add("needs " + each + " GPUs, " + free + " free");
            }
            cordoned |= node.isUnschedulable();
        }
        if (room == 0) {
            return new Verdict(Fit.DOES_NOT_FIT, reasons.isEmpty() ? List.of("no node here fits") : reasons, 0, 0);
        } else if (cordoned && target instanceof Target.OnNode) {
            return new Verdict(Fit.FITS_IF, List.of("the cordon is lifted"), room, 0.5);
        }
        return new Verdict(Fit.FITS, List.of(), room, Math.min(1, room / 8.0));
    }

    @Override
    public Optional<Assignment> layout(Subject subject, Target target) {
        int each = Math.max(1, Holdings.asked(subject.job().getSpec()));
        Map<Integer, Node> ranks = new HashMap<>();
        for (Node node : nodes(target)) {
            for (int i = 0; i < Holdings.of(node).free() / each; i++) {
                if (ranks.size() < subject.job().getWantedTasks()) {
                    ranks.put(ranks.size(), node);
                }
            }
        }
        return ranks.size() < subject.job().getWantedTasks()
                ? Optional.empty()
                : Optional.of(new Assignment(ranks, ranks.size() + " ranks in the order of the nodes"));
    }

    @Override
    public List<String> whyWaiting(Job job) {
        return List.of("no node has enough free GPUs");
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
