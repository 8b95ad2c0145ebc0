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

/**
 * What Kueue writes into the jobs and pods that it admits. In a copy that is submitted again it stands against the new admission, whose
 * Workload then ends as FailedToStart (kueue pkg/podset/podset.go, Merge).
 */
public final class QueueMarks {
    private static final String PREFIX = KueueNames.GROUP + "/";
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
        Set<String> authored = new HashSet<>();
        workload.ifPresent(its -> its.path("spec").path("podSets").forEach(set -> set.path("template")
                .path("spec")
                .path("nodeSelector")
                .properties()
                .forEach(entry -> authored.add(entry(entry.getKey(), entry.getValue())))));
        boolean known = workload.filter(its -> !its.path("spec").path("podSets").isEmpty())
                .isPresent();
        strip(copy, known, authored);
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
            if (known && spec.path("nodeSelector") instanceof ObjectNode selector) {
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
        node.forEach(child -> strip(child, known, authored));
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
