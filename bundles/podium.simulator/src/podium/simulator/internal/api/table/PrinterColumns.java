// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.table;

import static podium.simulator.internal.api.table.PrinterColumn.age;
import static podium.simulator.internal.api.table.PrinterColumn.named;
import static podium.simulator.internal.api.table.PrinterColumn.number;
import static podium.simulator.internal.json.Json.at;
import static podium.simulator.internal.json.Json.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ResourceType;

/** The columns of the built-in kinds. Source: pkg/printers/internalversion/printers.go. */
public final class PrinterColumns {

    private PrinterColumns() {}

    /** The columns of a built-in type. */
    public static List<PrinterColumn> of(ResourceType type) {
        return switch (type.plural()) {
            case "pods" -> pods();
            case "nodes" -> nodes();
            case "events" -> events();
            case "deployments" -> WorkloadPrinterColumns.deployment();
            case "replicasets" -> WorkloadPrinterColumns.replicaSet();
            case "statefulsets" -> WorkloadPrinterColumns.statefulSet();
            case "daemonsets" -> WorkloadPrinterColumns.daemonSet();
            case "jobs" -> WorkloadPrinterColumns.job();
            case "namespaces" -> List.of(named(), PrinterColumn.text("Status", o -> text(o, "status", "phase")), age());
            case "poddisruptionbudgets" -> budgets();
            case "priorityclasses" -> priorityClasses();
            case "leases" ->
                List.of(named(), PrinterColumn.text("Holder", o -> text(o, "spec", "holderIdentity")), age());
            case "resourceslices" -> slices();
            case "resourceclaims" -> List.of(named(), PrinterColumn.text("State", PrinterCells::claimState), age());
            case "services" -> services();
            case "configmaps" ->
                List.of(named(), number("Data", o -> at(o, "data").size()).typed("string"), age());
            case "secrets" ->
                List.of(
                        named(),
                        PrinterColumn.text("Type", o -> text(o, "type")),
                        number("Data", o -> at(o, "data").size()).typed("string"),
                        age());
            case "serviceaccounts" -> List.of(named(), age());
            case "persistentvolumes" -> ClusterPrinterColumns.volumes();
            case "persistentvolumeclaims" -> ClusterPrinterColumns.claims();
            case "horizontalpodautoscalers" -> ServicePrinterColumns.autoscaler();
            case "ingresses" -> ServicePrinterColumns.ingress();
            case "ingressclasses" -> ServicePrinterColumns.ingressClass();
            case "controllerrevisions" -> revisions();
            case "rolebindings", "clusterrolebindings" -> bindings();
            case "resourcequotas" -> ClusterPrinterColumns.quotas();
            case "endpointslices" -> ClusterPrinterColumns.endpointSlices();
            case "endpoints" -> ClusterPrinterColumns.endpoints();
            case "storageclasses" -> ClusterPrinterColumns.storageClasses();
            case "volumeattachments" -> ClusterPrinterColumns.attachments();
            case "devicetaintrules" -> ClusterPrinterColumns.deviceTaints();
            case "cronjobs" -> WorkloadPrinterColumns.cronJob();
            case "runtimeclasses" -> List.of(named(), PrinterColumn.text("Handler", o -> text(o, "handler")), age());
            case "resourceclaimtemplates", "deviceclasses" -> List.of(named(), age());
            default ->
                List.of(
                        named(),
                        PrinterColumn.text("Created At", o -> ObjectMeta.text(o, "creationTimestamp"))
                                .typed("date"));
        };
    }

    private static List<PrinterColumn> pods() {
        return List.of(
                named(),
                PrinterColumn.text("Ready", PodPrinterCells::ready),
                PrinterColumn.text("Status", PodPrinterCells::status),
                PrinterColumn.text("Restarts", PodPrinterCells::restarts),
                age(),
                PrinterColumn.text("IP", o -> PrinterCells.orNone(text(o, "status", "podIP")))
                        .wide(),
                PrinterColumn.text("Node", o -> PrinterCells.orNone(text(o, "spec", "nodeName")))
                        .wide(),
                PrinterColumn.text("Nominated Node", o -> PrinterCells.orNone(text(o, "status", "nominatedNodeName")))
                        .wide(),
                PrinterColumn.text("Readiness Gates", PodPrinterCells::readinessGates)
                        .wide());
    }

    private static List<PrinterColumn> nodes() {
        return List.of(
                named(),
                PrinterColumn.text("Status", PrinterCells::nodeStatus),
                PrinterColumn.text("Roles", PrinterCells::nodeRoles),
                age(),
                PrinterColumn.text("Version", o -> text(o, "status", "nodeInfo", "kubeletVersion")),
                PrinterColumn.text("Internal-IP", o -> PrinterCells.nodeAddress(o, "InternalIP"))
                        .wide(),
                PrinterColumn.text("External-IP", o -> PrinterCells.nodeAddress(o, "ExternalIP"))
                        .wide(),
                PrinterColumn.text("OS-Image", o -> PrinterCells.nodeInfo(o, "osImage"))
                        .wide(),
                PrinterColumn.text("Kernel-Version", o -> PrinterCells.nodeInfo(o, "kernelVersion"))
                        .wide(),
                PrinterColumn.text("Container-Runtime", o -> PrinterCells.nodeInfo(o, "containerRuntimeVersion"))
                        .wide());
    }

