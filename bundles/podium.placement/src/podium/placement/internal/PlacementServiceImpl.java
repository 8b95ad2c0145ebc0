// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.dra.AllocatedDevice;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetListener;
import podium.core.fleet.FleetView;
import podium.core.job.GangStart;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.Assignment;
import podium.placement.Fit;
import podium.placement.FragmentationEffect;
import podium.placement.FreeDevices;
import podium.placement.GangLayoutService;
import podium.placement.IncrementalResult;
import podium.placement.IncrementalVerdicts;
import podium.placement.LayoutAppraisal;
import podium.placement.Obstacle;
import podium.placement.PlacementService;
import podium.placement.Prohibitions;
import podium.placement.Rank;
import podium.placement.Readmission;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.internal.dra.ClaimToAllocate;
import podium.placement.internal.dra.cel.SelectorReader;
import podium.placement.internal.dra.cel.SelectorSource;
import podium.placement.internal.gang.GangFit;
import podium.placement.internal.gang.GangProposals;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.DeviceRequirement;
import podium.placement.internal.index.Indexes;
import podium.placement.internal.index.NodeRooms;
import podium.placement.internal.index.ProhibitedNodes;
import podium.placement.internal.quota.QuotaCheck;
import podium.placement.internal.rule.NodeAffinityRule;
import podium.placement.internal.rule.NodeScores;
import podium.placement.internal.rule.PreemptionCandidate;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.task.TaskProbe;
import podium.placement.internal.verdict.AlikeVerdicts;
import podium.placement.internal.verdict.EvictedOthers;
import podium.placement.internal.verdict.MissingHardware;
import podium.placement.internal.verdict.PreemptionCandidates;
import podium.placement.internal.verdict.RoomCures;
import podium.placement.internal.verdict.SubjectVerdicts;
import podium.placement.internal.verdict.VerdictProgress;
import podium.placement.texts.Texts;

/** Placement on an index of each cluster that follows the fleet. In the realm. */
@Component(service = {PlacementService.class, GangLayoutService.class})
public final class PlacementServiceImpl implements PlacementService, GangLayoutService, FleetListener, AutoCloseable {
    private final Indexes indexes;
    private final AlikeVerdicts alike = new AlikeVerdicts();
    private final AutoCloseable listening;
    private @Nullable SubjectVerdicts last;
    private long quotasAt;
    private @Nullable ProposalVerdicts board;

    /** Reads what claims select devices by when it is needed, in the thread of the caller. */
    public PlacementServiceImpl(FleetView fleet) {
        this(fleet, new SelectorReader(), Prohibitions.nothing());
    }

    /**
     * Placement in an open fleet.
     *
     * @param selectors reads what claims select devices by
     * @param rules what the operator has protected is no place
     */
    @Activate
    public PlacementServiceImpl(
            @Reference FleetView fleet, @Reference SelectorSource selectors, @Reference Prohibitions rules) {
        this(fleet, selectors, Optional.of(rules));
    }

    /** What the scheduler would do, with nobody who acts: no rule of the operator stands against it. */
    public static PlacementServiceImpl ofScheduler(FleetView fleet) {
        return new PlacementServiceImpl(fleet, new SelectorReader(), Optional.empty());
    }

    private PlacementServiceImpl(FleetView fleet, SelectorSource selectors, Optional<Prohibitions> rules) {
        this.indexes = new Indexes(fleet, selectors, rules);
        this.listening = fleet.listen(this);
    }

    @Override
    public Map<Node, Verdict> verdicts(Subject subject) {
        return subject.cluster()
                .map(cluster -> verdicts(subject, cluster).map())
                .orElse(Map.of());
    }

    @Override
    public Map<Node, Verdict> verdictsWithoutQuotas(Subject subject) {
        return subject.cluster()
                .map(cluster -> verdicts(subject, cluster).withoutQuotas())
                .orElse(Map.of());
    }

    /** Where kube-scheduler evicts others for one task of the subject, and whom; empty: nowhere. */
    public Optional<PreemptionCandidate> preemption(Subject subject) {
        return subject.cluster()
                .flatMap(cluster -> PreemptionCandidates.best(verdicts(subject, cluster), index(cluster)));
    }

    @Override
    public List<String> evicted(Subject subject) {
        return subject.cluster()
                .map(cluster -> EvictedOthers.of(verdicts(subject, cluster)))
                .orElse(List.of());
    }

    @Override
    public Map<Node, Verdict> replacements(Task task) {
        Subject subject = new Subject(task.getJob(), List.of(task));
        return cluster(task.getJob())
                .map(cluster -> SubjectVerdicts.replacing(
                                subject, GangPiece.replacing(task), index(cluster), indexes.bars(cluster))
                        .map())
                .orElse(Map.of());
    }

    @Override
    public IncrementalVerdicts judging(Subject subject, List<Node> first) {
        return subject.cluster()
                .<IncrementalVerdicts>map(cluster ->
                        new VerdictProgress(() -> indexes.grow(cluster), () -> verdicts(subject, cluster), first))
                .orElse(IncrementalVerdicts.atOnce(Map::of));
    }

