// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.shell.ShellService;
import podium.ui.label.FleetLabels;

/** Opens a shell in the container of what is selected. UI thread. */
@Creatable
public class ShellFlow {
    private static final String PART = "podium.part.shell";

    private final EPartService parts;
    private final ShellService shells;

    @Inject
    public ShellFlow(EPartService parts, ShellService shells) {
        this.parts = parts;
        this.shells = shells;
    }

    /** The part that shows shells. */
    public interface Viewer {
        /** Opens one; what it is opened in is found out meanwhile. */
        void open(ShellRequest request);
    }

    /** Why a selection has no shell; empty: it has. */
    public Optional<String> whyNot(List<EObject> selection) {
        Optional<Task> task = task(selection);
        if (task.isEmpty()) {
            return Optional.of("select one task that runs, or a job with one");
        }
        @Nullable
        Cluster cluster =
                task.get().getJob() == null ? null : task.get().getJob().getCluster();
        return cluster == null ? Optional.of("its cluster is gone") : shells.whyNot(ClusterId.of(cluster));
    }

    /** Brings the part to the front with one more shell, in the one container that is picked by the pod itself. */
    public void open(List<EObject> selection) {
        if (whyNot(selection).isEmpty()) {
            task(selection).flatMap(ShellFlow::request).ifPresent(this::open);
        }
    }

    /** Brings the part to the front with one more shell. */
    public void open(ShellRequest request) {
        @Nullable MPart part = parts.showPart(PART, PartState.ACTIVATE);
        if (part != null && part.getObject() instanceof Viewer viewer) {
            viewer.open(request);
        }
    }

    private static Optional<ShellRequest> request(Task task) {
        @Nullable Job job = task.getJob();
        @Nullable Cluster cluster = job == null ? null : job.getCluster();
        return cluster == null
                ? Optional.empty()
                : Optional.of(ShellRequest.in(
                        ClusterId.of(cluster), task.getNamespace(), task.getName(), FleetLabels.name(task)));
    }

    /** The one task that is picked, or the one that a job has; it has to run. */
    private static Optional<Task> task(List<EObject> selection) {
        if (selection.size() != 1) {
            return Optional.empty();
        }
        List<Task> tasks = selection.getFirst() instanceof Job job
                ? job.getTasks().stream().filter(ShellFlow::runs).toList()
                : selection.getFirst() instanceof Task task ? List.of(task) : List.of();
        return tasks.size() == 1 && runs(tasks.getFirst()) ? Optional.of(tasks.getFirst()) : Optional.empty();
    }

    private static boolean runs(Task task) {
        return task.getPhase() == TaskPhase.RUNNING;
    }
}
