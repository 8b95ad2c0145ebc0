// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.DomainTree;
import podium.core.fleet.Holdings;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.advice.SlotMoves.Move;
import podium.ui.flow.PlaceFlow.PlaceRequest;

/**
 * The moves that free a slot as placements: of a job that moves whole one placement, onto its new node, or into the smallest domain that
 * has all its new nodes and none of those it leaves. In the realm.
 */
final class SlotRequests {
    private SlotRequests() {}

    static List<PlaceRequest> of(List<Move> all) {
        Map<Job, List<Move>> byJob = all.stream()
                .collect(Collectors.groupingBy(move -> move.task().getJob(), LinkedHashMap::new, Collectors.toList()));
        List<PlaceRequest> requests = new ArrayList<>();
        byJob.forEach((job, moves) -> whole(job, moves)
                .ifPresentOrElse(
                        requests::add,
                        () -> moves.forEach(move -> requests.add(new PlaceRequest(
                                new Subject(job, List.of(move.task())),
                                new Target.OnNode(move.to()),
                                SlotColumns.cost(move))))));
        return requests;
    }

    private static Optional<PlaceRequest> whole(Job job, List<Move> moves) {
        Set<Task> moved = moves.stream().map(Move::task).collect(Collectors.toSet());
        boolean all = job.getTasks().stream().filter(Holdings::holds).allMatch(moved::contains);
        return moves.size() < 2 || !all
                ? Optional.empty()
                : target(moves)
                        .map(to ->
                                new PlaceRequest(new Subject(job, List.of()), to, SlotColumns.cost(moves.getFirst())));
    }

    private static Optional<Target> target(List<Move> moves) {
        Node first = moves.getFirst().to();
        return moves.stream().allMatch(move -> move.to() == first)
                ? Optional.of(new Target.OnNode(first))
                : around(moves).map(Target.OnDomain::new);
    }

    /** The smallest domain with all nodes that are moved to, and none that is left; empty: there is none. */
    private static Optional<Domain> around(List<Move> moves) {
        @Nullable Domain domain = moves.getFirst().to().getDomain();
        while (domain != null) {
            Set<Node> nodes = new HashSet<>(DomainTree.nodes(domain));
            if (moves.stream().anyMatch(move -> nodes.contains(move.from()))) {
                return Optional.empty();
            } else if (moves.stream().allMatch(move -> nodes.contains(move.to()))) {
                return Optional.of(domain);
            }
            domain = domain.getParent();
        }
        return Optional.empty();
    }
}
