// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Protection;
import podium.testkit.Await;

/** A sink that keeps what the model would know, and what was wrong about how it was told. Any thread. */
public final class Picture implements ChangeSink {
    private static final String FACT = "fact ";

    private final Map<String, Change> objects = new TreeMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, Integer> listed = new HashMap<>();
    private final List<Change.ConnectionChanged> connections = new ArrayList<>();
    private final List<Change.Heard> heard = new ArrayList<>();
    private Optional<Protection> protection = Optional.empty();
    private final List<Change.DevicesSeen> devices = new ArrayList<>();
    private final Map<String, Change.KindRead> read = new HashMap<>();
    private final List<Change.KindRead> reads = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    @Override
    public synchronized void accept(ClusterId cluster, List<Change> changes) {
        changes.forEach(this::apply);
    }

    private void apply(Change change) {
        switch (change) {
            case Change.Gone it -> {
                gone.add(it.kind() + "/" + it.namespace() + "/" + it.name());
                Change before = objects.get(key(it.kind(), it.namespace(), it.name()));
                boolean fact = objects.remove(FACT + key(it.kind(), it.namespace(), it.name())) != null;
                if (before == null && !fact && !it.kind().equals("ResourceSlice")) {
                    wrong.add("gone but never seen: " + it);
                }
                if (before != null && uid(before).equals(it.uid())) {
                    objects.remove(key(it.kind(), it.namespace(), it.name()));
                } else if (before != null) {
                    wrong.add("gone with another uid: " + it);
                }
            }
            case Change.Listed it -> listed.merge(it.kind(), it.count(), Integer::sum);
            case Change.ConnectionChanged it -> connections.add(it);
            case Change.Heard it -> heard.add(it);
            case Change.Protected it -> protection = Optional.of(it.protection());
            case Change.KindRead it -> {
                read.put(it.resource(), it);
                reads.add(it);
            }
            case Change.DevicesSeen it -> devices.add(it);
            default -> {
                String key = key(change);
                Change before = objects.put(key, change);
                if (before != null && !uid(before).equals(uid(change))) {
                    wrong.add("replaced without being gone: " + key);
                }
                seen.merge(key, 1, Integer::sum);
            }
        }
    }

    /** kind/namespace/name of what was seen. */
    public static String key(Change change) {
        return switch (change) {
            case Change.NodeSeen it -> key("Node", "", it.name());
            case Change.PodSeen it -> key("Pod", it.namespace(), it.name());
            case Change.WorkloadSeen it -> key(it.kind(), it.namespace(), it.name());
            case Change.GangSeen it -> key(it.kind(), it.namespace(), it.name());
            case Change.BudgetSeen it -> key("PodDisruptionBudget", it.namespace(), it.name());
            case Change.QueueSeen it -> key(it.kind(), it.namespace(), it.name());
            case Change.PriorityClassSeen it -> key("PriorityClass", "", it.name());
            case Change.FactSeen it ->
                FACT
                        + key(
                                it.fact().getClass().getSimpleName(),
                                it.fact().namespace(),
                                it.fact().name());
            default -> "";
        };
    }

    private static String uid(Change change) {
        return switch (change) {
            case Change.NodeSeen it -> it.uid();
            case Change.PodSeen it -> it.uid();
            case Change.WorkloadSeen it -> it.uid();
            case Change.GangSeen it -> it.uid();
            case Change.BudgetSeen it -> it.uid();
            case Change.QueueSeen it -> it.uid();
            case Change.PriorityClassSeen it -> it.uid();
            default -> "";
        };
    }

    private static String key(String kind, String namespace, String name) {
        return kind + "/" + namespace + "/" + name;
    }

    /** How far a kind is known, by its resource. */
    public synchronized Map<String, Change.KindRead> read() {
        return new HashMap<>(read);
    }

    /** All that was told of how far kinds are known. */
    public synchronized List<Change.KindRead> reads() {
        return List.copyOf(reads);
    }

    public synchronized Map<String, Change> objects() {
        return new TreeMap<>(objects);
    }

    public synchronized Optional<Change> object(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    /** How often an object was told about. */
    public synchronized int times(String key) {
        return seen.getOrDefault(key, 0);
    }

    public synchronized int told() {
        return seen.values().stream().mapToInt(Integer::intValue).sum();
    }

    public synchronized Map<String, Integer> listed() {
        return new TreeMap<>(listed);
    }

    public synchronized List<Change.ConnectionChanged> connections() {
        return List.copyOf(connections);
    }

    public synchronized Optional<Protection> protection() {
        return protection;
    }

    public synchronized List<Change.Heard> heard() {
        return List.copyOf(heard);
    }

    public synchronized List<Change.DevicesSeen> devices() {
        return List.copyOf(devices);
    }

    public synchronized List<String> gone() {
        return List.copyOf(gone);
    }

    /** What no mirror may do: say gone of the unknown, replace an object in silence. */
    public synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    public synchronized Change.ConnectionChanged connection() {
        return connections.getLast();
    }

    public synchronized boolean is(ConnectionState state) {
        return !connections.isEmpty() && connections.getLast().state() == state;
    }

    /** Waits until the connection is in that state. */
    public void awaitState(ConnectionState state) {
        Await.until(() -> "not " + state + " but " + connections(), () -> is(state));
    }
}
