// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;

/**
 * Whether a pod that has its node does not come up because something is wrong, and not because it is still starting. The words
 * are the kubelet's: those of a container that waits (pkg/kubelet/images/types.go and pkg/kubelet/container/sync_result.go of
 * Kubernetes), and those that a runtime gives to one that ended. Pure functions.
 */
public final class FailingReason {
    private static final Set<String> SINGLE = Set.of(
            "OOMKilled",
            "ErrImagePull",
            "ErrImageNeverPull",
            "InvalidImageName",
            "RegistryUnavailable",
            "SignatureValidationFailed",
            "ContainerCannotRun",
            "DeadlineExceeded");

    private FailingReason() {}

    /** True for a word that says that a container ended badly, is held back after that, or cannot be made. */
    public static boolean is(@Nullable String reason) {
        return reason != null && (SINGLE.contains(reason) || reason.endsWith("BackOff") || reason.endsWith("Error"));
    }

    /** True for a task that has a node and does not come up there for such a reason. */
    public static boolean of(Task task) {
        return (task.getPhase() == TaskPhase.STARTING || task.getPhase() == TaskPhase.RUNNING && !task.isReady())
                && is(task.getReason());
    }
}
