// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import podium.testkit.RandomRules;

/** Random nodes and pods in which every rule of the scheduler has a fair chance to decide. Equal seeds, equal worlds. */
final class RandomWorld {

    private final Random random;
    private final RandomRules rules;

    RandomWorld(long seed) {
        random = new Random(seed * 7919 + 17);
        rules = new RandomRules(random);
    }

    String labels() {
        List<String> labels = new ArrayList<>();
        for (String key : RandomRules.keys()) {
            String value = rules.value(key);
            if (rules.chance(85)) {
                labels.add(key + ": '" + value + "'");
            }
        }
        if (rules.chance(70)) {
            labels.add("topology.kubernetes.io/zone: " + rules.value());
        }
        return String.join(", ", labels);
    }

    String nodeSpec() {
        List<String> taints = new ArrayList<>();
        if (rules.chance(30)) {
            taints.add("{key: team, value: " + rules.value() + ", effect: "
                    + rules.any("NoSchedule", "NoExecute", "PreferNoSchedule") + "}");
        }
        boolean cordoned = rules.chance(12);
        if (cordoned && rules.chance(80)) {
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
        spec.add("containers: [" + container("c") + rules.maybe(25, ", " + container("d")) + "]");
        if (rules.chance(30)) {
            spec.add("initContainers: [" + init("i") + rules.maybe(40, ", " + init("j")) + "]");
        }
        if (rules.chance(10)) {
            spec.add(rules.any("resources: {requests: {cpu: '", "resources: {limits: {cpu: '") + (3 + random.nextInt(3))
                    + "'}}");
        }
        spec.add("tolerations: [" + rules.maybe(40, rules.toleration()) + "]");
        if (!choosy) {
            spec.add("nodeName: " + node);
        }
        if (rules.chance(10)) {
            spec.add("runtimeClassName: heavy");
        }
        List<String> affinity = new ArrayList<>();
        if (choosy && rules.chance(30)) {
            affinity.add("nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: ["
                    + rules.nodeTerm() + rules.maybe(40, ", " + rules.nodeTerm()) + "]}}");
        }
        if (choosy && rules.chance(25)) {
            affinity.add("podAffinity: {" + rules.podTerms() + "}");
        }
        if (rules.chance(20)) {
            affinity.add("podAntiAffinity: {" + rules.podTerms() + "}");
        }
        spec.add("affinity: {" + String.join(", ", affinity) + "}");
        if (choosy && rules.chance(15)) {
            spec.add("nodeSelector: {" + rules.any("zone", "rack") + ": " + rules.value() + "}");
        }
        if (choosy && rules.chance(30)) {
            spec.add("topologySpreadConstraints: [" + rules.spread("zone")
                    + rules.maybe(30, ", " + rules.spread("rack")) + "]");
        }
        if (choosy && rules.chance(25)) {
            spec.add("volumes: [" + rules.volume("v") + rules.maybe(20, ", " + rules.volume("w")) + "]");
        }
        return Objects.yaml("{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", labels: {app: " + rules.value()
                + rules.maybe(40, ", version: " + rules.value()) + "}}, spec: {" + String.join(", ", spec) + "}}");
    }

    private String container(String name) {
        List<String> requests = new ArrayList<>();
        requests.add("cpu: " + 250 * random.nextInt(5) + "m");
        if (rules.chance(40)) {
            requests.add("memory: " + 256 * (1 + random.nextInt(4)) + "Mi");
        }
        if (rules.chance(10)) {
            requests.add("ephemeral-storage: " + (4 + random.nextInt(8)) + "Gi");
        }
        String gpus = rules.maybe(30, "nvidia.com/gpu: '" + (1 + random.nextInt(2)) + "'");
        if (!gpus.isEmpty()) {
            requests.add(gpus);
        }
        String port = rules.chance(20)
                ? ", ports: [{containerPort: 80, hostPort: " + (8080 + random.nextInt(2)) + ", protocol: "
                        + rules.any("TCP", "TCP", "UDP") + rules.any("", ", hostIP: 10.0.0.1", ", hostIP: 10.0.0.2")
                        + "}]"
                : "";
        return "{name: " + name + ", image: x" + port + ", resources: {requests: {" + String.join(", ", requests)
                + "}, limits: {" + gpus + "}}}";
    }

    private String init(String name) {
        String plain = container(name);
        return rules.chance(50) ? plain : plain.substring(0, plain.length() - 1) + ", restartPolicy: Always}";
    }
}
