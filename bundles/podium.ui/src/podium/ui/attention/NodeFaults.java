// SPDX-License-Identifier: Apache-2.0
package podium.ui.attention;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.core.fleet.NodeTaints;
import podium.core.fleet.NodeTroubleText;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Health;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.value.Conditions;
import podium.model.value.DeviceTaint;
import podium.telemetry.DeviceXid;
import podium.telemetry.TelemetryStore;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.CordonLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.SafeText;

/** What is wrong with a node and its devices. Of one that is down no more is told: the rest follows from that. In the realm. */
final class NodeFaults {
    private static final String READY = "Ready";

    private NodeFaults() {}

    static List<AttentionItem> of(Node node, TelemetryStore telemetry) {
        if (node.getReadiness() != Readiness.READY) {
            AttentionKind kind = node.getReadiness() == Readiness.NOT_READY
                    ? AttentionKind.NODE_NOT_READY
                    : AttentionKind.NODE_SILENT;
            return List.of(AttentionItem.of(kind, node, "", since(node)));
        }
        List<AttentionItem> items = new ArrayList<>();
        int failed = 0;
        for (Accelerator device : node.getAccelerators()) {
            Optional<String> why = failure(device, telemetry);
            why.ifPresent(
                    words -> items.add(AttentionItem.of(AttentionKind.DEVICE_FAILED, device, words, Optional.empty())));
            failed += why.isPresent() ? 1 : 0;
            if (why.isEmpty() && Holdings.isTainted(device)) {
                items.add(AttentionItem.of(AttentionKind.DEVICE_TAINTED, device, taints(device), Optional.empty()));
            }
        }
        NodeTroubleText.bad(node)
                .forEach(condition -> items.add(new AttentionItem(
                        AttentionKind.NODE_CONDITION,
                        Texts.of("NodeFaults.reports", SafeText.line(node.getName()), SafeText.line(condition.type())),
                        Optional.of(node),
                        SafeText.line(condition.message()),
                        time(condition.since()))));
        keptOff(node).ifPresent(items::add);
        if (Holdings.of(node).withheld() > failed) {
            items.add(AttentionItem.of(
                    AttentionKind.NOT_OFFERED,
                    node,
                    AcceleratorLabels.notOffered(node, telemetry).orElse(""),
                    Optional.empty()));
        }
        return items;
    }

    private static Optional<AttentionItem> keptOff(Node node) {
        return node.isUnschedulable()
                ? Optional.of(AttentionItem.of(
                        AttentionKind.NODE_CORDONED,
                        node,
                        NodeTroubleText.remarks(node)
                                .orElse(CordonLabels.isOwn(node) ? Texts.of("NodeFaults.byPodium") : ""),
                        CordonLabels.since(node)))
                : NodeTaints.keepingOff(node)
                        .map(taint -> AttentionItem.of(
                                AttentionKind.NODE_TAINTED, node, SafeText.line(taint.key()), Optional.empty()));
    }

    /** Why a device is broken; empty: it is not. */
    private static Optional<String> failure(Accelerator device, TelemetryStore telemetry) {
        return DeviceXid.broken(device, telemetry)
                .map(xid -> Holdings.of(device.getNode()).withheld() > 0
                        ? Texts.of("NodeFaults.xid", xid)
                        : Texts.of("NodeFaults.xidOffered", xid))
                .or(() -> device.getHealth() == Health.FAILED
                        ? Optional.of(SafeText.line(device.getHealthReason()))
                        : Optional.empty());
    }

    private static String taints(Accelerator device) {
        return device.getTaints().all().stream()
                .filter(DeviceTaint::keepsOff)
                .map(taint -> taint.words() + ", " + AcceleratorLabels.about(taint))
                .findFirst()
                .orElse("");
    }

    private static Optional<Instant> since(Node node) {
        @Nullable Conditions conditions = node.getConditions();
        return conditions == null ? Optional.empty() : conditions.get(READY).flatMap(ready -> time(ready.since()));
    }

    private static Optional<Instant> time(String at) {
        try {
            return at.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(at));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
