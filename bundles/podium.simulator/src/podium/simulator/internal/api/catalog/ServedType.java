// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.api.schema.CustomResourceStrategy;
import podium.simulator.internal.api.table.PrinterColumn;
import podium.simulator.store.ResourceType;

/**
 * How a type is served.
 *
 * @param type the type
 * @param custom whether a CustomResourceDefinition declares it
 * @param subresources what is served beside the object itself
 * @param scale where its replicas are counted
 * @param columns its table
 * @param schema OpenAPI schema of a custom resource, missing for built-in types
 * @param rules what that schema demands; empty for built-in types
 */
public record ServedType(
        ResourceType type,
        boolean custom,
        List<Subresource> subresources,
        Optional<ScalePaths> scale,
        List<PrinterColumn> columns,
        JsonNode schema,
        Optional<CustomResourceStrategy> rules) {

    /** Whether status is written on its own. */
    public boolean hasStatus() {
        return has("status");
    }

    /** Whether it has a subresource of that name. */
    public boolean has(String subresource) {
        return subresources.stream().anyMatch(one -> one.name().equals(subresource));
    }
}
