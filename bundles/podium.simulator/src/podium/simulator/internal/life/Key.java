// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.life;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Names one object of a known kind.
 *
 * @param namespace the namespace, empty for cluster-scoped kinds
 * @param name the name
 */
record Key(String namespace, String name) {

    static Key of(JsonNode object) {
        return new Key(Json.namespace(object), Json.name(object));
    }
}