    @Override
    public Verdict verdict(Subject subject, Target target) {
        return judging(subject, target).now();
    }

    @Override
    public IncrementalResult<Verdict> judging(Subject subject, Target target) {
        Optional<Cluster> cluster = subject.cluster();
        if (cluster.isEmpty() || TargetLocation.elsewhere(target, cluster.get())) {
            return IncrementalResult.atOnce(
                    () -> new Verdict(Fit.DOES_NOT_FIT, List.of(Texts.of("PlacementServiceImpl.itIsInAnother")), 0, 0));
        }
        ClusterIndex index = index(cluster.get());
        SubjectVerdicts verdicts = verdicts(subject, cluster.get());
        return new TargetVerdict(verdicts, index, new GangFit(verdicts, index, cluster.get())).judging(target);
    }

    @Override
    public Optional<Assignment> layout(Subject subject, Target target) {
        return laying(subject, target).now();
    }

    @Override
    public IncrementalResult<Optional<Assignment>> laying(Subject subject, Target target) {
        Optional<Cluster> cluster = subject.cluster();
        if (cluster.isEmpty() || TargetLocation.elsewhere(target, cluster.get())) {
            return IncrementalResult.atOnce(Optional::empty);
        }
        ClusterIndex index = index(cluster.get());
        SubjectVerdicts verdicts = verdicts(subject, cluster.get());
        boolean ranked = verdicts.pieces.stream()
                .allMatch(piece -> piece.task().map(Task::getRank).isPresent());
        return new GangFit(verdicts, index, cluster.get())
                .laying(target)
                .map(found -> found.map(layout -> new Assignment(layout, LayoutText.of(layout, ranked))));
    }

    /**
     * Devices of a node that the score of a verdict has in mind for one task of the subject, by index. Which ones it gets
     * is for the device plugin to say; this is for models of what might be.
     */
    public List<Integer> devices(Subject subject, Node node) {
        Optional<Cluster> cluster = subject.cluster();
        int row = cluster.isEmpty() ? -1 : index(cluster.get()).row(node);
        if (row < 0) {
            return List.of();
        }
        ClusterIndex index = index(cluster.get());
        TaskProbe probe = verdicts(subject, cluster.get()).probe;
        DeviceRequirement ask = DeviceRequirement.of(probe.spec.requests());
        int from = new NodeScores(probe, index).effect(row, node).from();
        int[] free = index.freeDevices(row, node);
        return IntStream.range(0, free.length)
                .filter(device -> free[device] == from)
                .limit(ask.devices())
                .boxed()
                .toList();
    }

    /** What the queue of the subject's job and the quotas of its namespace do not grant now, in words; empty: they grant all. */
    public List<String> shortages(Subject subject) {
        return QuotaCheck.words(subject, QuotaCheck::shortages);
    }

    @Override
    public Readmission readmission(Job job, String queue) {
        return QuotaCheck.anew(job, queue);
    }

    /** Devices that the claims of one task of the subject would have on a node: for models of what might be. */
    public Map<ClaimToAllocate, List<AllocatedDevice>> claimed(Subject subject, Node node) {
        Optional<Cluster> cluster = subject.cluster();
        int row = cluster.isEmpty() ? -1 : index(cluster.get()).row(node);
        return row < 0
                ? Map.of()
                : verdicts(subject, cluster.orElseThrow()).check().allocation(row);
    }

    @Override
    public List<Rank> ranks(Job job) {
        return GangProposals.ranks(job);
    }

    @Override
    public LayoutAppraisal appraise(Job job, Map<Task, Node> proposal) {
        return cluster(job)
                .map(cluster -> GangProposals.appraise(job, proposal, index(cluster), indexes.bars(cluster)))
                .orElse(new LayoutAppraisal("", List.of()));
    }

    @Override
    public Map<Node, Verdict> verdicts(Subject moved, Map<Task, Node> proposal) {
        return board(moved, proposal).map(ProposalVerdicts::verdicts).orElse(Map.of());
    }

    @Override
    public Verdict verdict(Subject moved, Target target, Map<Task, Node> proposal) {
        return board(moved, proposal)
                .map(board -> board.verdict(target))
                .orElse(new Verdict(Fit.DOES_NOT_FIT, List.of(Texts.of("PlacementServiceImpl.theJobIsGone")), 0, 0));
    }

    @Override
    public Map<Task, Node> layout(Subject moved, Optional<Target> target, Map<Task, Node> proposal) {
        return board(moved, proposal).map(board -> board.layout(target)).orElse(Map.of());
    }

    private Optional<ProposalVerdicts> board(Subject moved, Map<Task, Node> proposal) {
        return moved.cluster().map(cluster -> board(moved, proposal, cluster));
    }

