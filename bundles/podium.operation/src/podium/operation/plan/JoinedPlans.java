// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.texts.Texts;

/** Plans of one kind as one: an operation, a preview, an undo. */
public final class JoinedPlans {
    /** Of more, an effect names only the first. */
    private static final int NAMED = 3;

    private static final String RESTART = "restart";

    private JoinedPlans() {}

    /** What makes the plan of one of several things. */
    public interface Compiling<T, E extends Exception> {
        /** The plan of this one, or why there is none. */
        Result compile(T one) throws E;
    }

    /**
     * The plans of several things as one, without those that are over, which it tells; where one of them is refused, that: then none is
     * done.
     *
     * @param things of one cluster, of which the plans are of one kind; at least one
     */
    public static <T, E extends Exception> Result ofEach(List<T> things, Compiling<T, E> compiling) throws E {
        List<Plan> plans = new ArrayList<>();
        List<Result.Refused> over = new ArrayList<>();
        for (T one : things) {
            switch (compiling.compile(one)) {
                case Result.Compiled(Plan plan) -> plans.add(plan);
                case Result.Refused refused when refused.over() -> over.add(refused);
                case Result.Refused refused -> {
                    return refused;
                }
            }
        }
        if (plans.isEmpty()) {
            return over.getFirst();
        }
        Plan joined = of(plans);
        Stream<String> leftOut = over.stream().map(one -> Texts.of("JoinedPlans.itIsLeftOut", one.reason()));
        return new Result.Compiled(joined.withEffects(
                Stream.concat(leftOut, joined.effects().stream()).toList()));
    }

    /**
     * All writes first, then all waits, so that the jobs do not wait for each other; the undo in reverse.
     *
     * @param plans of one cluster and kind, at least one
     */
    public static Plan of(List<Plan> plans) {
        Plan first = plans.getFirst();
        if (plans.size() == 1) {
            return first;
        }
        List<Step> steps = new ArrayList<>();
        Set<String> irreversible = new LinkedHashSet<>();
        List<ObjectChange> changes = new ArrayList<>();
        List<Step> undo = new ArrayList<>();
        boolean undoable = plans.stream().allMatch(Plan::canUndo);
        plans.forEach(plan -> {
            irreversible.addAll(plan.irreversible());
            changes.addAll(plan.changes());
        });
        interleave(plans.stream().map(Plan::steps).toList(), steps);
        if (undoable) {
            interleave(plans.reversed().stream().map(Plan::undo).toList(), undo);
        }
        return new Plan(
                first.cluster(),
                kind(plans),
                title(plans),
                steps,
                effects(plans),
                List.copyOf(irreversible),
                changes,
                undo);
    }

    /** One that restarts what runs makes all of it a restart. */
    private static String kind(List<Plan> plans) {
        return plans.stream()
                .map(Plan::kind)
                .filter(RESTART::equals)
                .findFirst()
                .orElse(plans.getFirst().kind());
    }

    /** Each effect once, with whose it is where it tells a number or is not an effect of all: two that get a pod each are two pods. */
    private static List<String> effects(List<Plan> plans) {
        Map<String, Set<String>> whose = new LinkedHashMap<>();
        plans.forEach(plan -> plan.effects().forEach(effect -> whose.computeIfAbsent(effect, _ -> new LinkedHashSet<>())
                .add(subject(plan))));
        return whose.entrySet().stream()
                .map(one -> words(one.getKey(), List.copyOf(one.getValue()), plans.size()))
                .toList();
    }

    private static String words(String effect, List<String> names, int plans) {
        boolean ofAll = names.size() == plans && effect.chars().noneMatch(Character::isDigit);
        if (names.stream().anyMatch(name -> tells(effect, name))) {
            return effect;
        }
        if (ofAll) {
            return Texts.of("JoinedPlans.ofAll", plans, effect);
        }
        String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        if (names.size() > NAMED) {
            return Texts.of("JoinedPlans.eachOfMore", some, names.size() - NAMED, effect);
        }
        return names.size() == 1
                ? Texts.of("JoinedPlans.ofOne", some, effect)
                : Texts.of("JoinedPlans.each", some, effect);
    }

    /** Whether an effect has a name in it, as a word of its own. */
    private static boolean tells(String effect, String name) {
        return Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w-])")
                .matcher(effect)
                .find();
    }

    /** The name of what a plan writes first; empty: it writes nothing. */
    private static String subject(Plan plan) {
        return plan.steps().stream()
                .filter(Step.Write.class::isInstance)
                .map(step -> ((Step.Write) step).write().target().name())
                .findFirst()
                .orElse("");
    }

    /** The first step of each, then the second of each: each plan's own order is kept. */
    private static void interleave(List<List<Step>> plans, List<Step> all) {
        int longest = plans.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<Step> steps : plans) {
                if (i < steps.size()) {
                    all.add(steps.get(i));
                }
            }
        }
    }

    /**
     * What the titles share is said once, and the number of those that are not named where a name stands: "Scale a from 2 to 3 and 1 more"
     * seemed to speak of replicas.
     */
    private static String title(List<Plan> plans) {
        List<List<String>> titles =
                plans.stream().map(plan -> List.of(plan.title().split(" "))).toList();
        List<String> first = titles.getFirst();
        int least = titles.stream().mapToInt(List::size).min().orElseThrow();
        int begin = alike(titles, least, (words, i) -> words.get(i));
        int end = alike(titles, least - begin, (words, i) -> words.get(words.size() - 1 - i));
        List<String> own = titles.stream()
                .map(words -> String.join(" ", words.subList(begin, words.size() - end)))
                .toList();
        String some;
        if (own.contains("")) {
            return Texts.of("JoinedPlans.ofSuchAName", plans.getFirst().title(), plans.size());
        } else if (own.size() == 2) {
            some = Texts.of("JoinedPlans.both", own.getFirst(), own.getLast());
        } else if (own.stream().noneMatch(words -> words.contains(" "))) {
            some = Texts.of("JoinedPlans.andMore", own.getFirst(), own.size() - 1);
        } else {
            return Texts.of("JoinedPlans.likewise", plans.getFirst().title(), plans.size() - 1);
        }
        return Stream.of(first.subList(0, begin), List.of(some), first.subList(first.size() - end, first.size()))
                .flatMap(List::stream)
                .collect(Collectors.joining(" "));
    }

    /** How many words all of them have in common. */
    private static int alike(List<List<String>> titles, int most, BiFunction<List<String>, Integer, String> word) {
        int same = 0;
        while (same < most) {
            int at = same;
            if (titles.stream().map(words -> word.apply(words, at)).distinct().count() > 1) {
                break;
            }
            same++;
        }
        return same;
    }
}
