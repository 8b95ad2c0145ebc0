// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.placement;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.internal.dra.Claimed;
import podium.core.placement.Subject;
import podium.core.placement.Verdict;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;

/** The verdicts of one subject on every node, kept while it is dragged; rows that changed are judged anew. */
final class Verdicts {
    /** Rows that are judged in one step. */
    private static final int STEP = 128;

    private static final long[] ALL = {};

    final Subject subject;
    final List<Piece> pieces;
    final Probe probe;
    final boolean related;

    private final ClusterIndex index;
    private final @Nullable Relations relations;
    private final Quotas quotas;
    private final PodClaims claims;
    private Verdict[] rows = {};
    private Verdict[] shown = {};
    private @Nullable NodeMap map;
    private long judgedAt = -1;
    /** Version at which each row was judged while only some of them were since the last time; empty: all were. */
    private long[] partly = ALL;

    Verdicts(Subject subject, ClusterIndex index, Cluster cluster) {
        this(subject, Piece.of(subject), index, cluster);
    }

    /** @param pieces what is judged instead of the subject's own tasks */
    Verdicts(Subject subject, List<Piece> pieces, ClusterIndex index, Cluster cluster) {
        this(subject, pieces, index, cluster, Quotas.of(subject, pieces, index.facts(), cluster));
    }

    private Verdicts(Subject subject, List<Piece> pieces, ClusterIndex index, Cluster cluster, Quotas quotas) {
        this.subject = subject;
        this.quotas = quotas;
        this.index = index;
        this.pieces = pieces;
        this.probe = new Probe(subject.job(), pieces);
        this.related = Relations.concern(probe, index) || VolumeCheck.exclusive(probe, index);
        this.relations = related ? Relations.of(probe, index, cluster) : null;
        this.claims = PodClaims.of(probe.spec, probe.task, probe, index.offered());
    }

    /** True when its resource claims are not what they were: what was judged before does not hold. */
    boolean claimsChanged() {
        return !claims.equals(PodClaims.of(probe.spec, probe.task, probe, index.offered()));
    }

    /** Its resource claims where each task has its own and none has devices; empty: they are not alike another's. */
    Optional<Object> alikeClaims() {
        return claims.pinned().isEmpty()
                        && claims.gone().isEmpty()
                        && claims.open().stream().noneMatch(Claimed::once)
                ? Optional.of(List.of(
                        claims.blockers(),
                        claims.conditions(),
                        claims.open().stream().map(Claimed::spec).toList()))
                : Optional.empty();
    }

    /** Verdicts for the pod that its controller makes in the place of one: what that was granted goes to it. */
    static Verdicts replacing(Subject subject, Piece piece, ClusterIndex index, Cluster cluster) {
        return new Verdicts(subject, List.of(piece), index, cluster, Quotas.none());
    }

    /** What queue and quotas say. */
    Quotas quotas() {
        return quotas;
    }

    /** Takes over what was worked out for a subject {@link AlikeVerdicts alike}; rows changed since are judged anew. */
    void startFrom(Verdicts alike) {
        if (!related && !alike.related && alike.index == index && alike.partly == ALL) {
            rows = alike.rows.clone();
            judgedAt = alike.judgedAt;
            shown = rows.clone();
            Arrays.setAll(shown, this::granted);
        }
    }

    @Nullable
    Relations relations() {
        return relations;
    }

    RowCheck check() {
        return new RowCheck(probe, index, relations);
    }

    Map<Node, Verdict> map() {
        refresh();
        NodeMap known = map;
        if (known == null) {
            known = new NodeMap(index, index.nodes(), shown.clone());
            map = known;
        }
        return known;
    }

    /** What the nodes alone say. */
    Map<Node, Verdict> ofNodes() {
        refresh();
        return new NodeMap(index, index.nodes(), rows.clone());
    }

    /** The same with other verdicts for some rows. */
    Map<Node, Verdict> map(Map<Integer, Verdict> others) {
        if (others.isEmpty()) {
            return map();
        }
        refresh();
        Verdict[] changed = shown.clone();
        others.forEach((row, verdict) -> changed[row] = verdict);
        return new NodeMap(index, index.nodes(), changed);
    }

    /** Whether devices that others hold are what keeps it off some node. */
    boolean lacksDevices() {
        RowCheck check = check();
        for (int row = 0; row < index.rows(); row++) {
            if (check.lacksDevices(row)) {
                return true;
            }
        }
        return false;
    }

    Verdict at(int row) {
        refresh();
        return shown[row];
    }

    /** True when one step judges all rows. */
    boolean few() {
        return index.rows() <= STEP;
    }

    /** Judges some more rows. */
    Optional<Map<Node, Verdict>> step() {
        return judge(STEP) ? Optional.of(map()) : Optional.empty();
    }

    private void refresh() {
        judge(Integer.MAX_VALUE);
    }

    /** Judges so many rows that changed; true: none is left. */
    private boolean judge(int most) {
        if (judgedAt == index.version()) {
            return true;
        }
        RowCheck check = check();
        long[] at = judged();
        rows = Arrays.copyOf(rows, at.length);
        shown = quotas.isEmpty() ? rows : Arrays.copyOf(shown, at.length);
        int left = most;
        for (int row = 0; row < at.length; row++) {
            if (index.changedAt(row) > at[row]) {
                if (left-- == 0) {
                    partly = at;
                    return false;
                }
                rows[row] = check.verdict(row);
                shown[row] = granted(row);
                at[row] = index.version();
            }
        }
        partly = ALL;
        judgedAt = index.version();
        map = null;
        return true;
    }

    /** Version at which each row was judged; -1: it was not. */
    private long[] judged() {
        long[] at = Arrays.copyOf(partly, index.rows());
        int known = partly.length;
        if (partly == ALL) {
            known = rows.length;
            Arrays.fill(at, 0, known, judgedAt);
        }
        Arrays.fill(at, known, at.length, -1);
        return at;
    }

    private Verdict granted(int row) {
        Node node = index.node(row);
        return node == null ? rows[row] : quotas.with(node, rows[row]);
    }
}
