// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Objects for tests, written in YAML. */
final class Objects {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Objects() {}

    static ObjectNode yaml(String text) {
        try {
            return (ObjectNode) YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ObjectNode of(String apiVersion, String kind, String name) {
        ObjectNode object =
                JSON.createObjectNode().put("apiVersion", apiVersion).put("kind", kind);
        object.putObject("metadata").put("name", name);
        return object;
    }

    static ObjectNode configMap(String name, String... labels) {
        ObjectNode object = of("v1", "ConfigMap", name);
        labels(object, labels);
        object.putObject("data").put("a", "1");
        return object;
    }

    static ObjectNode pod(String name, String... labels) {
        ObjectNode pod = of("v1", "Pod", name);
        labels(pod, labels);
        ObjectNode container = pod.putObject("spec").putArray("containers").addObject();
        container.put("name", "main").put("image", "registry.example/app:1");
        return pod;
    }

    static ObjectNode gatedPod(String name) {
        ObjectNode pod = pod(name);
        ((ObjectNode) pod.get("spec")).putArray("schedulingGates").addObject().put("name", "podium.placement/manual");
        return pod;
    }

    static ObjectNode deployment(String name) {
        return yaml("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %s}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers:
                      - {name: main, image: 'registry.example/web:1', env: [{name: A, value: a}]}
                """.formatted(name));
    }

    static ObjectNode job(String name, boolean suspend) {
        return yaml("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: %s}
                spec:
                  suspend: %s
                  completions: 2
                  parallelism: 2
                  template:
                    spec:
                      restartPolicy: Never
                      containers: [{name: main, image: 'registry.example/train:1'}]
                """.formatted(name, suspend));
    }

    private static void labels(ObjectNode object, String... labels) {
        if (labels.length > 0) {
            ObjectNode map = ((ObjectNode) object.get("metadata")).putObject("labels");
            for (int i = 0; i < labels.length; i += 2) {
                map.put(labels[i], labels[i + 1]);
            }
        }
    }
}
