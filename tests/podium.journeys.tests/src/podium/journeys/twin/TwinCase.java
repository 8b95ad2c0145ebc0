// SPDX-License-Identifier: Apache-2.0
package podium.journeys.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import podium.testkit.RandomRules;

/** Random objects of the API in which every rule of the scheduler has a fair chance to decide. JSON texts. */
final class TwinCase {
    private final Random random;
    private final RandomRules rules;

    TwinCase(long seed) {
        random = new Random(seed);
        rules = new RandomRules(random);
    }

    /** Metadata and spec of a node. */
    String node(String name) {
        String labels = "\"kubernetes.io/hostname\":\"" + name + "\"";
        for (String key : RandomRules.keys()) {
            String value = rules.value(key);
            labels += rules.maybe(85, ",\"" + key + "\":\"" + value + "\"");
        }
        labels += rules.maybe(70, ",\"topology.kubernetes.io/zone\":\"" + rules.value() + "\"");
        return "{\"metadata\":{\"name\":\"" + name + "\",\"labels\":{" + labels + "}}}";
    }

    /** The taints of a node, and its cordon. */
    String nodeSpec() {
        List<String> taints = new ArrayList<>();
        if (rules.chance(30)) {
            taints.add(taint("team", rules.value(), rules.any("NoSchedule", "NoExecute", "PreferNoSchedule")));
        }
        boolean cordoned = rules.chance(12);
        if (cordoned) {
            taints.add(taint("node.kubernetes.io/unschedulable", "", "NoSchedule"));
        }
        return "{\"spec\":{\"unschedulable\":" + cordoned + ",\"taints\":[" + String.join(",", taints) + "]}}";
    }

    private static String taint(String key, String value, String effect) {
        return "{\"key\":\"" + key + "\",\"value\":\"" + value + "\",\"effect\":\"" + effect + "\"}";
    }

    String nodeStatus() {
        String has = "{\"cpu\":\"" + (1 + random.nextInt(6)) + "\",\"memory\":\"" + (1 + random.nextInt(4))
                + "Gi\",\"pods\":\"" + (2 + random.nextInt(6)) + "\",\"nvidia.com/gpu\":\"" + random.nextInt(5) + "\"}";
        return "{\"status\":{\"capacity\":" + has + ",\"allocatable\":" + has
                + ",\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}";
    }

    /** A pod; one that does not choose has no rules but anti-affinity, so that it is there to be met. */
    String pod(String name, String namespace, String node, boolean choosy) {
        List<String> spec = new ArrayList<>();
        spec.add("\"containers\":[" + container("c", true) + rules.maybe(25, "," + container("d", false)) + "]");
        if (rules.chance(30)) {
            spec.add("\"initContainers\":[" + init("i") + rules.maybe(40, "," + init("j")) + "]");
        }
        if (rules.chance(10)) {
            spec.add("\"resources\":{\"requests\":{\"cpu\":\"" + (2 + random.nextInt(3)) + "\"}}");
        }
        spec.add("\"tolerations\":[" + (rules.chance(40) ? rules.toleration() : "") + "]");
        if (!node.isEmpty()) {
            spec.add("\"nodeName\":\"" + node + "\"");
        }
        if (rules.chance(10)) {
            spec.add("\"runtimeClassName\":\"heavy\"");
        }
        List<String> affinity = new ArrayList<>();
        if (choosy && rules.chance(30)) {
            affinity.add("\"nodeAffinity\":{\"requiredDuringSchedulingIgnoredDuringExecution\":{\"nodeSelectorTerms\":["
                    + rules.nodeTerm() + rules.maybe(40, "," + rules.nodeTerm()) + "]}}");
        }
        if (choosy && rules.chance(25)) {
            affinity.add("\"podAffinity\":{" + rules.podTerms() + "}");
        }
        if (rules.chance(20)) {
            affinity.add("\"podAntiAffinity\":{" + rules.podTerms() + "}");
        }
        spec.add("\"affinity\":{" + String.join(",", affinity) + "}");
        if (choosy && rules.chance(15)) {
            spec.add("\"nodeSelector\":{\"" + rules.any(RandomRules.keys()) + "\":\"" + rules.value() + "\"}");
        }
        if (choosy && rules.chance(30)) {
            spec.add("\"topologySpreadConstraints\":[" + rules.spread("zone")
                    + rules.maybe(30, "," + rules.spread("rack")) + "]");
        }
        if (choosy && rules.chance(25)) {
            spec.add("\"volumes\":[" + rules.volume("v") + rules.maybe(20, "," + rules.volume("w")) + "]");
        }
        return "{\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"" + namespace + "\",\"labels\":{\"app\":\""
                + rules.value() + "\"" + rules.maybe(40, ",\"version\":\"" + rules.value() + "\"") + "}},\"spec\":{"
                + String.join(",", spec) + "}}";
    }

    private String container(String name, boolean ports) {
        List<String> requests = new ArrayList<>();
        requests.add("\"cpu\":\"" + 250 * random.nextInt(5) + "m\"");
        if (rules.chance(40)) {
            requests.add("\"memory\":\"" + 256 * (1 + random.nextInt(4)) + "Mi\"");
        }
        String gpus = rules.maybe(30, "\"nvidia.com/gpu\":\"" + (1 + random.nextInt(2)) + "\"");
        String port = ports && rules.chance(20)
                ? ",\"ports\":[{\"containerPort\":80,\"hostPort\":" + (8080 + random.nextInt(2))
                        + ",\"protocol\":\"" + rules.any("TCP", "TCP", "UDP") + "\""
                        + rules.any("", ",\"hostIP\":\"10.0.0.1\"", ",\"hostIP\":\"10.0.0.2\"") + "}]"
                : "";
        return "{\"name\":\"" + name + "\",\"image\":\"x\"" + port + ",\"resources\":{\"requests\":{"
                + String.join(",", requests) + (gpus.isEmpty() ? "" : "," + gpus) + "},\"limits\":{" + gpus + "}}}";
    }

    private String init(String name) {
        String plain = container(name, true);
        return rules.chance(50) ? plain : plain.substring(0, plain.length() - 1) + ",\"restartPolicy\":\"Always\"}";
    }
}
