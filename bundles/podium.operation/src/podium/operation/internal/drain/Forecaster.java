// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.TaskSpec;
import podium.operation.drain.DrainForecast;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.DrainWave;

/**
 * Plays a drain through wave by wave. Pods that no budget counts go at once; those of a budget go in rounds as large as what it
 * allows, each round waiting for the replacements of the one before.
 */
final class Forecaster {
    /** What the API server writes into a pod that names no grace period. */
    private static final Duration USUAL_GRACE = Duration.ofSeconds(30);

    private final DrainRequest request;
    private final Predicate<DisruptionBudget> replaceable;
    private final Predicate<DisruptionBudget> stuck;
    private final Map<DisruptionBudget, Integer> left = new HashMap<>();
    private Optional<DrainForecast.Stop> first = Optional.empty();
    private boolean endless;

    /**
     * A player of one drain.
     *
     * @param replaceable true when replacements of the budget's pods find a node
     * @param stuck true when the budget never gives way again once it is used up
     */
    Forecaster(DrainRequest request, Predicate<DisruptionBudget> replaceable, Predicate<DisruptionBudget> stuck) {
        this.request = request;
        this.replaceable = replaceable;
        this.stuck = stuck;
    }

    /**
     * Plays it.
     *
     * @param victims pods to go, by node, each with the budget that counts it; null: none does
     */
    DrainForecast play(List<DrainWave> waves, Map<Node, Map<Task, @Nullable DisruptionBudget>> victims) {
        Duration now = request.pace().afterJobs().orElse(Duration.ZERO);
        for (DrainWave wave : waves) {
            Duration end = now;
            Map<DisruptionBudget, List<Task>> counted = new LinkedHashMap<>();
            for (Node node : wave.nodes()) {
                for (var victim : victims.getOrDefault(node, Map.of()).entrySet()) {
                    @Nullable DisruptionBudget budget = victim.getValue();
                    if (budget == null) {
                        end = later(end, now.plus(grace(victim.getKey())));
                    } else {
                        counted.computeIfAbsent(budget, _ -> new ArrayList<>()).add(victim.getKey());
                    }
                }
            }
            for (var one : counted.entrySet()) {
                end = later(end, rounds(one.getKey(), one.getValue(), now));
            }
            now = end;
        }
        return new DrainForecast(endless ? Optional.empty() : Optional.of(now), first);
    }

    /** When the last of these pods is gone, all of them asked for at {@code now}. */
    private Duration rounds(DisruptionBudget budget, List<Task> tasks, Duration now) {
        Duration time = now;
        for (int next = 0; next < tasks.size(); ) {
            int allowed = left.computeIfAbsent(budget, one -> Math.max(0, one.getDisruptionsAllowed()));
            int round = Math.min(allowed, tasks.size() - next);
            if (next + round < tasks.size()) {
                stop(new DrainForecast.Stop(time, tasks.get(next + round), budget.getName(), stuck.test(budget)));
            }
            if (round == 0 && stuck.test(budget)) {
                endless = true;
                return time;
            }
            time = time.plus(longest(tasks.subList(next, next + round)));
            next += round;
            left.put(budget, allowed - round);
            if (next < tasks.size() && !stuck.test(budget)) {
                time = time.plus(DrainForecast.READY);
                left.put(budget, Math.max(1, allowed));
            } else if (replaceable.test(budget)) {
                left.put(budget, allowed);
            }
        }
        return time;
    }

    private void stop(DrainForecast.Stop stop) {
        if (first.isEmpty() || stop.after().compareTo(first.get().after()) < 0) {
            first = Optional.of(stop);
        }
    }

    private Duration longest(List<Task> tasks) {
        return tasks.stream().map(this::grace).reduce(Duration.ZERO, Forecaster::later);
    }

    private Duration grace(Task task) {
        @Nullable TaskSpec spec = task.getSpec();
        return request.grace()
                .orElse(
                        spec != null && spec.graceSeconds().isPresent()
                                ? Duration.ofSeconds(
                                        Math.max(1, spec.graceSeconds().getAsLong()))
                                : USUAL_GRACE);
    }

    private static Duration later(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
