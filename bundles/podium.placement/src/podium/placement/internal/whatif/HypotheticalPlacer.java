// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.fleet.DomainTree;
import podium.core.fleet.FleetDelta;
import podium.core.job.GangStart;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.internal.PlacementServiceImpl;
import podium.placement.internal.rule.PreemptionCandidate;
import podium.placement.texts.Texts;

/** Puts waiting tasks of the copy where Podium would advise, and takes them away again. */
final class HypotheticalPlacer implements AutoCloseable {
    private static final Comparator<Map.Entry<Node, Verdict>> BEST_FIRST = Comparator.comparingDouble(
                    (Map.Entry<Node, Verdict> entry) -> -entry.getValue().score())
            .thenComparing(entry -> entry.getKey().getName());

    private final FleetCopy copy;
    private final PlacementServiceImpl placement;
    private final HypotheticalClaims claims;
    /** Children first: the smallest domain that takes a gang is the one advised. */
    private final List<Domain> domains;

    /** Where tasks were put; fewer than asked for where room was short. */
    record Put(Map<Task, Node> places, String words) {}

    HypotheticalPlacer(FleetCopy copy) {
        this.copy = copy;
        this.placement = PlacementServiceImpl.ofScheduler(copy);
        this.claims = new HypotheticalClaims(copy.facts());
        this.domains = DomainTree.innerFirst(copy.cluster);
    }

    PlacementServiceImpl placement() {
        return placement;
    }

    /**
     * Binds tasks of one job.
     *
     * @param least where fewer find room, none is bound
     */
    Put put(Job job, List<Task> tasks, int least) {
        if (tasks.size() > 1) {
            Optional<Put> near = inOneDomain(job, tasks);
            if (near.isPresent()) {
                near.get().places().forEach(this::bind);
                return near.get();
            }
        }
        Map<Task, Node> places = anywhere(job, tasks);
        if (places.size() < least) {
            places.keySet().forEach(this::unbind);
            return new Put(
                    Map.of(),
                    Texts.of(
                            "HypotheticalPlacer.noneAsRoomIsForSome", places.size(), Counted.of(tasks.size(), "task")));
        }
        return new Put(places, words(job, places, tasks.size()));
    }

    /** Binds a task to a node that takes it as it is; false: it does not. */
    boolean put(Task task, Node node) {
        Verdict verdict = placement.verdict(new Subject(task.getJob(), List.of(task)), new Target.OnNode(node));
        boolean takes = (verdict.fit() == Fit.FITS || verdict.fit() == Fit.FITS_IF)
                && !node.isUnschedulable()
                && !verdict.isHeld();
        if (takes) {
            bind(task, node);
        }
        return takes;
    }

    /** What kube-scheduler does for a task that finds no room: it evicts others, if that helps. */
    Optional<PreemptionCandidate> preempt(Job job, Task task) {
        Optional<PreemptionCandidate> found = placement.preemption(new Subject(job, List.of(task)));
        found.ifPresent(it -> {
            it.victims().forEach(this::unbind);
            bind(task, it.node());
        });
        return found;
    }

    /** All as it was before. */
    void undo(Task task, PreemptionCandidate preemption) {
        unbind(task);
        preemption.victims().forEach(victim -> bind(victim, preemption.node()));
    }

    private Optional<Put> inOneDomain(Job job, List<Task> tasks) {
        Subject subject = new Subject(job, tasks);
        int wanted = tasks.size();
        Domain best = null;
        double score = -1;
        int depth = -1;
        for (Domain domain : domains) {
            int here = depth(domain);
            Verdict verdict = here < depth ? null : placement.verdict(subject, new Target.OnDomain(domain));
            if (verdict != null
                    && verdict.fit().takes()
                    && !verdict.isHeld()
                    && verdict.tasksThatFit() >= wanted
                    && (here > depth || verdict.score() > score)) {
                best = domain;
                score = verdict.score();
                depth = here;
            }
        }
        return best == null ? Optional.empty() : in(best, subject, tasks);
    }

    private Optional<Put> in(Domain domain, Subject subject, List<Task> tasks) {
        String name = CleanText.domain(domain.getLevel(), domain.getName());
        return placement
                .layout(subject, new Target.OnDomain(domain))
                .map(found ->
                        new Put(found.byTask(tasks), Texts.of("HypotheticalPlacer.inDomain", name, found.words())));
    }

