// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.advice;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import podium.core.advice.AdviceService;
import podium.core.advice.Place;
import podium.core.advice.Relief;
import podium.core.advice.Slots;
import podium.core.placement.Fit;
import podium.core.placement.PlacementService;
import podium.core.placement.Subject;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;

/** Advice from what placement knows. In the realm. */
@Component(service = AdviceService.class)
public final class Advice implements AdviceService {
    private final PlacementService placement;
    private final InstantSource clock;

    @Activate
    public Advice(@Reference PlacementService placement) {
        this(placement, InstantSource.system());
    }

    public Advice(PlacementService placement, InstantSource clock) {
        this.placement = placement;
        this.clock = clock;
    }

    @Override
    public List<Place> places(Subject subject) {
        return new BestPlaces(placement, subject).ranked();
    }

    @Override
    public Optional<Place> best(Subject subject) {
        return places(subject).stream()
                .findFirst()
                .filter(place -> place.verdict().fit() != Fit.DOES_NOT_FIT);
    }

    @Override
    public Slots slots(EObject of) {
        return SlotCount.of(of, placement);
    }

    @Override
    public List<Slots> byDomain(Cluster cluster) {
        List<Slots> all = new ArrayList<>();
        all.add(SlotCount.of(cluster, placement));
        cluster.getDomains().forEach(domain -> add(domain, all));
        return all;
    }

    private void add(Domain domain, List<Slots> all) {
        all.add(SlotCount.of(domain, placement));
        domain.getDomains().forEach(child -> add(child, all));
    }

    @Override
    public Optional<Relief> relief(EObject where, int gpus) {
        return new Reliefs(placement, new RestartCost(clock.instant())).free(where, gpus);
    }
}
