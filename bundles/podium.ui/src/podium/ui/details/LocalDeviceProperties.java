// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import podium.core.machine.DeviceProperty;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.LocalLink;
import podium.core.machine.LocalAccelerators.LocalProcess;
import podium.core.machine.LocalMachine;
import podium.core.machine.LocalSlice;
import podium.core.machine.PeerDevice;
import podium.core.machine.PropertyValue;
import podium.core.machine.SampleWindow;
import podium.core.metrics.Sample;
import podium.core.metrics.Unit;
import podium.model.fleet.Accelerator;
import podium.ui.label.LocalDeviceLabels;
import podium.ui.label.MetricLabels;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/** What the driver of this machine tells of one of its devices. In the realm. */
public final class LocalDeviceProperties {
    private static final StateIcon UNKNOWN = new StateIcon(Icon.UNKNOWN, Name.MUTED);
    private static final StateIcon BROKEN = new StateIcon(Icon.FAILED, Name.CRITICAL);
    private static final StateIcon LATE = new StateIcon(Icon.STALE, Name.WARNING);

    private final LocalMachine machine;
    private final InstantSource clock;

    public LocalDeviceProperties(LocalMachine machine, InstantSource clock) {
        this.machine = machine;
        this.clock = clock;
    }

    /** True for an accelerator of this machine. */
    public boolean isFor(EObject thing) {
        return find(thing).isPresent();
    }

    Map<String, List<PropertyEntry>> of(EObject thing) {
        PropertyGroups facts = new PropertyGroups();
        find(thing).ifPresent(local -> add(local, facts));
        return facts.groups();
    }

    private Optional<LocalDevice> find(EObject thing) {
        return thing instanceof Accelerator device && device.getUuid() != null
                ? machine.find(device.getUuid())
                : Optional.empty();
    }

    private void add(LocalDevice local, PropertyGroups facts) {
        facts.group("");
        switch (local.condition()) {
            case Condition.Answering() ->
                facts.marked(
                        Texts.of("LocalDeviceProperties.driver"),
                        Texts.of("LocalDeviceProperties.answers"),
                        new StateIcon(Icon.DONE, Name.GOOD));
            case Condition.Lost lost -> facts.marked(Texts.of("LocalDeviceProperties.driver"), lost.reason(), BROKEN);
            case Condition.Stalled stalled ->
                facts.marked(
                        Texts.of("LocalDeviceProperties.driver"),
                        Texts.of(
                                "LocalDeviceProperties.stalledForSomeTime",
                                stalled.reason(),
                                Formats.span(stalled.since())),
                        LATE);
        }
        LocalDetails details = local.details();
        facts.group(Texts.of("LocalDeviceProperties.measured"));
        measured(local, facts);
        for (DeviceProperty.Topic topic : DeviceProperty.Topic.values()) {
            facts.group(LocalDeviceLabels.topic(topic));
            details.facts().forEach((fact, value) -> {
                if (fact.topic() == topic) {
                    add(fact, value, facts);
                }
            });
        }
        facts.group(Texts.of("LocalDeviceProperties.remappedRows"));
        details.rows().ifPresent(rows -> facts.add(
                        Texts.of("LocalDeviceProperties.afterCorrected"), Formats.count(rows.corrected()))
                .add(Texts.of("LocalDeviceProperties.afterUncorrected"), Formats.count(rows.uncorrected()))
                .add(
                        Texts.of("LocalDeviceProperties.pending"),
                        rows.pending()
                                ? Texts.of("LocalDeviceProperties.atTheNextReset")
                                : Texts.of("LocalDeviceProperties.no"))
                .add(
                        Texts.of("LocalDeviceProperties.failed"),
                        rows.failed() ? Texts.of("LocalDeviceProperties.yes") : Texts.of("LocalDeviceProperties.no")));
        facts.group(Texts.of("LocalDeviceProperties.nvlinks"));
        details.links().forEach(link -> link(link, facts));
        facts.group(Texts.of("LocalDeviceProperties.otherGpus"));
        details.neighbours().forEach(neighbour -> neighbour(neighbour, facts));
        facts.group(Texts.of("LocalDeviceProperties.slices"));
        details.slices().forEach(slice -> slice(slice, facts));
        facts.group(Texts.of("LocalDeviceProperties.processes"));
        details.processes().ifPresent(all -> all.forEach(process -> process(process, facts)));
    }

    /** The age of the newest is said once; what is older says its own. */
    private void measured(LocalDevice local, PropertyGroups facts) {
        Instant now = clock.instant();
        long newest =
                local.readings().values().stream().mapToLong(Sample::time).max().orElse(0);
        if (newest > 0) {
            facts.add(Texts.of("LocalDeviceProperties.read"), Formats.ago(Instant.ofEpochMilli(newest), now));
        }
        local.readings().forEach((metric, reading) -> {
            SampleWindow window = local.details().windows().get(metric);
            String value = Formats.value(reading.value(), metric.unit())
                    + (window == null ? "" : ", " + LocalDeviceLabels.window(window));
            facts.add(
                    MetricLabels.word(metric),
                    newest - reading.time() > DeviceProperties.SAME.toMillis()
                            ? Texts.of(
                                    "LocalDeviceProperties.old",
                                    value,
                                    Formats.age(Instant.ofEpochMilli(reading.time()), now))
                            : value);
        });
    }

