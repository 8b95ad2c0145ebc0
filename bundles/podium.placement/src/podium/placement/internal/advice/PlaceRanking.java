// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.advice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.DomainTree;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.value.TaskSpec;
import podium.placement.FragmentationEffect;
import podium.placement.IncrementalResult;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.advice.RankedPlace;
import podium.placement.advice.Ranking;
import podium.placement.texts.Texts;

/** Ranks every place of one subject and says of the good ones why. */
final class PlaceRanking implements Ranking {
    private static final int EXPLAINED = 100;

    private final PlacementService placement;
    private final Subject subject;
    private final int most;
    private final List<RankedPlace> places = new ArrayList<>();
    private final List<RankedPlace> best = new ArrayList<>();
    /** Nodes that have slices or shares of GPUs only, and domains that need one of them: for who asks for GPUs, after all others. */
    private final Set<EObject> parted = Collections.newSetFromMap(new IdentityHashMap<>());

    private final boolean asksForWhole;
    /** How many of its tasks each node takes alone. */
    private final Map<Node, Integer> tasks = new IdentityHashMap<>();

    private @Nullable IncrementalResult<Map<Node, Verdict>> all;
    private @Nullable Iterator<Map.Entry<Node, Verdict>> nodes;
    /** What the next step goes on with, of the place in hand. */
    private Optional<IncrementalResult<RankedPlace>> open = Optional.empty();

    private Iterator<Domain> domains = Collections.emptyIterator();
    private @Nullable Iterator<RankedPlace> first;

    /** @param most how many get their reason in words when it is done in steps */
    PlaceRanking(PlacementService placement, Subject subject, int most) {
        this.placement = placement;
        this.subject = subject;
        this.most = most;
        asksForWhole = asksForWhole(subject);
    }

    private static boolean asksForWhole(Subject subject) {
        @Nullable
        TaskSpec spec = subject.wholeJob()
                ? subject.job().getSpec()
                : subject.tasks().getFirst().getSpec();
        return spec != null && AcceleratorKind.isAskedWhole(spec.requests());
    }

    List<RankedPlace> ranked() {
        while (judge()) {}
        List<RankedPlace> ranked = new ArrayList<>(places);
        ranked.sort(order());
        for (int i = 0; i < Math.min(EXPLAINED, ranked.size()) && fits(ranked.get(i)); i++) {
            ranked.set(i, explained(ranked.get(i)));
        }
        return ranked;
    }

    @Override
    public boolean advance(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        boolean more = step();
        while (more && System.nanoTime() < end) {
            more = step();
        }
        return !more;
    }

    @Override
    public List<RankedPlace> best() {
        Iterator<RankedPlace> unexplained = first;
        return unexplained == null || unexplained.hasNext() || open.isPresent() ? List.of() : List.copyOf(best);
    }

    /** How many places were judged so far. */
    int judged() {
        return places.size();
    }

    /** Goes on judging a place, then sorts them, then goes on finding the reason of one; false: all is done. */
    private boolean step() {
        if (judge()) {
            return true;
        }
        Iterator<RankedPlace> ranked = first;
        if (ranked == null) {
            first = first().iterator();
            return true;
        } else if (open.isPresent()) {
            goOn(best::add);
        } else if (ranked.hasNext()) {
            open = Optional.of(explaining(ranked.next()));
            goOn(best::add);
        }
        return open.isPresent() || ranked.hasNext();
    }

    /** The best that differ: a domain around a better place would take the subject there, and one task to one node anyway. */
    private List<RankedPlace> first() {
        boolean one = subject.tasks().size() == 1
                || (subject.wholeJob() && subject.job().getWantedTasks() <= 1);
        places.sort(order());
        Set<Domain> around = Collections.newSetFromMap(new IdentityHashMap<>());
        List<RankedPlace> found = new ArrayList<>();
        for (RankedPlace place : places) {
            if (found.size() == most || !fits(place)) {
                break;
            }
            boolean said = place.target() instanceof Target.OnDomain(Domain domain) && (one || around.contains(domain));
            if (said || place.isCordoned() || subject.runsWithin(place.target())) {
                continue;
            }
            @Nullable
            Domain outside =
                    switch (place.target()) {
                        case Target.OnNode on -> on.node().getDomain();
                        case Target.OnDomain on -> on.domain().getParent();
                    };
            enclose(outside, around);
            // the inner one of two that come to the same says more
            found.removeIf(outer -> outer.verdict().score() == place.verdict().score()
                    && parted.contains(thing(outer)) == parted.contains(thing(place))
                    && outer.target() instanceof Target.OnDomain(Domain domain)
                    && isAround(domain, outside));
            found.add(place);
        }
        return found;
    }

    private static boolean isAround(Domain outer, @Nullable Domain inner) {
        for (@Nullable Domain up = inner; up != null; up = up.getParent()) {
            if (up == outer) {
                return true;
            }
        }
        return false;
    }

    private static void enclose(@Nullable Domain inner, Set<Domain> around) {
        for (@Nullable Domain up = inner; up != null; up = up.getParent()) {
            around.add(up);
        }
    }

