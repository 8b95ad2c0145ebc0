// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Columns that a CustomResourceDefinition declares. */
public final class CustomPrinterColumns {

    private CustomPrinterColumns() {}

    /** Reads {@code additionalPrinterColumns}; without any there are name and age. */
    public static List<PrinterColumn> of(JsonNode declared) {
        List<PrinterColumn> columns = new ArrayList<>();
        columns.add(PrinterColumn.named());
        if (declared.isEmpty()) {
            columns.add(PrinterColumn.age());
            return List.copyOf(columns);
        }
        for (JsonNode column : declared) {
            String type = column.path("type").asText("string");
            String path = column.path("jsonPath").asText("");
            boolean date = type.equals("date");
            columns.add(new PrinterColumn(
                    column.path("name").asText(""),
                    date ? "string" : type,
                    column.path("format").asText(""),
                    column.path("priority").asInt(0) > 0 ? 1 : 0,
                    (object, now) -> {
                        List<JsonNode> found = JsonPath.find(object, path);
                        if (found.isEmpty()) {
                            return date ? TextNode.valueOf("<unknown>") : NullNode.getInstance();
                        }
                        JsonNode first = found.getFirst();
                        return date ? TextNode.valueOf(HumanDuration.since(first.asText(""), now)) : cell(found, type);
                    }));
        }
        return List.copyOf(columns);
    }

    private static JsonNode cell(List<JsonNode> found, String type) {
        JsonNode first = found.getFirst();
        if (!type.equals("string")) {
            return first;
        }
        return TextNode.valueOf(first.isValueNode() ? first.asText("") : first.toString());
    }
}
