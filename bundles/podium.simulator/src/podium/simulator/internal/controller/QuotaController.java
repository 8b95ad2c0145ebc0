// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Reconciler;
import podium.simulator.internal.quota.QuotaAdmission;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/** Counts anew what a namespace uses when one of its pods comes, ends or goes. Source: kubernetes, pkg/controller/resourcequota. */
public final class QuotaController implements Reconciler {

    private final EngineContext cluster;
    private final QuotaAdmission quotas;
    private final Set<ObjectKey> known = new HashSet<>();

    public QuotaController(EngineContext cluster) {
        this.cluster = cluster;
        quotas = new QuotaAdmission(cluster.store());
    }

    public void start() {
        cluster.loop().on(ResourceTypes.RESOURCE_QUOTA, this::quota);
        cluster.loop().on(ResourceTypes.POD, event -> pod(event.object()));
    }

    private void quota(StoreEvent event) {
        ObjectKey key = ObjectKey.of(event.object());
        if (event.type() == StoreEvent.Type.DELETED) {
            known.remove(key);
        } else if (known.add(key) || event.type() == StoreEvent.Type.ADDED) {
            cluster.loop().enqueue(this, key);
        } else {
            cluster.loop().enqueueSoon(this, key);
        }
    }

    private void pod(ObjectNode pod) {
        if (known.isEmpty()) {
            return;
        }
        String namespace = Json.namespace(pod);
        known.stream().filter(key -> key.namespace().equals(namespace)).forEach(key -> cluster.loop()
                .enqueueSoon(this, key));
    }

    @Override
    public void reconcile(ObjectKey key) {
        cluster.modify(ResourceTypes.RESOURCE_QUOTA, key, quotas::count);
    }
}
