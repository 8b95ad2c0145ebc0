// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.texts.Texts;

/**
 * Whom kube-scheduler may evict for pods that come with another PriorityClass: those with a lower priority that hold devices of the kind
 * that the new ones ask for, unless the class never preempts (kubernetes pkg/scheduler/framework/plugins/defaultpreemption).
 */
final class PodPreemption {
    private static final int NAMED = 5;

    private PodPreemption() {}

    /** In words; empty: nobody, or the class is not there. */
    static Optional<String> effect(JobTarget job, String className, JsonNode template) throws IOException {
        Optional<JsonNode> given =
                job
                        .list(new ObjectRef("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", "", ""), "")
                        .stream()
                        .filter(one -> Trees.text(one, "/metadata/name").equals(className))
                        .findFirst();
        Set<String> devices = devices(template);
        if (given.isEmpty()
                || devices.isEmpty()
                || Trees.text(given.get(), "/preemptionPolicy").equals("Never")) {
            return Optional.empty();
        }
        int priority = given.get().path("value").asInt();
        TreeMap<String, Integer> lower = new TreeMap<>();
        for (JsonNode pod : job.list(ObjectRef.pod("", ""), "")) {
            if (!isOwn(job, pod)
                    && !Json.hasEnded(pod)
                    && !Trees.text(pod, "/spec/nodeName").isEmpty()
                    && pod.path("spec").path("priority").asInt() < priority
                    && devices(pod.path("spec")).stream().anyMatch(devices::contains)) {
                lower.merge(Trees.text(pod, "/metadata/namespace") + "/" + owner(pod), 1, Integer::sum);
            }
        }
        if (lower.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Texts.of("PodPreemption.kubeSchedulerMayEvict", Counted.named(lower.keySet(), NAMED)));
    }

    private static boolean isOwn(JobTarget job, JsonNode pod) {
        JsonNode labels = pod.path("metadata").path("labels");
        return Trees.text(pod, "/metadata/namespace").equals(job.ref().namespace())
                && job.object().at("/spec/selector/matchLabels").properties().stream()
                        .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
    }

    private static String owner(JsonNode pod) {
        JsonNode owner = ObjectReads.controller(pod);
        return owner.isMissingNode()
                ? Trees.text(pod, "/metadata/name")
                : owner.path("name").asText();
    }

    /** Extended resources that it asks for: names with a domain. */
    private static Set<String> devices(JsonNode spec) {
        Set<String> names = new TreeSet<>();
        for (JsonNode container : spec.path("containers")) {
            container.path("resources").path("limits").fieldNames().forEachRemaining(name -> {
                if (name.contains("/")) {
                    names.add(name);
                }
            });
        }
        return names;
    }
}
