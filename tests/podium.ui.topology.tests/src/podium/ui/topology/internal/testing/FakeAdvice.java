// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.DomainTree;
import podium.core.fleet.Holdings;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.placement.Fit;
import podium.placement.Obstacle.Cure;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.advice.AdviceService;
import podium.placement.advice.CureMoves;
import podium.placement.advice.RankedPlace;
import podium.placement.advice.Ranking;
import podium.placement.advice.SlotMoves;
import podium.placement.advice.Slots;

/** Ranks the nodes by their verdicts, one a step; a slot is as many free devices. */
public final class FakeAdvice implements AdviceService {
    private final FakePlacement placement;

    /** Rankings that were begun. */
    public int begun;

    /** Times that slots were counted. */
    public int counted;

    /** Rankings whose result was taken. */
    public int taken;

    public FakeAdvice(FakePlacement placement) {
        this.placement = placement;
    }

    @Override
    public List<RankedPlace> places(Subject subject) {
        List<RankedPlace> places = new ArrayList<>();
        placement
                .verdicts(subject)
                .forEach((node, verdict) ->
                        places.add(new RankedPlace(new Target.OnNode(node), verdict, "because of " + node.getName())));
        places.sort(RankedPlace.BEST_FIRST);
        return places;
    }

    @Override
    public Optional<RankedPlace> best(Subject subject) {
        return places(subject).stream().findFirst();
    }

    @Override
    public Ranking ranking(Subject subject, int most) {
        begun++;
        List<RankedPlace> all = places(subject);
        return new Ranking() {
            private int judged;

            @Override
            public boolean advance(Duration most) {
                judged = Math.min(all.size(), judged + 1);
                return judged == all.size();
            }

            @Override
            public List<RankedPlace> best() {
                taken++;
                return all.stream()
                        .filter(place -> judged == all.size() && place.verdict().fit() != Fit.DOES_NOT_FIT)
                        .limit(most)
                        .toList();
            }
        };
    }

    @Override
    public List<Slots> byDomain(Cluster cluster) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<EObject, Integer> slots(Cluster cluster, int gpus) {
        return slots(cluster, gpus, node -> Holdings.of(node).free() / gpus);
    }

    @Override
    public Map<EObject, Integer> slots(Cluster cluster, int gpus, ToIntFunction<Node> most) {
        counted++;
        Map<EObject, Integer> counts = new HashMap<>();
        counts.put(cluster, 0);
        DomainTree.outerFirst(cluster).forEach(domain -> counts.put(domain, 0));
        cluster.getNodes().forEach(node -> {
            int said = most.applyAsInt(node);
            int slots =
                    said == Integer.MAX_VALUE ? Math.max(1, Holdings.of(node).free() / gpus) : said;
            counts.merge(cluster, slots, Integer::sum);
            for (var up = node.getDomain(); up != null; up = up.getParent()) {
                counts.merge(up, slots, Integer::sum);
            }
        });
        return counts;
    }

    @Override
    public Optional<SlotMoves> relief(EObject where, int gpus) {
        return Optional.empty();
    }

    @Override
    public Optional<CureMoves> moves(Cure cure) {
        return Optional.empty();
    }
}
