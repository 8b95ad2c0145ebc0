// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.core.job.GangLoss;
import podium.core.job.GangLosses;
import podium.core.job.GangStart;
import podium.core.job.LostGpuHours;
import podium.core.job.ReplacementGates;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.TaskSpec;
import podium.placement.internal.rule.PodPreemption;
import podium.placement.internal.rule.PreemptionCandidate;
import podium.placement.texts.Texts;
import podium.placement.whatif.WhatIfResult;

/**
 * Jobs that lose their place: with nodes that are gone, or because kube-scheduler evicts their pods for one of higher priority that
 * finds no room. The highest priority starts again first, so nobody who has a place anew loses it again.
 */
final class DisplacedJobs {
    private final FleetCopy copy;
    private final HypotheticalPlacer placer;
    private final Instant now;
    private final BiConsumer<Node, Integer> freed;
    private final BiConsumer<String, Map<Task, Node>> taken;
    private final Map<Job, Displaced> all = new LinkedHashMap<>();
    /** Those that run before anything changes: others have done nothing yet that could be lost. */
    private final Set<Task> running;

    /** One of them. */
    private static final class Displaced {
        final Job job;
        /** Pods that are gone. */
        final Set<Task> gone = new LinkedHashSet<>();
        /** Those that start again: they, and the rest of a gang that cannot go on without them. */
        final Set<Task> tasks = new LinkedHashSet<>();

        /** Those of them for which no place was looked for yet. */
        final Set<Task> left = new LinkedHashSet<>();
        /** Those whose work is lost: of a gang all, also where the rest keeps what it has. */
        final Set<Task> stopped = new LinkedHashSet<>();

        /** Where they start again. */
        final Map<Task, Node> places = new LinkedHashMap<>();
        /** Names of the jobs for which kube-scheduler evicts it. */
        final Set<String> by = new LinkedHashSet<>();
        /** Whether a node of it is gone. */
        boolean hit;
        /** What becomes of it. */
        String words = "";

        Displaced(Job job) {
            this.job = job;
        }
    }

    /**
     * Nobody yet; to be made before anything changes.
     *
     * @param freed is told how many GPUs are given back where
     * @param taken is told who starts where
     */
    DisplacedJobs(
            FleetCopy copy,
            HypotheticalPlacer placer,
            Instant now,
            BiConsumer<Node, Integer> freed,
            BiConsumer<String, Map<Task, Node>> taken) {
        this.copy = copy;
        this.placer = placer;
        this.now = now;
        this.freed = freed;
        this.taken = taken;
        this.running = copy.cluster.getJobs().stream()
                .flatMap(job -> job.getTasks().stream())
                .filter(task -> task.getPhase() == TaskPhase.RUNNING)
                .collect(Collectors.toSet());
    }

    /** Starts a job that is not there yet, and again whatever is evicted for it. */
    HypotheticalPlacer.Put submit(Job job) {
        List<Task> tasks = List.copyOf(job.getTasks());
        List<Task> victims = new ArrayList<>();
        HypotheticalPlacer.Put put = put(job, tasks, GangStart.least(job, tasks, copy.facts()), victims);
        taken.accept(job.getName(), put.places());
        evict(victims, job);
        restart(List.of());
        return put;
    }

    /** Starts again what is lost, and whatever is evicted for it. */
    void restart(Collection<Task> lost) {
        lose(lost).forEach(it -> it.hit = true);
        Optional<Displaced> next = next();
        while (next.isPresent()) {
            start(next.get());
            next = next();
        }
    }

    private Optional<Displaced> next() {
        return all.values().stream()
                .filter(it -> !it.left.isEmpty())
                .min(Comparator.comparingInt(it -> -it.job.getPriority()));
    }

    /** These tasks, which are bound nowhere any more or will not be, are gone: whose they are. */
    private Set<Displaced> lose(Collection<Task> lost) {
        Set<Displaced> hit = new LinkedHashSet<>();
        for (Task task : lost) {
            @Nullable Job job = task.getJob();
            if (job != null && !LostGpuHours.bound(task)) {
                Displaced it = all.computeIfAbsent(job, Displaced::new);
                it.gone.add(task);
                hit.add(it);
            }
        }
        for (Displaced it : hit) {
            List<Task> restarting = restarting(it);
            it.stopped.addAll(it.gone);
            it.stopped.addAll(ending(it.job));
            it.tasks.addAll(restarting);
            it.left.addAll(restarting);
            restarting.forEach(it.places::remove);
            end(restarting);
        }
        return hit;
    }

    private void end(List<Task> tasks) {
        tasks.stream().filter(task -> task.getNode() != null).forEach(task -> {
            freed.accept(task.getNode(), Holdings.asked(task));
            placer.unbind(task);
        });
    }

    /** Those that are gone, and all others of a gang that has too few left; one whose new pods wait at a gate keeps what it has. */
    private static List<Task> restarting(Displaced it) {
        List<Task> gone = it.gone.stream().filter(task -> !Holdings.holds(task)).toList();
        return gates(gone).isEmpty()
                ? Stream.concat(gone.stream(), ending(it.job).stream()).toList()
                : gone;
    }

    /** What is left of a gang and is too little; empty: it is enough, or no gang. */
    private static List<Task> ending(Job job) {
        return GangLosses.isTooFew(job, Set.of()) ? GangLosses.rest(job, Set.of()) : List.of();
    }

