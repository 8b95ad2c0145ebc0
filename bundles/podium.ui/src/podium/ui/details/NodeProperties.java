// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.CapacityType;
import podium.core.fleet.Holdings;
import podium.core.fleet.NodeTroubleText;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Condition;
import podium.model.value.Resources;
import podium.model.value.Taint;
import podium.operation.Operation;
import podium.telemetry.TelemetryStore;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.CordonLabels;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/** The properties of a node on the Summary page. In the realm. */
final class NodeProperties {
    /** From so many devices on the rest of a node's is left out. */
    private static final int MOST = 1024;

    private NodeProperties() {}

    static void add(
            Node node,
            TelemetryStore telemetry,
            Instant now,
            List<Operation> operations,
            Function<Node, Optional<String>> cordonedBy,
            PropertyGroups facts) {
        facts.state(Texts.of("NodeProperties.state"), StateLabels.dated(StateLabels.of(node), node))
                .add(
                        Texts.of("NodeProperties.cordoned"),
                        CordonLabels.words(node, now).orElse(""))
                .add(
                        Texts.of("NodeProperties.cordonedBy"),
                        cordonedBy.apply(node).orElse(""))
                .add(
                        Texts.of("NodeProperties.cordonedAs"),
                        CordonLabels.user(node, operations).orElse(""))
                .add(
                        Texts.of("NodeProperties.notedOnIt"),
                        NodeTroubleText.remarksWithKeys(node).orElse(""));
        SummaryProperties.holdings(
                node, Holdings.of(node), AcceleratorLabels.words(node.getAccelerators()), telemetry, facts);
        if (node.getAccelerators().stream()
                        .anyMatch(device -> !device.getSlices().isEmpty())
                && !StateLabels.isListing(node)) {
            facts.add(Texts.of("NodeProperties.slicesFree"), Formats.count(Holdings.freeSlices(node)));
        }
        facts.add(Texts.of("NodeProperties.devices"), AcceleratorLabels.models(node.getAccelerators()))
                .add(Texts.of("NodeProperties.shown"), shown(node));
        requested(node, facts);
        used(node, telemetry, now, facts);
        CapacityType capacity = CapacityType.of(node);
        facts.add(Texts.of("NodeProperties.capacity"), capacity.words())
                .add(Texts.of("NodeProperties.nodePool"), capacity.pool())
                .add(Texts.of("NodeProperties.location"), domains(node))
                .add(Texts.of("NodeProperties.address"), node.getAddress())
                .add("kubelet", node.getKubeletVersion())
                .add(
                        Texts.of("NodeProperties.created"),
                        node.getCreated() == null
                                ? ""
                                : Snapshots.at(node, node.getCreated())
                                        .orElseGet(() -> Formats.timeAndAge(node.getCreated(), now)));
        if (node.getTaints() != null) {
            facts.group(Texts.of("NodeProperties.taints"));
            for (Taint taint : node.getTaints().all()) {
                // the name as the value, which goes on in the next row and is never cut
                facts.add(taint.effect(), taint.key() + (taint.value().isEmpty() ? "" : "=" + taint.value()));
            }
        }
        deviceTaints(node, facts);
        if (node.getConditions() != null) {
            facts.group(Texts.of("NodeProperties.conditions"));
            node.getConditions().all().forEach(condition -> condition(condition, facts));
        }
    }

    /** That it says it has more devices than are shown and counted; empty: it does not. */
    private static String shown(Node node) {
        @Nullable Resources capacity = node.getCapacity() == null ? node.getAllocatable() : node.getCapacity();
        int shown = node.getAccelerators().size();
        long[] most = {0};
        if (capacity != null && shown >= MOST) {
            capacity.forEach((name, amount) -> AcceleratorKind.of(name)
                    .filter(kind -> !kind.slice())
                    .ifPresent(_ -> most[0] = Math.max(most[0], amount)));
        }
        return most[0] > shown ? Texts.of("NodeProperties.onlySome", Formats.count(shown), Formats.count(most[0])) : "";
    }

    private static void deviceTaints(Node node, PropertyGroups facts) {
        facts.group(Texts.of("NodeProperties.deviceTaints"));
        for (Accelerator device : node.getAccelerators()) {
            if (device.getTaints() != null) {
                device.getTaints()
                        .all()
                        .forEach(taint -> facts.add(
                                FleetLabels.name(device), taint.words() + ", " + AcceleratorLabels.about(taint)));
            }
        }
    }

    private static void requested(Node node, PropertyGroups facts) {
        if (node.getAllocatable() == null) {
            return;
        }
        long cpu = 0;
        long memory = 0;
        for (Task task : node.getTasks()) {
            if (task.getSpec() != null && Holdings.holds(task)) {
                cpu += task.getSpec().requests().get(Resources.CPU);
                memory += task.getSpec().requests().get(Resources.MEMORY);
            }
        }
        facts.add(
                Texts.of("NodeProperties.cpusRequested"),
                Texts.of(
                        "NodeProperties.requestedOf",
                        cpu > 0 && cpu < 1000
                                ? String.format(Locale.ROOT, "%.1f", cpu / 1000.0)
                                : Formats.count(cpu / 1000),
                        Formats.count(node.getAllocatable().get(Resources.CPU) / 1000)));
        facts.add(
                Texts.of("NodeProperties.memoryRequested"),
                Texts.of(
                        "NodeProperties.requestedOf",
                        Formats.bytes(memory),
                        Formats.bytes(node.getAllocatable().get(Resources.MEMORY))));
    }

    /** What metrics.k8s.io measures of the node; nothing where no source tells. */
    private static void used(Node node, TelemetryStore telemetry, Instant now, PropertyGroups facts) {
        if (node.getCluster() == null) {
            return;
        }
        DeviceKey key = DeviceKey.ofNode(ClusterId.of(node.getCluster()), node.getName());
        Optional<Sample> cpus = telemetry.latest(key, Metric.NODE_CPU);
        Optional<Sample> memory = telemetry.latest(key, Metric.NODE_MEMORY);
        cpus.ifPresent(reading ->
                facts.add(Texts.of("NodeProperties.cpusUsed"), Formats.value(reading.value(), Metric.NODE_CPU.unit())));
        memory.ifPresent(reading -> facts.add(
                Texts.of("NodeProperties.memoryUsed"), Formats.value(reading.value(), Metric.NODE_MEMORY.unit())));
        // one answer has both
        Stream.concat(cpus.stream(), memory.stream())
                .map(reading -> Instant.ofEpochMilli(reading.time()))
                .min(Comparator.naturalOrder())
                .ifPresent(at -> facts.add(
                        Texts.of("NodeProperties.usageRead"),
                        Snapshots.at(node, at).orElseGet(() -> Formats.ago(at, now))));
    }

    private static void condition(Condition condition, PropertyGroups facts) {
        String words = condition.status()
                + (condition.reason().isEmpty() ? "" : ", " + condition.reason())
                + (condition.message().isEmpty() ? "" : ": " + condition.message());
        facts.marked(
                condition.type(),
                words,
                NodeTroubleText.isBad(condition)
                        ? new StateIcon(Icon.WARNING, Name.CRITICAL)
                        : new StateIcon(Icon.DONE, Name.GOOD));
    }

    private static String domains(Node node) {
        List<String> names = new ArrayList<>();
        for (Domain at = node.getDomain(); at != null; at = at.getParent()) {
            names.addFirst(FleetLabels.called(at));
        }
        return String.join(", ", names);
    }
}
