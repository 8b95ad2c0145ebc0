// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.submit;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.core.fleet.DomainTree;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.operation.texts.Texts;
import podium.placement.Fit;
import podium.placement.PlacementService;
import podium.placement.Reason;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/** Where something would fit, in a line. The same verdicts as on the canvas, counted. In the realm. */
final class FitText {
    /** A domain with what it says of all tasks together. */
    private record Place(Domain domain, Verdict verdict) {}

    private final PlacementService placement;
    private final Subject subject;
    private final Map<Domain, Verdict> domains = new LinkedHashMap<>();

    FitText(PlacementService placement, Subject subject) {
        this.placement = placement;
        this.subject = subject;
    }

    /** How near to each other all tasks could lie, or how many could; empty: it has one. */
    Optional<String> distance() {
        int tasks = subject.job().getWantedTasks();
        return tasks > 1 ? together(tasks) : Optional.empty();
    }

    String words() {
        Collection<Verdict> nodes = placement.verdicts(subject).values();
        int fit = count(nodes, Fit.FITS);
        int fitIf = count(nodes, Fit.FITS_IF);
        int evicts = count(nodes, Fit.EVICTS);
        int tasks = subject.job().getWantedTasks();
        if (isForbidden()) {
            return Texts.of(
                    "FitText.roomBut",
                    room(placement.verdictsWithoutQuotas(subject).values(), tasks),
                    commonest(nodes).orElse(""));
        }
        String room = Texts.of("FitText.fits", room(nodes, tasks));
        String words = evicts == 0
                ? room
                : fit + fitIf > 0
                        ? Texts.of("FitText.moreByEvictingOthers", room, evicts)
                        : Texts.of("FitText.byEvictingOthers", room, evicts);
        if (fit == 0 && fitIf > 0) {
            words += commonest(conditional(nodes)).map(reason -> ": " + reason).orElse("");
        }
        if (fit + fitIf + evicts == 0) {
            words += commonest(nodes).map(reason -> "; " + reason).orElse("") + nearest();
        } else if (tasks > 1) {
            words += together(tasks).map(more -> "; " + more).orElse("");
        }
        return words;
    }

    /** Whether nodes have room for it, and a quota alone never lets it have that. */
    boolean isForbidden() {
        return placement.verdicts(subject).values().stream()
                        .noneMatch(verdict -> verdict.fit().takes())
                && placement.verdictsWithoutQuotas(subject).values().stream()
                        .anyMatch(verdict -> verdict.fit().takes());
    }

    /** How many nodes take all its tasks or some, counted as on the canvas: "3 of 8 nodes, 2 more on a condition". */
    static String room(Collection<Verdict> nodes, int tasks) {
        int fit = count(nodes, Fit.FITS);
        int fitIf = count(nodes, Fit.FITS_IF);
        String all = Counted.of(nodes.size(), "node");
        int some = (int) nodes.stream()
                .filter(verdict -> verdict.fit() == Fit.FITS && verdict.tasksThatFit() < tasks)
                .count();
        String words = some == 0
                ? Texts.of("FitText.someNodes", fit, all)
                : some == fit
                        ? Texts.of("FitText.someNodesEachInPart", fit, all)
                        : Texts.of("FitText.someNodesAndMoreInPart", fit - some, all, some);
        if (fitIf == 0) {
            return words;
        }
        return fit > 0
                ? Texts.of("FitText.andMoreOnACondition", words, fitIf)
                : Texts.of("FitText.someNodesOnACondition", fit, all, fitIf);
    }

    /** What each domain of its cluster takes of it, outer ones first. */
    Map<Domain, Verdict> domains() {
        if (domains.isEmpty()) {
            subject.cluster()
                    .map(DomainTree::outerFirst)
                    .ifPresent(all -> all.forEach(
                            domain -> domains.put(domain, placement.verdict(subject, new Target.OnDomain(domain)))));
        }
        return domains;
    }

    private static int count(Collection<Verdict> verdicts, Fit fit) {
        return (int) verdicts.stream().filter(verdict -> verdict.fit() == fit).count();
    }