    private static List<PrinterColumn> events() {
        return List.of(
                new PrinterColumn("Last Seen", "string", "", 0, (o, now) -> TextNode.valueOf(lastSeen(o, now))),
                PrinterColumn.text("Type", o -> text(o, "type")),
                PrinterColumn.text("Reason", o -> text(o, "reason")),
                PrinterColumn.text("Object", PrinterCells::eventObject),
                PrinterColumn.text("Subobject", o -> text(o, "involvedObject", "fieldPath"))
                        .wide(),
                PrinterColumn.text("Source", PrinterCells::eventSource).wide(),
                PrinterColumn.text("Message", o -> text(o, "message").strip()),
                new PrinterColumn("First Seen", "string", "", 1, (o, now) -> TextNode.valueOf(firstSeen(o, now))),
                number("Count", o -> Math.max(1, at(o, "count").asInt(1)))
                        .typed("string")
                        .wide(),
                new PrinterColumn("Name", "string", "name", 1, (o, now) -> TextNode.valueOf(ObjectMeta.name(o))));
    }

    private static String lastSeen(ObjectNode event, Instant now) {
        String series = text(event, "series", "lastObservedTime");
        String last = series.isEmpty() ? text(event, "lastTimestamp") : series;
        return last.isEmpty() ? firstSeen(event, now) : HumanDuration.since(last, now);
    }

    private static String firstSeen(ObjectNode event, Instant now) {
        String first = text(event, "firstTimestamp");
        return HumanDuration.since(first.isEmpty() ? text(event, "eventTime") : first, now);
    }

    private static List<PrinterColumn> budgets() {
        return List.of(
                named(),
                PrinterColumn.text(
                        "Min Available", o -> at(o, "spec", "minAvailable").asText("N/A")),
                PrinterColumn.text(
                        "Max Unavailable", o -> at(o, "spec", "maxUnavailable").asText("N/A")),
                number("Allowed Disruptions", o -> at(o, "status", "disruptionsAllowed")
                        .asInt(0)),
                age());
    }

    private static List<PrinterColumn> priorityClasses() {
        return List.of(
                named(),
                number("Value", o -> o.path("value").asInt(0)),
                PrinterColumn.flag(
                        "Global-Default", o -> o.path("globalDefault").asBoolean()),
                age(),
                PrinterColumn.text(
                        "PreemptionPolicy", o -> o.path("preemptionPolicy").asText("PreemptLowerPriority")));
    }

    private static List<PrinterColumn> slices() {
        return List.of(
                named(),
                PrinterColumn.text("Node", o -> text(o, "spec", "nodeName")),
                PrinterColumn.text("Driver", o -> text(o, "spec", "driver")),
                PrinterColumn.text("Pool", o -> text(o, "spec", "pool", "name")),
                age());
    }

    private static List<PrinterColumn> services() {
        return List.of(
                named(),
                PrinterColumn.text("Type", o -> text(o, "spec", "type")),
                PrinterColumn.text("Cluster-IP", o -> PrinterCells.orNone(text(o, "spec", "clusterIP"))),
                PrinterColumn.text(
                        "External-IP", o -> PrinterCells.orNone(PrinterCells.join(at(o, "spec", "externalIPs")))),
                PrinterColumn.text("Port(s)", PrinterCells::servicePorts),
                age(),
                PrinterColumn.text("Selector", o -> PrinterCells.labels(at(o, "spec", "selector")))
                        .wide());
    }

    private static List<PrinterColumn> bindings() {
        return List.of(
                named(),
                PrinterColumn.text("Role", o -> text(o, "roleRef", "kind") + "/" + text(o, "roleRef", "name")),
                age(),
                PrinterColumn.text("Users", o -> PrinterCells.subjects(o, "User"))
                        .wide(),
                PrinterColumn.text("Groups", o -> PrinterCells.subjects(o, "Group"))
                        .wide(),
                PrinterColumn.text("ServiceAccounts", o -> PrinterCells.subjects(o, "ServiceAccount"))
                        .wide());
    }

    private static List<PrinterColumn> revisions() {
        return List.of(
                named(),
                PrinterColumn.text("Controller", PrinterColumns::controller),
                number("Revision", o -> o.path("revision").asInt(0)).typed("string"),
                age());
    }

    private static String controller(ObjectNode object) {
        for (var owner : at(object, "metadata", "ownerReferences")) {
            if (owner.path("controller").asBoolean(false)) {
                String group = text(owner, "apiVersion").replaceFirst("/?[^/]*$", "");
                return text(owner, "kind").toLowerCase(Locale.ROOT) + (group.isEmpty() ? "" : "." + group) + "/"
                        + text(owner, "name");
            }
        }
        return PrinterCells.NONE;
    }
}