    private ProposalVerdicts board(Subject moved, Map<Task, Node> proposal, Cluster cluster) {
        SubjectVerdicts verdicts = verdicts(moved, cluster);
        ProposalVerdicts known = board;
        if (known == null || !known.isFor(verdicts, proposal)) {
            known = new ProposalVerdicts(moved, verdicts, proposal, index(cluster), cluster);
            board = known;
        }
        return known;
    }

    @Override
    public Optional<FragmentationEffect> effect(Subject subject, Node node) {
        Optional<Cluster> cluster = subject.cluster();
        int row = cluster.isEmpty() ? -1 : index(cluster.get()).row(node);
        if (row < 0) {
            return Optional.empty();
        }
        ClusterIndex index = index(cluster.get());
        return Optional.of(TaskEffect.of(verdicts(subject, cluster.get()), index, row, node));
    }

    @Override
    public FreeDevices room(Node node) {
        @Nullable Cluster cluster = node.getCluster();
        int row = cluster == null ? -1 : index(cluster).row(node);
        if (cluster == null || row < 0) {
            return FreeDevices.NONE;
        }
        return NodeRooms.of(index(cluster), row, node);
    }

    @Override
    public List<String> whyWaiting(Job job) {
        return obstacles(job).stream().map(Obstacle::words).toList();
    }

    @Override
    public List<Obstacle> obstacles(Job job) {
        return obstacles(new Subject(job, WaitText.waiting(job)));
    }

    @Override
    public List<Obstacle> obstacles(Subject subject) {
        if (!WaitText.waits(subject.job())) {
            return List.of();
        }
        WaitText words = new WaitText(subject.job());
        words.beforeScheduling();
        Optional<Cluster> cluster = subject.cluster();
        if (cluster.isPresent()) {
            ClusterIndex index = index(cluster.get());
            SubjectVerdicts verdicts = new SubjectVerdicts(subject, index, indexes.bars(cluster.get()));
            alike.share(verdicts, index);
            words.quotas(verdicts.quotas().shortages());
            words.unknown(verdicts.caveats().unknown());
            verdicts.caveats().unread().ifPresent(words::unread);
            words.volumes(verdicts.volumeRefusals());
            SubjectVerdicts placed = verdicts.withoutRefusedVolumes();
            verdicts.quotas().nodeless().ifPresent(words::nodeless);
            NodeAffinityRule.assigned(verdicts.probe).ifPresent(host -> words.assigned(host, verdicts.ofNodes()));
            words.nodes(
                    placed.ofNodes(),
                    verdicts.quotas()::grants,
                    placed.pieces.size(),
                    GangStart.inPart(subject.job(), index.facts()),
                    GangStart.least(subject.job(), subject.tasks(), index.facts()),
                    new RoomCures(placed, index),
                    new MissingHardware(placed, index, cluster.get()));
        }
        return words.done();
    }

    @Override
    @Deactivate
    public void close() throws Exception {
        listening.close();
    }

    private static Optional<Cluster> cluster(Job job) {
        return Optional.ofNullable(job.getCluster());
    }

    private SubjectVerdicts verdicts(Subject subject, Cluster cluster) {
        ClusterIndex index = index(cluster);
        ProhibitedNodes bars = indexes.bars(cluster);
        SubjectVerdicts known = last;
        if (bars.changed()
                || known == null
                || !known.subject.equals(subject)
                || quotasAt != index.facts().quotaVersion()) {
            quotasAt = index.facts().quotaVersion();
            known = new SubjectVerdicts(subject, index, bars);
            alike.share(known, index);
            last = known;
        }
        return known;
    }

    private ClusterIndex index(Cluster cluster) {
        return indexes.of(cluster);
    }

    /** Before the views, which ask for verdicts when they hear of a change. */
    @Override
    public boolean early() {
        return true;
    }

    @Override
    public void changed(FleetDelta delta) {
        forgetGone(delta);
        delta.clusters().forEach(this::newFacts);
        indexes.follow(delta);
        SubjectVerdicts known = last;
        if (known != null && concerns(known, delta)) {
            last = null;
            board = null;
        }
    }

    private void newFacts(Cluster cluster) {
        @Nullable ClusterIndex index = indexes.known(cluster);
        if (index != null && index.followFacts()) {
            alike.clear();
            last = null;
        }
        SubjectVerdicts known = last;
        if (known != null && known.claimsChanged()) {
            last = null;
        }
    }

    private void forgetGone(FleetDelta delta) {
        if (delta.structure()) {
            indexes.forgetGone();
            alike.clear();
        }
    }

    /** True when what was worked out for the subject as a whole does not hold any more. */
    private static boolean concerns(SubjectVerdicts known, FleetDelta delta) {
        Job job = known.subject.job();
        return (known.related && !(delta.tasks().isEmpty() && delta.nodes().isEmpty()))
                || delta.jobs().contains(job)
                || !delta.tasks().isEmpty() && known.addedChanged()
                || delta.tasks().stream()
                        .anyMatch(task ->
                                task.getJob() == job || known.subject.tasks().contains(task));
    }
}
