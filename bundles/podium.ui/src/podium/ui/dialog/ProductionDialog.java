// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.Optional;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import podium.model.fleet.Cluster;
import podium.ui.label.FleetLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.UiServices;

/** Asks before a cluster that is marked as production is unlocked. Enter leaves it locked. */
public final class ProductionDialog extends ConsoleDialog {
    private final Cluster cluster;

    public ProductionDialog(Shell parent, UiServices services, Cluster cluster) {
        super(
                parent,
                services,
                Texts.of("ProductionDialog.unlock", FleetLabels.name(cluster)),
                Texts.of("ProductionDialog.unlockProduction"),
                new Point(520, 200));
        this.cluster = cluster;
    }

    @Override
    protected boolean confirmsByEnter() {
        return false;
    }

    @Override
    protected Optional<Cluster> cluster() {
        return Optional.of(cluster);
    }

    @Override
    protected void fill(Composite parent) {
        text(parent, Texts.of("ProductionDialog.thisClusterIsMarked"), Name.TEXT);
    }
}
