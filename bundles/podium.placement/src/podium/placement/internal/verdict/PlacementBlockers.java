// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.core.job.GateText;
import podium.core.job.JobTraits;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.ControllerRef;
import podium.model.value.WorkKind;
import podium.placement.Subject;
import podium.placement.texts.Texts;

/** What cannot be placed wherever there is room: its kind, what it is at, or somebody else's gate stands against it. */
final class PlacementBlockers {
    private PlacementBlockers() {}

    /** Why the subject cannot be placed anywhere; empty: it can, where there is room. */
    static Optional<String> why(Subject subject) {
        if (subject.supposed().isPresent()) {
            return Optional.empty();
        }
        Job job = subject.job();
        return tasks(subject).or(() -> held(subject)).or(() -> ended(job)).or(() -> kind(subject));
    }

    /** What stands against each of the tasks; one that could be placed is enough for the answer to be none. */
    private static Optional<String> tasks(Subject subject) {
        List<Task> tasks = subject.tasks();
        Optional<String> first = Optional.empty();
        for (Task task : tasks) {
            Optional<String> why = task(task);
            if (why.isEmpty()) {
                return why;
            }
            first = first.or(() -> why);
        }
        return first;
    }

    private static Optional<String> task(Task task) {
        String name = Texts.of("PlacementBlockers.pod", CleanText.clean(task.getName()));
        @Nullable ControllerRef controller = task.getController();
        if (task.isMirror()) {
            return Optional.of(Texts.of("PlacementBlockers.isTheMirrorOf", name));
        }
        if (controller != null && JobTraits.has(controller, WorkKind.Trait.EVERY_NODE)) {
            return Optional.of(Texts.of("PlacementBlockers.belongsToAWhich", name, controller.kind()));
        }
        if (Holdings.hasEnded(task)) {
            return Optional.of(Texts.of("PlacementBlockers.hasFinished", name));
        }
        return task.getDeletion() != null || task.getPhase() == TaskPhase.TERMINATING
                ? Optional.of(Texts.of("PlacementBlockers.isBeingDeleted", name))
                : Optional.empty();
    }

    /** A bare pod that waits at a gate of somebody else cannot be made anew: the copy would wait there, and its owner be fooled. */
    private static Optional<String> held(Subject subject) {
        Set<String> gates = foreign(subject);
        boolean bare = JobTraits.isPod(subject.job());
        return bare && !gates.isEmpty()
                ? Optional.of(Texts.of("PlacementBlockers.heldByAGate", GateText.of(gates)))
                : Optional.empty();
    }

    /** Gates that are not Podium's, at which a task of the subject waits. */
    static Set<String> foreign(Subject subject) {
        Set<String> gates = new TreeSet<>();
        for (Task task : subject.present()) {
            if (task.getPhase() == TaskPhase.GATED && task.getSpec() != null) {
                gates.addAll(task.getSpec().gates());
            }
        }
        gates.remove(GateText.MANUAL);
        return gates;
    }

    private static Optional<String> ended(Job job) {
        return Holdings.hasEnded(job)
                ? Optional.of(Texts.of("PlacementBlockers.hasFinished", CleanText.clean(job.getName())))
                : Optional.empty();
    }

    /** Pods that wait at Podium's gate are pinned themselves, whatever made them. */
    private static Optional<String> kind(Subject subject) {
        boolean gated = subject.present().stream().anyMatch(PlacementBlockers::isOurs);
        String fixed = JobTraits.of(subject.job()).fixed();
        return gated || fixed.isEmpty() ? Optional.empty() : Optional.of(fixed);
    }

    private static boolean isOurs(Task task) {
        return task.getPhase() == TaskPhase.GATED
                && task.getSpec() != null
                && task.getSpec().gates().contains(GateText.MANUAL);
    }
}
