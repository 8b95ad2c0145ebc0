// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import podium.simulator.internal.json.Json;

/**
 * Names one object of a known kind.
 *
 * @param namespace the namespace, empty for cluster-scoped kinds
 * @param name the name
 */
public record ObjectKey(String namespace, String name) {

    public static ObjectKey of(JsonNode object) {
        return new ObjectKey(Json.namespace(object), Json.name(object));
    }
}
