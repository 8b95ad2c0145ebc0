// SPDX-License-Identifier: Apache-2.0
package podium.journeys.views;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.model.fleet.ConnectionState;

/** What there is at the end of a history: of each open cluster the last word about each object, and nothing of the way there. */
final class World {
    private final Map<String, Map<String, Change>> clusters = new TreeMap<>();
    private final Map<String, Map<String, Change>> closed = new TreeMap<>();
    private final Set<String> opened = new LinkedHashSet<>();

    /** Those that are open, in the order in which they were first opened. */
    List<String> open() {
        return opened.stream().filter(this::isOpen).toList();
    }

    boolean isOpen(String cluster) {
        return clusters.containsKey(cluster);
    }

    void take(Step step) {
        switch (step) {
            case Step.Say say when isOpen(say.cluster()) -> put(clusters.get(say.cluster()), say.change());
            case Step.Close close
            when isOpen(close.cluster()) -> closed.put(close.cluster(), clusters.remove(close.cluster()));
            case Step.Open open
            when !isOpen(open.cluster()) -> {
                Random random = new Random(open.seed());
                Map<String, Change> seen = new TreeMap<>(closed.getOrDefault(open.cluster(), Map.of()));
                seen.keySet().removeIf(key -> !open.sameSight() && random.nextInt(3) == 0);
                seen.put("connection", connection(ConnectionState.LIVE));
                clusters.put(open.cluster(), seen);
                opened.add(open.cluster());
            }
            default -> {
                // nobody hears of it
            }
        }
    }

    /** All that is known of a cluster, in an order that only the seed decides. */
    List<Change> all(String cluster, long seed) {
        List<Change> all = new ArrayList<>(clusters.get(cluster).values());
        Collections.shuffle(all, new Random(seed));
        return all;
    }

    static Change connection(ConnectionState state) {
        return new Change.ConnectionChanged(state, "", "", "https://127.0.0.1:1", "v1.34.0", Made.NOW);
    }

    private static void put(Map<String, Change> alive, Change change) {
        if (change instanceof Change.Gone gone) {
            String key = object(gone.kind(), gone.namespace(), gone.name());
            if (alive.get(key) != null && uid(alive.get(key)).equals(gone.uid())) {
                alive.remove(key);
            }
        } else if (change instanceof Change.DevicesSeen seen && seen.devices().isEmpty()
                || change instanceof Change.HoldersSeen held && held.holders().isEmpty()) {
            alive.remove(key(change));
        } else {
            alive.put(key(change), change);
        }
    }

    private static String key(Change change) {
        return switch (change) {
            case Change.NodeSeen seen -> object("Node", "", seen.name());
            case Change.PodSeen seen -> object("Pod", seen.namespace(), seen.name());
            case Change.WorkloadSeen seen -> object(seen.kind(), seen.namespace(), seen.name());
            case Change.GangSeen seen -> object(seen.kind(), seen.namespace(), seen.name());
            case Change.BudgetSeen seen -> object("PodDisruptionBudget", seen.namespace(), seen.name());
            case Change.QueueSeen seen -> object(seen.kind(), seen.namespace(), seen.name());
            case Change.PriorityClassSeen seen -> object("PriorityClass", "", seen.name());
            case Change.FactSeen seen ->
                object(
                        seen.fact().getClass().getSimpleName(),
                        seen.fact().namespace(),
                        seen.fact().name());
            case Change.DevicesSeen seen -> "devices of " + seen.nodeName() + " by " + seen.source();
            case Change.HoldersSeen seen -> "holders of " + seen.nodeName() + " by " + seen.source();
            case Change.LinksSeen seen -> "links of " + seen.nodeName();
            case Change.Listed seen -> "listed " + seen.kind();
            case Change.KindRead seen -> "read " + seen.resource();
            case Change.ConnectionChanged _ -> "connection";
            default -> "the last " + change.getClass().getSimpleName();
        };
    }

    /** Of an object that is known; of a fact its name is all there is. */
    static String uid(Change change) {
        return switch (change) {
            case Change.NodeSeen seen -> seen.uid();
            case Change.PodSeen seen -> seen.uid();
            case Change.WorkloadSeen seen -> seen.uid();
            case Change.GangSeen seen -> seen.uid();
            case Change.BudgetSeen seen -> seen.uid();
            case Change.QueueSeen seen -> seen.uid();
            case Change.PriorityClassSeen seen -> seen.uid();
            case Change.FactSeen seen when seen.fact() instanceof SchedulingObject.ResourceClaim claim -> claim.uid();
            default -> "";
        };
    }

    private static String object(String kind, String namespace, String name) {
        return kind + " " + namespace + "/" + name;
    }

    /** What says that an object is gone; null: this is no object. */
    static Change.Gone gone(Change change) {
        return switch (change) {
            case Change.NodeSeen seen -> new Change.Gone("Node", "", seen.name(), seen.uid());
            case Change.PodSeen seen -> new Change.Gone("Pod", seen.namespace(), seen.name(), seen.uid());
            case Change.WorkloadSeen seen -> new Change.Gone(seen.kind(), seen.namespace(), seen.name(), seen.uid());
            case Change.GangSeen seen -> new Change.Gone(seen.kind(), seen.namespace(), seen.name(), seen.uid());
            case Change.BudgetSeen seen ->
                new Change.Gone("PodDisruptionBudget", seen.namespace(), seen.name(), seen.uid());
            case Change.QueueSeen seen -> new Change.Gone(seen.kind(), seen.namespace(), seen.name(), seen.uid());
            case Change.PriorityClassSeen seen -> new Change.Gone("PriorityClass", "", seen.name(), seen.uid());
            case Change.FactSeen seen ->
                new Change.Gone(
                        seen.fact().getClass().getSimpleName(),
                        seen.fact().namespace(),
                        seen.fact().name(),
                        uid(seen));
            default -> null;
        };
    }

    /** What is known of the object that a change tells of. */
    Optional<Change> known(String cluster, Change of) {
        return Optional.ofNullable(clusters.getOrDefault(cluster, Map.of()).get(key(of)));
    }

    /** An object of a cluster that is known now; null: the seed names none. */
    Change any(String cluster, Random random) {
        List<Change> all = new ArrayList<>(clusters.getOrDefault(cluster, closed.getOrDefault(cluster, Map.of()))
                .values());
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }
}
