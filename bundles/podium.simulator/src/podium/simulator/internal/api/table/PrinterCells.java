// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.table;

import static podium.simulator.internal.json.Json.at;
import static podium.simulator.internal.json.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Texts that several kinds share. */
final class PrinterCells {

    static final String NONE = "<none>";
    private static final String ROLE = "node-role.kubernetes.io/";

    private PrinterCells() {}

    static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }

    static boolean condition(JsonNode object, String type) {
        for (JsonNode condition : at(object, "status", "conditions")) {
            if (text(condition, "type").equals(type)
                    && text(condition, "status").equals("True")) {
                return true;
            }
        }
        return false;
    }

    static String labels(JsonNode labels) {
        List<String> pairs = new ArrayList<>();
        labels.properties()
                .forEach(l -> pairs.add(l.getKey() + "=" + l.getValue().asText("")));
        return orNone(String.join(",", pairs));
    }

    static String selector(JsonNode selector) {
        List<String> parts = new ArrayList<>();
        selector.path("matchLabels")
                .properties()
                .forEach(l -> parts.add(l.getKey() + "=" + l.getValue().asText("")));
        for (JsonNode e : selector.path("matchExpressions")) {
            List<String> values = new ArrayList<>();
            e.path("values").forEach(v -> values.add(v.asText("")));
            String set = " (" + String.join(",", values) + ")";
            parts.add(
                    switch (text(e, "operator")) {
                        case "In" -> text(e, "key") + " in" + set;
                        case "NotIn" -> text(e, "key") + " notin" + set;
                        case "DoesNotExist" -> "!" + text(e, "key");
                        default -> text(e, "key");
                    });
        }
        return orNone(String.join(",", parts));
    }

    static String join(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(v -> values.add(v.asText("")));
        return String.join(",", values);
    }

    /** Whom a binding names, of one kind. */
    static String subjects(ObjectNode binding, String kind) {
        List<String> names = new ArrayList<>();
        for (JsonNode subject : binding.path("subjects")) {
            if (text(subject, "kind").equals(kind)) {
                String namespace = text(subject, "namespace");
                names.add((namespace.isEmpty() ? "" : namespace + "/") + text(subject, "name"));
            }
        }
        return String.join(", ", names);
    }

    static String nodeStatus(ObjectNode node) {
        List<String> words = new ArrayList<>();
        words.add("Unknown");
        for (JsonNode condition : at(node, "status", "conditions")) {
            if (text(condition, "type").equals("Ready")) {
                words.set(0, text(condition, "status").equals("True") ? "Ready" : "NotReady");
            }
        }
        if (at(node, "spec", "unschedulable").asBoolean(false)) {
            words.add("SchedulingDisabled");
        }
        return String.join(",", words);
    }

    static String nodeRoles(ObjectNode node) {
        TreeSet<String> roles = new TreeSet<>();
        at(node, "metadata", "labels").properties().forEach(l -> {
            if (l.getKey().startsWith(ROLE)) {
                roles.add(l.getKey().substring(ROLE.length()));
            } else if (l.getKey().equals("kubernetes.io/role")) {
                roles.add(l.getValue().asText(""));
            }
        });
        return orNone(String.join(",", roles));
    }

    static String nodeAddress(ObjectNode node, String type) {
        for (JsonNode address : at(node, "status", "addresses")) {
            if (text(address, "type").equals(type)) {
                return text(address, "address");
            }
        }
        return NONE;
    }

    static String nodeInfo(ObjectNode node, String field) {
        String value = text(node, "status", "nodeInfo", field);
        return value.isEmpty() ? "<unknown>" : value;
    }

    static String accessModes(JsonNode modes) {
        List<String> shortened = new ArrayList<>();
        modes.forEach(mode -> shortened.add(
                switch (mode.asText("")) {
                    case "ReadWriteOnce" -> "RWO";
                    case "ReadOnlyMany" -> "ROX";
                    case "ReadWriteMany" -> "RWX";
                    case "ReadWriteOncePod" -> "RWOP";
                    default -> mode.asText("");
                }));
        return String.join(",", shortened);
    }

    static String servicePorts(ObjectNode service) {
        List<String> ports = new ArrayList<>();
        at(service, "spec", "ports")
                .forEach(p -> ports.add(
                        p.path("port").asText("") + "/" + p.path("protocol").asText("TCP")));
        return orNone(String.join(",", ports));
    }

    static String claimState(ObjectNode claim) {
        if (!at(claim, "status").has("allocation")) {
            return "pending";
        }
        return at(claim, "status", "reservedFor").isEmpty() ? "allocated" : "allocated,reserved";
    }

    static String eventObject(ObjectNode event) {
        JsonNode object = event.path("involvedObject");
        return text(object, "kind").toLowerCase(Locale.ROOT) + "/" + text(object, "name");
    }

    static String eventSource(ObjectNode event) {
        String component = text(event, "source", "component");
        String host = text(event, "source", "host");
        if (component.isEmpty()) {
            return text(event, "reportingComponent");
        }
        return host.isEmpty() ? component : component + ", " + host;
    }
}
