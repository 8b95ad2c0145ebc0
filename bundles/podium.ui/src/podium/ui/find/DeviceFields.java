// SPDX-License-Identifier: Apache-2.0
package podium.ui.find;

import java.time.Instant;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.core.fleet.IdleReading;
import podium.core.metrics.Metric;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Domain;
import podium.model.fleet.Fleet;
import podium.model.fleet.Job;
import podium.ui.filter.FilterFields;
import podium.ui.find.FleetSearch.NoneFound;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.FleetLabels;
import podium.ui.label.JobOwners;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.SafeText;

/** The terms that speak of single devices: what is measured, and {@code idle}, which is held and does nothing. In the realm. */
final class DeviceFields {
    /** The word for devices that somebody holds and nothing runs on. */
    static final String IDLE = "idle";

    private DeviceFields() {}

    static FilterFields<Accelerator> of(DeviceReadings readings) {
        return new FilterFields<Accelerator>(
                        device -> SafeText.line(device.getUuid()).toLowerCase(Locale.ROOT))
                .text("node", device -> FleetLabels.name(device.getNode()))
                .text("rack", DeviceFields::domains)
                .text("job", device -> jobs(device, job -> SafeText.line(job.getName())))
                .text("user", device -> jobs(device, JobOwners::user))
                .text("team", device -> jobs(device, JobOwners::team))
                .text("namespace", device -> jobs(device, job -> SafeText.line(job.getNamespace())))
                .text("model", AcceleratorLabels::model)
                .number("activity", device -> scaled(readings.newest(device, Metric.ACTIVITY), 100))
                .number("memory", device -> memory(readings, device))
                .number("power", device -> readings.newest(device, Metric.POWER))
                .number("temperature", device -> readings.newest(device, Metric.TEMPERATURE))
                .flag(IDLE, device -> isIdle(readings, device));
    }

    /** That no GPU is idle, which is not that none is free, and how many of those that are held are not measured. */
    static NoneFound noneIdle(Fleet fleet, DeviceReadings readings) {
        int free = fleet.getClusters().stream()
                .mapToInt(cluster -> Holdings.of(cluster).free())
                .sum();
        int unmeasured = (int) fleet.getClusters().stream()
                .flatMap(cluster -> cluster.getNodes().stream())
                .flatMap(node -> node.getAccelerators().stream())
                .filter(device -> !Holdings.holders(device).isEmpty()
                        && readings.newest(device, Metric.ACTIVITY).isEmpty())
                .count();
        String number = Formats.count(free);
        String whole = Texts.of("DeviceFields.noneIdle", Formats.counted(free, "GPU"));
        return new NoneFound(
                unmeasured == 0
                        ? Texts.of("DeviceFields.noneIdleBrief", number)
                        : Texts.of("DeviceFields.noneKnownIdleBrief", number),
                unmeasured == 0
                        ? whole
                        : Texts.of("DeviceFields.notMeasured", whole, Formats.counted(unmeasured, "GPU")));
    }

    private static boolean isIdle(DeviceReadings readings, Accelerator device) {
        Instant taken = readings.taken(device, Metric.ACTIVITY).orElse(Instant.MAX);
        return IdleReading.is(device, readings.newest(device, Metric.ACTIVITY).orElse(1), taken);
    }

    /** Percent of its memory, as far as it is known how much it has. */
    private static OptionalDouble memory(DeviceReadings readings, Accelerator device) {
        @Nullable Long told = device.getMemoryBytes();
        double total = readings.newest(device, Metric.MEMORY_TOTAL).orElse(told == null ? 0 : told);
        return total > 0 ? scaled(readings.newest(device, Metric.MEMORY_USED), 100 / total) : OptionalDouble.empty();
    }

    private static OptionalDouble scaled(OptionalDouble value, double by) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * by) : value;
    }

    private static String jobs(Accelerator device, Function<Job, String> of) {
        return Holdings.holders(device).stream()
                .filter(task -> task.getJob() != null)
                .map(task -> of.apply(task.getJob()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String domains(Accelerator device) {
        StringBuilder names = new StringBuilder();
        for (Domain at = device.getNode().getDomain(); at != null; at = at.getParent()) {
            names.append(SafeText.line(at.getName())).append(' ');
        }
        return names.toString();
    }
}
