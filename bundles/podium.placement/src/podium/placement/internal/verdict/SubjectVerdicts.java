// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.AddedTolerations;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Verdict;
import podium.placement.internal.dra.ClaimToAllocate;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.ProhibitedNodes;
import podium.placement.internal.quota.KueueInjections;
import podium.placement.internal.quota.KueueTolerations;
import podium.placement.internal.quota.QuotaCheck;
import podium.placement.internal.rule.InterPodAffinityRule;
import podium.placement.internal.rule.PodClaims;
import podium.placement.internal.rule.RowCheck;
import podium.placement.internal.rule.VolumeCheck;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.task.TaskProbe;

/** The verdicts of one subject on every node, kept while it is dragged; rows that changed are judged anew. */
public final class SubjectVerdicts {
    /** Rows that are judged in one step. */
    private static final int STEP = 128;

    public final Subject subject;
    public final List<GangPiece> pieces;
    public final TaskProbe probe;
    private final Optional<Boolean> added;
    public final boolean related;

    private final ClusterIndex index;
    private final @Nullable InterPodAffinityRule relations;
    private final QuotaCheck quotas;
    private final PodClaims claims;
    private final ProhibitedNodes bars;
    private final Caveats caveats;
    private Verdict[] rows = {};
    private Verdict[] shown = {};
    private @Nullable NodeMap map;
    /** Version at which each row was judged; -1: it was not. And at which all were. */
    private long[] judgedAt = {};

    private long allJudgedAt = -1;
    private @Nullable RowCheck check;
    private long checkAt;
    private @Nullable PieceVerdicts judges;
    private long judgesAt;

    public SubjectVerdicts(Subject subject, ClusterIndex index, ProhibitedNodes bars) {
        this(
                subject,
                KueueTolerations.with(
                        subject, KueueInjections.without(subject, index.facts(), bars.cluster()), index.facts()),
                index,
                bars,
                false);
    }

    /** The same of these pieces instead of the subject's own tasks. */
    public SubjectVerdicts of(List<GangPiece> others) {
        return new SubjectVerdicts(subject, others, index, bars, false);
    }

    /** What of its volumes keeps it off every node. */
    public List<VolumeCheck.Refusal> volumeRefusals() {
        return VolumeCheck.of(probe, index).map(VolumeCheck::everywhere).orElse(List.of());
    }

    /** What is wrong with its resource claims, whatever the node. */
    List<String> claimRefusals() {
        return claims.blockers();
    }

    /** The same as if what its volumes keep off every node were not so. */
    public SubjectVerdicts withoutRefusedVolumes() {
        Set<String> refused =
                volumeRefusals().stream().map(VolumeCheck.Refusal::claim).collect(Collectors.toSet());
        return refused.isEmpty()
                ? this
                : of(pieces.stream()
                        .map(piece -> new GangPiece(
                                piece.number(),
                                piece.task(),
                                piece.spec()
                                        .claiming(piece.spec().volumeClaims().stream()
                                                .filter(name -> !refused.contains(name))
                                                .toList()),
                                piece.labels()))
                        .toList());
    }

    private SubjectVerdicts(
            Subject subject, List<GangPiece> pieces, ClusterIndex index, ProhibitedNodes bars, boolean replacing) {
        Cluster cluster = bars.cluster();
        SchedulingObjects facts = index.facts();
        this.subject = subject;
        this.quotas = replacing ? QuotaCheck.none() : QuotaCheck.of(subject, pieces, facts, cluster);
        this.bars = bars;
        this.index = index;
        this.pieces = pieces;
        this.probe = new TaskProbe(subject.job(), pieces);
        this.added = added();
        this.related = InterPodAffinityRule.concern(probe, index) || VolumeCheck.exclusive(probe, index);
        this.relations = related ? InterPodAffinityRule.of(probe, index, cluster) : null;
        this.claims = PodClaims.of(probe.spec, probe.task, probe, index.offered());
        this.caveats = replacing
                ? Caveats.replacing(subject, probe, pieces, facts, bars)
                : Caveats.of(subject, probe, pieces, facts, bars);
    }

    /** Whether the server adds tolerations for what its pods ask for, where they ask for anything of the kind. */
    Optional<Boolean> added() {
        return AddedTolerations.asks(probe.spec) ? AddedTolerations.ofServer(bars.cluster()) : Optional.of(false);
    }

    /** True when pods have told otherwise of it than was known. */
    public boolean addedChanged() {
        return !added.equals(added());
    }

    /** True when its resource claims are not what they were: what was judged before does not hold. */
    public boolean claimsChanged() {
        return !claims.equals(PodClaims.of(probe.spec, probe.task, probe, index.offered()));
    }

    /** Its resource claims where each task has its own and none has devices; empty: they are not alike another's. */
    Optional<Object> alikeClaims() {
        return claims.pinned().isEmpty()
                        && claims.gone().isEmpty()
                        && claims.open().stream().noneMatch(ClaimToAllocate::once)
                ? Optional.of(List.of(
                        claims.blockers(),
                        claims.conditions(),
                        claims.open().stream().map(ClaimToAllocate::spec).toList()))
                : Optional.empty();
    }

    /** Verdicts for the pod that its controller makes in the place of one: what that was granted goes to it. */
    public static SubjectVerdicts replacing(
            Subject subject, GangPiece piece, ClusterIndex index, ProhibitedNodes bars) {
        return new SubjectVerdicts(subject, List.of(piece), index, bars, true);
    }

