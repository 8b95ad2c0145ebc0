// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Clock;
import java.util.Arrays;
import podium.simulator.store.InMemoryStore;

/** Single pods and nodes given as YAML, for rules that need no living cluster. */
public final class Parts {

    private Parts() {}

    public static ObjectNode object(String yaml) {
        try {
            return (ObjectNode) new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(yaml, broken);
        }
    }

    /** A pod in a namespace, labelled {@code app: NAME}, with the flow YAML of its spec; the uid is its name. */
    public static PodInfo pod(String namespace, String name, String spec) {
        return PodInfo.of(object("{metadata: {name: " + name + ", namespace: " + namespace + ", uid: " + namespace + "-"
                + name + ", labels: {app: " + name + "}}, spec: {" + spec + "}}"));
    }

    public static PodInfo pod(String name, String spec) {
        return pod("default", name, spec);
    }

    /** Spec of one container that asks for a resource. */
    public static String asks(String resource, String amount) {
        return "containers: [{name: main, resources: {requests: {" + resource + ": \"" + amount + "\"}}}]";
    }

    /** A node of 8 cores, 64 GiB, 4 GPUs and 10 pods, with the flow YAML of its labels and its spec. */
    public static NodeInfo node(String name, String labels, String spec) {
        NodeInfo node = new NodeInfo(name);
        node.read(object("{metadata: {name: " + name + ", labels: {" + labels + "}}, spec: {" + spec
                + "}, status: {allocatable: {cpu: \"8\", memory: 64Gi, nvidia.com/gpu: \"4\", pods: \"10\"}}}"));
        return node;
    }

    public static NodeInfo node(String name, String labels, PodInfo... pods) {
        NodeInfo node = node(name, labels, "");
        Arrays.asList(pods).forEach(node::add);
        return node;
    }

    /** A cluster of these nodes and of the pods on them. */
    public static SchedulerCache cluster(NodeInfo... nodes) {
        SchedulerCache cache = new SchedulerCache(new InMemoryStore(Clock.systemUTC(), 1));
        for (NodeInfo node : nodes) {
            ObjectNode object = object("{status: {allocatable: {cpu: \"8\", pods: \"10\"}}}");
            ObjectNode metadata = object.putObject("metadata").put("name", node.name());
            node.labels().forEach(metadata.putObject("labels")::put);
            cache.node(object);
            node.pods().forEach(pod -> cache.hold(pod, node.name()));
        }
        return cache;
    }
}
