// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * The signs of life of the nodes: a Lease renewed every 10 s, the conditions every 5 minutes. A fleet of more than 500
 * nodes renews less often, so that the signs of life do not become the work; the lease says how long it is good for.
 */
public final class Heartbeats {

    private static final String NAMESPACE = "kube-node-lease";
    private static final Duration RENEWAL = Duration.ofSeconds(10);
    private static final Duration REPORT = Duration.ofMinutes(5);
    private static final int RENEWALS_PER_SECOND = 50;

    private final EngineContext cluster;
    private final Kubelets kubelets;
    private final Set<String> nodes = new HashSet<>();

    public Heartbeats(EngineContext cluster, Kubelets kubelets) {
        this.cluster = cluster;
        this.kubelets = kubelets;
    }

    /** Begins to renew for all nodes that are there and every one that comes. On the loop. */
    public void start() {
        List<ObjectNode> present = cluster.store().list(ResourceTypes.NODE, "");
        present.forEach(node -> begin(Json.name(node), present.size()));
        cluster.loop().on(ResourceTypes.NODE, event -> {
            if (event.type() == StoreEvent.Type.ADDED) {
                begin(Json.name(event.object()), nodes.size() + 1);
            } else if (event.type() == StoreEvent.Type.DELETED) {
                nodes.remove(Json.name(event.object()));
                cluster.delete(ResourceTypes.LEASE, new ObjectKey(NAMESPACE, Json.name(event.object())));
            }
        });
    }

    private void begin(String node, int fleet) {
        if (!nodes.add(node)) {
            return;
        }
        Duration often = Duration.ofSeconds(Math.max(RENEWAL.toSeconds(), fleet / RENEWALS_PER_SECOND));
        RandomSource seed = cluster.seed().of("heartbeat").of(node);
        long first = Math.round(seed.ratio() * often.toMillis());
        renew(node, often);
        cluster.loop().after(Duration.ofMillis(first), () -> repeatRenewal(node, often));
        long report = Math.round(seed.of("report").ratio() * REPORT.toMillis());
        cluster.loop().after(Duration.ofMillis(report), () -> repeatReport(node));
    }

    private void repeatRenewal(String node, Duration often) {
        if (nodes.contains(node)) {
            if (kubelets.alive(node)) {
                renew(node, often);
            }
            cluster.loop().after(often, () -> repeatRenewal(node, often));
        }
    }

    private void repeatReport(String node) {
        if (nodes.contains(node)) {
            if (kubelets.alive(node)) {
                String now = cluster.timestamp();
                cluster.modify(
                        ResourceTypes.NODE, new ObjectKey("", node), object -> Json.at(object, "status", "conditions")
                                .forEach(condition -> ((ObjectNode) condition).put("lastHeartbeatTime", now)));
            }
            cluster.loop().after(REPORT, () -> repeatReport(node));
        }
    }

    private void renew(String node, Duration often) {
        ObjectKey key = new ObjectKey(NAMESPACE, node);
        String now = Json.microTime(cluster.now());
        boolean there = cluster.modify(ResourceTypes.LEASE, key, lease -> Json.with(lease, "spec")
                        .put("renewTime", now))
                .isPresent();
        if (!there) {
            cluster.get(ResourceTypes.NODE, new ObjectKey("", node)).ifPresent(object -> {
                ObjectNode lease = Json.object()
                        .put("apiVersion", "coordination.k8s.io/v1")
                        .put("kind", "Lease");
                Json.with(lease, "metadata").put("name", node).put("namespace", NAMESPACE);
                Json.array(Json.with(lease, "metadata"), "ownerReferences")
                        .addObject()
                        .put("apiVersion", "v1")
                        .put("kind", "Node")
                        .put("name", Json.name(object))
                        .put("uid", Json.uid(object));
                Json.with(lease, "spec")
                        .put("holderIdentity", node)
                        .put("leaseDurationSeconds", often.toSeconds() * 4)
                        .put("renewTime", now);
                cluster.store().create(ResourceTypes.LEASE, lease);
            });
        }
    }
}
