// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.OptionalDouble;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.model.fleet.Task;
import podium.model.value.ControllerRef;

/** GPU-hours that tasks lose when they restart: all since they started, for no checkpoint is known. In the realm. */
public final class LostHours {
    private LostHours() {}

    /** Of one task; 0 for one without devices; empty: unknown when it started, or what it holds. */
    public static OptionalDouble of(Task task, Instant now) {
        if (task.getSpec() == null) {
            return OptionalDouble.empty();
        }
        int gpus = Holdings.asked(task.getSpec());
        @Nullable Instant started = task.getStarted();
        if (started == null) {
            return gpus == 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.max(0, Duration.between(started, now).toMillis()) / 3_600_000.0 * gpus);
    }

    /** Of all of them; empty: unknown of one. */
    public static OptionalDouble of(Collection<Task> tasks, Instant now) {
        double sum = 0;
        for (Task task : tasks) {
            OptionalDouble one = of(task, now);
            if (one.isEmpty()) {
                return one;
            }
            sum += one.getAsDouble();
        }
        return OptionalDouble.of(sum);
    }

    /** To sort by: what is unknown may be any amount, so it comes after all that is known. */
    public static double order(OptionalDouble hours) {
        return hours.orElse(Double.POSITIVE_INFINITY);
    }

    /** True for a pod that runs once on each node, or is the node's own: it starts nowhere else. */
    public static boolean bound(Task task) {
        @Nullable ControllerRef controller = task.getController();
        return task.isMirror() || (controller != null && "DaemonSet".equals(controller.kind()));
    }
}
