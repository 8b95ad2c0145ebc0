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
import podium.operation.texts.Texts;
import podium.placement.Fit;
import podium.placement.PlacementService;
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
        StringBuilder words = new StringBuilder(Texts.of("FitText.fits")).append(room(nodes));
        int evicts = count(nodes, Fit.EVICTS);
        if (evicts > 0) {
            words.append(", ")
                    .append(evicts)
                    .append(fit + fitIf > 0 ? Texts.of("FitText.more") : "")
                    .append(Texts.of("FitText.byEvictingOthers"));
        }
        int tasks = subject.job().getWantedTasks();
        if (fit == 0 && fitIf > 0) {
            commonest(conditional(nodes)).ifPresent(reason -> words.append(": ").append(reason));
        }
        if (fit + fitIf + evicts == 0) {
            commonest(nodes).ifPresent(reason -> words.append("; ").append(reason));
        } else if (tasks > 1) {
            together(tasks).ifPresent(more -> words.append("; ").append(more));
        }
        return words.toString();
    }

    /** How many nodes take one of its tasks: "3 of 8 nodes, 2 more on a condition". */
    static String room(Collection<Verdict> nodes) {
        int fit = count(nodes, Fit.FITS);
        int fitIf = count(nodes, Fit.FITS_IF);
        String conditions =
                fitIf == 0 ? "" : Texts.of("FitText.onACondition", fitIf, fit > 0 ? Texts.of("FitText.more") : "");
        return Texts.of("FitText.of", fit, Counted.of(nodes.size(), "node"), conditions);
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

    /** The reason that keeps it off most nodes. */
    private static Optional<String> commonest(Collection<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> !verdict.reasons().isEmpty())
                .collect(Collectors.groupingBy(verdict -> verdict.reasons().getFirst(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
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
            return whole.map(place -> Texts.of(
                    "FitText.tasksTogetherIn",
                    tasks == 2 ? Texts.of("FitText.both") : Texts.of("FitText.all", tasks),
                    name(place.domain)));
        }
        return places.stream()
                .max(Comparator.<Place>comparingInt(place -> place.verdict.tasksThatFit())
                        .thenComparingInt(place -> depth(place.domain)))
                .map(place -> Texts.of(
                        "FitText.roomForOfIn",
                        place.verdict.tasksThatFit(),
                        Counted.of(tasks, "task"),
                        name(place.domain)));
    }

    private static int depth(Domain domain) {
        return domain.getParent() == null ? 0 : 1 + depth(domain.getParent());
    }

    private static String name(Domain domain) {
        return CleanText.domain(domain.getLevel(), domain.getName());
    }
}
