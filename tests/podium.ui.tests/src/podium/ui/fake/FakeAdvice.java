// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.Holdings;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.placement.Fit;
import podium.placement.Obstacle.Cure;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.advice.AdviceService;
import podium.placement.advice.CureMoves;
import podium.placement.advice.RankedPlace;
import podium.placement.advice.Ranking;
import podium.placement.advice.SlotMoves;
import podium.placement.advice.Slots;

/** Ranks by the verdicts of a fake placement; slots by free devices; moves as they are told. */
public final class FakeAdvice implements AdviceService {
    private final PlacementService placement;

    /** What the next question for moves is answered with. */
    public Optional<SlotMoves> relief = Optional.empty();

    /** Where moves were asked for last, and of what size. */
    public List<Object> asked = List.of();

    public FakeAdvice(PlacementService placement) {
        this.placement = placement;
    }

    @Override
    public List<RankedPlace> places(Subject subject) {
        List<RankedPlace> places = new ArrayList<>();
        placement.verdicts(subject).forEach((node, one) -> {
            Target target = new Target.OnNode(node);
            places.add(place(target, one.fit() != Fit.DOES_NOT_FIT ? placement.verdict(subject, target) : one));
        });
        subject.cluster().orElseThrow().getDomains().forEach(domain -> add(subject, domain, places));
        places.sort(RankedPlace.BEST_FIRST);
        return places;
    }

    private void add(Subject subject, Domain domain, List<RankedPlace> places) {
        Target target = new Target.OnDomain(domain);
        places.add(place(target, placement.verdict(subject, target)));
        domain.getDomains().forEach(child -> add(subject, child, places));
    }

    private static RankedPlace place(Target target, Verdict verdict) {
        return new RankedPlace(
                target, verdict, verdict.fit() == Fit.FITS ? "fills the node" : String.join("; ", verdict.reasons()));
    }

    @Override
    public Optional<RankedPlace> best(Subject subject) {
        return places(subject).stream()
                .filter(place -> place.verdict().fit() != Fit.DOES_NOT_FIT)
                .findFirst();
    }

    private static Slots slots(EObject of) {
        Holdings holdings =
                switch (of) {
                    case Cluster cluster -> Holdings.of(cluster);
                    case Domain domain -> Holdings.of(domain);
                    default -> Holdings.NONE;
                };
        return new Slots(
                of,
                holdings.total(),
                holdings.free(),
                0,
                Map.of(),
                Slots.SIZES.stream().map(size -> holdings.free() / size).toList());
    }

    @Override
    public List<Slots> byDomain(Cluster cluster) {
        List<Slots> all = new ArrayList<>(List.of(slots(cluster)));
        cluster.getDomains().forEach(domain -> all.add(slots(domain)));
        return all;
    }

    @Override
    public Map<EObject, Integer> slots(Cluster cluster, int gpus) {
        Map<EObject, Integer> all = new HashMap<>();
        byDomain(cluster).forEach(slots -> all.put(slots.of(), (int) slots.free() / gpus));
        return all;
    }

    @Override
    public Map<EObject, Integer> slots(Cluster cluster, int gpus, ToIntFunction<Node> most) {
        return slots(cluster, gpus);
    }

    @Override
    public Ranking ranking(Subject subject, int most) {
        return new Ranking() {
            @Override
            public boolean advance(Duration most) {
                return true;
            }

            @Override
            public List<RankedPlace> best() {
                return places(subject).stream()
                        .filter(place -> place.verdict().fit() != Fit.DOES_NOT_FIT)
                        .limit(most)
                        .toList();
            }
        };
    }

    @Override
    public Optional<SlotMoves> relief(EObject where, int gpus) {
        asked = List.of(where, gpus);
        return relief;
    }

    /** The moves that a cure needs. */
    public Optional<CureMoves> cure = Optional.empty();

    @Override
    public Optional<CureMoves> moves(Cure cure) {
        return this.cure;
    }
}
