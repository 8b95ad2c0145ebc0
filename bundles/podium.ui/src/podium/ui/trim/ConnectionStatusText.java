// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.ProtectionLabels;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;

/** What the status line says of a cluster. In the realm. */
final class ConnectionStatusText {
    private static final int LONGEST = 40;
    private static final String DOT = "  \u00b7  ";

    /** What its numbers count. */
    static final String TIP = Texts.of("ConnectionStatusText.oldTimeSinceThe");

    private ConnectionStatusText() {}

    /**
     * live, 0.4 s old · 128 changes/s · prod: 1 213 nodes, 6 212 GPUs, 71 % held.
     *
     * @param holdings its devices, counted before: at 5,000 nodes that is most of the work
     */
    static String of(Cluster cluster, Holdings holdings, double changesPerSecond, Instant now) {
        List<String> words = new ArrayList<>();
        ProtectionLabels.of(cluster).ifPresent(exposed -> words.add(exposed.word()));
        words.add(aged(StateLabels.of(cluster).word(), cluster, now));
        if (cluster.getConnection() == ConnectionState.LIVE) {
            words.add(Texts.of("ConnectionStatusText.changesS", rate(changesPerSecond)));
        }
        String name = Snapshots.fit(cluster, LONGEST);
        if (StateLabels.isUnheard(cluster) || StateLabels.isListing(cluster)) {
            // its header counts nodes and GPUs so far, and two that count at different moments differ: here it is what
            // comes last
            int pods = cluster.getJobs().stream()
                    .mapToInt(job -> job.getTasks().size())
                    .sum();
            words.add(
                    pods == 0 ? name : Texts.of("ConnectionStatusText.podsSoFar", name, Formats.counted(pods, "pod")));
            return String.join(DOT, words);
        }
        String counts = Formats.counted(cluster.getNodes().size(), "node") + ", "
                + Formats.counted(holdings.total(), AcceleratorLabels.word(cluster));
        if (holdings.total() > 0) {
            counts = Texts.of(
                    "ConnectionStatusText.held", counts, Formats.percent((double) holdings.held() / holdings.total()));
        }
        int open = cluster.getFleet() == null
                ? 1
                : cluster.getFleet().getClusters().size();
        words.add((open > 1 ? Texts.of("ConnectionStatusText.oneOf", name, Formats.counted(open, "cluster")) : name)
                + "  " + counts);
        return String.join(DOT, words);
    }

    private static String rate(double perSecond) {
        return perSecond >= 10 ? Formats.count(Math.round(perSecond)) : String.format(Locale.ROOT, "%.1f", perSecond);
    }

    /** How old what is known is; of a cluster that was never heard how long it has stood so. */
    private static String aged(String state, Cluster cluster, Instant now) {
        if (Snapshots.is(cluster)) {
            return state;
        }
        @Nullable Instant last = cluster.getLastContact();
        @Nullable Instant since = cluster.getConnectionSince();
        if (last != null) {
            return Texts.of("ConnectionStatusText.old", state, Formats.span(Duration.between(last, now)));
        }
        return since == null ? state : Texts.of("ConnectionStatusText.forSomeTime", state, Formats.age(since, now));
    }
}
