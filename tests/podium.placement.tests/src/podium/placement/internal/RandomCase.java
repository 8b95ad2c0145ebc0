// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import podium.core.change.Change;
import podium.core.change.Change.NodeSeen;
import podium.core.change.Change.PodSeen;
import podium.core.change.SchedulingObject;
import podium.model.fleet.Readiness;
import podium.model.fleet.TaskPhase;
import podium.model.value.Conditions;
import podium.model.value.DeviceIds;
import podium.model.value.HostPort;
import podium.model.value.LabelKeys;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.PodTerm;
import podium.model.value.QuotaTerms;
import podium.model.value.Requirement;
import podium.model.value.Resources;
import podium.model.value.Spread;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.TaskSpec;
import podium.model.value.Toleration;

/** A small random cluster in which every rule has a fair chance to decide. */
final class RandomCase {
    private static final String[] KEYS = {"zone", "rack", "gpu"};
    private static final TaskPhase[] PHASES = {
        TaskPhase.RUNNING,
        TaskPhase.RUNNING,
        TaskPhase.RUNNING,
        TaskPhase.STARTING,
        TaskPhase.TERMINATING,
        TaskPhase.SUCCEEDED,
        TaskPhase.FAILED
    };

    private final Random random;
    final RandomStores stores;
    final List<NodeSeen> nodes = new ArrayList<>();
    final List<PodSeen> pods = new ArrayList<>();
    final List<SchedulingObject.Namespace> namespaces = new ArrayList<>();

