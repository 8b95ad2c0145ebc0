// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random nodes and pods in which every rule of the scheduler has a fair chance to decide. Equal seeds, equal worlds. */
final class RandomWorld {

    private static final String[] KEYS = {"zone", "rack", "size"};

    private final Random random;

    RandomWorld(long seed) {
        random = new Random(seed * 7919 + 17);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String any(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String value() {
        return any("a", "b", "c");
    }

    private String maybe(int percent, String text) {
        return chance(percent) ? text : "";
    }

    String labels() {
        List<String> labels = new ArrayList<>();
        for (String key : KEYS) {
            String value = key.equals("size") ? any("'1'", "'5'", "'9'", "big") : value();
            if (chance(85)) {
                labels.add(key + ": " + value);
            }
        }
        if (chance(70)) {
            labels.add("topology.kubernetes.io/zone: " + value());
        }
        return String.join(", ", labels);
    }

    String nodeSpec() {
        List<String> taints = new ArrayList<>();
        if (chance(30)) {
            taints.add("{key: team, value: " + value() + ", effect: "
                    + any("NoSchedule", "NoExecute", "PreferNoSchedule") + "}");
        }
        boolean cordoned = chance(12);
        if (cordoned && chance(80)) {
            taints.add("{key: node.kubernetes.io/unschedulable, effect: NoSchedule}");
        }
        return "unschedulable: " + cordoned + ", taints: [" + String.join(", ", taints) + "]";
    }

    String allocatable() {
        return "cpu: '" + (1 + random.nextInt(6)) + "', memory: " + (1 + random.nextInt(4)) + "Gi, pods: '"
                + (2 + random.nextInt(6)) + "', nvidia.com/gpu: '" + random.nextInt(5) + "', ephemeral-storage: 10Gi";
    }

    /** A pod; one that is to stand on a node has no rules but anti-affinity. */
    ObjectNode pod(String name, String node) {
        boolean choosy = node.isEmpty();
        List<String> spec = new ArrayList<>();
        spec.add("containers: [" + container("c") + maybe(25, ", " + container("d")) + "]");
        if (chance(30)) {
            spec.add("initContainers: [" + init("i") + maybe(40, ", " + init("j")) + "]");
        }
        if (chance(10)) {
            spec.add(any("resources: {requests: {cpu: '", "resources: {limits: {cpu: '") + (3 + random.nextInt(3))
                    + "'}}");
        }
        spec.add("tolerations: [" + maybe(40, toleration()) + "]");
        if (!choosy) {
            spec.add("nodeName: " + node);
        }
        if (chance(10)) {
            spec.add("runtimeClassName: heavy");
        }
        List<String> affinity = new ArrayList<>();
        if (choosy && chance(30)) {
            affinity.add("nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: ["
                    + nodeTerm() + maybe(40, ", " + nodeTerm()) + "]}}");
        }
        if (choosy && chance(25)) {
            affinity.add("podAffinity: {" + podTerms() + "}");
        }
        if (chance(20)) {
            affinity.add("podAntiAffinity: {" + podTerms() + "}");
        }
        spec.add("affinity: {" + String.join(", ", affinity) + "}");
        if (choosy && chance(15)) {
            spec.add("nodeSelector: {" + any("zone", "rack") + ": " + value() + "}");
        }
        if (choosy && chance(30)) {
            spec.add("topologySpreadConstraints: [" + spread("zone") + maybe(30, ", " + spread("rack")) + "]");
        }
        if (choosy && chance(25)) {
            spec.add("volumes: [" + volume("v") + maybe(20, ", " + volume("w")) + "]");
        }
        return Objects.yaml("{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", labels: {app: " + value()
                + maybe(40, ", version: " + value()) + "}}, spec: {" + String.join(", ", spec) + "}}");
    }

    private String container(String name) {
        List<String> requests = new ArrayList<>();
        requests.add("cpu: " + 250 * random.nextInt(5) + "m");
        if (chance(40)) {
            requests.add("memory: " + 256 * (1 + random.nextInt(4)) + "Mi");
        }
        if (chance(10)) {
            requests.add("ephemeral-storage: " + (4 + random.nextInt(8)) + "Gi");
        }
        String gpus = maybe(30, "nvidia.com/gpu: '" + (1 + random.nextInt(2)) + "'");
        if (!gpus.isEmpty()) {
            requests.add(gpus);
        }
        String port = chance(20)
                ? ", ports: [{containerPort: 80, hostPort: " + (8080 + random.nextInt(2)) + ", protocol: "
                        + any("TCP", "TCP", "UDP") + any("", ", hostIP: 10.0.0.1", ", hostIP: 10.0.0.2") + "}]"
                : "";
        return "{name: " + name + ", image: x" + port + ", resources: {requests: {" + String.join(", ", requests)
                + "}, limits: {" + gpus + "}}}";
    }

    private String init(String name) {
        String plain = container(name);
        return chance(50) ? plain : plain.substring(0, plain.length() - 1) + ", restartPolicy: Always}";
    }

    private String toleration() {
        return switch (random.nextInt(5)) {
            case 0 -> "{operator: Exists}";
            case 1 -> "{key: team, operator: Exists" + maybe(50, ", effect: NoSchedule") + "}";
            case 2 -> "{key: node.kubernetes.io/unschedulable, operator: Exists, effect: NoSchedule}";
            default -> "{key: team, value: " + value() + "}";
        };
    }

    private String nodeTerm() {
        String expression =
                switch (random.nextInt(6)) {
                    case 0 -> expression(any(KEYS), "In", value(), value());
                    case 1 -> expression(any(KEYS), "NotIn", value());
                    case 2 -> expression(any(KEYS), "Exists");
                    case 3 -> expression(any(KEYS), "DoesNotExist");
                    case 4 -> expression("size", "Gt", "'4'");
                    default -> expression("size", "Lt", "'6'");
                };
        String fields = "matchFields: [" + expression("metadata.name", any("In", "NotIn"), any("n0", "n1", "n2")) + "]";
        return switch (random.nextInt(4)) {
            case 0 -> "{" + fields + "}";
            case 1 -> "{matchExpressions: [" + expression + "], " + fields + "}";
            default -> "{matchExpressions: [" + expression + "]}";
        };
    }

    private static String expression(String key, String operator, String... values) {
        String list = values.length == 0 ? "" : ", values: [" + String.join(", ", values) + "]";
        return "{key: " + key + ", operator: " + operator + list + "}";
    }

    private String podTerms() {
        return "requiredDuringSchedulingIgnoredDuringExecution: [" + podTerm() + maybe(30, ", " + podTerm()) + "]";
    }

    private String podTerm() {
        String namespaces = any(
                "",
                "",
                "",
                ", namespaces: [other]",
                ", namespaceSelector: {}",
                ", namespaceSelector: {matchLabels: {owner: x}}");
        String keys = any("", "", "", ", matchLabelKeys: [version]", ", mismatchLabelKeys: [version]");
        return "{topologyKey: " + any("kubernetes.io/hostname", "zone", "rack") + ", " + selector(!keys.isEmpty())
                + namespaces + keys + "}";
    }

    private String selector(boolean needed) {
        return switch (random.nextInt(needed ? 8 : 10)) {
            case 0 -> "labelSelector: {matchExpressions: [" + expression("app", "NotIn", value()) + "]}";
            case 8 -> "labelSelector: {}";
            case 9 -> "labelSelector: null";
            default -> "labelSelector: {matchLabels: {app: " + value() + "}}";
        };
    }

    private String spread(String key) {
        boolean hard = chance(85);
        String keys = maybe(25, ", matchLabelKeys: [version]");
        return "{topologyKey: " + key + ", maxSkew: " + (1 + random.nextInt(2)) + ", whenUnsatisfiable: "
                + (hard ? "DoNotSchedule" : "ScheduleAnyway") + ", " + selector(!keys.isEmpty()) + keys
                + (hard ? maybe(30, ", minDomains: " + (1 + random.nextInt(4))) : "")
                + maybe(30, ", nodeAffinityPolicy: " + any("Honor", "Ignore"))
                + maybe(30, ", nodeTaintsPolicy: " + any("Honor", "Ignore")) + "}";
    }

    private String volume(String name) {
        return "{name: " + name + ", persistentVolumeClaim: {claimName: "
                + any("bound", "zoned", "later", "local", "now", "lone", "none") + "}}";
    }
}
