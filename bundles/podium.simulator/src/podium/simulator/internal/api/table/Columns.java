// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.table;

import static podium.simulator.internal.api.table.Column.age;
import static podium.simulator.internal.api.table.Column.named;
import static podium.simulator.internal.api.table.Column.number;
import static podium.simulator.internal.json.Json.at;
import static podium.simulator.internal.json.Json.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import podium.simulator.store.Meta;
import podium.simulator.store.ResourceType;

/** The columns of the built-in kinds. Source: pkg/printers/internalversion/printers.go. */
public final class Columns {

    private Columns() {}

    /** The columns of a built-in type. */
    public static List<Column> of(ResourceType type) {
        return switch (type.plural()) {
            case "pods" -> pods();
            case "nodes" -> nodes();
            case "events" -> events();
            case "deployments" -> WorkloadColumns.deployment();
            case "replicasets" -> WorkloadColumns.replicaSet();
            case "statefulsets" -> WorkloadColumns.statefulSet();
            case "daemonsets" -> WorkloadColumns.daemonSet();
            case "jobs" -> WorkloadColumns.job();
            case "namespaces" -> List.of(named(), Column.text("Status", o -> text(o, "status", "phase")), age());
            case "poddisruptionbudgets" -> budgets();
            case "priorityclasses" -> priorityClasses();
            case "leases" -> List.of(named(), Column.text("Holder", o -> text(o, "spec", "holderIdentity")), age());
            case "resourceslices" -> slices();
            case "resourceclaims" -> List.of(named(), Column.text("State", Cells::claimState), age());
            case "services" -> services();
            case "configmaps" ->
                List.of(named(), number("Data", o -> at(o, "data").size()), age());
            case "secrets" ->
                List.of(
                        named(),
                        Column.text("Type", o -> text(o, "type")),
                        number("Data", o -> at(o, "data").size()),
                        age());
            case "serviceaccounts" ->
                List.of(named(), number("Secrets", o -> at(o, "secrets").size()), age());
            case "persistentvolumes" -> volumes();
            case "persistentvolumeclaims" -> claims();
            case "controllerrevisions" -> revisions();
            case "resourceclaimtemplates",
                    "deviceclasses",
                    "resourcequotas",
                    "limitranges",
                    "endpointslices",
                    "endpoints",
                    "storageclasses",
                    "cronjobs",
                    "volumeattachments" -> List.of(named(), age());
            default -> List.of(named(), Column.text("Created At", o -> Meta.text(o, "creationTimestamp")));
        };
    }

    private static List<Column> pods() {
        return List.of(
                named(),
                Column.text("Ready", PodCells::ready),
                Column.text("Status", PodCells::status),
                Column.text("Restarts", PodCells::restarts),
                age(),
                Column.text("IP", o -> Cells.orNone(text(o, "status", "podIP"))).wide(),
                Column.text("Node", o -> Cells.orNone(text(o, "spec", "nodeName")))
                        .wide(),
                Column.text("Nominated Node", o -> Cells.orNone(text(o, "status", "nominatedNodeName")))
                        .wide(),
                Column.text("Readiness Gates", PodCells::readinessGates).wide());
    }

    private static List<Column> nodes() {
        return List.of(
                named(),
                Column.text("Status", Cells::nodeStatus),
                Column.text("Roles", Cells::nodeRoles),
                age(),
                Column.text("Version", o -> text(o, "status", "nodeInfo", "kubeletVersion")),
                Column.text("Internal-IP", o -> Cells.nodeAddress(o, "InternalIP"))
                        .wide(),
                Column.text("External-IP", o -> Cells.nodeAddress(o, "ExternalIP"))
                        .wide(),
                Column.text("OS-Image", o -> Cells.nodeInfo(o, "osImage")).wide(),
                Column.text("Kernel-Version", o -> Cells.nodeInfo(o, "kernelVersion"))
                        .wide(),
                Column.text("Container-Runtime", o -> Cells.nodeInfo(o, "containerRuntimeVersion"))
                        .wide());
    }

