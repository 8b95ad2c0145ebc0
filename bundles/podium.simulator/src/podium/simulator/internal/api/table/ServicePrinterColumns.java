// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.table;

import static podium.simulator.internal.api.table.PrinterColumn.age;
import static podium.simulator.internal.api.table.PrinterColumn.named;
import static podium.simulator.internal.json.Json.at;
import static podium.simulator.internal.json.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Columns of what stands before services. */
final class ServicePrinterColumns {

    private ServicePrinterColumns() {}

    static List<PrinterColumn> autoscaler() {
        return List.of(
                named(),
                PrinterColumn.text(
                        "Reference",
                        o -> text(o, "spec", "scaleTargetRef", "kind") + "/"
                                + text(o, "spec", "scaleTargetRef", "name")),
                PrinterColumn.text("Targets", ServicePrinterColumns::targets),
                PrinterColumn.text("MinPods", o -> at(o, "spec", "minReplicas").asText("<unset>")),
                PrinterColumn.number(
                                "MaxPods", o -> at(o, "spec", "maxReplicas").asInt(0))
                        .typed("string"),
                PrinterColumn.number("Replicas", o -> at(o, "status", "currentReplicas")
                                .asInt(0))
                        .typed("string"),
                age());
    }

    private static String targets(ObjectNode autoscaler) {
        List<String> parts = new ArrayList<>();
        JsonNode metrics = at(autoscaler, "spec", "metrics");
        for (int i = 0; i < metrics.size(); i++) {
            JsonNode now = at(autoscaler, "status", "currentMetrics").path(i);
            parts.add(target(metrics.path(i), now));
        }
        return PrinterCells.orNone(String.join(", ", parts));
    }

    private static String target(JsonNode metric, JsonNode now) {
        String type = text(metric, "type");
        String field = type.isEmpty() ? "" : type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        JsonNode target = at(metric, field, "target");
        JsonNode current = at(now, field, "current");
        boolean percent = target.has("averageUtilization");
        String value = percent ? "averageUtilization" : target.has("averageValue") ? "averageValue" : "value";
        String sign = percent ? "%" : "";
        String name = type.equals("Resource") ? text(metric, field, "name") + ": " : "";
        String average = type.equals("External") && value.equals("averageValue") ? " (avg)" : "";
        return name + (current.has(value) ? current.path(value).asText() + sign : "<unknown>") + "/"
                + target.path(value).asText() + sign + average;
    }

    static List<PrinterColumn> ingress() {
        return List.of(
                named(),
                PrinterColumn.text("Class", o -> PrinterCells.orNone(text(o, "spec", "ingressClassName"))),
                PrinterColumn.text("Hosts", ServicePrinterColumns::hosts),
                PrinterColumn.text("Address", ServicePrinterColumns::addresses),
                PrinterColumn.text("Ports", o -> at(o, "spec", "tls").isEmpty() ? "80" : "80, 443"),
                age());
    }

    private static String hosts(ObjectNode ingress) {
        List<String> hosts = new ArrayList<>();
        at(ingress, "spec", "rules").forEach(rule -> hosts.add(text(rule, "host")));
        hosts.removeIf(String::isEmpty);
        int shown = Math.min(3, hosts.size());
        String words = String.join(",", hosts.subList(0, shown));
        return hosts.isEmpty()
                ? "*"
                : hosts.size() > shown ? words + " + " + (hosts.size() - shown) + " more..." : words;
    }

    private static String addresses(ObjectNode ingress) {
        List<String> addresses = new ArrayList<>();
        for (JsonNode one : at(ingress, "status", "loadBalancer", "ingress")) {
            addresses.add(one.path("ip").asText(text(one, "hostname")));
        }
        return String.join(",", addresses);
    }

    static List<PrinterColumn> ingressClass() {
        return List.of(
                named(),
                PrinterColumn.text("Controller", o -> text(o, "spec", "controller")),
                PrinterColumn.text("Parameters", o -> {
                    JsonNode parameters = at(o, "spec", "parameters");
                    String group = text(parameters, "apiGroup");
                    return parameters.isObject()
                            ? text(parameters, "kind") + (group.isEmpty() ? "" : "." + group) + "/"
                                    + text(parameters, "name")
                            : PrinterCells.NONE;
                }),
                age());
    }
}
