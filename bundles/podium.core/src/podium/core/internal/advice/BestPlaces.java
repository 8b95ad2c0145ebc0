// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.advice.Place;
import podium.core.placement.Effect;
import podium.core.placement.Fit;
import podium.core.placement.PlacementService;
import podium.core.placement.Subject;
import podium.core.placement.Target;
import podium.core.placement.Verdict;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;

/** Ranks every place of one subject and says of the good ones why. */
final class BestPlaces {
    private static final int EXPLAINED = 100;

    /** Below this many devices a difference is not worth a word. */
    private static final double WORTH_A_WORD = 0.25;

    private final PlacementService placement;
    private final Subject subject;

    BestPlaces(PlacementService placement, Subject subject) {
        this.placement = placement;
        this.subject = subject;
    }

    List<Place> ranked() {
        @Nullable Cluster cluster = subject.job().getCluster();
        List<Place> places = new ArrayList<>();
        if (cluster == null) {
            return places;
        }
        // A node that does not take one task is not asked about all of them.
        placement.verdicts(subject).forEach((node, one) -> {
            Target target = new Target.OnNode(node);
            places.add(place(target, one.fit() != Fit.DOES_NOT_FIT ? placement.verdict(subject, target) : one));
        });
        cluster.getDomains().forEach(domain -> add(domain, places));
        places.sort(Place.BEST_FIRST);
        for (int i = 0; i < Math.min(EXPLAINED, places.size()); i++) {
            Place place = places.get(i);
            if (place.verdict().fit() == Fit.DOES_NOT_FIT) {
                break;
            }
            places.set(i, new Place(place.target(), place.verdict(), reason(place)));
        }
        return places;
    }

    private void add(Domain domain, List<Place> places) {
        Target target = new Target.OnDomain(domain);
        places.add(place(target, placement.verdict(subject, target)));
        domain.getDomains().forEach(child -> add(child, places));
    }

    private static Place place(Target target, Verdict verdict) {
        return new Place(target, verdict, String.join("; ", verdict.reasons()));
    }

    private String reason(Place place) {
        String why =
                switch (place.target()) {
                    case Target.OnNode on when single(place) -> node(on.node());
                    default ->
                        placement
                                .layout(subject, place.target())
                                .map(found -> found.words())
                                .orElse("");
                };
        String conditions = String.join("; ", place.verdict().reasons());
        return why.isEmpty() || conditions.isEmpty() ? why + conditions : conditions + "; " + why;
    }

    private boolean single(Place place) {
        return subject.tasks().size() == 1
                || (subject.wholeJob() && place.verdict().tasksThatFit() <= 1);
    }

    private String node(Node node) {
        return placement.effect(subject, node).map(BestPlaces::words).orElse("");
    }

    /** The effect in a line, the telling part first. */
    static String words(Effect effect) {
        List<String> words = new ArrayList<>();
        if (effect.hasCompany() && effect.near() > 0) {
            words.add(effect.near() == 1 ? "beside tasks of the same job" : "near tasks of the same job");
        }
        if (effect.left() < 0.005) {
            words.add("fills the node");
        } else {
            words.add("leaves " + gpus(effect.left()) + " free");
            if (effect.withoutCores() >= WORTH_A_WORD) {
                words.add(gpus(effect.withoutCores()) + " of them short of cores");
            }
        }
        if (effect.stranded() >= WORTH_A_WORD) {
            words.add("makes " + gpus(effect.stranded()) + " useless to most jobs");
        } else if (effect.stranded() <= -WORTH_A_WORD) {
            words.add("takes what few other jobs could use");
        }
        return String.join(", ", words);
    }

    private static String gpus(double amount) {
        String number = Math.abs(amount - Math.rint(amount)) < 0.05
                ? Long.toString(Math.round(amount))
                : String.format(Locale.ROOT, "%.1f", amount);
        return number + ("1".equals(number) ? " GPU" : " GPUs");
    }
}
