// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduler.NodeSearch;
import podium.simulator.internal.scheduling.filter.FilterPlugin;
import podium.simulator.internal.scheduling.filter.FilterPlugins;
import podium.simulator.store.InMemoryStore;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** Nodes, pods on them and the objects they name, for rules that need more than one node. Objects are flow YAML. */
public final class World {

    private final ObjectStore store = new InMemoryStore(Clock.systemUTC(), 1);
    private final SchedulerCache cache;
    private final List<FilterPlugin> further;

    public World(FilterPlugin... further) {
        cache = new SchedulerCache(store);
        this.further = List.of(further);
        namespace("default", "");
    }

    public SchedulerCache cache() {
        return cache;
    }

    public ObjectStore store() {
        return store;
    }

    public World namespace(String name, String labels) {
        return object(ResourceTypes.NAMESPACE, "metadata: {name: " + name + ", labels: {" + labels + "}}");
    }

    public World object(ResourceType type, String fields) {
        store.create(
                type,
                Parts.object("{apiVersion: " + type.apiVersion() + ", kind: " + type.kind() + ", " + fields + "}"));
        return this;
    }

    /** A node of 8 cores and 10 pods with labels. */
    public World node(String name, String labels) {
        return node(name, labels, "");
    }

    public World node(String name, String labels, String spec) {
        cache.node(Parts.object("{metadata: {name: " + name + ", labels: {" + labels + "}}, spec: {" + spec
                + "}, status: {allocatable: {cpu: \"8\", memory: 64Gi, pods: \"10\", nvidia.com/gpu: \"4\"}}}"));
        return this;
    }

    /** A pod on a node, in namespace default, labelled with its name as app. */
    public World held(String name, String node, String spec) {
        return held("default", name, node, spec, "");
    }

    public World held(String namespace, String name, String node, String spec, String status) {
        ObjectNode pod = Parts.object("{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: "
                + namespace
                + ", uid: " + namespace + "-" + name + ", labels: {app: " + name + "}}, spec: {" + spec + "}, status: {"
                + status + "}}");
        store.create(ResourceTypes.POD, pod);
        cache.hold(PodInfo.of(pod), node);
        return this;
    }

    public NodeInfo node(String name) {
        return cache.node(name).orElseThrow();
    }

    /** What speaks against a node for a pod with this spec, named p and labelled app: p. */
    public List<String> against(String node, String spec) {
        return new FilterPlugins(Parts.pod("p", spec), cache, further)
                .against(node(node))
                .reasons();
    }

    /** The node a pod with this spec would go to; empty for none. */
    public String choice(String spec) {
        return new NodeSearch(cache, further)
                .run(Parts.pod("p", spec))
                .node()
                .map(NodeInfo::name)
                .orElse("");
    }

    public String text(ResourceType type, String namespace, String name, String... path) {
        return Json.text(store.get(type, namespace, name).orElseThrow(), path);
    }
}