    private static void add(DeviceProperty fact, PropertyValue value, PropertyGroups facts) {
        switch (value) {
            case PropertyValue.Quantity quantity ->
                facts.add(LocalDeviceLabels.label(fact), Formats.value(quantity.value(), fact.unit()));
            case PropertyValue.Words words -> facts.add(LocalDeviceLabels.label(fact), words.text());
            case PropertyValue.Switch turned -> facts.add(LocalDeviceLabels.label(fact), turned.text());
            case PropertyValue.Unknown unknown ->
                facts.marked(LocalDeviceLabels.label(fact), unknown.reason(), UNKNOWN);
        }
    }

    private static void link(LocalLink link, PropertyGroups facts) {
        List<String> words = new ArrayList<>();
        words.add(way(link));
        link.sent()
                .ifPresent(
                        bytes -> words.add(Texts.of("LocalDeviceProperties.sent", Formats.value(bytes, Unit.BYTES))));
        link.received()
                .ifPresent(bytes ->
                        words.add(Texts.of("LocalDeviceProperties.received", Formats.value(bytes, Unit.BYTES))));
        String errors = link.errors().entrySet().stream()
                .filter(error -> error.getValue() > 0)
                .map(error -> LocalDeviceLabels.errors(error.getKey(), error.getValue()))
                .collect(Collectors.joining(", "));
        if (!errors.isEmpty()) {
            words.add(Texts.of("LocalDeviceProperties.errors", errors));
        }
        String label = Texts.of("LocalDeviceProperties.link", link.number());
        if (link.active()) {
            facts.add(label, String.join(", ", words));
        } else {
            facts.marked(label, String.join(", ", words), BROKEN);
        }
    }

    /** Up to switch 0000:05:00.0. */
    private static String way(LocalLink link) {
        String pci = link.remotePci();
        if (pci.isEmpty()) {
            return link.active() ? Texts.of("LocalDeviceProperties.up") : Texts.of("LocalDeviceProperties.down");
        }
        String end =
                switch (link.end()) {
                    case DEVICE -> Texts.of("LocalDeviceProperties.gpu", pci);
                    case SWITCH -> Texts.of("LocalDeviceProperties.switch", pci);
                    case PROCESSOR -> Texts.of("LocalDeviceProperties.processor", pci);
                    case UNKNOWN -> pci;
                };
        return link.active()
                ? Texts.of("LocalDeviceProperties.upTo", end)
                : Texts.of("LocalDeviceProperties.downTo", end);
    }

    private static void neighbour(PeerDevice neighbour, PropertyGroups facts) {
        List<String> words = new ArrayList<>();
        if (neighbour.nvLinks() > 0) {
            words.add(Formats.counted(neighbour.nvLinks(), "NVLink"));
        }
        words.add(Texts.of("LocalDeviceProperties.pcie", LocalDeviceLabels.way(neighbour.way())));
        switch (neighbour.peer()) {
            case YES -> words.add(Texts.of("LocalDeviceProperties.readsAndWritesIts"));
            case NO -> words.add(Texts.of("LocalDeviceProperties.notItsMemory"));
            case UNKNOWN -> {}
        }
        facts.add(Texts.of("LocalDeviceProperties.gpu", neighbour.index()), String.join(", ", words));
    }

    private static void slice(LocalSlice slice, PropertyGroups facts) {
        List<String> words = new ArrayList<>();
        words.add(Texts.of(
                "LocalDeviceProperties.memoryUsedOf",
                Formats.bytes(slice.memoryUsed()),
                Formats.bytes(slice.memoryBytes())));
        slice.multiprocessors()
                .ifPresent(number -> words.add(Texts.of("LocalDeviceProperties.multiprocessors", number)));
        slice.gpuInstance().ifPresent(number -> words.add(Texts.of("LocalDeviceProperties.gpuInstance", number)));
        slice.firstMemorySlice()
                .ifPresent(number -> words.add(Texts.of("LocalDeviceProperties.fromMemorySlice", number)));
        words.add(slice.uuid());
        facts.add(
                slice.profile().isEmpty() ? Texts.of("LocalDeviceProperties.slice", slice.number()) : slice.profile(),
                String.join(", ", words));
    }

    private static void process(LocalProcess process, PropertyGroups facts) {
        List<String> words = new ArrayList<>();
        words.add(Formats.bytes(process.memory()));
        process.gpuInstance().ifPresent(number -> words.add(Texts.of("LocalDeviceProperties.gpuInstance", number)));
        if (!process.program().isEmpty()) {
            words.add(process.program());
        }
        facts.add(Texts.of("LocalDeviceProperties.process", process.pid()), String.join(", ", words));
    }
}
