// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.di.AboutToShow;
import org.eclipse.e4.ui.model.application.ui.menu.MDirectMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.ui.cluster.ClusterClosing;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.Menus.Entry;

/** The item of the Fleet menu that closes a cluster and says which. UI thread. */
public class CloseMenuContribution {

    /** Adds the item, grey where no cluster is meant. */
    @AboutToShow
    public void fill(
            List<MMenuElement> items,
            FleetSelection selection,
            FleetService fleet,
            ClusterClosing closing,
            EModelService model) {
        Entry entry = entry(selection, fleet, closing);
        MDirectMenuItem item = model.createModelElement(MDirectMenuItem.class);
        item.setLabel(ActionMenuContribution.marked(Menus.words(entry), 1, new HashSet<>()));
        item.setEnabled(entry.whyNot().isEmpty());
        item.setObject(new ActionMenuContribution.Item(entry));
        items.add(item);
    }

    /** What the item says and does now. */
    static Entry entry(FleetSelection selection, FleetService fleet, ClusterClosing closing) {
        Optional<Cluster> cluster = CurrentCluster.toClose(selection, fleet);
        return new Entry(
                cluster.map(ClusterClosing::words).orElse(Texts.of("CloseMenuContribution.closeCluster")),
                Icon.CLOSED,
                "",
                cluster.isPresent() ? Optional.empty() : Optional.of(Texts.of("CloseMenuContribution.selectACluster")),
                () -> cluster.ifPresent(closing::close));
    }
}