    private static List<Verdict> conditional(Collection<Verdict> verdicts) {
        return verdicts.stream().filter(verdict -> verdict.fit() == Fit.FITS_IF).toList();
    }

    /** The reason that keeps it off most nodes; what one of them says of itself only where all of these say it. */
    private static Optional<String> commonest(Collection<Verdict> verdicts) {
        return alike(verdicts)
                .map(alike ->
                        alike.getValue().stream().map(Reason::words).distinct().count() == 1
                                ? alike.getValue().getFirst().words()
                                : alike.getKey());
    }

    private static Optional<Map.Entry<String, List<Reason>>> alike(Collection<Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> verdict.why().stream().limit(1))
                .collect(Collectors.groupingBy(Reason::rule))
                .entrySet()
                .stream()
                .max(Comparator.<Map.Entry<String, List<Reason>>>comparingInt(
                                alike -> alike.getValue().size())
                        .thenComparing(Map.Entry::getKey));
    }

    /** The node that least keeps off, where that is not what keeps it off most nodes; empty: none is nearer than others. */
    private String nearest() {
        Map<Node, Verdict> nodes = placement.verdicts(subject);
        Optional<String> usual = alike(nodes.values()).map(Map.Entry::getKey);
        return nodes.entrySet().stream()
                .filter(one -> !one.getValue().why().isEmpty()
                        && one.getValue().why().stream().noneMatch(reason -> usual.equals(Optional.of(reason.rule()))))
                .min(Comparator.<Map.Entry<Node, Verdict>>comparingInt(
                                one -> one.getValue().why().size())
                        .thenComparing(one -> String.valueOf(one.getKey().getName())))
                .map(one -> Texts.of(
                        "FitText.nearestIs",
                        CleanText.clean(one.getKey().getName()),
                        one.getValue().reasons().getFirst()))
                .orElse("");
    }

    /** How many tasks nodes take that lie in no domain, and how many those are; empty: none does. */
    private Optional<String> outside(int tasks, int inside) {
        List<Verdict> free = placement.verdicts(subject).entrySet().stream()
                .filter(one ->
                        one.getKey().getDomain() == null && one.getValue().fit() == Fit.FITS)
                .map(Map.Entry::getValue)
                .toList();
        int room = (int)
                Math.min(tasks, free.stream().mapToLong(Verdict::tasksThatFit).sum());
        return room <= inside || domains().isEmpty()
                ? Optional.empty()
                : Optional.of(Texts.of(
                        "FitText.roomForOfOutside", room, Counted.of(tasks, "task"), Counted.of(free.size(), "node")));
    }

    /** The smallest domain that takes all tasks; else the one that takes most of them. */
    private Optional<String> together(int tasks) {
        List<Place> places = domains().entrySet().stream()
                .map(entry -> new Place(entry.getKey(), entry.getValue()))
                .toList();
        Optional<Place> whole = places.stream()
                .filter(place -> place.verdict.fit().takes())
                .max(Comparator.<Place>comparingInt(place -> depth(place.domain))
                        .thenComparingDouble(place -> place.verdict.score()));
        if (whole.isPresent()) {
            return whole.map(
                    place -> Texts.of("FitText.allTasksTogetherIn", Counted.all(tasks, "task"), name(place.domain)));
        }
        Optional<Place> most = places.stream()
                .filter(place -> place.verdict.tasksThatFit() > 0)
                .max(Comparator.<Place>comparingInt(place -> place.verdict.tasksThatFit())
                        .thenComparingInt(place -> depth(place.domain)));
        int inside = most.map(place -> place.verdict.tasksThatFit()).orElse(0);
        return outside(tasks, inside)
                .or(() -> most.map(place -> Texts.of(
                        "FitText.roomForOfIn",
                        place.verdict.tasksThatFit(),
                        Counted.of(tasks, "task"),
                        name(place.domain))));
    }

    private static int depth(Domain domain) {
        return domain.getParent() == null ? 0 : 1 + depth(domain.getParent());
    }

    private static String name(Domain domain) {
        return CleanText.domain(domain.getLevel(), domain.getName());
    }
}
