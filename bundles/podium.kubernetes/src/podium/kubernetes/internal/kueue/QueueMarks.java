// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kueue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.KueueNames;
import podium.kubernetes.internal.json.Trees;

/**
 * What Kueue writes into the jobs and pods that it admits. In a copy that is submitted again it stands against the new admission, whose
 * Workload then ends as FailedToStart (kueue pkg/podset/podset.go, Merge).
 */
public final class QueueMarks {
    private static final String PREFIX = KueueNames.GROUP + "/";
    /** Annotation of a Job whose completions follow its parallelism (JobCompletionsEqualParallelismAnnotation). */
    private static final String EQUAL = PREFIX + "job-completions-equal-parallelism";
    /** Set by its webhooks and controllers alone; what an author sets, such as the queue, stays. */
    private static final List<String> MARKS = List.of(
            PREFIX + "workload",
            PREFIX + "podset",
            PREFIX + "managed",
            PREFIX + "tas",
            PREFIX + "pod-suspending-parent",
            PREFIX + "is-group-workload",
            PREFIX + "role-hash");

    private QueueMarks() {}

    /**
     * Takes them out of a copy.
     *
     * @param workload the Workload of what was copied, which has its templates as they were before they were admitted; empty: there is
     *     none, or it is not known
     */
    public static void strip(ObjectNode copy, Optional<JsonNode> workload) {
        boolean known = isKnown(workload);
        strip(copy, known, authored(workload));
        if (known) {
            Set<JsonNode> tolerations = new HashSet<>();
            sets(workload).forEach(set -> set.at("/template/spec/tolerations").forEach(tolerations::add));
            copy.findParents("containers").forEach(spec -> tolerations((ObjectNode) spec, tolerations));
            partial(copy, sets(workload).path(0).path("count").asInt());
        }
    }

    /** Takes only the node labels of its flavors and nodes out of a copy. */
    static void selectors(ObjectNode copy, Optional<JsonNode> workload) {
        if (isKnown(workload)) {
            Set<String> authored = authored(workload);
            copy.findParents("containers").forEach(spec -> selector((ObjectNode) spec, authored));
        }
    }

    private static JsonNode sets(Optional<JsonNode> workload) {
        return workload.map(its -> its.path("spec").path("podSets")).orElseGet(Trees::array);
    }

    /** Those of a flavor, which Kueue adds when it admits. */
    private static void tolerations(ObjectNode spec, Set<JsonNode> authored) {
        Iterator<JsonNode> all = spec.path("tolerations").iterator();
        while (all.hasNext()) {
            if (!authored.contains(all.next())) {
                all.remove();
            }
        }
        if (spec.path("tolerations").isEmpty()) {
            spec.remove("tolerations");
        }
    }

    /** A Job that was admitted with fewer pods than it asked for (kueue pkg/controller/jobs/job/job_controller.go, RunWithPodSetsInfo). */
    private static void partial(ObjectNode copy, int count) {
        JsonNode annotations = copy.path("metadata").path("annotations");
        if (count > 0
                && annotations.has(KueueNames.LEAST_PARALLELISM)
                && copy.path("spec") instanceof ObjectNode spec
                && spec.has("parallelism")) {
            spec.put("parallelism", count);
            if (annotations.path(EQUAL).asText().equals("true")) {
                spec.put("completions", count);
            }
        }
    }

    private static Set<String> authored(Optional<JsonNode> workload) {
        Set<String> authored = new HashSet<>();
        sets(workload).forEach(set -> set.at("/template/spec/nodeSelector")
                .properties()
                .forEach(entry -> authored.add(entry(entry.getKey(), entry.getValue()))));
        return authored;
    }

    private static boolean isKnown(Optional<JsonNode> workload) {
        return !sets(workload).isEmpty();
    }

    private static void strip(JsonNode node, boolean known, Set<String> authored) {
        if (node.path("metadata") instanceof ObjectNode metadata) {
            for (String map : List.of("labels", "annotations")) {
                if (metadata.path(map) instanceof ObjectNode entries) {
                    entries.remove(MARKS);
                }
            }
        }
        if (node instanceof ObjectNode spec && spec.has("containers")) {
            gates(spec);
            if (known) {
                selector(spec, authored);
            }
        }
        node.forEach(child -> strip(child, known, authored));
    }

    private static void selector(ObjectNode spec, Set<String> authored) {
        if (spec.path("nodeSelector") instanceof ObjectNode selector) {
            List<String> theirs = new ArrayList<>();
            selector.properties().forEach(entry -> {
                if (!authored.contains(entry(entry.getKey(), entry.getValue()))) {
                    theirs.add(entry.getKey());
                }
            });
            selector.remove(theirs);
            if (selector.isEmpty()) {
                spec.remove("nodeSelector");
            }
        }
    }

    private static void gates(ObjectNode spec) {
        Iterator<JsonNode> gates = spec.path("schedulingGates").iterator();
        while (gates.hasNext()) {
            if (gates.next().path("name").asText().startsWith(PREFIX)) {
                gates.remove();
            }
        }
        if (spec.path("schedulingGates").isEmpty()) {
            spec.remove("schedulingGates");
        }
    }

    private static String entry(String key, JsonNode value) {
        return key + "=" + value.asText();
    }
}