    private void goOn(Consumer<RankedPlace> into) {
        open.flatMap(IncrementalResult::step).ifPresent(place -> {
            into.accept(place);
            open = Optional.empty();
        });
    }

    /** Goes on judging a place; false: there is none. */
    private boolean judge() {
        Optional<Cluster> cluster = subject.cluster();
        if (cluster.isEmpty()) {
            return false;
        }
        Iterator<Map.Entry<Node, Verdict>> left = nodes;
        if (left == null) {
            begin(cluster.get());
            return true;
        } else if (first == null && open.isPresent()) {
            goOn(this::judged);
            return true;
        } else if (left.hasNext()) {
            // A node that does not take one task is not asked about all of them.
            Map.Entry<Node, Verdict> next = left.next();
            Target target = new Target.OnNode(next.getKey());
            Verdict one = next.getValue();
            tasks.put(next.getKey(), one.fit().takes() ? one.tasksThatFit() : 0);
            judged(place(target, one.fit().takes() ? placement.verdict(subject, target) : one));
            return true;
        } else if (domains.hasNext()) {
            Target target = new Target.OnDomain(domains.next());
            IncrementalResult<Verdict> judging = placement.judging(subject, target);
            open = Optional.of(() -> judging.step().map(verdict -> place(target, verdict)));
            goOn(this::judged);
            return true;
        }
        return false;
    }

    private void begin(Cluster cluster) {
        IncrementalResult<Map<Node, Verdict>> judging = all;
        if (judging == null) {
            judging = placement.judging(subject);
            all = judging;
        }
        judging.step().ifPresent(verdicts -> {
            nodes = verdicts.entrySet().iterator();
            domains = DomainTree.outerFirst(cluster).iterator();
        });
    }

    private Comparator<RankedPlace> order() {
        return Comparator.comparing((RankedPlace place) -> place.verdict().fit())
                .thenComparing(place -> fits(place) && place.isCordoned())
                .thenComparing(place -> fits(place) && subject.runsWithin(place.target()))
                .thenComparing(place -> fits(place) && parted.contains(thing(place)))
                .thenComparing(RankedPlace.BEST_FIRST);
    }

    private static EObject thing(RankedPlace place) {
        return switch (place.target()) {
            case Target.OnNode(Node node) -> node;
            case Target.OnDomain(Domain domain) -> domain;
        };
    }

    private void judged(RankedPlace place) {
        places.add(place);
        if (asksForWhole) {
            boolean parts =
                    switch (place.target()) {
                        case Target.OnNode(Node node) ->
                            tasks.getOrDefault(node, 0) > 0
                                    && placement.room(node).onlyParts();
                        case Target.OnDomain(Domain domain) ->
                            fits(place)
                                    && DomainTree.nodes(domain).stream()
                                                    .filter(node -> !parted.contains(node))
                                                    .mapToInt(node -> tasks.getOrDefault(node, 0))
                                                    .sum()
                                            < place.verdict().tasksThatFit();
                    };
            if (parts) {
                parted.add(thing(place));
            }
        }
    }

    /** Which of the nodes have no whole GPUs for who asks for some, and what they have. */
    private String withParts(String words, Collection<Node> nodes) {
        List<String> said = new ArrayList<>(words.isEmpty() ? List.of() : List.of(words));
        nodes.stream()
                .distinct()
                .filter(parted::contains)
                .forEach(node -> said.add(Texts.of(
                        "PlaceRanking.noWholeGpus",
                        CleanText.clean(node.getName()),
                        new TreeMap<>(placement.room(node).parts())
                                .entrySet().stream()
                                        .map(part -> part.getValue() + " \u00d7 " + CleanText.clean(part.getKey()))
                                        .collect(Collectors.joining(", ")))));
        return String.join("; ", said);
    }

    private static boolean fits(RankedPlace place) {
        return place.verdict().fit().takes();
    }

    private RankedPlace explained(RankedPlace place) {
        return explaining(place).now();
    }

    private IncrementalResult<RankedPlace> explaining(RankedPlace place) {
        return why(place).map(why -> new RankedPlace(place.target(), place.verdict(), reason(place, why)));
    }

    private static RankedPlace place(Target target, Verdict verdict) {
        return new RankedPlace(target, verdict, String.join("; ", verdict.reasons()));
    }

    private IncrementalResult<String> why(RankedPlace place) {
        return switch (place.target()) {
            case Target.OnNode on when single(place) -> IncrementalResult.atOnce(() -> node(on.node()));
            default ->
                placement.laying(subject, place.target()).map(layout -> layout.map(
                                found -> withParts(found.words(), found.nodes().values()))
                        .orElse(""));
        };
    }

    private String reason(RankedPlace place, String why) {
        if (subject.runsWithin(place.target())) {
            return Texts.of("PlaceRanking.whereItIsNow");
        }
        String conditions = String.join("; ", place.verdict().reasons());
        return why.isEmpty() || conditions.isEmpty() ? why + conditions : conditions + "; " + why;
    }

    private boolean single(RankedPlace place) {
        return subject.tasks().size() == 1
                || (subject.wholeJob() && place.verdict().tasksThatFit() <= 1);
    }

    private String node(Node node) {
        return placement.effect(subject, node).map(FragmentationEffect::words).orElse("");
    }
}
