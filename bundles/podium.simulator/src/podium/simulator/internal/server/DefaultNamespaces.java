// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ObjectMeta;

/** Namespaces that exist from the start. */
final class DefaultNamespaces {

    private DefaultNamespaces() {}

    /** The one whose uid tells this cluster from every other, also from one of the same seed. */
    static ObjectNode kubeSystem() {
        ObjectNode namespace = of("kube-system");
        ObjectMeta.of(namespace).put("uid", UUID.randomUUID().toString());
        return namespace;
    }

    static ObjectNode of(String name) {
        ObjectNode namespace = Json.object("kind", "Namespace", "apiVersion", "v1");
        ObjectMeta.of(namespace).put("name", name).putObject("labels").put("kubernetes.io/metadata.name", name);
        namespace.putObject("spec").putArray("finalizers").add("kubernetes");
        namespace.putObject("status").put("phase", "Active");
        return namespace;
    }
}