    private static List<Column> events() {
        return List.of(
                new Column("Last Seen", "string", "", 0, (o, now) -> TextNode.valueOf(lastSeen(o, now))),
                Column.text("Type", o -> text(o, "type")),
                Column.text("Reason", o -> text(o, "reason")),
                Column.text("Object", Cells::eventObject),
                Column.text("Subobject", o -> text(o, "involvedObject", "fieldPath"))
                        .wide(),
                Column.text("Source", Cells::eventSource).wide(),
                Column.text("Message", o -> text(o, "message").strip()),
                new Column("First Seen", "string", "", 1, (o, now) -> TextNode.valueOf(firstSeen(o, now))),
                number("Count", o -> Math.max(1, at(o, "count").asInt(1))).wide(),
                new Column("Name", "string", "name", 1, (o, now) -> TextNode.valueOf(Meta.name(o))));
    }

    private static String lastSeen(ObjectNode event, Instant now) {
        String series = text(event, "series", "lastObservedTime");
        String last = series.isEmpty() ? text(event, "lastTimestamp") : series;
        return last.isEmpty() ? firstSeen(event, now) : Ages.since(last, now);
    }

    private static String firstSeen(ObjectNode event, Instant now) {
        String first = text(event, "firstTimestamp");
        return Ages.since(first.isEmpty() ? text(event, "eventTime") : first, now);
    }

    private static List<Column> budgets() {
        return List.of(
                named(),
                Column.text("Min Available", o -> at(o, "spec", "minAvailable").asText("N/A")),
                Column.text(
                        "Max Unavailable", o -> at(o, "spec", "maxUnavailable").asText("N/A")),
                number("Allowed Disruptions", o -> at(o, "status", "disruptionsAllowed")
                        .asInt(0)),
                age());
    }

    private static List<Column> priorityClasses() {
        return List.of(
                named(),
                number("Value", o -> o.path("value").asInt(0)),
                Column.text("Global-Default", o -> o.path("globalDefault").asText("false")),
                age(),
                Column.text("PreemptionPolicy", o -> o.path("preemptionPolicy").asText("PreemptLowerPriority")));
    }

    private static List<Column> slices() {
        return List.of(
                named(),
                Column.text("Node", o -> text(o, "spec", "nodeName")),
                Column.text("Driver", o -> text(o, "spec", "driver")),
                Column.text("Pool", o -> text(o, "spec", "pool", "name")),
                age());
    }

    private static List<Column> services() {
        return List.of(
                named(),
                Column.text("Type", o -> text(o, "spec", "type")),
                Column.text("Cluster-IP", o -> Cells.orNone(text(o, "spec", "clusterIP"))),
                Column.text("External-IP", o -> Cells.orNone(Cells.join(at(o, "spec", "externalIPs")))),
                Column.text("Port(s)", Cells::servicePorts),
                age(),
                Column.text("Selector", o -> Cells.labels(at(o, "spec", "selector")))
                        .wide());
    }

    private static List<Column> volumes() {
        return List.of(
                named(),
                Column.text("Capacity", o -> text(o, "spec", "capacity", "storage")),
                Column.text("Access Modes", o -> Cells.accessModes(at(o, "spec", "accessModes"))),
                Column.text("Reclaim Policy", o -> text(o, "spec", "persistentVolumeReclaimPolicy")),
                Column.text("Status", o -> text(o, "status", "phase")),
                Column.text("Claim", o -> text(o, "spec", "claimRef", "name")),
                Column.text("StorageClass", o -> text(o, "spec", "storageClassName")),
                Column.text("Reason", o -> text(o, "status", "reason")),
                age());
    }

    private static List<Column> claims() {
        return List.of(
                named(),
                Column.text("Status", o -> text(o, "status", "phase")),
                Column.text("Volume", o -> text(o, "spec", "volumeName")),
                Column.text("Capacity", o -> text(o, "status", "capacity", "storage")),
                Column.text("Access Modes", o -> Cells.accessModes(at(o, "status", "accessModes"))),
                Column.text("StorageClass", o -> text(o, "spec", "storageClassName")),
                age());
    }

    private static List<Column> revisions() {
        return List.of(
                named(),
                Column.text("Controller", Columns::controller),
                number("Revision", o -> o.path("revision").asInt(0)),
                age());
    }

    private static String controller(ObjectNode object) {
        for (var owner : at(object, "metadata", "ownerReferences")) {
            if (owner.path("controller").asBoolean(false)) {
                return text(owner, "kind").toLowerCase() + "/" + text(owner, "name");
            }
        }
        return Cells.NONE;
    }
}
