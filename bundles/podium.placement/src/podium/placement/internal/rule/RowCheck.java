// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.AllocatedDevice;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.NodeTroubleText;
import podium.core.job.JobTraits;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;
import podium.model.value.HostPort;
import podium.model.value.Labels;
import podium.model.value.PodTerm;
import podium.model.value.Resources;
import podium.model.value.Taint;
import podium.placement.Fit;
import podium.placement.Reason;
import podium.placement.Verdict;
import podium.placement.internal.dra.ClaimToAllocate;
import podium.placement.internal.dra.DeviceShortage;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.DeviceRequirement;
import podium.placement.internal.index.PodSelectors;
import podium.placement.internal.index.ResourceText;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/** Holds a probe against one row of the index: the rules of the scheduler, each with its reason. */
public final class RowCheck {
    private final WiringCheck wiring;
    private final TaintCheck taints;
    private final TaskProbe probe;
    private final ClusterIndex index;
    private final @Nullable InterPodAffinityRule relations;
    private final NodeScores scores;
    private final int[] columns;
    private final int podsColumn;
    private final DeviceRoomCheck rooms;
    private final GpuSharesCheck shares;
    private final DraCheck dra;
    private final PodPreemption preemption;
    private final Optional<VolumeCheck> volumes;
    /** Two copies never share a node. */
    public final boolean alone;

    private final Map<Integer, Verdict> known = new HashMap<>();

    public RowCheck(TaskProbe probe, ClusterIndex index, @Nullable InterPodAffinityRule relations) {
        this.probe = probe;
        this.wiring = new WiringCheck(probe);
        this.taints = new TaintCheck(probe);
        this.index = index;
        this.relations = relations;
        this.scores = new NodeScores(probe, index);
        this.rooms = new DeviceRoomCheck(probe, index);
        this.shares = new GpuSharesCheck(probe, index);
        this.volumes = VolumeCheck.of(probe, index);
        this.alone = !probe.spec.hostPorts().isEmpty()
                || probe.spec.podAntiAffinity().stream().anyMatch(this::ownHost);
        this.podsColumn = index.column(Resources.PODS);
        this.columns = new int[probe.resources.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = index.column(probe.resources[i]);
        }
        this.dra = new DraCheck(probe, index, columns);
        this.preemption = new PodPreemption(probe, index);
    }

    /** False when what the scores go by is not the same any more. */
    public boolean holds() {
        return scores.holds();
    }

    public Verdict verdict(int row) {
        Node node = index.node(row);
        if (node == null) {
            return new Verdict(Fit.DOES_NOT_FIT, List.of(Texts.of("RowCheck.theNodeIsGone")), 0, 0);
        }
        Labels labels = PodSelectors.labels(node);
        Reasons blockers = new Reasons();
        Reasons conditions = new Reasons();
        labels(node, labels, blockers, conditions);
        int before = blockers.size();
        int copies = resources(row, node, blockers, conditions);
        int shortages = blockers.size() - before;
        ports(node, blockers);
        if (relations != null) {
            relations.refusal(node).ifPresent(blockers::add);
            relations.unknown().ifPresent(conditions::add);
        }
        volumes.ifPresent(check -> check.judge(node, blockers, conditions));
        if ((node.isUnschedulable() || marked(node)) && !probe.toleratesCordon()) {
            String cordoned = Texts.of("RowCheck.cordonedUncordonItFirst");
            conditions.add(new Reason(NodeTroubleText.noted(node, cordoned), cordoned, Reason.Kind.CORDON));
        }
        wiring.condition(node).ifPresent(conditions::add);
        restarts(node, conditions);
        if (!blockers.isEmpty()) {
            Optional<Verdict> evicting = blockers.size() == shortages && countsOnly(row)
                    ? preemption.verdict(row, node, conditions)
                    : Optional.empty();
            if (evicting.isPresent()) {
                return evicting.get();
            }
            conditions.all().forEach(blockers::add);
            return new Verdict(Fit.DOES_NOT_FIT, 0, 0, blockers.all(), List.of());
        }
        int fit = Math.min(probe.count, Math.min(copies, alone ? 1 : Integer.MAX_VALUE));
        Fit answer = conditions.isEmpty() ? Fit.FITS : Fit.FITS_IF;
        return new Verdict(answer, fit, scores.score(row, node), conditions.all(), List.of());
    }

