// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.testkit.Await;

/**
 * A few nodes on a server with a scheduler, and questions to it. A pod is held to one node without a word that any rule but
 * the one about resources reads: it asks for something that this node alone offers.
 */
final class Bench {

    private static final String SELECTED = "volume.kubernetes.io/selected-node";
    private static final String PROBES = "probes";
    private static final String NOW = "{'gracePeriodSeconds':0}";

    private final ApiClient api;
    private final List<String> nodes = new ArrayList<>();

    Bench(Server server) {
        api = server.admin();
    }

    ApiClient api() {
        return api;
    }

    /** Makes whatever is not there yet. */
    void ensure(ObjectNode object, String collection) {
        String path = collection + "/" + object.at("/metadata/name").asText();
        if (api.get(path).code() == 404) {
            JsonNode status = object.path("status").deepCopy();
            object.remove("status");
            api.post(collection, object).expect(201);
            if (status.isObject()) {
                api.patch(path + "/status", ApiClient.MERGE, "{'status':" + status + "}")
                        .expect(200);
            }
        }
    }

    /** Makes a node: labels, spec and allocatable as flow YAML. */
    void node(String name, String labels, String spec, String allocatable) {
        ObjectNode node = Objects.yaml("{apiVersion: v1, kind: Node, metadata: {name: " + name
                + ", labels: {kubernetes.io/hostname: " + name + (labels.isEmpty() ? "" : ", " + labels) + "}}}");
        api.post("/api/v1/nodes", node).expect(201);
        nodes.add(name);
        spec(name, spec);
        ObjectNode status = Objects.yaml("{status: {conditions: [{type: Ready, status: 'True'}], allocatable: {"
                + allocatable + ", " + hold(name) + ": '1000'}}}");
        ((ObjectNode) status.get("status"))
                .set("capacity", status.at("/status/allocatable").deepCopy());
        api.patch("/api/v1/nodes/" + name + "/status", ApiClient.MERGE, status.toString())
                .expect(200);
        probe(name);
    }

    /** Waits until the scheduler has heard of a node: nodes and pods come to it by different ways, in no order. */
    private void probe(String node) {
        ensure(
                Objects.yaml("{apiVersion: v1, kind: Namespace, metadata: {name: " + PROBES + "}}"),
                "/api/v1/namespaces");
        ObjectNode probe = Objects.pod("probe-" + node);
        ((ObjectNode) probe.get("spec")).putArray("tolerations").addObject().put("operator", "Exists");
        Await.until("the scheduler takes " + node, () -> says(PROBES, held(probe, node))
                .isEmpty());
    }

    /** Sets taints and cordon; the server itself taints a new node as not ready. */
    void spec(String node, String spec) {
        ObjectNode patch = Objects.yaml("{spec: {unschedulable: false, taints: []}}");
        ((ObjectNode) patch.get("spec")).setAll(Objects.yaml("{" + spec + "}"));
        api.patch("/api/v1/nodes/" + node, ApiClient.MERGE, patch.toString()).expect(200);
    }

    private static String hold(String node) {
        return "podium.test/" + node;
    }

    List<String> nodes() {
        return nodes;
    }

    /** Creates a pod in a namespace. */
    ObjectNode pod(String namespace, ObjectNode pod) {
        return api.post(pods(namespace), pod).expect(201).object();
    }

    static String pods(String namespace) {
        return "/api/v1/namespaces/" + namespace + "/pods";
    }

    /** The same pod, held to one node. */
    static ObjectNode held(ObjectNode pod, String node) {
        ObjectNode held = pod.deepCopy();
        ObjectNode resources = ((ObjectNode) held.at("/spec/containers/0")).withObjectProperty("resources");
        resources.withObjectProperty("requests").put(hold(node), "1");
        resources.withObjectProperty("limits").put(hold(node), "1");
        return held;
    }

    /** What the scheduler says of a pod, which is gone afterwards: the empty text if it finds a node, else its message. */
    String says(String namespace, ObjectNode pod) {
        String path =
                pods(namespace) + "/" + pod(namespace, pod).at("/metadata/name").asText();
        List<String> claims = waiting(namespace, pod);
        try {
            return Await.present("the scheduler speaks about " + path, () -> answer(path, namespace, claims));
        } finally {
            api.delete(path, NOW);
            claims.forEach(claim -> api.patch(
                    claims(namespace) + claim,
                    ApiClient.MERGE,
                    "{'metadata':{'annotations':{'" + SELECTED + "':null}}}"));
            for (JsonNode volume : volumesOf(claims)) {
                api.patch(
                        "/api/v1/persistentvolumes/"
                                + volume.at("/metadata/name").asText(),
                        ApiClient.MERGE,
                        "{'spec':{'claimRef':null}}");
            }
        }
    }

    private static String claims(String namespace) {
        return "/api/v1/namespaces/" + namespace + "/persistentvolumeclaims/";
    }

    private List<String> waiting(String namespace, ObjectNode pod) {
        List<String> waiting = new ArrayList<>();
        for (JsonNode volume : pod.at("/spec/volumes")) {
            String name = volume.at("/persistentVolumeClaim/claimName").asText();
            Answer claim = api.get(claims(namespace) + name);
            if (claim.code() == 200 && claim.text("/spec/volumeName").isEmpty() && !waiting.contains(name)) {
                waiting.add(name);
            }
        }
        return waiting;
    }

    private List<JsonNode> volumesOf(List<String> claims) {
        List<JsonNode> volumes = new ArrayList<>();
        if (!claims.isEmpty()) {
            api.get("/api/v1/persistentvolumes").at("/items").forEach(volume -> {
                if (claims.contains(volume.at("/spec/claimRef/name").asText())) {
                    volumes.add(volume);
                }
            });
        }
        return volumes;
    }

    /** Nobody here makes or binds volumes: a claim that was given a node or a volume is the scheduler's yes. */
    private Optional<String> answer(String path, String namespace, List<String> claims) {
        Answer pod = api.get(path).expect(200);
        boolean chosen = !volumesOf(claims).isEmpty()
                || claims.stream().anyMatch(claim -> api.get(claims(namespace) + claim)
                        .at("/metadata/annotations")
                        .has(SELECTED));
        return chosen || !pod.text("/spec/nodeName").isEmpty() ? Optional.of("") : refusal(pod.body());
    }

    /** The message of the condition that says why a pod has no node. */
    static Optional<String> refusal(JsonNode pod) {
        for (JsonNode condition : pod.at("/status/conditions")) {
            if (condition.path("type").asText().equals("PodScheduled")
                    && condition.path("status").asText().equals("False")) {
                return Optional.of(condition.path("message").asText());
            }
        }
        return Optional.empty();
    }

    /** Removes nodes and pods. */
    void clear() {
        for (JsonNode pod : api.get("/api/v1/pods").at("/items")) {
            String path = pods(pod.at("/metadata/namespace").asText()) + "/"
                    + pod.at("/metadata/name").asText();
            api.patch(path, ApiClient.MERGE, "{'metadata':{'finalizers':null}}");
            api.delete(path, NOW);
        }
        nodes.forEach(node -> api.delete("/api/v1/nodes/" + node));
        nodes.clear();
    }
}
