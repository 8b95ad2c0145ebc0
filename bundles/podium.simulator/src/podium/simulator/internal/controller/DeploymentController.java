// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Reconciler;
import podium.simulator.internal.object.OwnerReferences;
import podium.simulator.internal.object.TemplateHash;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * Rolls Deployments out through ReplicaSets, at most maxSurge above and maxUnavailable below what is asked for.
 * Source: kubernetes, pkg/controller/deployment/rolling.go.
 */
public final class DeploymentController implements Reconciler {

    private static final String COMPONENT = "deployment-controller";
    private static final String HASH = "pod-template-hash";
    private static final String CAUSE = "kubernetes.io/change-cause";
    private static final String REVISION = "deployment.kubernetes.io/revision";

    private final EngineContext cluster;

    public DeploymentController(EngineContext cluster) {
        this.cluster = cluster;
    }

    public void start() {
        cluster.loop().on(ResourceTypes.DEPLOYMENT, event -> {
            if (event.type() != StoreEvent.Type.DELETED) {
                cluster.loop().enqueue(this, ObjectKey.of(event.object()));
            }
        });
        cluster.loop().on(ResourceTypes.REPLICA_SET, event -> OwnerReferences.controller(event.object(), "Deployment")
                .ifPresent(key -> cluster.loop().enqueueSoon(this, key)));
        cluster.loop().on(ResourceTypes.POD, this::podGone);
    }

    /** A Deployment that recreates waits until the old pods are gone. */
    private void podGone(StoreEvent event) {
        if (event.type() == StoreEvent.Type.DELETED) {
            OwnerReferences.controller(event.object(), "ReplicaSet")
                    .flatMap(key -> cluster.get(ResourceTypes.REPLICA_SET, key))
                    .flatMap(set -> OwnerReferences.controller(set, "Deployment"))
                    .ifPresent(key -> cluster.loop().enqueueSoon(this, key));
        }
    }

    @Override
    public void reconcile(ObjectKey key) {
        Optional<ObjectNode> found = cluster.get(ResourceTypes.DEPLOYMENT, key);
        if (found.isEmpty() || Json.terminating(found.get())) {
            return;
        }
        ObjectNode deployment = found.get();
        String hash = TemplateHash.of(deployment);
        List<ObjectNode> sets = new ArrayList<>(cluster.index().owned(ResourceTypes.REPLICA_SET, Json.uid(deployment)));
        sets.sort(Comparator.comparingInt(DeploymentController::revision));
        Optional<ObjectNode> current = sets.stream()
                .filter(set -> Json.labels(set).getOrDefault(HASH, "").equals(hash))
                .findFirst();
        if (current.isEmpty()) {
            if (Json.flag(deployment, "spec", "paused")) {
                return;
            }
            create(deployment, hash, sets.isEmpty() ? 1 : revision(sets.getLast()) + 1);
            return;
        }
        ObjectNode newest = current.get();
        sets.remove(newest);
        bump(deployment, newest, sets);
        tellCause(deployment, newest);
        if (!Json.flag(deployment, "spec", "paused")) {
            new Rollout(cluster, deployment, newest, sets).advance();
        }
        cleanUp(deployment, sets);
        DeploymentStatus.write(cluster, deployment, newest, sets);
    }

    static int revision(ObjectNode set) {
        return Json.annotation(set, REVISION).map(Integer::parseInt).orElse(0);
    }

    private void create(ObjectNode deployment, String hash, int revision) {
        ObjectNode set = Json.object().put("apiVersion", "apps/v1").put("kind", "ReplicaSet");
        ObjectNode metadata = Json.with(set, "metadata");
        metadata.put("name", Json.name(deployment) + "-" + hash).put("namespace", Json.namespace(deployment));
        Json.with(set, "metadata", "annotations").put(REVISION, Integer.toString(revision));
        ObjectNode spec = Json.with(set, "spec").put("replicas", 0);
        int settle = Json.number(deployment, 0, "spec", "minReadySeconds");
        if (settle > 0) {
            spec.put("minReadySeconds", settle);
        }
        spec.set("selector", Json.at(deployment, "spec", "selector").deepCopy());
        spec.set("template", Json.at(deployment, "spec", "template").deepCopy());
        Json.with(set, "spec", "selector", "matchLabels").put(HASH, hash);
        Json.with(set, "spec", "template", "metadata", "labels").put(HASH, hash);
        metadata.set(
                "labels", Json.at(set, "spec", "template", "metadata", "labels").deepCopy());
        OwnerReferences.control(set, deployment);
        cluster.store().create(ResourceTypes.REPLICA_SET, set);
        annotate(deployment, revision);
    }

    /** Going back to an old template makes its ReplicaSet the newest revision again. */
    private void bump(ObjectNode deployment, ObjectNode newest, List<ObjectNode> others) {
        int last = others.isEmpty() ? 0 : revision(others.getLast());
        if (last > revision(newest)) {
            cluster.modify(
                    ResourceTypes.REPLICA_SET, ObjectKey.of(newest), set -> Json.with(set, "metadata", "annotations")
                            .put(REVISION, Integer.toString(last + 1)));
            annotate(deployment, last + 1);
        }
    }

    /** What its operator says of a change is kept with the revision that is there now. */
    private void tellCause(ObjectNode deployment, ObjectNode newest) {
        Json.annotation(deployment, CAUSE)
                .filter(cause -> !Json.annotation(newest, CAUSE).equals(Optional.of(cause)))
                .ifPresent(cause -> cluster.modify(ResourceTypes.REPLICA_SET, ObjectKey.of(newest), set -> Json.with(
                                set, "metadata", "annotations")
                        .put(CAUSE, cause)));
    }

    private void annotate(ObjectNode deployment, int revision) {
        cluster.modify(ResourceTypes.DEPLOYMENT, ObjectKey.of(deployment), object -> Json.with(
                        object, "metadata", "annotations")
                .put(REVISION, Integer.toString(revision)));
    }

    private void cleanUp(ObjectNode deployment, List<ObjectNode> old) {
        int kept = Json.number(deployment, 10, "spec", "revisionHistoryLimit");
        List<ObjectNode> empty = old.stream()
                .filter(set ->
                        Json.number(set, 0, "spec", "replicas") == 0 && Json.number(set, 0, "status", "replicas") == 0)
                .toList();
        empty.stream()
                .limit(Math.max(0, empty.size() - kept))
                .forEach(set -> cluster.delete(ResourceTypes.REPLICA_SET, ObjectKey.of(set)));
    }

    /** Scales one ReplicaSet and says so on the Deployment. */
    static void scale(EngineContext cluster, ObjectNode deployment, ObjectNode set, int replicas) {
        int before = Json.number(set, 0, "spec", "replicas");
        if (before != replicas) {
            cluster.modify(ResourceTypes.REPLICA_SET, ObjectKey.of(set), object -> Json.with(object, "spec")
                    .put("replicas", replicas));
            String direction = replicas > before ? "up" : "down";
            cluster.events()
                    .normal(
                            deployment,
                            COMPONENT,
                            "ScalingReplicaSet",
                            "Scaled " + direction + " replica set " + Json.name(set) + " from " + before + " to "
                                    + replicas);
        }
    }
}
