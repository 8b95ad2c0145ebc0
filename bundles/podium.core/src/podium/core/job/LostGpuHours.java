// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.core.text.Counted;
import podium.core.texts.Texts;
import podium.model.fleet.Task;
import podium.model.value.ControllerRef;
import podium.model.value.WorkKind;

/** GPU-hours that tasks lose when they restart: all since they started, or since a checkpoint where one is known. In the realm. */
public final class LostGpuHours {
    private LostGpuHours() {}

    /** Hours that round to no tenth. */
    private static final double UNDER = 0.05;

    /** 12.5 GPU-hours, 5 059 GPU-hours: a decimal below 100, the same wherever it is said. */
    public static String words(double hours) {
        return Texts.of("LostGpuHours.gpuHours", number(hours));
    }

    /** The same, where it is said that no more than this is lost: never rounded down. */
    public static String atMost(double hours) {
        double steps = hours < 100 ? 10 : 1;
        return words(Math.ceil(hours * steps) / steps);
    }

    /** The number of {@link #words}. */
    public static String number(double hours) {
        if (hours < UNDER) {
            return hours == 0 ? "0" : Texts.of("LostGpuHours.underATenth");
        }
        return hours < 100 ? String.format(Locale.ROOT, "%.1f", hours) : Counted.number(Math.round(hours));
    }

    /**
     * Of one task; 0 for one without devices, or of a service, which has no state to lose; empty: unknown when it started, or what
     * it holds.
     */
    public static OptionalDouble of(Task task, Instant now) {
        return of(task, Optional.empty(), now);
    }

    /** The same where the state was saved at a checkpoint; one from before the start saved nothing of this run. */
    public static OptionalDouble of(Task task, Optional<Instant> checkpoint, Instant now) {
        if (task.getJob() != null && !PurposeRules.hasStateToLose(task.getJob())) {
            return OptionalDouble.of(0);
        }
        return of(devices(task), Optional.ofNullable(task.getStarted()), checkpoint, now);
    }

    /**
     * Of what holds devices since it started; empty: unknown when it started, or what it holds.
     *
     * @param devices how many whole ones it holds; empty: unknown
     */
    public static OptionalDouble of(
            OptionalInt devices, Optional<Instant> started, Optional<Instant> checkpoint, Instant now) {
        if (devices.isEmpty() || devices.getAsInt() == 0 || started.isEmpty()) {
            return devices.isPresent() && devices.getAsInt() == 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
        Instant since = checkpoint.filter(saved -> saved.isAfter(started.get())).orElse(started.get());
        return OptionalDouble.of(
                Math.max(0, Duration.between(since, now).toMillis()) / 3_600_000.0 * devices.getAsInt());
    }

    /** Whole devices that a task asks for, or that its resource claims have. */
    private static OptionalInt devices(Task task) {
        if (task.getSpec() == null) {
            return OptionalInt.empty();
        }
        OptionalInt asked = Holdings.devices(task.getSpec().requests());
        if (task.getSpec().resourceClaims().isEmpty() || asked.isEmpty()) {
            return asked;
        }
        int claimed = task.getAccelerators().size();
        return claimed == 0 || !task.getSlices().isEmpty() ? OptionalInt.empty() : OptionalInt.of(claimed);
    }

    /** Of all of them; empty: unknown of one. */
    public static OptionalDouble of(Collection<Task> tasks, Instant now) {
        return sum(tasks.stream().map(task -> of(task, now)));
    }

    /** All of them together; empty: one is unknown. */
    public static OptionalDouble sum(Stream<OptionalDouble> hours) {
        double sum = 0;
        for (OptionalDouble one : hours.toList()) {
            if (one.isEmpty()) {
                return one;
            }
            sum += one.getAsDouble();
        }
        return OptionalDouble.of(sum);
    }

    /** The same of what is shown above its total: as much as the numbers shown come to. Empty: one is unknown. */
    public static OptionalDouble total(Stream<OptionalDouble> shown) {
        return sum(shown.map(hours -> hours.isEmpty() ? hours : OptionalDouble.of(shown(hours.getAsDouble()))));
    }

    private static double shown(double hours) {
        return hours < UNDER ? hours : hours < 100 ? Math.round(hours * 10) / 10.0 : Math.round(hours);
    }

    /** To sort by: what is unknown may be any amount, so it comes after all that is known. */
    public static double order(OptionalDouble hours) {
        return hours.orElse(Double.POSITIVE_INFINITY);
    }

    /** True for a pod that runs once on each node, or is the node's own: it starts nowhere else. */
    public static boolean bound(Task task) {
        @Nullable ControllerRef controller = task.getController();
        return task.isMirror() || JobTraits.has(controller, WorkKind.Trait.EVERY_NODE);
    }
}
