// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.ui.label.FleetLabels;
import podium.ui.label.MarkLabels;
import podium.ui.label.ProtectionLabels;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.TextShortener;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/** Which of several open clusters is meant; choosing one selects it, and the canvas goes there. Not seen for one. UI thread. */
final class ClusterChoice implements FleetSelection.Goes {
    private static final int LONGEST = 26;
    private static final int LONGEST_ENTRY = 80;

    private final ToolItem item;
    private final Theme theme;
    private final FleetService fleet;
    private final FleetSelection selection;

    ClusterChoice(PartToolbar toolbar, Theme theme, FleetService fleet, FleetSelection selection) {
        this.theme = theme;
        this.fleet = fleet;
        this.selection = selection;
        item = toolbar.button(Icon.CLUSTER, "", Texts.of("ClusterChoice.goToAnotherCluster"), this::open);
        refresh(false);
    }

    /**
     * Shows the cluster that is meant now.
     *
     * @param brief without its name
     * @return true when the bar has to be laid out again
     */
    boolean refresh(boolean brief) {
        ToolBar bar = item.getParent();
        boolean several = fleet.fleet().getClusters().size() > 1;
        Optional<Cluster> current = CurrentCluster.of(selection, fleet);
        String words = current.map(it -> words(it, brief)).orElse("");
        Optional<StateLabels.Shown> exposed = current.flatMap(ProtectionLabels::of);
        item.setImage(theme.image(
                exposed.map(StateLabels.Shown::icon).orElse(Icon.CLUSTER),
                exposed.map(StateLabels.Shown::tone)
                        .or(() -> current.flatMap(MarkLabels::tone))
                        .orElse(Name.TEXT)));
        WidgetText.tip(
                item,
                Texts.of("ClusterChoice.goToAnotherCluster")
                        + current.map(it -> "\n" + FleetLabels.name(it)).orElse(""));
        boolean other = several != bar.getVisible() || several && !WidgetText.shows(item, words);
        if (other) {
            WidgetText.set(item, words);
            bar.setVisible(several);
            ((GridData) bar.getLayoutData()).exclude = !several;
            PartToolbar.room(
                    item,
                    fleet.fleet().getClusters().stream()
                            .map(it -> words(it, brief))
                            .toList());
        }
        return other;
    }

    /** A cluster and its place among the open ones: lab  2 of 3. */
    private String words(Cluster cluster, boolean brief) {
        List<Cluster> all = fleet.fleet().getClusters();
        String place = Texts.of("ClusterChoice.placeOfAll", all.indexOf(cluster) + 1, all.size());
        return brief
                ? place
                : Snapshots.fit(cluster, LONGEST)
                        + MarkLabels.behind(cluster)
                        + ProtectionLabels.behind(cluster)
                        + "  "
                        + place;
    }

    private void open() {
        Menu menu = new Menu(item.getParent());
        PartToolbar.quietWhileOpen(item, menu);
        for (Cluster cluster : new ArrayList<>(fleet.fleet().getClusters())) {
            StateLabels.Shown state = ProtectionLabels.connection(cluster);
            MenuItem entry = new MenuItem(menu, 0);
            WidgetText.set(
                    entry,
                    TextShortener.to(LONGEST_ENTRY, FleetLabels.name(cluster)) + MarkLabels.behind(cluster) + "  ("
                            + state.word() + ", "
                            + Formats.counted(cluster.getNodes().size(), "node") + ")");
            entry.setImage(theme.image(state.icon(), state.tone()));
            entry.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> go(cluster)));
        }
        Rectangle bounds = item.getBounds();
        menu.setLocation(item.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
        menu.setVisible(true);
    }

    /** Selects a cluster. */
    void go(Cluster cluster) {
        selection.set(this, List.<EObject>of(cluster));
    }
}
