// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.drain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.drain.DrainPreview;
import podium.core.drain.DrainRequest;
import podium.core.drain.Fate;
import podium.core.drain.PodFate;
import podium.core.placement.PlacementService;
import podium.model.fleet.Cluster;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/** Makes one preview: the rules of each pod, then the budgets over all of them, then what follows for gangs and for the drain. */
final class Previewer {
    private final DrainRequest request;
    private final Cluster cluster;
    private final Set<Node> drained;
    private final Allowances allowances;
    private final Destinations destinations;
    private final Instant now;
    private final Map<Task, Optional<Node>> ways = new HashMap<>();
    private final Set<DisruptionBudget> replaceable = new HashSet<>();
    private final Set<String> blockers = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    Previewer(DrainRequest request, Cluster cluster, PlacementService placement, Instant now) {
        this.request = request;
        this.cluster = cluster;
        this.now = now;
        drained = new HashSet<>(request.nodes());
        allowances = new Allowances(cluster);
        destinations = new Destinations(placement, drained);
    }

    DrainPreview preview() {
        PodRules rules = new PodRules(request);
        Map<Task, Ruling> rulings = new LinkedHashMap<>();
        request.nodes().forEach(node -> node.getTasks().forEach(task -> rulings.put(task, rules.rule(task))));
        List<Task> victims = rulings.entrySet().stream()
                .filter(entry -> entry.getValue().fate() == Fate.EVICT)
                .map(Map.Entry::getKey)
                .toList();
        victims.forEach(this::findWay);
        Gangs gangs = new Gangs(victims, now);
        List<PodFate> fates = new ArrayList<>();
        rulings.forEach((task, ruling) -> fates.add(fate(task, ruling, gangs)));
        tell(gangs);
        return new DrainPreview(request, fates, List.copyOf(blockers), List.copyOf(warnings), gangs.gpuHoursLost());
    }

    /** Destinations first: whether a budget recovers depends on whether replacements find a node. */
    private void findWay(Task task) {
        Optional<Node> way = destinations.take(task);
        ways.put(task, way);
        way.ifPresent(_ -> replaceable.addAll(allowances.covering(task)));
    }

    private PodFate fate(Task task, Ruling ruling, Gangs gangs) {
        List<DisruptionBudget> budgets = allowances.covering(task);
        Optional<Node> way = ways.getOrDefault(task, Optional.empty());
        boolean dies = ruling.fate() == Fate.EVICT && gangs.dies(task);
        if (ruling.consentMissing()) {
            blockers.add(name(task) + " " + ruling.reason() + ".");
        }
        if (ruling.fate() != Fate.EVICT) {
            return new PodFate(task, ruling.fate(), ruling.reason(), budgets, Optional.empty(), false);
        }
        Optional<String> refused = refusal(task, budgets);
        if (refused.isPresent()) {
            return new PodFate(task, Fate.BLOCKS, refused.get(), budgets, way, dies);
        }
        String reason = ruling.reason();
        if (dies) {
            reason += "; without it the gang " + task.getJob().getName() + " cannot go on";
        }
        if (way.isEmpty() && task.getController() != null) {
            reason += "; no other node has room for it now";
            warnings.add(name(task) + " will wait after its eviction: no other node has room for it.");
        }
        return new PodFate(task, Fate.EVICT, reason, budgets, way, dies);
    }

    /** Why budgets never let the pod go; empty: they do, now or while the drain waits. */
    private Optional<String> refusal(Task task, List<DisruptionBudget> budgets) {
        switch (allowances.take(task, budgets)) {
            case FREE, COUNTED -> {
                return Optional.empty();
            }
            case SEVERAL -> {
                String names = String.join(
                        " and ", budgets.stream().map(DisruptionBudget::getName).toList());
                blockers.add(name(task) + " is covered by the budgets " + names
                        + "; the server refuses to evict a pod with more than one. Take it out of all but one.");
                return Optional.of("covered by more than one budget: " + names);
            }
            case USED_UP, UNHEALTHY -> {
                DisruptionBudget budget = budgets.getFirst();
                Optional<String> never = new Deadlocks(cluster, drained, replaceable::contains).forEver(budget);
                if (never.isPresent()) {
                    blockers.add("Deadlock: " + never.get() + ".");
                    return never;
                }
                warnings.add("Budget " + budget.getName()
                        + " lets only some go at a time; the drain waits for replacements" + " to be healthy.");
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void tell(Gangs gangs) {
        gangs.dying()
                .forEach(job -> warnings.add(String.format(
                        Locale.ROOT,
                        "Gang %s loses tasks it cannot do without: all of it ends or restarts; %.1f GPU-hours since"
                                + " its start.",
                        job.getName(),
                        gangs.gpuHours(job))));
        for (DisruptionBudget budget : cluster.getBudgets()) {
            if (budget.getObservedGeneration() < budget.getGeneration()
                    && drained.stream()
                            .flatMap(node -> node.getTasks().stream())
                            .anyMatch(task -> Allowances.covers(budget, task))) {
                warnings.add("Budget " + budget.getName() + " was changed and its numbers are not up to date yet.");
            }
        }
    }

    private static String name(Task task) {
        return "Pod " + task.getNamespace() + "/" + task.getName();
    }
}
