// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Reconciler;
import podium.simulator.internal.scheduling.LabelSelector;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;

/**
 * Gives a cluster role that gathers others, such as {@code view}, their rules. Source: kubernetes,
 * pkg/controller/clusterroleaggregation.
 */
public final class RoleAggregation implements Reconciler {

    private final EngineContext cluster;

    public RoleAggregation(EngineContext cluster) {
        this.cluster = cluster;
    }

    public void start() {
        cluster.loop().on(ResourceTypes.CLUSTER_ROLE, event -> cluster.store()
                .list(ResourceTypes.CLUSTER_ROLE, "")
                .forEach(role -> {
                    if (role.has("aggregationRule")) {
                        cluster.loop().enqueue(this, ObjectKey.of(role));
                    }
                }));
    }

    @Override
    public void reconcile(ObjectKey key) {
        cluster.modify(ResourceTypes.CLUSTER_ROLE, key, gathering -> {
            Set<JsonNode> rules = new LinkedHashSet<>();
            for (JsonNode selector : Json.at(gathering, "aggregationRule", "clusterRoleSelectors")) {
                LabelSelector selected = LabelSelector.parse(selector);
                for (ObjectNode role : cluster.store().list(ResourceTypes.CLUSTER_ROLE, "")) {
                    if (!Json.name(role).equals(key.name()) && selected.matches(Json.labels(role))) {
                        role.path("rules").forEach(rules::add);
                    }
                }
            }
            ArrayNode gathered = gathering.putArray("rules");
            rules.forEach(gathered::add);
        });
    }
}
