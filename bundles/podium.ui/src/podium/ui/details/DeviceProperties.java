// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import podium.core.fleet.Holdings;
import podium.core.fleet.NodeTroubleText;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.core.metrics.Unit;
import podium.core.text.Counted;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Health;
import podium.model.fleet.Link;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.telemetry.DeviceXid;
import podium.telemetry.TelemetryStore;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.FleetLabels;
import podium.ui.label.MetricLabels;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;

/** What is said of an accelerator: who holds it, what it is, what it measures and how old that is. In the realm. */
final class DeviceProperties {
    private static final Duration OLD = Duration.ofSeconds(30);

    /** Readings of one round of a source are so near each other. */
    static final Duration SAME = Duration.ofSeconds(5);

    private static final StateIcon STALE = new StateIcon(Icon.STALE, Name.WARNING);
    private static final List<Metric> SHOWN = List.of(
            Metric.ACTIVITY,
            Metric.TENSOR_ACTIVITY,
            Metric.MEMORY_USED,
            Metric.POWER,
            Metric.TEMPERATURE,
            Metric.MEMORY_TEMPERATURE,
            Metric.SM_CLOCK,
            Metric.NVLINK_TRAFFIC,
            Metric.PCIE_TX,
            Metric.PCIE_RX,
            Metric.XID,
            Metric.ECC_CORRECTED,
            Metric.ECC_UNCORRECTED,
            Metric.REMAPPED_ROWS);

    private DeviceProperties() {}

    /** Each holder, and those of one job that hold alike once: "students/course-lab, 7 slices of 1g.5gb, running for 5 h". */
    private static String holders(Accelerator device, Instant now) {
        Map<List<Object>, List<Task>> alike = new LinkedHashMap<>();
        Holdings.holders(device).forEach(task -> alike.computeIfAbsent(
                        List.of(
                                task.getJob() == null ? task : task.getJob(),
                                task.getPhase(),
                                profiles(device, List.of(task))),
                        _ -> new ArrayList<>())
                .add(task));
        return alike.values().stream().map(tasks -> holder(device, tasks, now)).collect(Collectors.joining("; "));
    }

    /** "research/llama-70b, rank 6 (pod llama-70b-6-k2vmf), running for 48 min"; a pod that is its own job is named once. */
    private static String holder(Accelerator device, List<Task> alike, Instant now) {
        Task first = alike.getFirst();
        String state = StateLabels.of(first.getPhase()).word();
        List<String> profiles = profiles(device, alike);
        String held = profiles.isEmpty()
                ? alike.size() == 1 ? "" : Formats.counted(alike.size(), "task")
                : Texts.of(
                        "DeviceProperties.slicesOf",
                        Formats.counted(profiles.size(), "slice"),
                        Counted.named(profiles.stream().distinct().toList(), profiles.size()));
        String of = first.getNamespace() + "/" + (alike.size() == 1 ? name(first) : FleetLabels.name(first.getJob()));
        String name = held.isEmpty() ? of : Texts.of("DeviceProperties.holder", of, held);
        List<String> lasting = alike.stream()
                .filter(task -> task.getStarted() != null && task.getPhase() == TaskPhase.RUNNING)
                .sorted(Comparator.comparing(Task::getStarted))
                .map(task -> Formats.lasting(task.getStarted(), Snapshots.until(task, now)))
                .distinct()
                .toList();
        if (lasting.isEmpty()) {
            return Texts.of("DeviceProperties.holder", name, state);
        }
        return lasting.size() == 1
                ? Texts.of("DeviceProperties.holderFor", name, state, lasting.getFirst())
                : Texts.of("DeviceProperties.holdersForUpTo", name, state, lasting.getFirst());
    }

    private static String name(Task task) {
        String pod = FleetLabels.name(task);
        String of = FleetLabels.job(task);
        String ranked = of + (task.getRank() == null ? "" : ", " + Texts.of("DeviceProperties.rank", task.getRank()));
        return of.equals(pod) ? ranked : Texts.of("DeviceProperties.ofPod", ranked, pod);
    }

    /** Of each slice of the device that any of the tasks holds. */
    private static List<String> profiles(Accelerator device, List<Task> holders) {
        return device.getSlices().stream()
                .filter(slice -> !Collections.disjoint(slice.getTasks(), holders))
                .map(slice -> slice.getProfile() == null ? "?" : SafeText.line(slice.getProfile()))
                .toList();
    }

    static void add(Accelerator device, TelemetryStore telemetry, Instant now, PropertyGroups facts) {
        facts.state(Texts.of("DeviceProperties.state"), StateLabels.dated(StateLabels.of(device, telemetry), device))
                .add(Texts.of("DeviceProperties.heldBy"), holders(device, now))
                .add(Texts.of("DeviceProperties.slurmJob"), SafeText.line(device.getBatchJob()))
                .add(Texts.of("DeviceProperties.model"), AcceleratorLabels.model(device))
                .add(
                        Texts.of("DeviceProperties.memory"),
                        memory(device, telemetry).map(Formats::bytes).orElse(""))
                .add(Texts.of("DeviceProperties.uuid"), device.getUuid())
                .add("PCI", device.getPciBusId())
                .add(
                        Texts.of("DeviceProperties.numaNode"),
                        device.getNumaNode() == null ? "" : String.valueOf(device.getNumaNode()));
        health(device, telemetry, facts);
        if (device.getTaints() != null) {
            facts.group(Texts.of("DeviceProperties.taints"));
            device.getTaints()
                    .all()
                    .forEach(taint -> facts.add(
                            Texts.of("DeviceProperties.taint"), taint.words() + ", " + AcceleratorLabels.about(taint)));
        }
        facts.group(Texts.of("DeviceProperties.measured"));
        if (FleetLabels.cluster(device).isPresent()) { // the store knows a device by its node and cluster
            DeviceKey key = DeviceKey.of(device);
            Map<Metric, Sample> readings = new EnumMap<>(Metric.class);
            SHOWN.forEach(metric -> telemetry.latest(key, metric).ifPresent(it -> readings.put(metric, it)));
            OptionalLong newest =
                    readings.values().stream().mapToLong(Sample::time).max();
            newest.ifPresent(at -> read(device, Instant.ofEpochMilli(at), now, facts));
            readings.forEach((metric, reading) ->
                    reading(device, metric, reading, Instant.ofEpochMilli(newest.getAsLong()), now, facts));
        }
        facts.group(Texts.of("DeviceProperties.links"));
        FleetLabels.cluster(device).ifPresent(cluster -> cluster.getLinks().stream()
                .filter(link -> link.getFrom() == device || link.getTo() == device)
                .forEach(link -> link(link, device, facts)));
    }

