// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.placement.Assignment;
import podium.placement.FragmentationEffect;
import podium.placement.FreeDevices;
import podium.placement.IncrementalResult;
import podium.placement.IncrementalVerdicts;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/** Answers as {@link FakePlacement}: one node at a step, and of a target in the second step. */
public final class StepPlacement implements PlacementService {
    private final FakePlacement answers = new FakePlacement();

    /** Nodes in the order in which they were judged. */
    public final List<Node> judged = new ArrayList<>();

    @Override
    public IncrementalVerdicts judging(Subject subject, List<Node> first) {
        Set<Node> order = new LinkedHashSet<>(first);
        subject.cluster().ifPresent(cluster -> order.addAll(cluster.getNodes()));
        var left = order.iterator();
        Map<Node, Verdict> known = new LinkedHashMap<>();
        return new IncrementalVerdicts() {
            @Override
            public Optional<Map<Node, Verdict>> step() {
                Node node = left.next();
                judged.add(node);
                known.put(node, answers.ofOne(subject, new Target.OnNode(node)));
                return left.hasNext() ? Optional.empty() : Optional.of(known);
            }

            @Override
            public Map<Node, Verdict> soFar() {
                return Map.copyOf(known);
            }
        };
    }

    private static <T> IncrementalResult<T> second(IncrementalResult<T> then) {
        boolean[] begun = {false};
        return () -> {
            boolean first = !begun[0];
            begun[0] = true;
            return first ? Optional.empty() : then.step();
        };
    }

    @Override
    public IncrementalResult<Verdict> judging(Subject subject, Target target) {
        return second(IncrementalResult.atOnce(() -> answers.verdict(subject, target)));
    }

    @Override
    public IncrementalResult<Optional<Assignment>> laying(Subject subject, Target target) {
        return second(IncrementalResult.atOnce(() -> answers.layout(subject, target)));
    }

    @Override
    public Map<Node, Verdict> verdicts(Subject subject) {
        return answers.verdicts(subject);
    }

    @Override
    public Verdict verdict(Subject subject, Target target) {
        return answers.verdict(subject, target);
    }

    @Override
    public Optional<Assignment> layout(Subject subject, Target target) {
        return answers.layout(subject, target);
    }

    @Override
    public List<String> whyWaiting(Job job) {
        return answers.whyWaiting(job);
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
