// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.life;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** Empties a namespace that is being deleted, then lets it go; gives every new one its default service account. */
final class NamespaceController implements Reconciler {

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Cluster cluster;

    NamespaceController(Cluster cluster) {
        this.cluster = cluster;
    }

    void start() {
        cluster.loop().on(ResourceTypes.NAMESPACE, event -> cluster.loop().enqueue(this, Key.of(event.object())));
    }

    @Override
    public void reconcile(Key key) {
        Optional<ObjectNode> namespace = cluster.get(ResourceTypes.NAMESPACE, key);
        if (namespace.isPresent() && Json.terminating(namespace.get())) {
            empty(key);
        } else if (namespace.isPresent()) {
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

    private void empty(Key key) {
        boolean left = false;
        for (ResourceType type : List.copyOf(cluster.store().types())) {
            if (type.namespaced()) {
                for (ObjectNode object : cluster.store().list(type, key.name())) {
                    left = true;
                    if (!Json.terminating(object)) {
                        cluster.delete(type, Key.of(object));
                    }
                }
            }
        }
        if (left) {
            cluster.loop().enqueueAfter(AGAIN, this, key);
        } else {
            cluster.modify(ResourceTypes.NAMESPACE, key, object -> {
                Json.with(object, "spec").remove("finalizers");
                Json.with(object, "metadata").remove("finalizers");
            });
        }
    }
}
