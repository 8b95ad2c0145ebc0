// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.core.change.Change;
import podium.core.change.DeviceReport;
import podium.core.text.GoText;
import podium.kubernetes.internal.json.JsonTree;
import podium.model.fleet.Readiness;
import podium.model.value.Condition;
import podium.model.value.Conditions;
import podium.model.value.NodeRemark;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.Taints.Cordon;

/** core/v1 Node. */
final class NodeDecoder {
    private static final String SHARES = "HAMi";

    /** What a cordon of Podium leaves on the node. */
    private static final Pattern OWN = Pattern.compile("podium [-\\w]+ (?:planned )?at ([-:.\\w]+);.*");

    private NodeDecoder() {}

    static List<Change> of(JsonTree node) {
        JsonTree metadata = node.at("metadata");
        JsonTree spec = node.at("spec");
        JsonTree status = node.at("status");
        Conditions conditions = conditions(status.at("conditions"));
        RegisteredDevices registered = RegisteredDevices.of(node);
        List<DeviceReport> shared = registered.devices();
        Change seen = new Change.NodeSeen(
                metadata.text("name"),
                metadata.text("uid"),
                metadata.text("resourceVersion"),
                metadata.at("labels").labels(),
                taints(metadata, spec),
                registered.counted(status.at("capacity").resources(), false),
                registered.counted(status.at("allocatable").resources(), true),
                spec.flag("unschedulable"),
                readiness(conditions),
                conditions,
                metadata.time("creationTimestamp"),
                status.at("nodeInfo").text("kubeletVersion"),
                address(status.at("addresses")));
        return shared.isEmpty()
                ? List.of(seen)
                : List.of(seen, new Change.DevicesSeen(metadata.text("name"), SHARES, shared));
    }

    /** What is to be said when the node is gone, or says no more that its devices are shared. */
    static List<Change> farewell(JsonTree node) {
        JsonTree metadata = node.at("metadata");
        return RegisteredDevices.of(node).devices().isEmpty()
                ? List.of()
                : List.of(new Change.DevicesSeen(metadata.text("name"), SHARES, List.of()));
    }

    /** Conditions of any object, without the heartbeats in them. */
    static Conditions conditions(JsonTree list) {
        List<Condition> conditions = list.elements().stream()
                .map(condition -> new Condition(
                        condition.text("type"),
                        condition.text("status"),
                        condition.text("reason"),
                        GoText.plain(condition.text("message")),
                        condition.text("lastTransitionTime")))
                .toList();
        return conditions.isEmpty() ? Conditions.none() : new Conditions(conditions);
    }

    private static Taints taints(JsonTree metadata, JsonTree spec) {
        List<JsonTree> list = spec.at("taints").elements();
        List<Taint> taints = list.stream()
                .map(taint -> new Taint(taint.text("key"), taint.text("value"), taint.text("effect")))
                .toList();
        Optional<Cordon> cordon =
                spec.flag("unschedulable") ? Optional.of(cordon(metadata.at("annotations"), list)) : Optional.empty();
        List<NodeRemark> remarks = NodeRemarks.of(metadata.at("annotations"));
        return taints.isEmpty() && cordon.isEmpty() && remarks.isEmpty()
                ? Taints.none()
                : new Taints(taints, cordon, remarks);
    }

    /** The taint of the node lifecycle controller follows in a moment, while a plan may be confirmed long after it was made. */
    private static Cordon cordon(JsonTree annotations, List<JsonTree> taints) {
        Matcher own = OWN.matcher(annotations.text("podium.operations/cordoned-by"));
        String since = taints.stream()
                .filter(taint -> taint.text("key").equals(Taint.UNSCHEDULABLE))
                .map(taint -> taint.text("timeAdded"))
                .findFirst()
                .orElse("");
        return new Cordon(since, own.matches() ? own.group(1) : "");
    }

    private static Readiness readiness(Conditions conditions) {
        return conditions
                .get("Ready")
                .map(ready -> switch (ready.status()) {
                    case "True" -> Readiness.READY;
                    case "False" -> Readiness.NOT_READY;
                    default -> Readiness.UNKNOWN;
                })
                .orElse(Readiness.UNKNOWN);
    }

    private static String address(JsonTree addresses) {
        return addresses.elements().stream()
                .filter(address -> "InternalIP".equals(address.text("type")))
                .map(address -> address.text("address"))
                .findFirst()
                .orElse("");
    }
}
