// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Execute;
import podium.core.fleet.FleetService;
import podium.ui.details.AttentionOpener;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.PartActivator;
import podium.ui.trim.RefusalNote;

/** Shows what needs attention in the cluster of what is selected. */
public class AttentionHandler {

    @Execute
    void show(FleetService fleet, FleetSelection selection, PartActivator parts, RefusalNote note) {
        CurrentCluster.of(selection, fleet)
                .ifPresentOrElse(
                        new AttentionOpener(selection, parts)::show,
                        () -> note.say(() -> Optional.of(Texts.of("AttentionHandler.openAClusterFirst"))));
    }
}