    private void start(Displaced it) {
        List<Task> tasks = List.copyOf(it.left);
        it.left.clear();
        Optional<String> ends = TerminalLosses.of(it.job, it.gone, copy.facts());
        if (ends.isPresent()) {
            it.words = ends.get();
            List<Task> rest = GangLosses.rest(it.job, it.gone);
            it.stopped.addAll(rest); // with the job its pods that stay end
            end(rest);
            return;
        }
        Set<String> gates = gates(tasks);
        List<Task> free = tasks.stream()
                .filter(task -> ReplacementGates.of(task).isEmpty())
                .toList();
        boolean partial = !ending(it.job).isEmpty();
        List<Task> victims = new ArrayList<>();
        HypotheticalPlacer.Put put = free.isEmpty()
                ? new HypotheticalPlacer.Put(Map.of(), "")
                : put(it.job, free, gates.isEmpty() ? GangStart.least(it.job, free, copy.facts()) : 0, victims);
        it.places.putAll(put.places());
        taken.accept(it.job.getName(), put.places());
        String waits = gates.isEmpty() ? "" : ReplacementGates.words(gates, tasks.size() - free.size());
        it.words =
                gates.isEmpty() ? put.words() : partial ? Texts.of("DisplacedJobs.theRestKeepsItsGpus", waits) : waits;
        evict(victims, it.job);
    }

    private void evict(List<Task> victims, Job by) {
        lose(victims);
        victims.stream().map(Task::getJob).filter(all::containsKey).forEach(job -> all.get(job)
                .by
                .add(CleanText.clean(by.getName())));
    }

    /**
     * Where tasks go, and whom kube-scheduler evicts for them. Nobody is said to be evicted for a part of what starts together only.
     *
     * @param least where fewer find room, none starts
     * @param victims takes those who are evicted
     */
    private HypotheticalPlacer.Put put(Job job, List<Task> tasks, int least, List<Task> victims) {
        HypotheticalPlacer.Put put = placer.put(job, tasks, least);
        if (put.places().size() == tasks.size() || !mayPreempt(job, tasks)) {
            return put;
        }
        Map<Task, Node> places =
                new LinkedHashMap<>((least > 0 && put.places().isEmpty() ? placer.put(job, tasks, 0) : put).places());
        Map<Task, PreemptionCandidate> preemptions = new LinkedHashMap<>();
        Set<TaskSpec> hopeless = new HashSet<>();
        for (Task task : tasks) {
            if (!places.containsKey(task) && !hopeless.contains(task.getSpec())) {
                placer.preempt(job, task)
                        .ifPresentOrElse(found -> preemptions.put(task, found), () -> hopeless.add(task.getSpec()));
            }
        }
        if (places.size() + preemptions.size() < least) {
            List.copyOf(preemptions.keySet()).reversed().forEach(task -> placer.undo(task, preemptions.get(task)));
            places.keySet().forEach(placer::unbind);
            return put;
        }
        preemptions.forEach((task, found) -> {
            places.put(task, found.node());
            victims.addAll(found.victims());
            found.victims().forEach(victim -> freed.accept(found.node(), Holdings.asked(victim)));
        });
        if (preemptions.isEmpty()) {
            return put;
        }
        String where = placer.words(job, places, tasks.size());
        String who = PodPreemption.named(victims, now);
        boolean budget = preemptions.values().stream().anyMatch(found -> found.violations() > 0);
        boolean certain = preemptions.values().stream().allMatch(PreemptionCandidate::certain);
        String words = budget
                ? Texts.of("DisplacedJobs.evictsForItAgainstABudget", where, who)
                : Texts.of("DisplacedJobs.evictsForIt", where, who);
        return new HypotheticalPlacer.Put(places, certain ? words : Texts.of("DisplacedJobs.orOthersAlike", words));
    }

    private boolean mayPreempt(Job job, List<Task> tasks) {
        TaskSpec spec = tasks.getFirst().getSpec();
        if (spec == null) {
            return false;
        }
        int priority = PodPreemption.priority(job, spec);
        return PodPreemption.may(spec, priority, copy.facts())
                && copy.cluster.getNodes().stream()
                        .flatMap(node -> node.getTasks().stream())
                        .anyMatch(task -> Holdings.holds(task)
                                && PodPreemption.priority(task.getJob(), task.getSpec()) < priority);
    }

    private static Set<String> gates(Collection<Task> tasks) {
        Set<String> gates = new TreeSet<>();
        tasks.forEach(task -> gates.addAll(ReplacementGates.of(task)));
        return gates;
    }

    /** Those that find no place first. */
    List<WhatIfResult.Displaced> answers() {
        List<WhatIfResult.Displaced> answers = new ArrayList<>();
        all.values().stream()
                .sorted(Comparator.comparingInt(it -> -it.job.getPriority()))
                .forEach(it -> copy.realOf(it.job)
                        .ifPresent(real -> answers.add(new WhatIfResult.Displaced(
                                real, it.tasks.size(), it.places.size(), hours(it), !it.hit, words(it)))));
        answers.sort(Comparator.comparing(it -> it.placed() == it.tasks()));
        return answers;
    }

    private OptionalDouble hours(Displaced it) {
        if (!GangLosses.isTooFew(it.job, it.stopped) && !GangLosses.losesItsOwn(it.job, it.stopped)) {
            return OptionalDouble.of(0);
        }
        Optional<Instant> saved = GangLoss.checkpoint(it.job, now);
        return LostGpuHours.sum(
                it.stopped.stream().filter(running::contains).map(task -> LostGpuHours.of(task, saved, now)));
    }

    private static String words(Displaced it) {
        return it.by.isEmpty() ? it.words : Texts.of("DisplacedJobs.evictsItFor", String.join(", ", it.by), it.words);
    }
}
