// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.ResourceFlavor;
import podium.core.fleet.SchedulingObjects;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.value.Labels;
import podium.operation.texts.Texts;

/**
 * The labels of nodes that pins to them name, as they were when that was planned: a pin to a label that its node has no more waits for
 * ever. That is the host name, which also must be of no other node, and, of what Kueue queues, what its flavors go by. In the realm.
 *
 * @param then by node and key
 * @param alike nodes whose host name others had then too
 */
record PinLabels(Map<Node, Map<String, String>> then, Set<Node> alike) {
    private static final String HOSTNAME = "kubernetes.io/hostname";

    /** Those of now. */
    static PinLabels of(Job job, Collection<Node> nodes) {
        Map<Node, Map<String, String>> all = new LinkedHashMap<>();
        nodes.forEach(node -> all.put(node, of(job, node)));
        return new PinLabels(
                all,
                all.keySet().stream().filter(node -> twin(node).isPresent()).collect(Collectors.toUnmodifiableSet()));
    }

    private static Labels labels(Node node) {
        @Nullable Labels labels = node.getLabels();
        return labels == null ? Labels.none() : labels;
    }

    private static Map<String, String> of(Job job, Node node) {
        Map<String, String> labels = new HashMap<>();
        Stream<String> flavors = job.getQueueName() == null
                ? Stream.empty()
                : SchedulingObjects.of(node.getCluster()).all(ResourceFlavor.class).stream()
                        .map(ResourceFlavor::nodes)
                        .filter(labels(node)::containsAll)
                        .flatMap(flavor -> flavor.toMap().keySet().stream());
        Stream.concat(Stream.of(HOSTNAME), flavors)
                .forEach(key -> labels(node).get(key).ifPresent(value -> labels.put(key, value)));
        return labels;
    }

    /** Another node with the host name of this one. */
    private static Optional<Node> twin(Node node) {
        Optional<String> host = labels(node).get(HOSTNAME);
        return Stream.ofNullable(node.getCluster())
                .flatMap(cluster -> cluster.getNodes().stream())
                .filter(other -> other != node
                        && host.filter(name -> labels(other).is(HOSTNAME, name)).isPresent())
                .findFirst();
    }

    /** That another node got the host name of one of them, so that what is pinned may run there, in a sentence; empty: none did. */
    Optional<String> shared() {
        return then.keySet().stream()
                .filter(node -> !alike.contains(node))
                .flatMap(node -> twin(node).stream()
                        .map(other -> Texts.of(
                                "PinLabels.anotherHasItToo",
                                CleanText.clean(other.getName()),
                                HOSTNAME,
                                CleanText.clean(labels(node).get(HOSTNAME).orElse("")))))
                .findFirst();
    }

    /** The first that is another now, in a sentence; empty: none. */
    Optional<String> changed() {
        for (Map.Entry<Node, Map<String, String>> of : then.entrySet()) {
            Node node = of.getKey();
            for (Map.Entry<String, String> label : of.getValue().entrySet()) {
                if (!labels(node).is(label.getKey(), label.getValue())) {
                    return Optional.of(Texts.of(
                            "PinLabels.isNow",
                            CleanText.clean(label.getKey()),
                            CleanText.clean(node.getName()),
                            CleanText.clean(labels(node).get(label.getKey()).orElse(Texts.of("PinLabels.notThere"))),
                            CleanText.clean(label.getValue())));
                }
            }
        }
        return Optional.empty();
    }
}
