// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import podium.model.fleet.Cluster;
import podium.placement.Subject;
import podium.placement.Target;
import podium.ui.flow.SubmitFlow;
import podium.ui.selection.FleetSelection;

/** Files over the canvas are manifests to submit. UI thread. */
public record CanvasFiles(SubmitFlow submit, FleetSelection selection) implements CanvasDropTarget.Files {
    @Override
    public void dropped(List<Path> files, Optional<Target> target) {
        submit.drop(files, target, selection.get());
    }

    @Override
    public void jobs(List<Path> files, Optional<Cluster> over, Consumer<Optional<Subject>> then) {
        submit.jobs(files, over, selection.get(), then);
    }
}
