// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectTable;
import podium.core.api.ObjectTables;
import podium.core.api.ReadRefused;
import podium.core.api.ServedResource;
import podium.core.change.ClusterId;
import podium.core.testkit.FakeFleetService;
import podium.model.fleet.Cluster;
import podium.model.value.Labels;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.ui.fake.FakeConnections;
import podium.ui.fake.FakeFleet;
import podium.ui.prompt.YamlCompletion;
import podium.ui.prompt.YamlCompletion.Proposal;

/** Names that the cluster has, offered where a text names something of it. */
class ObjectCompletionTest {
    private static final String PRODUCT = "nvidia.com/gpu.product";
    private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  namespace: team-a\nspec:\n";

    private final FakeFleet made = new FakeFleet();
    private final Cluster lab = made.cluster("lab", 3);
    private final FakeConnections connections = new FakeConnections();
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void open() {
        for (int i = 0; i < 3; i++) {
            lab.getNodes()
                    .get(i)
                    .setLabels(Labels.of(
                            PRODUCT, i < 2 ? "NVIDIA-H100" : "NVIDIA-L40S", "team/spot", "true", "n" + i, "x"));
            lab.getNodes().get(i).setTaints(new Taints(List.of(new Taint("nvidia.com/gpu", "", "NoSchedule"))));
        }
        connections.open("lab", Optional.empty());
        connections.capabilities.put(ObjectTables.class, new Server());
    }

    /** At the bar. */
    private YamlCompletion at(String marked) {
        return new ObjectCompletion(connections, FakeFleetService.of(made.fleet()))
                .of(ClusterId.of(lab), () -> "elsewhere")
                .apply(marked.replace("|", ""), marked.indexOf('|'));
    }

    private List<String> labels(String marked) {
        return at(POD + marked).proposals().stream().map(Proposal::label).toList();
    }

    /** What stands there when the first is taken. */
    private static String taken(String marked, YamlCompletion completion) {
        String text = marked.replace("|", "");
        return text.substring(0, completion.from())
                + completion.proposals().getFirst().inserted()
                + text.substring(completion.to());
    }

    @Test
    void aNodeSelectorIsOfferedTheLabelsThatNodesHaveWithHowMany() {
        assertEquals(
                List.of("NVIDIA-H100, 2 nodes", "NVIDIA-L40S, 1 node"),
                labels("  nodeSelector:\n    " + PRODUCT + ": |"));
        assertEquals(List.of("NVIDIA-L40S, 1 node"), labels("  nodeSelector:\n    " + PRODUCT + ": nvidia-l|"));
        assertEquals(
                "On 2 of 3 nodes.",
                at(POD + "  nodeSelector:\n    " + PRODUCT + ": |")
                        .proposals()
                        .getFirst()
                        .words());
        assertEquals(
                List.of(PRODUCT + ", 3 nodes", "n0, 1 node", "n1, 1 node", "n2, 1 node"),
                labels("  nodeSelector:\n    team/spot: \"true\"\n    |"));
        String key = POD + "  nodeSelector:\n    |\n";
        assertEquals(POD + "  nodeSelector:\n    " + PRODUCT + ": \n", taken(key, at(key)));
        for (String value : List.of("|", "\"|\"", "\"tr|ue\"")) {
            String marked = POD + "  nodeSelector:\n    team/spot: " + value + "\n";
            assertEquals(POD + "  nodeSelector:\n    team/spot: \"true\"\n", taken(marked, at(marked)));
        }
    }

