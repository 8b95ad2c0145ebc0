// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.emf.ecore.EObject;
import podium.core.shell.LoginSession;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.shell.ShellService;
import podium.ui.label.FleetLabels;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.LastAnswers;
import podium.ui.texts.Texts;
import podium.ui.toolkit.PartActivator;
import podium.ui.toolkit.SafeText;

/** Opens a shell in the container of what is selected. UI thread. */
@Creatable
public class ShellFlow {
    private static final String PART = "podium.part.shell";

    private final PartActivator parts;
    private final ShellService shells;
    private final Dialogs dialogs;
    private final LastAnswers answers;

    @Inject
    public ShellFlow(PartActivator parts, ShellService shells, Dialogs dialogs, LastAnswers answers) {
        this.parts = parts;
        this.shells = shells;
        this.dialogs = dialogs;
        this.answers = answers;
    }

    /** The part that shows shells. */
    public interface Viewer {
        /** Opens one; what it is opened in is found out meanwhile. */
        void open(ShellRequest request);

        /**
         * Shows what asks before a cluster lets its operator in.
         *
         * @param answered what is done when it has
         */
        void login(String title, LoginSession session, Runnable answered);
    }

    /** Whether it is asked first in which task. */
    public boolean asksWhich(List<EObject> selection) {
        return RunningTask.of(selection).size() > 1;
    }

    /** Why a selection has no shell; empty: it has. */
    public Optional<String> whyNot(List<EObject> selection) {
        if (selection.size() == 1 && selection.getFirst() instanceof Node) {
            return Optional.of(Texts.of("ShellFlow.selectARunningJob"));
        }
        return RunningTask.whyNot(selection, shells::whyNot);
    }

    /**
     * Brings the part to the front with one more shell, in the one container that is picked by the pod itself. Of a job with several
     * tasks it asks which.
     */
    public void open(List<EObject> selection) {
        if (whyNot(selection).isEmpty()) {
            RunningTask.choose(
                    dialogs,
                    answers,
                    Texts.of("ShellFlow.shell"),
                    Texts.of("ShellFlow.open"),
                    RunningTask.of(selection),
                    task -> request(task).ifPresent(this::open));
        }
    }

    /** Brings the part to the front with one more shell. */
    public void open(ShellRequest request) {
        parts.show(PART)
                .filter(Viewer.class::isInstance)
                .map(Viewer.class::cast)
                .ifPresent(viewer -> viewer.open(request));
    }

    private static Optional<ShellRequest> request(Task task) {
        return RunningTask.cluster(task)
                .map(cluster -> ShellRequest.in(cluster, task.getNamespace(), task.getName(), FleetLabels.name(task)));
    }

    /**
     * Brings the part to the front with what asks before a cluster lets its operator in; once it has, the parts are again as they
     * were.
     */
    public void login(Cluster cluster, LoginSession session) {
        Optional<MPart> active = parts.active();
        Optional<MPart> covered = parts.find(PART)
                .map(MPart::getParent)
                .map(MElementContainer::getSelectedElement)
                .filter(MPart.class::isInstance)
                .map(MPart.class::cast);
        Optional<MPart> part = parts.activate(PART);
        if (part.map(MPart::getObject).orElse(null) instanceof Viewer viewer) {
            viewer.login(Texts.of("ShellFlow.logInTo", SafeText.line(cluster.getName())), session, () -> {
                if (parts.active().equals(part)) {
                    covered.ifPresent(parts::uncover);
                    active.ifPresent(parts::activate);
                }
            });
        }
    }
}
