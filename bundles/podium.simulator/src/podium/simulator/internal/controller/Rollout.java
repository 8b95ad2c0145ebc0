// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.object.IntOrPercent;
import podium.simulator.internal.object.Pods;
import podium.simulator.store.ResourceTypes;

/** One step of a Deployment's rollout. */
final class Rollout {

    private final EngineContext cluster;
    private final ObjectNode deployment;
    private final ObjectNode newest;
    private final List<ObjectNode> old;
    private final int wanted;

    Rollout(EngineContext cluster, ObjectNode deployment, ObjectNode newest, List<ObjectNode> old) {
        this.cluster = cluster;
        this.deployment = deployment;
        this.newest = newest;
        this.old = old;
        this.wanted = Json.number(deployment, 1, "spec", "replicas");
    }

    void advance() {
        boolean recreate = Json.text(deployment, "spec", "strategy", "type").equals("Recreate");
        if (recreate) {
            old.forEach(set -> scale(set, 0));
            if (old.stream().allMatch(this::empty)) {
                scale(newest, wanted);
            }
        } else {
            roll();
        }
    }

    private boolean empty(ObjectNode set) {
        return cluster.index().owned(ResourceTypes.POD, Json.uid(set)).stream().allMatch(Pods::finished);
    }

    private void roll() {
        JsonNode strategy = Json.at(deployment, "spec", "strategy", "rollingUpdate");
        int surge = IntOrPercent.up(strategy.path("maxSurge"), "25%", wanted);
        int below = IntOrPercent.down(strategy.path("maxUnavailable"), "25%", wanted);
        int unavailable = surge == 0 && below == 0 ? 1 : Math.min(below, wanted);
        int present = replicas(newest);
        int oldPresent = old.stream().mapToInt(Rollout::replicas).sum();
        if (present > wanted) {
            scale(newest, wanted);
        } else if (present < wanted) {
            int room = wanted + surge - present - oldPresent;
            if (room > 0) {
                scale(newest, Math.min(wanted, present + room));
                return;
            }
        }
        if (oldPresent > 0) {
            shrink(present, oldPresent, wanted - unavailable);
        }
    }

    /** Old pods go as far as enough are available without them; those that do not work go first. */
    private void shrink(int present, int oldPresent, int leastAvailable) {
        int newUnavailable = present - available(newest);
        int mayGo = Math.max(0, present + oldPresent - leastAvailable - newUnavailable);
        int spare = Math.max(0, totalAvailable() - leastAvailable);
        for (ObjectNode set : old) {
            int broken = Math.min(mayGo, replicas(set) - available(set));
            mayGo -= broken;
            int working = Math.min(spare, Math.min(mayGo, available(set)));
            mayGo -= working;
            spare -= working;
            scale(set, replicas(set) - broken - working);
        }
    }

    private int totalAvailable() {
        return available(newest) + old.stream().mapToInt(Rollout::available).sum();
    }

    private void scale(ObjectNode set, int replicas) {
        DeploymentController.scale(cluster, deployment, set, replicas);
    }

    private static int replicas(ObjectNode set) {
        return Json.number(set, 0, "spec", "replicas");
    }

    private static int available(ObjectNode set) {
        return Math.min(replicas(set), Json.number(set, 0, "status", "availableReplicas"));
    }
}
