// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.e4.ui.di.AboutToShow;
import org.eclipse.e4.ui.model.application.ui.menu.MDirectMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Shell;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.ui.cluster.ClusterActions;
import podium.ui.cluster.ClusterClosing;
import podium.ui.label.Snapshots;
import podium.ui.prompt.LastAnswers;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.UiServices;

/** The items of the Fleet menu that open the current cluster as somebody else, and again as oneself. UI thread. */
public class ActAsMenuContribution {

    /** Adds the items. */
    @AboutToShow
    public void fill(
            List<MMenuElement> items,
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            FleetSelection selection,
            FleetService fleet,
            ClusterActions clusters,
            ClusterClosing closing,
            LastAnswers answers,
            UiServices services,
            EModelService model) {
        Optional<Cluster> cluster = CurrentCluster.of(selection, fleet);
        Runnable ask =
                () -> new ImpersonateHandler().ask(shell, selection, fleet, clusters, closing, answers, services);
        Set<Character> taken = new HashSet<>();
        for (Entry entry : entries(cluster, clusters, closing, ask)) {
            MDirectMenuItem item = model.createModelElement(MDirectMenuItem.class);
            item.setLabel(ActionMenuContribution.marked(Menus.words(entry), 1, taken));
            item.setEnabled(entry.whyNot().isEmpty());
            item.setObject(new ActionMenuContribution.Item(entry));
            items.add(item);
        }
    }

    /** What the items say and do now: the way back first. */
    static List<Entry> entries(
            Optional<Cluster> cluster, ClusterActions clusters, ClusterClosing closing, Runnable ask) {
        List<Entry> entries = new ArrayList<>();
        cluster.flatMap(closing::asMyself).ifPresent(entries::add);
        entries.add(new Entry(Texts.of("ActAsMenuContribution.actAs"), Icon.TASK, "", whyNot(cluster, clusters), ask));
        return entries;
    }

    private static Optional<String> whyNot(Optional<Cluster> cluster, ClusterActions clusters) {
        return cluster.isEmpty()
                ? Optional.of(Texts.of("ActAsMenuContribution.openAClusterFirst"))
                : cluster.flatMap(Snapshots::whyNot)
                        .or(() -> cluster.filter(clusters::canActAs).isPresent()
                                ? Optional.empty()
                                : Optional.of(Texts.of("ActAsMenuContribution.itIsNotOpen")));
    }
}