    /** As the node says, or else its exporter: of a node whose GPUs are all divided alike labels tell the memory of a slice. */
    private static Optional<Double> memory(Accelerator device, TelemetryStore telemetry) {
        return Optional.ofNullable(device.getMemoryBytes())
                .map(Long::doubleValue)
                .or(() -> FleetLabels.cluster(device)
                        .flatMap(_ -> telemetry.latest(DeviceKey.of(device), Metric.MEMORY_TOTAL))
                        .map(Sample::value));
    }

    private static void health(Accelerator device, TelemetryStore telemetry, PropertyGroups facts) {
        Health health = device.getHealth();
        Optional<Integer> xid = DeviceXid.last(device, telemetry);
        String word = StateLabels.word(health);
        String words = device.getHealthReason() != null
                ? word + ": " + device.getHealthReason()
                : health == Health.UNKNOWN
                        ? AcceleratorLabels.broken(device, telemetry)
                                .or(() -> xid.map(DeviceProperties::read))
                                .orElseGet(() -> unread(device, word))
                        : word;
        StateIcon mark =
                switch (health) {
                    case HEALTHY -> new StateIcon(Icon.DONE, Name.GOOD);
                    case DEGRADED -> new StateIcon(Icon.WARNING, Name.WARNING);
                    case FAILED -> new StateIcon(Icon.FAILED, Name.CRITICAL);
                    case UNKNOWN ->
                        xid.map(read -> DeviceXid.isBroken(read)
                                        ? new StateIcon(Icon.FAILED, Name.CRITICAL)
                                        : DeviceXid.withholds(read)
                                                ? new StateIcon(Icon.WARNING, Name.WARNING)
                                                : new StateIcon(read == 0 ? Icon.DONE : Icon.INFO, Name.MUTED))
                                .orElse(new StateIcon(Icon.UNKNOWN, Name.MUTED));
                };
        facts.marked(Texts.of("DeviceProperties.health"), words, mark);
        if (device.getNode() != null) {
            facts.add(
                    Texts.of("DeviceProperties.node"),
                    AcceleratorLabels.notOffered(device.getNode(), telemetry).orElse(""));
            facts.add(
                    Texts.of("DeviceProperties.notedOnItsNode"),
                    NodeTroubleText.remarks(device).orElse(""));
        }
    }

    /** What the exporter reads where no source tells the health itself. */
    private static String read(int xid) {
        return xid == 0
                ? Texts.of("DeviceProperties.noXidRead")
                : DeviceXid.withholds(xid)
                        ? Texts.of("DeviceProperties.xidRead", xid)
                        : Texts.of("DeviceProperties.xidOfJobsRead", xid);
    }

    private static String unread(Accelerator device, String word) {
        return NodeTroubleText.remarks(device).isPresent()
                ? Texts.of("DeviceProperties.namedOnItsNode")
                : Texts.of("DeviceProperties.noSourceTellsIt", word);
    }

    /** When the newest reading is from, which is said once, before them. */
    private static void read(Accelerator device, Instant at, Instant now, PropertyGroups facts) {
        String words = Snapshots.at(device, at).orElseGet(() -> Formats.ago(at, now));
        if (at.plus(OLD).isBefore(now)) {
            facts.marked(Texts.of("DeviceProperties.read"), words, STALE);
        } else {
            facts.add(Texts.of("DeviceProperties.read"), words);
        }
    }

    /** What is old is marked; it says its own age only where that differs from what is said of all. */
    private static void reading(
            Accelerator device, Metric metric, Sample reading, Instant newest, Instant now, PropertyGroups facts) {
        String word = MetricLabels.word(metric, device);
        Instant at = Instant.ofEpochMilli(reading.time());
        String value = Formats.value(reading.value(), metric.unit());
        if (at.plus(OLD).isBefore(now)) {
            String words = at.plus(SAME).isBefore(newest)
                    ? Snapshots.at(device, at)
                            .map(time -> Texts.of("DeviceProperties.readAt", value, time))
                            .orElseGet(() -> Texts.of("DeviceProperties.old", value, Formats.age(at, now)))
                    : value;
            facts.marked(word, words, STALE);
        } else {
            facts.add(word, value);
        }
    }

    private static void link(Link link, Accelerator device, PropertyGroups facts) {
        var other = link.getFrom() == device ? link.getTo() : link.getFrom();
        String end = Texts.of("DeviceProperties.toOther", other == null ? "?" : FleetLabels.path(other));
        String speed = link.getBytesPerSecond() == null
                ? ""
                : ", " + Formats.value(link.getBytesPerSecond(), Unit.BYTES_PER_SECOND);
        String health = link.getHealth() == Health.UNKNOWN ? "" : ", " + StateLabels.word(link.getHealth());
        facts.add(StateLabels.word(link.getKind()), end + speed + health);
    }
}
