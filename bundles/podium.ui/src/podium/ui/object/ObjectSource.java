// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectTable.Row;
import podium.core.api.ObjectTables;
import podium.core.api.ServedResource;
import podium.core.change.ClusterId;

/**
 * Where a table comes from.
 *
 * @param namespace empty: all of them
 */
record ObjectSource(
        ClusterId cluster, ObjectTables tables, ObjectReader reader, ServedResource resource, String namespace) {
    /** The object in a row. */
    ObjectRef ref(Row row) {
        return resource.object(row.namespace(), row.name());
    }
}
