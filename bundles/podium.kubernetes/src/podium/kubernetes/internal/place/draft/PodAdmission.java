// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.texts.Texts;

/**
 * What admission writes into a pod of a template, as far as it decides where the pod fits: the overhead, selector and tolerations of its
 * RuntimeClass, the requests and limits that a LimitRange gives to containers that say none, and the value of its PriorityClass, by which
 * it may have others evicted. A pod that exists bears all of it already; of one that does not the template says nothing (kubernetes
 * plugin/pkg/admission/runtimeclass/admission.go, limitranger/admission.go and priority/admission.go). It is read when it is asked for:
 * the first two kinds change rarely, and mirrored they would cost every console two more watches.
 */
final class PodAdmission {
    private final ObjectReads objects;
    private final ClusterId cluster;
    private final String namespace;
    private final Set<String> notes = new LinkedHashSet<>();
    private Optional<List<JsonNode>> ranges = Optional.empty();

    PodAdmission(ObjectReads objects, ClusterId cluster, String namespace) {
        this.objects = objects;
        this.cluster = cluster;
        this.namespace = namespace;
    }

    /** What is to be known of it, in sentences. */
    Set<String> notes() {
        return notes;
    }

    /** A template as its pods will be; the given one is left alone. */
    JsonNode admitted(JsonNode template) throws IOException {
        if (!(template.deepCopy() instanceof ObjectNode copy) || !(copy.path("spec") instanceof ObjectNode spec)) {
            return template;
        }
        String name = spec.path("runtimeClassName").asText();
        if (!name.isEmpty()) {
            runtime(name, spec);
        }
        priority(spec.path("priorityClassName").asText(), spec);
        for (String kind : List.of("containers", "initContainers")) {
            for (JsonNode container : spec.path(kind)) {
                if (container instanceof ObjectNode one && isOpen(one)) {
                    limits(one);
                }
            }
        }
        return copy;
    }

    private void runtime(String name, ObjectNode spec) throws IOException {
        ObjectRef ref = new ObjectRef("node.k8s.io", "v1", "runtimeclasses", "RuntimeClass", "", name);
        try {
            Optional<JsonNode> found = objects.find(ref);
            if (found.isEmpty()) {
                notes.add(Texts.of("PodAdmission.thereIsNoRuntimeclass", name, cluster));
                return;
            }
            JsonNode runtime = found.get();
            JsonNode overhead = runtime.at("/overhead/podFixed");
            if (!overhead.isEmpty()) {
                spec.set("overhead", overhead);
                notes.add(Texts.of("PodAdmission.runtimeclassAddsToEachPod", name, amounts(overhead)));
            }
            runtime.at("/scheduling/nodeSelector").properties().forEach(one -> spec.withObject("/nodeSelector")
                    .set(one.getKey(), one.getValue()));
            runtime.at("/scheduling/tolerations").forEach(spec.withArray("/tolerations")::add);
        } catch (ReadRefused e) {
            unread(e, "RuntimeClass " + name);
        }
    }

    /** plugin/pkg/admission/priority/admission.go. */
    private void priority(String name, ObjectNode spec) throws IOException {
        if (name.isEmpty() || spec.has("priority")) {
            return;
        }
        try {
            objects.find(new ObjectRef("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", "", name))
                    .ifPresent(found -> spec.set("priority", found.path("value")));
        } catch (ReadRefused e) {
            unread(e, "PriorityClass " + name);
        }
    }

    /** True when a range may give the container something. */
    private static boolean isOpen(ObjectNode container) {
        return !container.at("/resources/limits").has("cpu")
                || !container.at("/resources/limits").has("memory");
    }

    private void limits(ObjectNode container) throws IOException {
        for (JsonNode range : ranges()) {
            for (JsonNode limit : range.at("/spec/limits")) {
                if (limit.path("type").asText().equals("Container")) {
                    fill(container, "requests", limit.path("defaultRequest"), range);
                    fill(container, "limits", limit.path("default"), range);
                }
            }
        }
    }

    /** A limit without a request counts as one before any range is asked. */
    private void fill(ObjectNode container, String part, JsonNode values, JsonNode range) {
        values.properties().forEach(value -> {
            boolean said = container.at("/resources/" + part).has(value.getKey())
                    || part.equals("requests")
                            && container.at("/resources/limits").has(value.getKey());
            if (!said) {
                container.withObject("/resources/" + part).set(value.getKey(), value.getValue());
                notes.add(Texts.of(
                        "PodAdmission.limitrangeSetsRequestsAndLimits",
                        range.at("/metadata/name").asText()));
            }
        });
    }

    private List<JsonNode> ranges() throws IOException {
        if (ranges.isEmpty()) {
            List<JsonNode> found = new ArrayList<>();
            try {
                found.addAll(objects.list(new ObjectRef("", "v1", "limitranges", "LimitRange", namespace, ""), ""));
            } catch (ReadRefused e) {
                unread(e, Texts.of("PodAdmission.limitrangesOf", namespace));
            }
            ranges = Optional.of(found);
        }
        return ranges.orElseThrow();
    }

    /** @throws ReadRefused when it was not for lack of a right */
    private void unread(ReadRefused refused, String what) throws ReadRefused {
        if (!refused.forbidden()) {
            throw refused;
        }
        notes.add(Texts.of("PodAdmission.noRightToRead", what));
    }

    private static String amounts(JsonNode amounts) {
        List<String> parts = new ArrayList<>();
        amounts.properties().forEach(one -> parts.add(one.getValue().asText() + " " + one.getKey()));
        return String.join(", ", parts);
    }
}
