// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.GangLayoutService;
import podium.placement.LayoutAppraisal;
import podium.placement.Rank;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/** A board on which every proposal holds. */
final class QuietBoard implements GangLayoutService {
    @Override
    public List<Rank> ranks(Job job) {
        return List.of();
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
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<Task, Node> layout(Subject moved, Optional<Target> target, Map<Task, Node> proposal) {
        return Map.of();
    }
}