    /** Whether what it asks for is counted there as a whole, and nothing else decides who has it. */
    private boolean countsOnly(int row) {
        return !index.shares(row) && !shares.concerns(row) && !dra.concerns();
    }

    /** What the claims of one task would have there. */
    public Map<ClaimToAllocate, List<AllocatedDevice>> allocation(int row) {
        Node node = index.node(row);
        return node == null ? Map.of() : dra.allocation(row, node);
    }

    /** The devices that are fewer there in all than its claims ask for. */
    public Optional<DeviceShortage.Few> few(int row, Node node) {
        return dra.few(row, node);
    }

    /** How many copies a row that fits takes, whether or not the subject has as many. */
    public int copies(int row) {
        Node node = index.node(row);
        return node == null
                ? 0
                : Math.min(resources(row, node, new Reasons(), new Reasons()), alone ? 1 : Integer.MAX_VALUE);
    }

    /** Whether one more task fits beside others of the subject that are thought to lie there. */
    public boolean takes(int row, List<GangPiece> others) {
        Node node = index.node(row);
        Verdict alone = known.computeIfAbsent(row, this::verdict);
        if (node == null || !alone.fit().takes()) {
            return false;
        }
        TaskProbe.Credit credit = probe.credit(node);
        for (int i = 0; i < columns.length; i++) {
            String resource = probe.resources[i];
            if (shares.instead(i, row) || dra.serves(i, row) || dra.maybe(i, row, node)) {
                continue;
            }
            long free = index.allocatable(columns[i], row)
                    - index.used(columns[i], row)
                    + (credit == null ? 0 : credit.requests().get(resource));
            for (GangPiece other : others) {
                free -= other.spec().requests().get(resource);
            }
            if (free < probe.amounts[i]) {
                return false;
            }
        }
        if (index.shares(row) && !rooms.takes(row, node, others)
                || shares.concerns(row) && !shares.takes(node, others)
                || dra.concerns() && !dra.takes(row, node, others)) {
            return false;
        }
        long pods = index.pods(row) - (credit == null ? 0 : credit.pods()) + others.size();
        return pods < index.allocatable(podsColumn, row)
                && others.stream().noneMatch(other -> HostPort.meet(other.spec().hostPorts(), probe.spec.hostPorts()));
    }

    /**
     * Whether the row would take more copies if other tasks gave their devices back: every rule holds, the node has as
     * many devices, and nothing it is short of is tighter than they are.
     */
    public boolean lacksDevices(int row) {
        Node node = index.node(row);
        if (node == null || node.isUnschedulable()) {
            return false;
        }
        Reasons blockers = new Reasons();
        labels(node, PodSelectors.labels(node), blockers, blockers); // what holds it elsewhere holds it while it waits
        ports(node, blockers);
        if (!blockers.isEmpty() || (relations != null && relations.refusal(node).isPresent())) {
            return false;
        }
        long devices = Long.MAX_VALUE;
        long others = index.allocatable(podsColumn, row) - index.pods(row);
        for (int i = 0; i < columns.length; i++) {
            if (shares.instead(i, row)) {
                continue;
            }
            long room = index.allocatable(columns[i], row) - index.used(columns[i], row);
            long copies = Math.max(0, room) / probe.amounts[i];
            if (AcceleratorKind.of(probe.resources[i]).isPresent()
                    || DeviceRequirement.THOUSANDTHS.equals(probe.resources[i])) {
                devices = Math.min(devices, copies);
            } else {
                others = Math.min(others, copies);
            }
        }
        if (index.shares(row)) {
            devices = Math.min(devices, rooms.copies(row, node, blockers));
        }
        return devices <= others && devices < copiesWhenEmpty(row);
    }

