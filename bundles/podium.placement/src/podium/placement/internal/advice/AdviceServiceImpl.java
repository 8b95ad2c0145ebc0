// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.advice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.eclipse.emf.ecore.EObject;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import podium.core.fleet.ClusterMoment;
import podium.core.fleet.DomainTree;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.placement.FreeDevices;
import podium.placement.Obstacle.Cure;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.advice.AdviceService;
import podium.placement.advice.CureMoves;
import podium.placement.advice.RankedPlace;
import podium.placement.advice.Ranking;
import podium.placement.advice.SlotMoves;
import podium.placement.advice.Slots;

/** Advice from what placement knows. In the realm. */
@Component(service = AdviceService.class)
public final class AdviceServiceImpl implements AdviceService {
    private final PlacementService placement;
    private final InstantSource clock;

    @Activate
    public AdviceServiceImpl(@Reference PlacementService placement) {
        this(placement, InstantSource.system());
    }

    public AdviceServiceImpl(PlacementService placement, InstantSource clock) {
        this.placement = placement;
        this.clock = clock;
    }

    @Override
    public List<RankedPlace> places(Subject subject) {
        return new PlaceRanking(placement, subject, 0).ranked();
    }

    @Override
    public Optional<RankedPlace> best(Subject subject) {
        return places(subject).stream()
                .findFirst()
                .filter(place ->
                        place.verdict().fit().takes() && !place.isCordoned() && !subject.runsWithin(place.target()));
    }

    @Override
    public Ranking ranking(Subject subject, int most) {
        return new PlaceRanking(placement, subject, most);
    }

    @Override
    public List<Slots> byDomain(Cluster cluster) {
        List<Slots> all = new ArrayList<>();
        Map<Node, FreeDevices> known = new IdentityHashMap<>();
        Function<Node, FreeDevices> rooms = node -> known.computeIfAbsent(node, placement::room);
        all.add(SlotCount.of(cluster, rooms));
        DomainTree.outerFirst(cluster).forEach(domain -> all.add(SlotCount.of(domain, rooms)));
        return all;
    }

    @Override
    public Map<EObject, Integer> slots(Cluster cluster, int gpus) {
        return SlotCount.of(cluster, gpus, placement::room);
    }

    @Override
    public Map<EObject, Integer> slots(Cluster cluster, int gpus, ToIntFunction<Node> tasks) {
        return SlotCount.sums(cluster, node -> {
            int here = tasks.applyAsInt(node);
            return here == Integer.MAX_VALUE ? Math.max(1, placement.room(node).whole() / gpus) : here;
        });
    }

    @Override
    public Optional<SlotMoves> relief(EObject where, int gpus) {
        return search(List.of(where)).free(where, gpus);
    }

    @Override
    public Optional<CureMoves> moves(Cure cure) {
        return switch (cure) {
            case Cure.Free free -> search(free.among()).free(free);
            case Cure.MoveOff off -> search(off.tasks()).moveOff(off.tasks());
            case Cure.Partly partly -> moves(partly.cure());
            default -> Optional.empty();
        };
    }

    private SlotMoveSearch search(List<? extends EObject> within) {
        Instant now = clock.instant();
        return new SlotMoveSearch(
                placement,
                new RestartCost(within.stream()
                        .findFirst()
                        .map(it -> ClusterMoment.of(it, now))
                        .orElse(now)));
    }
}