    RandomCase(long seed) {
        random = new Random(seed);
        stores = new RandomStores(seed);
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            nodes.add(node("n" + i));
        }
        for (String name : List.of("team", "other")) {
            if (chance(80)) {
                namespaces.add(new SchedulingObject.Namespace(name, Labels.of("owner", value())));
            }
        }
        int podCount = random.nextInt(8);
        for (int i = 0; i < podCount; i++) {
            pods.add(pod("p" + i, PHASES[random.nextInt(PHASES.length)], "n" + random.nextInt(count), chance(25)));
        }
        pods.add(pod("subject", stores.queued ? TaskPhase.GATED : TaskPhase.PENDING, "", true));
    }

    List<Change> namespaces() {
        List<Change> seen = new ArrayList<>();
        namespaces.forEach(namespace -> seen.add(new Change.FactSeen(namespace)));
        seen.add(new Change.Listed("Namespace", namespaces.size()));
        return seen;
    }

    Map<String, Map<String, String>> labelsOfNamespaces() {
        Map<String, Map<String, String>> labels = new TreeMap<>();
        namespaces.forEach(
                namespace -> labels.put(namespace.name(), namespace.labels().toMap()));
        return labels;
    }

    /** The subject: mostly waiting, sometimes one that runs. */
    PodSeen subject() {
        if (random.nextInt(4) == 0) {
            List<PodSeen> running = pods.stream()
                    .filter(pod -> pod.phase() == TaskPhase.RUNNING)
                    .toList();
            if (!running.isEmpty()) {
                return running.get(random.nextInt(running.size()));
            }
        }
        return pods.getLast();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private NodeSeen node(String name) {
        Map<String, String> labels = new TreeMap<>(Map.of("kubernetes.io/hostname", name));
        for (String key : KEYS) {
            if (chance(80)) {
                labels.put(key, value());
            }
        }
        labels.putAll(stores.zone());
        Resources has = Resources.of(Map.of(
                "cpu",
                1000L * random.nextInt(9),
                "memory",
                1L + random.nextInt(8),
                "nvidia.com/gpu",
                (long) random.nextInt(5),
                "pods",
                1L + random.nextInt(6)));
        List<Taint> taints = new ArrayList<>();
        if (chance(25)) {
            taints.add(new Taint(
                    "team", value(), new String[] {"NoSchedule", "NoExecute", "PreferNoSchedule"}[random.nextInt(3)]));
        }
        if (chance(10)) {
            taints.add(new Taint("sla", chance(80) ? "" + random.nextInt(4) : "none", "NoSchedule"));
        }
        Readiness readiness = chance(92) ? Readiness.READY : chance(50) ? Readiness.NOT_READY : Readiness.UNKNOWN;
        return new NodeSeen(
                name,
                "uid-" + name,
                "1",
                Labels.of(labels),
                new Taints(taints),
                has,
                has,
                chance(15),
                readiness,
                Conditions.none(),
                null,
                "",
                "");
    }

    private String value() {
        return String.valueOf((char) ('a' + random.nextInt(3)));
    }

    private PodSeen pod(String name, TaskPhase phase, String node, boolean choosy) {
        return new PodSeen(
                chance(85) ? "team" : "other",
                name,
                "uid-" + name,
                labels(node.isEmpty() && stores.queued),
                phase,
                "",
                "",
                Optional.empty(),
                node,
                spec(choosy, node.isEmpty() && stores.queued),
                true,
                false,
                0,
                null,
                null,
                null,
                DeviceIds.none(),
                OptionalInt.empty(),
                null,
                null,
                null);
    }

    /** @param queued it names a queue, for which it waits */
    private Labels labels(boolean queued) {
        Map<String, String> labels = new TreeMap<>(Map.of("app", value()));
        if (chance(30)) {
            labels.put("version", value());
        }
        if (queued) {
            labels.put(RandomStores.QUEUE, "gold");
        }
        return Labels.of(labels);
    }

    private TaskSpec spec(boolean choosy, boolean queued) {
        Map<String, Long> asks = new TreeMap<>();
        asks.put("cpu", 500L * random.nextInt(5));
        if (chance(50)) {
            asks.put("nvidia.com/gpu", 1L + random.nextInt(3));
        }
        if (chance(5)) {
            asks.put("rdma/hca", 1L);
        }
        return new TaskSpec(
                Resources.of(asks),
                QuotaTerms.NONE,
                choosy && chance(20) ? Labels.of(KEYS[random.nextInt(3)], value()) : Labels.none(),
                choosy && chance(20) ? terms() : List.of(),
                List.of(),
                choosy && chance(15) ? podTerms() : List.of(),
                chance(15) ? List.of(podTerm()) : List.of(),
                choosy && chance(20) ? (chance(70) ? List.of(spread()) : List.of(spread(), spread())) : List.of(),
                chance(40) ? List.of(toleration()) : List.of(),
                queued ? List.of(RandomStores.GATE) : List.of(),
                TaskSpec.DEFAULT_SCHEDULER,
                OptionalInt.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                false,
                false,
                chance(15) ? List.of(port()) : List.of(),
                stores.claims(),
                List.of(),
                List.of());
    }

    private List<NodeTerm> terms() {
        List<NodeTerm> terms = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            List<Requirement> labels = new ArrayList<>();
            if (chance(80)) {
                String operator = new String[] {"In", "NotIn", "Exists", "DoesNotExist"}[random.nextInt(4)];
                labels.add(new Requirement(
                        KEYS[random.nextInt(3)],
                        operator,
                        operator.endsWith("In") ? List.of(value(), value()) : List.of()));
            }
            List<Requirement> fields = chance(30)
                    ? List.of(new Requirement("metadata.name", chance(70) ? "In" : "NotIn", List.of("n0", "n1")))
                    : List.of();
            terms.add(new NodeTerm(labels, fields));
        }
        return terms;
    }

    private HostPort port() {
        return new HostPort(
                new String[] {"", "10.0.0.1", "10.0.0.2"}[random.nextInt(3)],
                chance(80) ? "TCP" : "UDP",
                8080 + random.nextInt(2));
    }

    private List<PodTerm> podTerms() {
        return chance(60) ? List.of(podTerm()) : List.of(podTerm(), podTerm());
    }

    private PodTerm podTerm() {
        String key = new String[] {"kubernetes.io/hostname", "zone", "rack"}[random.nextInt(3)];
        List<String> namespaces = chance(20) ? List.of("other") : List.of();
        Optional<LabelSelector> wider = chance(80)
                ? Optional.empty()
                : Optional.of(new LabelSelector(chance(30) ? Labels.none() : Labels.of("owner", value()), List.of()));
        return new PodTerm(key, selector(), namespaces, wider, keys());
    }

    private LabelSelector selector() {
        return switch (random.nextInt(12)) {
            case 0 -> LabelSelector.NOTHING;
            case 1 -> new LabelSelector(Labels.none(), List.of());
            case 2 -> new LabelSelector(Labels.none(), List.of(new Requirement("app", "NotIn", List.of(value()))));
            default -> new LabelSelector(Labels.of("app", value()), List.of());
        };
    }

    private LabelKeys keys() {
        return chance(85)
                ? LabelKeys.NONE
                : new LabelKeys(
                        chance(50) ? List.of("version") : List.of(), chance(30) ? List.of("version") : List.of());
    }

    private Spread spread() {
        String key = chance(50) ? "zone" : "rack";
        return new Spread(
                key,
                1 + random.nextInt(2),
                chance(85),
                selector(),
                1 + random.nextInt(3),
                new Spread.Inclusion(chance(75), chance(25)),
                chance(85) ? LabelKeys.NONE : new LabelKeys(List.of("version"), List.of()));
    }

    private Toleration toleration() {
        return switch (random.nextInt(6)) {
            case 0 -> new Toleration("", "Exists", "", "");
            case 4 -> new Toleration("sla", chance(50) ? "Gt" : "Lt", chance(90) ? "" + random.nextInt(4) : "x", "");
            case 1 -> new Toleration("team", "Exists", "", chance(50) ? "NoSchedule" : "");
            case 2 -> new Toleration("node.kubernetes.io/unschedulable", "Exists", "", "NoSchedule");
            default -> new Toleration("team", "Equal", value(), "");
        };
    }
}