    /** What is to be said of every verdict. */
    public Caveats caveats() {
        return caveats;
    }

    /** What queue and quotas say. */
    public QuotaCheck quotas() {
        return quotas;
    }

    /** Takes over what was worked out for a subject {@link AlikeVerdicts alike}; rows changed since are judged anew. */
    void startFrom(SubjectVerdicts alike) {
        if (!related && !alike.related && alike.index == index) {
            rows = alike.rows.clone();
            judgedAt = alike.judgedAt.clone();
            allJudgedAt = alike.allJudgedAt;
            shown = rows.clone();
            for (int row = 0; row < shown.length && !(quotas.isEmpty() && caveats.none()); row++) {
                shown[row] = judgedAt[row] < 0 ? rows[row] : granted(row);
            }
        }
    }

    public RowCheck check() {
        RowCheck known = check;
        if (known == null || checkAt != index.version() || !known.holds()) {
            known = new RowCheck(probe, index, relations);
            check = known;
            checkAt = index.version();
        }
        return known;
    }

    /** What can be said of each of its tasks, made once while nothing changes. */
    public PieceVerdicts judges(Supplier<PieceVerdicts> made) {
        PieceVerdicts known = judges;
        if (known == null || judgesAt != index.version()) {
            known = made.get();
            judges = known;
            judgesAt = index.version();
        }
        return known;
    }

    public Map<Node, Verdict> map() {
        refresh();
        NodeMap known = map;
        if (known == null) {
            known = new NodeMap(index, index.nodes(), shown.clone());
            map = known;
        }
        return known;
    }

    /** What the nodes alone say. */
    public Map<Node, Verdict> ofNodes() {
        refresh();
        return new NodeMap(index, index.nodes(), rows.clone());
    }

    /** What is shown of the nodes, but for queues and quotas. */
    public Map<Node, Verdict> withoutQuotas() {
        refresh();
        Verdict[] alone = rows.clone();
        for (int row = 0; row < alone.length; row++) {
            Node node = index.node(row);
            alone[row] = node == null ? rows[row] : caveats.with(node, rows[row]);
        }
        return new NodeMap(index, index.nodes(), alone);
    }

    /** The same with other verdicts for some rows. */
    public Map<Node, Verdict> map(Map<Integer, Verdict> others) {
        if (others.isEmpty()) {
            return map();
        }
        refresh();
        Verdict[] changed = shown.clone();
        others.forEach((row, verdict) -> changed[row] = verdict);
        return new NodeMap(index, index.nodes(), changed);
    }

    public Verdict at(int row) {
        if (allJudgedAt != index.version()) {
            grow();
            if (isStale(row)) {
                judge(row, check());
            }
        }
        return shown[row];
    }

    /** True when one step judges all rows. */
    boolean few() {
        return index.rows() <= STEP;
    }

    /** The same as of this moment where others are evicted: what they lose grows, and their gangs change on other nodes. */
    public Verdict now(int row) {
        if (at(row).fit() == Fit.EVICTS) {
            judge(row, check());
        }
        return shown[row];
    }

    /**
     * Judges some more rows.
     *
     * @param first nodes that are judged before all others
     */
    Optional<Map<Node, Verdict>> step(Iterator<Node> first) {
        if (allJudgedAt == index.version()) {
            return Optional.of(map());
        }
        grow();
        RowCheck with = check();
        int left = STEP;
        while (left > 0 && first.hasNext()) {
            int row = index.row(first.next());
            if (row >= 0 && isStale(row)) {
                judge(row, with);
                left--;
            }
        }
        return judge(left) ? Optional.of(map()) : Optional.empty();
    }

    /** What of it is known now. */
    Map<Node, Verdict> soFar() {
        if (allJudgedAt == index.version()) {
            return map();
        }
        grow();
        @Nullable Node[] judged = index.nodes();
        for (int row = 0; row < judged.length; row++) {
            if (isStale(row)) {
                judged[row] = null;
            }
        }
        return new NodeMap(index, judged, shown.clone());
    }

    private void refresh() {
        if (allJudgedAt != index.version()) {
            grow();
            judge(Integer.MAX_VALUE);
        }
    }

    /** Judges so many rows that changed; true: none is left. */
    private boolean judge(int most) {
        RowCheck with = check();
        int left = most;
        for (int row = 0; row < judgedAt.length; row++) {
            if (isStale(row)) {
                if (left-- <= 0) {
                    return false;
                }
                judge(row, with);
            }
        }
        allJudgedAt = index.version();
        check = null;
        return true;
    }

    private void judge(int row, RowCheck with) {
        rows[row] = with.verdict(row);
        shown[row] = granted(row);
        judgedAt[row] = index.version();
        map = null;
    }

    private boolean isStale(int row) {
        return index.changedAt(row) > judgedAt[row];
    }

    /** Takes in rows that are new. */
    private void grow() {
        int known = judgedAt.length;
        if (known < index.rows()) {
            judgedAt = Arrays.copyOf(judgedAt, index.rows());
            Arrays.fill(judgedAt, known, judgedAt.length, -1);
            rows = Arrays.copyOf(rows, judgedAt.length);
            shown = Arrays.copyOf(shown, judgedAt.length);
            map = null;
        }
    }

    private Verdict granted(int row) {
        Node node = index.node(row);
        return node == null
                ? rows[row]
                : caveats.with(node, quotas.isEmpty() ? rows[row] : quotas.with(node, rows[row]));
    }
}
