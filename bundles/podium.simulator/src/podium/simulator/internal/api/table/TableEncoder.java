// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import podium.simulator.internal.json.Json;

/** Table objects of {@code meta.k8s.io/v1}. */
public final class TableEncoder {

    private TableEncoder() {}

    /**
     * A table of objects.
     *
     * @param metadata the list's metadata
     * @param header whether to describe the columns
     * @param include what of each object goes along: {@code None}, {@code Object}, else its metadata
     * @param now the time that ages are counted to
     */
    public static ObjectNode of(
            List<PrinterColumn> columns,
            ObjectNode metadata,
            boolean header,
            List<ObjectNode> objects,
            String include,
            Instant now) {
        ObjectNode table = Json.object("kind", "Table", "apiVersion", "meta.k8s.io/v1");
        table.set("metadata", metadata);
        ArrayNode definitions = table.putArray("columnDefinitions");
        if (header) {
            columns.forEach(column -> definitions
                    .addObject()
                    .put("name", column.name())
                    .put("type", column.type())
                    .put("format", column.format())
                    .put("description", column.name())
                    .put("priority", column.priority()));
        }
        ArrayNode rows = table.putArray("rows");
        for (ObjectNode object : objects) {
            ObjectNode row = rows.addObject();
            ArrayNode cells = row.putArray("cells");
            columns.forEach(column -> cells.add(column.cell().of(object, now)));
            if (!include.equals("None")) {
                row.set("object", include.equals("Object") ? object : partial(object));
            }
        }
        return table;
    }

    /** The object's metadata alone, as PartialObjectMetadata. */
    public static ObjectNode partial(ObjectNode object) {
        ObjectNode partial = Json.object("kind", "PartialObjectMetadata", "apiVersion", "meta.k8s.io/v1");
        partial.set("metadata", object.path("metadata"));
        return partial;
    }
}
