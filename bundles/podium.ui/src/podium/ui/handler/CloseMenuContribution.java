// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import java.util.ArrayList;
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
import podium.ui.toolkit.PendingOpens;
import podium.ui.toolkit.SafeText;

/** The item of the Fleet menu that closes a cluster and says which. UI thread. */
public class CloseMenuContribution {

    /** Adds the item, grey where no cluster is meant, below those that cancel what is being opened. */
    @AboutToShow
    public void fill(
            List<MMenuElement> items,
            FleetSelection selection,
            FleetService fleet,
            ClusterClosing closing,
            PendingOpens opening,
            EModelService model) {
        List<Entry> entries = new ArrayList<>(cancelling(opening));
        entries.add(entry(selection, fleet, closing));
        for (Entry entry : entries) {
            MDirectMenuItem item = model.createModelElement(MDirectMenuItem.class);
            item.setLabel(ActionMenuContribution.marked(Menus.words(entry), 1, new HashSet<>()));
            item.setEnabled(entry.whyNot().isEmpty());
            item.setObject(new ActionMenuContribution.Item(entry));
            items.add(item);
        }
    }

    /** What ends the opening of each fleet that is still being made. */
    static List<Entry> cancelling(PendingOpens opening) {
        return opening.cancellable().stream()
                .map(name -> Entry.of(
                        Texts.of("CloseMenuContribution.cancelOpening", SafeText.line(name)),
                        Icon.ABORT,
                        () -> opening.cancel(name)))
                .toList();
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
