// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.forward;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.forward.ForwardTarget;
import podium.core.json.Json;
import podium.operation.texts.Texts;

/**
 * Finds the pod behind a target, as kubectl does (pkg/polymorphichelpers/attachablepodforobject.go,
 * pkg/cmd/portforward/portforward.go: translateServicePortToTargetPort), and the one that took its place. Blocks.
 */
record PodFinder(ObjectReader reader) {
    private static ObjectRef ref(ForwardTarget.Kind kind, String namespace, String name) {
        return kind == ForwardTarget.Kind.POD
                ? ObjectRef.pod(namespace, name)
                : new ObjectRef("", "v1", "services", "Service", namespace, name);
    }

    private JsonNode object(ForwardTarget.Kind kind, String namespace, String name) throws IOException {
        String text = reader.read(ref(kind, namespace, name))
                .orElseThrow(() -> new IOException(Texts.of("PodFinder.thereIsNo", kind.word(), namespace, name)));
        return Json.read(text);
    }

    /** The ports that it says it has. */
    List<Integer> ports(ForwardTarget.Kind kind, String namespace, String name) throws IOException {
        JsonNode object = object(kind, namespace, name);
        List<Integer> ports = new ArrayList<>();
        if (kind == ForwardTarget.Kind.SERVICE) {
            if (Json.text(object, "/spec/type").equals("ExternalName")) {
                throw new IOException(
                        Texts.of("PodFinder.serviceIsAnAlias", name, Json.text(object, "/spec/externalName")));
            }
            object.at("/spec/ports").forEach(port -> add(ports, port, "port"));
            if (ports.isEmpty() && !object.at("/spec/ports").isEmpty()) {
                throw new IOException(Texts.of("PodFinder.serviceHasNoTcp", name));
            }
        } else {
            object.at("/spec/containers")
                    .forEach(container -> container.path("ports").forEach(port -> add(ports, port, "containerPort")));
        }
        return ports;
    }

    private static void add(List<Integer> ports, JsonNode port, String field) {
        if (port.path("protocol").asText("TCP").equals("TCP")) {
            ports.add(port.path(field).asInt());
        }
    }

    /** The pod that answers for a target now. */
    ForwardEnd find(ForwardTarget target, Optional<ForwardEnd> last) throws IOException {
        if (target.kind() == ForwardTarget.Kind.SERVICE) {
            return behind(target, last);
        }
        Optional<JsonNode> pod =
                reader.read(ObjectRef.pod(target.namespace(), target.name())).map(Json::read);
        if (pod.filter(Json::running).isPresent()) {
            return ForwardEnd.of(pod.get(), target.port());
        }
        ForwardEnd known = last.or(() -> pod.map(it -> ForwardEnd.of(it, target.port())))
                .orElseThrow(() -> new IOException(Texts.of("PodFinder.thePodIsNotThere", target.title())));
        if (known.owner().isEmpty()) {
            throw new IOException(Texts.of("PodFinder.podIsNotRunningAndNoneIsCreated", target.name()));
        }
        return best(pods(target.namespace(), known.selector()).stream()
                        .filter(known::isKin)
                        .toList())
                .map(next -> ForwardEnd.of(next, target.port()))
                .orElseThrow(() -> new IOException(Texts.of("PodFinder.podIsNotRunningAndNoneIsReady", target.name())));
    }

    private ForwardEnd behind(ForwardTarget target, Optional<ForwardEnd> last) throws IOException {
        JsonNode service = object(target.kind(), target.namespace(), target.name());
        String selector = service.at("/spec/selector").properties().stream()
                .map(label -> label.getKey() + "=" + label.getValue().asText())
                .collect(Collectors.joining(","));
        if (selector.isEmpty()) {
            throw new IOException(Texts.of("PodFinder.serviceSelectsNoPods", target.name()));
        }
        List<JsonNode> pods = pods(target.namespace(), selector);
        JsonNode pod = pods.stream()
                .filter(it -> last.filter(end -> end.pod().equals(Json.text(it, "/metadata/name")))
                        .isPresent())
                .filter(PodFinder::ready)
                .findFirst()
                .or(() -> best(pods))
                .orElseThrow(() -> new IOException(Texts.of("PodFinder.noPodOfService", target.name())));
        return ForwardEnd.of(pod, podPort(service, target, pod));
    }

    private static int podPort(JsonNode service, ForwardTarget target, JsonNode pod) throws IOException {
        for (JsonNode port : service.at("/spec/ports")) {
            if (port.path("port").asInt() == target.port()) {
                JsonNode wanted = port.path("targetPort");
                boolean headless = Json.text(service, "/spec/clusterIP").equals("None");
                return wanted.isTextual()
                        ? named(pod, wanted.asText())
                        : wanted.asInt() == 0 || headless && wanted.isMissingNode() ? target.port() : wanted.asInt();
            }
        }
        throw new IOException(Texts.of("PodFinder.serviceHasNoPort", target.name(), target.port()));
    }

    private static int named(JsonNode pod, String name) throws IOException {
        for (JsonNode container : pod.at("/spec/containers")) {
            for (JsonNode port : container.path("ports")) {
                if (port.path("name").asText().equals(name)) {
                    return port.path("containerPort").asInt();
                }
            }
        }
        throw new IOException(Texts.of("PodFinder.podHasNoPort", Json.text(pod, "/metadata/name"), name));
    }

    private List<JsonNode> pods(String namespace, String selector) throws IOException {
        return reader.list(ObjectRef.pod(namespace, ""), selector, "").stream()
                .map(Json::read)
                .toList();
    }

    /** The one that has been ready for longest; empty: none is. */
    private static Optional<JsonNode> best(List<JsonNode> pods) {
        return pods.stream()
                .filter(PodFinder::ready)
                .min(Comparator.comparing(pod -> Json.text(pod, "/status/startTime")));
    }

    private static boolean ready(JsonNode pod) {
        for (JsonNode condition : pod.at("/status/conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return Json.running(pod) && condition.path("status").asText().equals("True");
            }
        }
        return false;
    }
}
