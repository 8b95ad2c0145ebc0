// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import podium.simulator.internal.json.Json;
import podium.simulator.store.Meta;

/** Namespaces that exist from the start. */
final class Namespaces {

    private Namespaces() {}

    static ObjectNode of(String name) {
        ObjectNode namespace = Json.object("kind", "Namespace", "apiVersion", "v1");
        Meta.of(namespace).put("name", name).putObject("labels").put("kubernetes.io/metadata.name", name);
        namespace.putObject("spec").putArray("finalizers").add("kubernetes");
        namespace.putObject("status").put("phase", "Active");
        return namespace;
    }
}
