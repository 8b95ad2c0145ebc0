// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.kubelet.ContainerBehaviour;
import podium.simulator.internal.kubelet.NodeConditions;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.object.Conditions;
import podium.simulator.internal.object.PodDefaults;
import podium.simulator.internal.object.Pods;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** A cluster whose time is stepped by the test. Objects are given as YAML. */
public final class Rig implements AutoCloseable {

    public static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final YAMLMapper yaml = new YAMLMapper();
    private final SimulationEngine life;

    public Rig() {
        this(7);
    }

    public Rig(long seed) {
        life = new SimulationEngine(START, START, new RandomSource(seed));
        apply("{apiVersion: v1, kind: Namespace, metadata: {name: default}}");
    }

    public SimulationEngine life() {
        return life;
    }

    public ObjectStore store() {
        return life.store();
    }

    /** Lets time pass; everything that falls into it has happened afterwards. */
    public Rig advance(String duration) {
        life.pace().advance(ContainerBehaviour.parse(duration));
        return this;
    }

    /** Lets everything happen that follows at once, and the moment in which swarms are gathered. */
    public Rig settle() {
        life.pace().advance(Duration.ofSeconds(1));
        return this;
    }

    /** A node with 64 cores, 512 GiB and so many GPUs. */
    public Rig node(String name, int gpus) {
        return node(name, gpus, Map.of());
    }

    public Rig node(String name, int gpus, Map<String, String> labels) {
        ObjectNode node = parse("{apiVersion: v1, kind: Node, metadata: {name: " + name + "}}");
        ObjectNode all = Json.with(node, "metadata", "labels").put("kubernetes.io/hostname", name);
        labels.forEach(all::put);
        for (String list : new String[] {"capacity", "allocatable"}) {
            ObjectNode resources = Json.with(node, "status", list);
            resources.put("cpu", "64").put("memory", "512Gi").put("pods", "110");
            if (gpus > 0) {
                resources.put("nvidia.com/gpu", Integer.toString(gpus));
            }
        }
        NodeConditions.healthy(node, Json.time(life.loop().now()));
        store().create(ResourceTypes.NODE, node);
        return this;
    }

    /** Creates what the documents say, in namespace default unless they say another. */
    public Rig apply(String documents) {
        for (ObjectNode object : parseAll(documents)) {
            ResourceType type = type(object);
            if (type.namespaced() && Json.namespace(object).isEmpty()) {
                Json.with(object, "metadata").put("namespace", "default");
            }
            if (type.equals(ResourceTypes.POD)) {
                PodDefaults.complete(life.cluster(), object);
                Json.with(object, "status").put("phase", "Pending");
            }
            store().create(type, object);
        }
        return this;
    }

    /** A pod that asks for GPUs, with more of its spec as YAML flow. */
    public Rig pod(String name, int gpus, String spec) {
        String more = spec.isEmpty() ? "" : ", " + spec;
        return apply("{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", labels: {app: " + name + "}}, spec: {"
                + "containers: [{name: main, image: img, resources: {limits: {nvidia.com/gpu: " + gpus + "}}}]" + more
                + "}}");
    }

    public Rig pod(String name, int gpus) {
        return pod(name, gpus, "");
    }

    public Rig change(ResourceType type, String name, Consumer<ObjectNode> change) {
        store().modify(type, type.namespaced() ? "default" : "", name, change);
        return this;
    }

    public Rig delete(ResourceType type, String name) {
        store().delete(type, type.namespaced() ? "default" : "", name, DeleteOptions.none());
        return this;
    }

    public ObjectNode get(ResourceType type, String name) {
        return find(type, name).orElseThrow(() -> new AssertionError("no " + type + " " + name));
    }

    public Optional<ObjectNode> find(ResourceType type, String name) {
        return store().get(type, type.namespaced() ? "default" : "", name);
    }

    public String nodeOf(String pod) {
        return Json.text(get(ResourceTypes.POD, pod), "spec", "nodeName");
    }

    public String phase(String pod) {
        return Pods.phase(get(ResourceTypes.POD, pod));
    }

    /** Status, reason and message of a condition; empty text where there is none. */
    public String condition(ResourceType type, String name, String condition) {
        return Conditions.find(get(type, name), condition)
                .map(found -> (Json.text(found, "status") + " " + Json.text(found, "reason") + " "
                                + Json.text(found, "message"))
                        .strip())
                .orElse("");
    }

    public String scheduled(String pod) {
        return condition(ResourceTypes.POD, pod, "PodScheduled");
    }

    /** Names of the pods of an app or a job that are not being deleted. */
    public List<ObjectNode> pods(String prefix) {
        return store().list(ResourceTypes.POD, "default").stream()
                .filter(pod -> Json.name(pod).startsWith(prefix))
                .toList();
    }

    public List<ObjectNode> active(String prefix) {
        return pods(prefix).stream().filter(Pods::active).toList();
    }

    public long running(String prefix) {
        return active(prefix).stream()
                .filter(pod -> Pods.phase(pod).equals("Running"))
                .count();
    }

    /** Messages of the events with a reason. */
    public List<String> events(String reason) {
        return store().list(ResourceTypes.EVENT, "").stream()
                .filter(event -> Json.text(event, "reason").equals(reason))
                .map(event -> Json.text(event, "message"))
                .toList();
    }

    public ObjectNode parse(String document) {
        return parseAll(document).getFirst();
    }

    private List<ObjectNode> parseAll(String documents) {
        try (MappingIterator<ObjectNode> all = yaml.readerFor(ObjectNode.class).readValues(documents)) {
            return all.readAll();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private ResourceType type(JsonNode object) {
        return store().types().stream()
                .filter(type -> type.kind().equals(Json.text(object, "kind"))
                        && type.apiVersion().equals(Json.text(object, "apiVersion")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no type for " + object));
    }

    @Override
    public void close() {
        life.close();
    }
}
