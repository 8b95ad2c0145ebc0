// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.cluster.ClusterColor;
import podium.core.cluster.ClusterMark;
import podium.model.fleet.Cluster;
import podium.ui.cluster.ClusterClosing;
import podium.ui.label.MarkLabels;
import podium.ui.label.Snapshots;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus.Entry;

/** Marks a cluster: as production, with a colour. */
final class ClusterMarkMenu {
    private ClusterMarkMenu() {}

    static List<Entry> of(Cluster cluster, ClusterClosing clusters) {
        if (Snapshots.is(cluster)) {
            return List.of();
        }
        @Nullable String given = cluster.getColor();
        Optional<ClusterColor> color = given == null ? Optional.empty() : ClusterColor.of(given);
        boolean production = cluster.isProduction();
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of(
                production
                        ? Texts.of("ClusterMarkMenu.removeProductionMark")
                        : Texts.of("ClusterMarkMenu.markAsProduction"),
                Icon.WARNING,
                () -> clusters.mark(cluster, new ClusterMark(color, !production))));
        for (ClusterColor other : ClusterColor.values()) {
            if (!color.equals(Optional.of(other))) {
                entries.add(new Entry(
                        words(other),
                        Icon.FULL,
                        MarkLabels.tone(other),
                        "",
                        Optional.empty(),
                        () -> clusters.mark(cluster, new ClusterMark(Optional.of(other), production))));
            }
        }
        if (color.isPresent()) {
            entries.add(Entry.of(
                    Texts.of("ClusterMarkMenu.noColour"),
                    Icon.FREE,
                    () -> clusters.mark(cluster, new ClusterMark(Optional.empty(), production))));
        }
        return entries;
    }

    private static String words(ClusterColor color) {
        return switch (color) {
            case RED -> Texts.of("ClusterMarkMenu.red");
            case ORANGE -> Texts.of("ClusterMarkMenu.orange");
            case GREEN -> Texts.of("ClusterMarkMenu.green");
            case BLUE -> Texts.of("ClusterMarkMenu.blue");
            case PURPLE -> Texts.of("ClusterMarkMenu.purple");
        };
    }
}
