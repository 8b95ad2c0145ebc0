// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Reconciler;
import podium.simulator.internal.object.Conditions;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/**
 * Gives what an autoscaler scales as many replicas as its load asks for: up at once, down when no more was asked for in the last five
 * minutes. Of several metrics that counts which asks for most. Source: kubernetes, pkg/controller/podautoscaler/horizontal.go.
 */
public final class HorizontalAutoscaler implements Reconciler {

    private static final String COMPONENT = "horizontal-pod-autoscaler";
    private static final Duration SYNC = Duration.ofSeconds(15);
    private static final int STABLE_SECONDS = 300;
    private static final Map<String, ResourceType> SCALED = Map.of(
            "Deployment", ResourceTypes.DEPLOYMENT,
            "ReplicaSet", ResourceTypes.REPLICA_SET,
            "StatefulSet", ResourceTypes.STATEFUL_SET);

    /** How many replicas were asked for, and when. */
    private record Recommendation(Instant when, int replicas) {}

    /** What becomes of a scale: how many, and why. */
    private record Decision(int replicas, String able, String limited, String why) {}

    private final EngineContext cluster;
    private final AutoscalerMetrics metrics;
    private final Map<String, Deque<Recommendation>> asked = new HashMap<>();

    public HorizontalAutoscaler(EngineContext cluster) {
        this.cluster = cluster;
        this.metrics = new AutoscalerMetrics(cluster);
    }

    /** Looks at all of them now, and from now on. */
    public void start() {
        all();
        cluster.loop().every(SYNC, SYNC, this::all);
    }

    private void all() {
        List<ObjectNode> there = cluster.store().list(ResourceTypes.HORIZONTAL_POD_AUTOSCALER, "");
        asked.keySet().retainAll(there.stream().map(Json::uid).toList());
        there.forEach(one -> cluster.loop().enqueue(this, ObjectKey.of(one)));
    }

    /** Of how many it knows what they asked for. */
    int known() {
        return asked.size();
    }

    /** How many replicas the load of an autoscaler would keep exactly busy. */
    public void load(ObjectKey autoscaler, double replicas) {
        metrics.load(autoscaler, replicas);
    }

    @Override
    public void reconcile(ObjectKey key) {
        Optional<ObjectNode> found = cluster.get(ResourceTypes.HORIZONTAL_POD_AUTOSCALER, key);
        if (found.isEmpty()) {
            return;
        }
        ObjectNode autoscaler = found.get();
        String kind = Json.text(autoscaler, "spec", "scaleTargetRef", "kind");
        ObjectKey target = new ObjectKey(key.namespace(), Json.text(autoscaler, "spec", "scaleTargetRef", "name"));
        Optional<ObjectNode> scaled = Optional.ofNullable(SCALED.get(kind)).flatMap(type -> cluster.get(type, target));
        if (scaled.isEmpty()) {
            String why = "the HPA controller was unable to get the target's current scale: "
                    + kind.toLowerCase(Locale.ROOT) + "s.apps \"" + target.name() + "\" not found";
            cluster.events().warning(autoscaler, COMPONENT, "FailedGetScale", why.substring(why.indexOf(": ") + 2));
            cluster.modify(
                    ResourceTypes.HORIZONTAL_POD_AUTOSCALER,
                    key,
                    it -> condition(it, "AbleToScale", "False", "FailedGetScale", why));
            return;
        }
        scale(autoscaler, key, scaled.get(), target);
    }

    private void scale(ObjectNode autoscaler, ObjectKey key, ObjectNode scaled, ObjectKey target) {
        int current = Json.number(scaled, 1, "spec", "replicas");
        List<AutoscalerMetrics.Reading> readings =
                metrics.read(key, Json.at(autoscaler, "spec", "metrics"), scaled, current);
        AutoscalerMetrics.Reading reading = AutoscalerMetrics.largest(readings, current);
        Decision decision = current == 0 ? stays(0) : decide(autoscaler, current, reading);
        if (decision.replicas() != current) {
            cluster.modify(SCALED.get(Json.text(scaled, "kind")), target, it -> Json.with(it, "spec")
                    .put("replicas", decision.replicas()));
            cluster.events()
                    .normal(
                            autoscaler,
                            COMPONENT,
                            "SuccessfulRescale",
                            "New size: " + decision.replicas() + "; reason: " + decision.why());
        }
        if (current > 0) {
            readings.stream().filter(one -> !one.fault().isEmpty()).forEach(one -> cluster.events()
                    .warning(autoscaler, COMPONENT, one.reason(), one.fault()));
        }
        cluster.modify(ResourceTypes.HORIZONTAL_POD_AUTOSCALER, key, it -> {
            status(it, current, decision, reading);
            readings.forEach(
                    one -> Json.with(it, "status").withArray("currentMetrics").add(one.current()));
        });
    }