    private static int depth(Domain domain) {
        return domain.getParent() == null ? 0 : 1 + depth(domain.getParent());
    }

    /** On the best nodes of the whole cluster; what was bound stays bound. */
    private Map<Task, Node> anywhere(Job job, List<Task> tasks) {
        Map<TaskSpec, List<Task>> alike = new LinkedHashMap<>();
        Map<Task, Node> places = new LinkedHashMap<>();
        for (Task task : tasks) {
            if (task.getSpec() == null) {
                continue;
            }
            if (related(task.getSpec())) {
                fill(job, List.of(task), places);
            } else {
                alike.computeIfAbsent(task.getSpec(), spec -> new ArrayList<>()).add(task);
            }
        }
        alike.values().forEach(group -> fill(job, group, places));
        return places;
    }

    private static boolean related(TaskSpec spec) {
        return !spec.podAffinity().isEmpty()
                || !spec.podAntiAffinity().isEmpty()
                || !spec.spreads().isEmpty()
                || !spec.hostPorts().isEmpty();
    }

    private void fill(Job job, List<Task> tasks, Map<Task, Node> places) {
        List<Map.Entry<Node, Verdict>> ranked = new ArrayList<>();
        placement.verdicts(new Subject(job, tasks)).forEach((node, verdict) -> {
            if (verdict.fit().takes() && !node.isUnschedulable() && !verdict.isHeld()) {
                ranked.add(Map.entry(node, verdict));
            }
        });
        Map<Task, Node> found = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<Node, Verdict> entry : bestFirst(ranked, tasks.size())) {
            for (int i = 0; i < entry.getValue().tasksThatFit() && next < tasks.size(); i++) {
                found.put(tasks.get(next++), entry.getKey());
            }
        }
        found.forEach(this::bind);
        places.putAll(found);
    }

    private static List<Map.Entry<Node, Verdict>> bestFirst(List<Map.Entry<Node, Verdict>> ranked, int wanted) {
        if (wanted == 1) {
            return ranked.stream().min(BEST_FIRST).stream().toList();
        }
        ranked.sort(BEST_FIRST);
        return ranked;
    }

    private void bind(Task task, Node node) {
        if (!node.getAccelerators().isEmpty() && task.getAccelerators().isEmpty()) {
            placement.devices(new Subject(task.getJob(), List.of(task)), node).forEach(index -> task.getAccelerators()
                    .add(FleetCopy.device(node, index)));
        }
        boolean claimed = claims.put(task, node, placement.claimed(new Subject(task.getJob(), List.of(task)), node));
        task.setNode(node);
        task.setPhase(TaskPhase.RUNNING);
        tell(task, node, claimed);
    }

    /** Lets a task wait. */
    void unbind(Task task) {
        Node node = task.getNode();
        task.getAccelerators().clear();
        task.setNode(null);
        task.setPhase(TaskPhase.PENDING);
        if (node != null) {
            tell(task, node, claims.release(task));
        }
    }

    private void tell(Task task, Node node, boolean claimed) {
        Set<Cluster> clusters = claimed ? Set.of(copy.cluster) : Set.of();
        copy.tell(new FleetDelta(clusters, Set.of(node), Set.of(), Set.of(task), false));
    }

    /** Where they are, and how many of those that are wanted. */
    String words(Job job, Map<Task, Node> places, int wanted) {
        if (places.isEmpty()) {
            return Texts.of("HypotheticalPlacer.noNodeHasRoom");
        }
        Map<Node, Integer> counts = new IdentityHashMap<>();
        places.values().forEach(node -> counts.merge(node, 1, Integer::sum));
        String first = places.values().iterator().next().getName();
        String where = counts.size() == 1
                ? Texts.of("HypotheticalPlacer.onNode", first)
                : Texts.of("HypotheticalPlacer.onNodesFirst", counts.size(), first);
        if (places.size() == wanted) {
            return where;
        }
        String all = Counted.of(wanted, "task");
        return GangStart.inPart(job, copy.facts())
                ? Texts.of("HypotheticalPlacer.placedWithoutTheRest", where, places.size(), all)
                : Texts.of("HypotheticalPlacer.placedAndRoomForOf", where, places.size(), all);
    }

    @Override
    public void close() throws Exception {
        placement.close();
    }
}
