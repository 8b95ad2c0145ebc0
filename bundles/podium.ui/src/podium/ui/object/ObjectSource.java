// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectTable;
import podium.core.api.ObjectTable.Heading;
import podium.core.api.ObjectTable.Row;
import podium.core.api.ObjectTables;
import podium.core.api.ServedResource;
import podium.core.change.ClusterId;

/**
 * Where a table comes from.
 *
 * @param namespace empty: all of them
 * @param measured whether the server tells what these use
 */
record ObjectSource(
        ClusterId cluster,
        ObjectTables tables,
        ObjectReader reader,
        ServedResource resource,
        String namespace,
        boolean measured) {
    /** The object in a row. */
    ObjectRef ref(Row row) {
        return resource.object(row.namespace(), row.name());
    }

    /** The table as the server makes it, with what pods and nodes use, where it tells that. Blocks. */
    ObjectTable read() throws IOException {
        ObjectTable table = tables.table(resource, namespace, "");
        if (!measured) {
            return table;
        }
        Map<String, List<String>> usage;
        try {
            usage = tables.usage(resource, namespace);
        } catch (IOException e) {
            // who may not read usage sees the rest
            return table;
        }
        List<Heading> headings = new ArrayList<>(table.headings());
        headings.add(new Heading("CPU", "string", false));
        headings.add(new Heading("Memory", "string", false));
        return new ObjectTable(
                headings, table.rows().stream().map(row -> with(row, usage)).toList(), table.whole());
    }

    private static Row with(Row row, Map<String, List<String>> usage) {
        List<String> cells = new ArrayList<>(row.cells());
        cells.addAll(usage.getOrDefault(row.namespace() + "/" + row.name(), List.of("", "")));
        return new Row(row.namespace(), row.name(), row.uid(), cells);
    }
}