    @Test
    void nodeAffinityIsOfferedKeysAndTheValuesOfItsKey() {
        String terms = "  affinity:\n    nodeAffinity:\n      requiredDuringSchedulingIgnoredDuringExecution:\n"
                + "        nodeSelectorTerms:\n        - matchExpressions:\n          - key: ";
        assertEquals(PRODUCT + ", 3 nodes", labels(terms + "|").getFirst());
        for (String indent : List.of("            ", "              ")) {
            assertEquals(
                    List.of("NVIDIA-H100, 2 nodes", "NVIDIA-L40S, 1 node"),
                    labels(terms + PRODUCT + "\n            operator: In\n            values:\n" + indent + "- |"));
        }
        assertEquals(List.of("nvidia.com/gpu, 3 nodes"), labels("  tolerations:\n  - key: |"));
        assertEquals(
                PRODUCT + ", 3 nodes",
                labels("  topologySpreadConstraints:\n  - topologyKey: |").getFirst());
        assertEquals(3, labels("  nodeName: |").size());
    }

    @Test
    void whatNamesAnObjectIsOfferedThoseOfItsKindInTheNamespaceOfTheObject() {
        assertEquals(List.of("batch", "research"), labels("  priorityClassName: |"));
        assertEquals(List.of("builder", "default"), labels("  serviceAccountName: |"));
        assertEquals(List.of("door"), labels("  imagePullSecrets:\n  - name: |"));
        assertEquals(
                List.of(
                        "table priorityclasses.scheduling.k8s.io ",
                        "table serviceaccounts team-a",
                        "table secrets team-a"),
                asked);
        String queue = "apiVersion: batch/v1\nkind: Job\nmetadata:\n  labels:\n    kueue.x-k8s.io/queue-name: |\n";
        assertEquals("gpu-queue", at(queue).proposals().getFirst().inserted());
        assertEquals("table localqueues.kueue.x-k8s.io elsewhere", asked.getLast());
        assertEquals(List.of(), labels("  runtimeClassName: |"), "it may not list them");
        assertEquals(List.of(), labels("  schedulerName: |"));
    }

    @Test
    void oneOfSeveralObjectsInATextIsCompletedByItself() {
        String text = "apiVersion: v1\nkind: ConfigMap\n---\n" + POD + "  priorityClassName: re|\n---\nkind: Service\n";
        assertEquals(
                "apiVersion: v1\nkind: ConfigMap\n---\n" + POD + "  priorityClassName: research\n---\nkind: Service\n",
                taken(text, at(text)));
    }

    /** A server that lists some kinds. */
    private final class Server implements ObjectTables {
        private final Map<String, List<String>> names = Map.of(
                "priorityclasses.scheduling.k8s.io", List.of("research", "batch"),
                "serviceaccounts", List.of("default", "builder"),
                "secrets", List.of("door"),
                "localqueues.kueue.x-k8s.io", List.of("gpu-queue"),
                "runtimeclasses.node.k8s.io", List.of());

        @Override
        public List<ServedResource> resources() {
            return names.keySet().stream().map(Server::resource).toList();
        }

        private static ServedResource resource(String name) {
            String[] parts = name.split("\\.", 2);
            boolean namespaced =
                    Set.of("serviceaccounts", "secrets", "localqueues").contains(parts[0]);
            return new ServedResource(
                    parts.length > 1 ? parts[1] : "",
                    "v1",
                    parts[0],
                    "",
                    "",
                    List.of(),
                    namespaced,
                    Set.of("list"),
                    Set.of());
        }

        @Override
        public ObjectTable table(ServedResource resource, String namespace, String fieldSelector) throws IOException {
            if (resource.resource().equals("runtimeclasses")) {
                throw new ReadRefused(403, "User \"ana\" cannot list it");
            }
            asked.add("table " + resource.fullName() + " " + namespace);
            return new ObjectTable(
                    List.of(),
                    names.getOrDefault(resource.fullName(), List.of()).stream()
                            .map(name -> new ObjectTable.Row(namespace, name, "", List.of()))
                            .toList(),
                    true);
        }

        @Override
        public List<Relative> family(ServedResource resource, String namespace, String name) {
            return List.of();
        }

        @Override
        public Map<String, List<String>> usage(ServedResource resource, String namespace) {
            return Map.of();
        }
    }
}