    private static Decision stays(int replicas) {
        return new Decision(replicas, "SucceededGetScale", "", "");
    }

    private Decision decide(ObjectNode autoscaler, int current, AutoscalerMetrics.Reading reading) {
        int least = Json.number(autoscaler, 1, "spec", "minReplicas");
        int most = Json.number(autoscaler, 1, "spec", "maxReplicas");
        if (current > most) {
            return new Decision(
                    most, "SucceededRescale", "TooManyReplicas", "Current number of replicas above Spec.MaxReplicas");
        }
        if (current < least) {
            return new Decision(
                    least, "SucceededRescale", "TooFewReplicas", "Current number of replicas below Spec.MinReplicas");
        }
        if (!reading.fault().isEmpty()) {
            return stays(current);
        }
        int wanted = reading.replicas();
        int stable = stabilized(autoscaler, current, wanted);
        int replicas = Math.clamp(stable, least, Math.max(least, Math.min(most, Math.max(2 * current, 4))));
        String limited = stable > most ? "TooManyReplicas" : stable < least ? "TooFewReplicas" : "DesiredWithinRange";
        String able =
                replicas != current ? "SucceededRescale" : stable > wanted ? "ScaleDownStabilized" : "ReadyForNewScale";
        String why = replicas > current ? reading.name() + " above target" : "All metrics below target";
        return new Decision(replicas, able, limited, why);
    }

    /** What is asked for, or the most that was in the last while. */
    private int stabilized(ObjectNode autoscaler, int current, int wanted) {
        Deque<Recommendation> past = asked.computeIfAbsent(
                Json.uid(autoscaler), uid -> new ArrayDeque<>(List.of(new Recommendation(cluster.now(), current))));
        int window =
                Json.number(autoscaler, STABLE_SECONDS, "spec", "behavior", "scaleDown", "stabilizationWindowSeconds");
        Instant begin = cluster.now().minusSeconds(window);
        past.removeIf(one -> one.when().isBefore(begin));
        past.add(new Recommendation(cluster.now(), wanted));
        int highest = past.stream().mapToInt(Recommendation::replicas).max().orElse(wanted);
        return Math.max(wanted, Math.min(current, highest));
    }

    private void status(ObjectNode autoscaler, int current, Decision decision, AutoscalerMetrics.Reading reading) {
        ObjectNode status = Json.with(autoscaler, "status");
        status.put("currentReplicas", current).put("desiredReplicas", decision.replicas());
        if (decision.replicas() != current) {
            status.put("lastScaleTime", cluster.timestamp());
        }
        status.putArray("currentMetrics");
        condition(
                autoscaler,
                "AbleToScale",
                "True",
                decision.able(),
                switch (decision.able()) {
                    case "SucceededRescale" ->
                        "the HPA controller was able to update the target scale to " + decision.replicas();
                    case "ScaleDownStabilized" ->
                        "recent recommendations were higher than current one, applying the highest recent"
                                + " recommendation";
                    case "ReadyForNewScale" -> "recommended size matches current size";
                    default -> "the HPA controller was able to get the target's current scale";
                });
        if (current == 0) {
            condition(
                    autoscaler,
                    "ScalingActive",
                    "False",
                    "ScalingDisabled",
                    "scaling is disabled since the replica count of the target is zero");
        } else if (!reading.fault().isEmpty()) {
            condition(
                    autoscaler,
                    "ScalingActive",
                    "False",
                    reading.reason(),
                    "the HPA was unable to compute the replica count: " + reading.fault());
        } else {
            condition(
                    autoscaler,
                    "ScalingActive",
                    "True",
                    "ValidMetricFound",
                    "the HPA was able to successfully calculate a replica count from " + reading.name());
        }
        if (!decision.limited().isEmpty()) {
            boolean within = decision.limited().equals("DesiredWithinRange");
            condition(
                    autoscaler,
                    "ScalingLimited",
                    within ? "False" : "True",
                    decision.limited(),
                    within
                            ? "the desired count is within the acceptable range"
                            : "the desired replica count is "
                                    + (decision.limited().equals("TooManyReplicas")
                                            ? "more than the maximum"
                                            : "less than the minimum")
                                    + " replica count");
        }
    }

    private void condition(ObjectNode autoscaler, String type, String status, String reason, String message) {
        Conditions.set(autoscaler, type, status, reason, message, cluster.timestamp());
    }
}
