// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.cluster.ClusterColor;
import podium.model.fleet.Cluster;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/** How an operator marked a cluster: shown wherever the cluster is named. */
public final class MarkLabels {
    private MarkLabels() {}

    /** The colour that it was given; empty: none. */
    public static Optional<Name> tone(Cluster cluster) {
        @Nullable String color = cluster.getColor();
        return color == null ? Optional.empty() : ClusterColor.of(color).map(MarkLabels::tone);
    }

    /** A colour as it is painted. */
    public static Name tone(ClusterColor color) {
        return switch (color) {
            case RED -> Name.MARK_RED;
            case ORANGE -> Name.MARK_ORANGE;
            case GREEN -> Name.MARK_GREEN;
            case BLUE -> Name.MARK_BLUE;
            case PURPLE -> Name.MARK_PURPLE;
        };
    }

    /** ", production" behind a name; empty: it is not marked so. */
    public static String behind(Cluster cluster) {
        return cluster.isProduction() ? ", " + Texts.of("MarkLabels.markedProduction") : "";
    }

    /** A sign of the same for where there is no room for words; empty: it is not marked so. */
    public static Optional<StateIcon> sign(Cluster cluster) {
        return cluster.isProduction()
                ? Optional.of(new StateIcon(Icon.PRODUCTION, tone(cluster).orElse(Name.WARNING)))
                : Optional.empty();
    }

    /** Said above all that changes it; empty: it is not marked as production. */
    public static Optional<String> sentence(Cluster cluster) {
        return cluster.isProduction()
                ? Optional.of(Texts.of("MarkLabels.productionOf", FleetLabels.name(cluster)))
                : Optional.empty();
    }
}