    /** Copies the row takes when everybody else has gone from it. */
    public long copiesWhenEmpty(int row) {
        long empty = probe.count;
        for (int i = 0; i < columns.length; i++) {
            if (!shares.instead(i, row)) {
                empty = Math.min(empty, index.allocatable(columns[i], row) / probe.amounts[i]);
            }
        }
        return empty;
    }

    /**
     * What one copy lacks there beside devices, of which there are enough: every rule holds, and the node has as much when
     * others give it back. Empty: nothing, or that is not what keeps it off.
     */
    public Map<String, Long> lacksBesideDevices(int row) {
        Node node = index.node(row);
        if (node == null || node.isUnschedulable() || marked(node) || !countsOnly(row)) {
            return Map.of();
        }
        Reasons blockers = new Reasons();
        labels(node, PodSelectors.labels(node), blockers, blockers);
        ports(node, blockers);
        Map<String, Long> lacking = new HashMap<>();
        boolean devices = false;
        for (int i = 0; i < columns.length; i++) {
            boolean device = AcceleratorKind.of(probe.resources[i]).isPresent();
            long total = index.allocatable(columns[i], row);
            long missing = probe.amounts[i] - (total - index.used(columns[i], row));
            devices |= device;
            if (total < probe.amounts[i] || device && missing > 0) {
                return Map.of();
            }
            if (missing > 0) {
                lacking.put(probe.resources[i], missing);
            }
        }
        return devices && blockers.isEmpty() ? lacking : Map.of();
    }

    private void labels(Node node, Labels labels, Reasons blockers, Reasons conditions) {
        readiness(node, blockers);
        selector(node, labels, blockers, conditions);
        taints.judge(node, blockers, conditions);
    }

    /** The cordon's taint may outlive it for a moment; until it is gone the scheduler keeps away. */
    private static boolean marked(Node node) {
        return node.getTaints() != null
                && node.getTaints().all().stream()
                        .anyMatch(taint ->
                                Taint.UNSCHEDULABLE.equals(taint.key()) && !"PreferNoSchedule".equals(taint.effect()));
    }

    private static void readiness(Node node, Reasons blockers) {
        if (node.getReadiness() == Readiness.NOT_READY) {
            blockers.add(Texts.of("RowCheck.theNodeIsNot"));
        } else if (node.getReadiness() == Readiness.UNKNOWN) {
            blockers.add(Texts.of("RowCheck.theNodeDoesNot"));
        }
    }

    private void selector(Node node, Labels labels, Reasons blockers, Reasons conditions) {
        Optional<Reason> selector = NodeAffinityRule.selectorReason(probe.spec, labels);
        if (selector.isPresent()) {
            Optional<String> assigned = NodeAffinityRule.assigned(probe);
            Optional<String> pin = NodeAffinityRule.onlyPinDiffers(probe, labels);
            if (assigned.isPresent() && pin.isPresent()) {
                conditions.add(NodeAffinityRule.anew(assigned.get()));
            } else if (!JobTraits.isPod(probe.job) && pin.isPresent()) {
                conditions.add(NodeAffinityRule.replaced(pin.get()));
            } else {
                blockers.add(selector.get());
            }
        }
        NodeAffinityRule.elsewhere(probe, labels).ifPresent(conditions::add);
        NodeAffinityRule.affinityReason(probe.spec, node.getName(), labels).ifPresent(blockers::add);
    }

