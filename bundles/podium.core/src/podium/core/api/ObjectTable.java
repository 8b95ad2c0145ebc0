// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.util.List;

/**
 * Objects as the server itself puts them into a table (meta/v1 Table): what {@code kubectl get} shows.
 *
 * @param rows in the server's order
 * @param whole false: there are more objects than were read
 */
public record ObjectTable(List<Heading> headings, List<Row> rows, boolean whole) {
    public ObjectTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /**
     * The head of a column.
     *
     * @param type of its cells in JSON: string, integer ...
     * @param wide whether kubectl shows it only with {@code -o wide}
     */
    public record Heading(String name, String type, boolean wide) {
        /** True when its cells are numbers. */
        public boolean isNumber() {
            return type.equals("integer") || type.equals("number");
        }
    }

    /**
     * An object.
     *
     * @param namespace empty for cluster scope
     * @param name of the object
     * @param uid of the object; empty where the server puts no metadata into its tables
     * @param cells one for each heading, as kubectl writes them
     */
    public record Row(String namespace, String name, String uid, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
