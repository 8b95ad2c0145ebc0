// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.Holdings;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Task;
import podium.placement.Subject;
import podium.ui.topology.internal.layout.Hit;

/**
 * What is picked up when a drag begins on a thing of the canvas: the job that holds a device, or the selected tasks of it
 * when they are selected. Several jobs on one device, a free device, a box: nothing. In the realm.
 */
public final class DragSubject {
    private DragSubject() {}

    /** The subject of a drag that begins on a thing. */
    public static Optional<Subject> at(Hit hit, List<EObject> selected) {
        if (hit.cell().isEmpty()) {
            return Optional.empty();
        }
        Accelerator device = hit.cell().get().accelerator();
        List<Task> holders = Holdings.holders(device).stream()
                .filter(task -> task.getJob() != null)
                .toList();
        if (holders.stream().map(Task::getJob).distinct().count() != 1) {
            return Optional.empty();
        }
        List<Task> chosen = selected.stream()
                .filter(Task.class::isInstance)
                .map(Task.class::cast)
                .filter(task -> task.getJob() == holders.getFirst().getJob())
                .toList();
        boolean tasks = chosen.stream().anyMatch(holders::contains);
        return Optional.of(new Subject(holders.getFirst().getJob(), tasks ? chosen : List.of()));
    }
}
