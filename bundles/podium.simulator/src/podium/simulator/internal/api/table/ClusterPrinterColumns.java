// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.table;

import static podium.simulator.internal.api.table.PrinterColumn.age;
import static podium.simulator.internal.api.table.PrinterColumn.named;
import static podium.simulator.internal.json.Json.at;
import static podium.simulator.internal.json.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import podium.simulator.store.ObjectMeta;

/** Columns of volumes, addresses, quotas and classes. */
final class ClusterPrinterColumns {
    private static final int SHOWN = 3;
    private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";

    private ClusterPrinterColumns() {}

    static List<PrinterColumn> volumes() {
        return List.of(
                named(),
                PrinterColumn.text("Capacity", o -> text(o, "spec", "capacity", "storage")),
                PrinterColumn.text("Access Modes", o -> PrinterCells.accessModes(at(o, "spec", "accessModes"))),
                PrinterColumn.text("Reclaim Policy", o -> text(o, "spec", "persistentVolumeReclaimPolicy")),
                PrinterColumn.text("Status", ClusterPrinterColumns::phase),
                PrinterColumn.text("Claim", ClusterPrinterColumns::claim),
                PrinterColumn.text("StorageClass", o -> text(o, "spec", "storageClassName")),
                attributes(),
                PrinterColumn.text("Reason", o -> text(o, "status", "reason")),
                age(),
                mode());
    }

    static List<PrinterColumn> claims() {
        return List.of(
                named(),
                PrinterColumn.text("Status", ClusterPrinterColumns::phase),
                PrinterColumn.text("Volume", o -> text(o, "spec", "volumeName")),
                PrinterColumn.text("Capacity", o -> text(o, "status", "capacity", "storage")),
                PrinterColumn.text("Access Modes", o -> PrinterCells.accessModes(at(o, "status", "accessModes"))),
                PrinterColumn.text("StorageClass", o -> text(o, "spec", "storageClassName")),
                attributes(),
                age(),
                mode());
    }

    private static String phase(ObjectNode object) {
        return object.path("metadata").hasNonNull("deletionTimestamp")
                ? "Terminating"
                : text(object, "status", "phase");
    }

    private static String claim(ObjectNode volume) {
        JsonNode claim = at(volume, "spec", "claimRef");
        return claim.isObject() ? text(claim, "namespace") + "/" + text(claim, "name") : "";
    }

    private static PrinterColumn attributes() {
        return PrinterColumn.text("VolumeAttributesClass", o -> at(o, "spec", "volumeAttributesClassName")
                .asText("<unset>"));
    }

    private static PrinterColumn mode() {
        return PrinterColumn.text("VolumeMode", o -> at(o, "spec", "volumeMode").asText("Filesystem"))
                .wide();
    }

    static List<PrinterColumn> storageClasses() {
        PrinterColumn name = new PrinterColumn(
                "Name",
                "string",
                "name",
                0,
                (o, now) -> TextNode.valueOf(ObjectMeta.name(o)
                        + (text(o, "metadata", "annotations", DEFAULT).equals("true") ? " (default)" : "")));
        return List.of(
                name,
                PrinterColumn.text("Provisioner", o -> text(o, "provisioner")),
                PrinterColumn.text("ReclaimPolicy", o -> o.path("reclaimPolicy").asText("Delete")),
                PrinterColumn.text(
                        "VolumeBindingMode", o -> o.path("volumeBindingMode").asText("Immediate")),
                PrinterColumn.text("AllowVolumeExpansion", o -> o.path("allowVolumeExpansion")
                        .asText("false")),
                age());
    }

    static List<PrinterColumn> attachments() {
        return List.of(
                named(),
                PrinterColumn.text("Attacher", o -> text(o, "spec", "attacher")).formatted("name"),
                PrinterColumn.text("PV", o -> text(o, "spec", "source", "persistentVolumeName")),
                PrinterColumn.text("Node", o -> text(o, "spec", "nodeName")),
                PrinterColumn.flag("Attached", o -> at(o, "status", "attached").asBoolean()),
                age());
    }

    static List<PrinterColumn> quotas() {
        return List.of(
                named(),
                PrinterColumn.text("Request", o -> quota(o, false)),
                PrinterColumn.text("Limit", o -> quota(o, true)),
                age());
    }

    private static String quota(ObjectNode quota, boolean limits) {
        TreeMap<String, String> parts = new TreeMap<>();
        at(quota, "status", "hard").properties().forEach(hard -> {
            if (hard.getKey().startsWith("limits") == limits) {
                String used = at(quota, "status", "used", hard.getKey()).asText("0");
                parts.put(hard.getKey(), used + "/" + hard.getValue().asText());
            }
        });
        List<String> words = new ArrayList<>();
        parts.forEach((resource, amount) -> words.add(resource + ": " + amount));
        return String.join(", ", words);
    }

    static List<PrinterColumn> endpointSlices() {
        return List.of(
                named(),
                PrinterColumn.text("AddressType", o -> text(o, "addressType")),
                PrinterColumn.text("Ports", o -> first(values(o.path("ports"), "port"), "<unset>")),
                PrinterColumn.text("Endpoints", o -> {
                    List<String> addresses = new ArrayList<>();
                    o.path("endpoints")
                            .forEach(one -> one.path("addresses").forEach(address -> addresses.add(address.asText())));
                    return first(addresses, "<unset>");
                }),
                age());
    }

    static List<PrinterColumn> endpoints() {
        return List.of(named(), PrinterColumn.text("Endpoints", o -> first(addresses(o), PrinterCells.NONE)), age());
    }

    private static List<String> addresses(ObjectNode endpoints) {
        List<String> all = new ArrayList<>();
        for (JsonNode subset : endpoints.path("subsets")) {
            List<String> ips = values(subset.path("addresses"), "ip");
            if (subset.path("ports").isEmpty()) {
                all.addAll(ips);
            }
            values(subset.path("ports"), "port").forEach(port -> ips.forEach(ip -> all.add(ip + ":" + port)));
        }
        return all;
    }

    private static List<String> values(JsonNode array, String field) {
        List<String> values = new ArrayList<>();
        array.forEach(one -> values.add(one.path(field).asText()));
        return values;
    }

    private static String first(List<String> values, String none) {
        if (values.isEmpty()) {
            return none;
        }
        String shown = String.join(",", values.subList(0, Math.min(SHOWN, values.size())));
        return values.size() > SHOWN ? shown + " + " + (values.size() - SHOWN) + " more..." : shown;
    }

    static List<PrinterColumn> deviceTaints() {
        return List.of(
                named(),
                PrinterColumn.text("Key", o -> text(o, "spec", "taint", "key")),
                PrinterColumn.text("Value", o -> text(o, "spec", "taint", "value")),
                PrinterColumn.text("Effect", o -> text(o, "spec", "taint", "effect")),
                new PrinterColumn(
                        "TimeAdded",
                        "string",
                        "",
                        0,
                        (o, now) -> TextNode.valueOf(HumanDuration.since(
                                at(o, "spec", "taint", "timeAdded").asText(ObjectMeta.text(o, "creationTimestamp")),
                                now))),
                age());
    }
}