    /** How many copies the node's resources take; reasons where not even one. */
    private int resources(int row, Node node, Reasons blockers, Reasons conditions) {
        TaskProbe.Credit credit = probe.credit(node);
        long copies = Integer.MAX_VALUE;
        for (int i = 0; i < columns.length; i++) {
            if (shares.instead(i, row) || dra.serves(i, row)) {
                continue;
            }
            if (dra.maybe(i, row, node)) {
                conditions.add(DraCheck.perhaps(probe.resources[i], probe.amounts[i]));
                continue;
            }
            long back = credit == null ? 0 : credit.requests().get(probe.resources[i]);
            long total = index.allocatable(columns[i], row);
            long free = total - index.used(columns[i], row) + back;
            if (free < probe.amounts[i]) {
                blockers.add(shortage(row, i, total, free));
            }
            copies = Math.min(copies, Math.max(0, free) / probe.amounts[i]);
        }
        if (index.shares(row)) {
            copies = Math.min(copies, rooms.copies(row, node, blockers));
        }
        if (shares.concerns(row)) {
            copies = Math.min(copies, shares.copies(node, blockers, conditions));
        }
        if (dra.concerns()) {
            copies = Math.min(copies, dra.copies(row, node, blockers, conditions));
        }
        long most = index.allocatable(podsColumn, row);
        long pods = index.pods(row) - (credit == null ? 0 : credit.pods());
        if (pods >= most) {
            blockers.add(Texts.of("RowCheck.runsPodsOf", pods, most));
        }
        return (int) Math.min(copies, Math.max(0, most - pods));
    }

    private Reason shortage(int row, int i, long total, long free) {
        String resource = probe.resources[i];
        Node node = index.node(row);
        String needed = ResourceText.words(
                resource, probe.amounts[i], total > 0 || node == null ? null : node.getAllocatable());
        String missing = total == 0 ? "" : MissingDevices.words(node, resource);
        if (!missing.isEmpty() && total < probe.amounts[i]) {
            return Reason.of(
                    Texts.of("RowCheck.nodeHasFewerSomeMissing", needed, ResourceText.number(resource, total), missing),
                    Texts.of("RowCheck.hasFewerInAllSomeMissing", needed, missing));
        }
        if (total < probe.amounts[i]) {
            return total == 0
                    ? Reason.of(
                            Texts.of("RowCheck.nodeHasNone", needed),
                            Texts.of("RowCheck.hasNone", ResourceText.named(resource, probe.amounts[i])))
                    : Reason.of(
                            Texts.of("RowCheck.nodeHasFewer", needed, ResourceText.number(resource, total)),
                            Texts.of("RowCheck.hasFewerInAll", needed));
        }
        String left = ResourceText.number(resource, Math.max(0, free));
        Job holder = index.holder(row);
        boolean held = holder != null
                && holder != probe.job
                && AcceleratorKind.of(resource).isPresent();
        return Reason.of(
                held && holder != null
                        ? Texts.of(
                                "RowCheck.someFreeSomeHeld",
                                needed,
                                left,
                                index.held(row),
                                CleanText.clean(holder.getName()))
                        : Texts.of("RowCheck.someFree", needed, left),
                Texts.of("RowCheck.notEnoughFree", needed));
    }

    private void ports(Node node, Reasons blockers) {
        if (probe.spec.hostPorts().isEmpty()) {
            return;
        }
        for (Task task : node.getTasks()) {
            if (task.getSpec() != null && probe.stays(task)) {
                for (HostPort port : task.getSpec().hostPorts()) {
                    if (probe.spec.hostPorts().stream().anyMatch(port::meets)) {
                        blockers.add(Texts.of("RowCheck.hostPortIsUsed", port, CleanText.clean(task.getName())));
                        return;
                    }
                }
            }
        }
    }

    private void restarts(Node node, Reasons conditions) {
        int moving = probe.moving.size();
        if (moving == 1 && probe.moving.getFirst().getNode() == node) {
            conditions.add(Texts.of("RowCheck.runsHereAlreadyAnd"));
        } else if (moving > 0) {
            conditions.add(
                    moving == 1
                            ? Texts.of("RowCheck.itsRunningTaskRestarts")
                            : Texts.of("RowCheck.itsRunningTasksRestart", moving));
        }
    }

    private boolean ownHost(PodTerm term) {
        return NodeAffinityRule.HOSTNAME.equals(term.topologyKey())
                && new PodSelectors(index.facts()).selects(term, probe.self(), probe.self());
    }
}
