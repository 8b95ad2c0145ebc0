// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Reconciler;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;

/** Gives every namespace its default service account. Emptying one that is deleted is the API server's work. */
public final class NamespaceController implements Reconciler {

    private final EngineContext cluster;

    public NamespaceController(EngineContext cluster) {
        this.cluster = cluster;
    }

    public void start() {
        cluster.loop().on(ResourceTypes.NAMESPACE, event -> cluster.loop().enqueue(this, ObjectKey.of(event.object())));
    }

    @Override
    public void reconcile(ObjectKey key) {
        Optional<ObjectNode> namespace = cluster.get(ResourceTypes.NAMESPACE, key);
        if (namespace.isPresent() && !Json.terminating(namespace.get())) {
            serviceAccount(key.name());
        }
    }

    private void serviceAccount(String namespace) {
        if (cluster.store()
                .get(ResourceTypes.SERVICE_ACCOUNT, namespace, "default")
                .isEmpty()) {
            ObjectNode account = Json.object().put("apiVersion", "v1").put("kind", "ServiceAccount");
            Json.with(account, "metadata").put("name", "default").put("namespace", namespace);
            cluster.store().create(ResourceTypes.SERVICE_ACCOUNT, account);
        }
    }
}
