// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** What a deletion does to an object that may not go at once. Source: registry/generic/registry/store.go, pod strategy. */
final class Deletions {

    private static final long DEFAULT_GRACE_SECONDS = 30;
    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";

    private Deletions() {}

    static void check(ResourceType type, ObjectNode object, DeleteOptions options) {
        options.uid().filter(uid -> !uid.equals(ObjectMeta.uid(object))).ifPresent(uid -> {
            throw mismatch(type, object, "UID", uid, ObjectMeta.uid(object), "deleted and then recreated");
        });
        options.resourceVersion()
                .filter(version -> !version.equals(ObjectMeta.resourceVersion(object)))
                .ifPresent(version -> {
                    throw mismatch(
                            type, object, "ResourceVersion", version, ObjectMeta.resourceVersion(object), "modified");
                });
    }

    /** Names the kind where other conflicts name the resource, as the API server does. */
    private static ApiException mismatch(
            ResourceType type, ObjectNode object, String what, String wanted, String present, String happened) {
        String kind = type.group().isEmpty() ? type.kind() : type.kind() + "." + type.group();
        return ApiException.about(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + kind + " \"" + ObjectMeta.name(object) + "\": the " + what
                        + " in the precondition (" + wanted + ") does not match the " + what + " in record (" + present
                        + "). The object might have been " + happened,
                type,
                ObjectMeta.name(object));
    }

    /** The object as it waits for its end, or empty if it goes now. */
    static Optional<ObjectNode> begin(ResourceType type, ObjectNode object, DeleteOptions options, Instant now) {
        ObjectNode waiting = object.deepCopy();
        hold(waiting, options.propagation());
        long grace = type.equals(ResourceTypes.POD) ? podGrace(object, options) : 0;
        if (grace == 0 && !held(type, waiting)) {
            return Optional.empty();
        }
        ObjectNode metadata = ObjectMeta.of(waiting);
        if (!ObjectMeta.deleting(object)) {
            metadata.put("deletionTimestamp", ObjectMeta.time(now.plusSeconds(grace)));
            metadata.put("deletionGracePeriodSeconds", grace);
        } else {
            shorten(metadata, grace, now);
        }
        if (type.equals(ResourceTypes.NAMESPACE)) {
            JsonNode status = waiting.path("status");
            (status instanceof ObjectNode node ? node : waiting.putObject("status")).put("phase", "Terminating");
        }
        return Optional.of(waiting);
    }

    /** Whether something keeps the object although its grace is over. */
    static boolean held(ResourceType type, ObjectNode object) {
        return ObjectMeta.held(object)
                || type.equals(ResourceTypes.NAMESPACE)
                        && !object.path("spec").path("finalizers").isEmpty();
    }

    /** Whether an update of an object has just let it go. */
    static boolean released(ResourceType type, ObjectNode after) {
        return ObjectMeta.deleting(after)
                && !held(type, after)
                && after.path("metadata").path("deletionGracePeriodSeconds").asLong(0) == 0;
    }

    private static void shorten(ObjectNode metadata, long grace, Instant now) {
        long left = metadata.path("deletionGracePeriodSeconds").asLong(0);
        if (grace < left) {
            Instant end = Instant.parse(metadata.path("deletionTimestamp").asText());
            metadata.put(
                    "deletionTimestamp", ObjectMeta.time(end.minusSeconds(left).plusSeconds(grace)));
            metadata.put("deletionGracePeriodSeconds", grace);
        } else if (grace == 0 && left == 0 && !metadata.hasNonNull("deletionTimestamp")) {
            metadata.put("deletionTimestamp", ObjectMeta.time(now));
        }
    }

    private static long podGrace(ObjectNode pod, DeleteOptions options) {
        String phase = pod.path("status").path("phase").asText("");
        boolean ended = phase.equals("Succeeded") || phase.equals("Failed");
        if (pod.path("spec").path("nodeName").asText("").isEmpty() || ended) {
            return 0;
        }
        long own = pod.path("spec").path("terminationGracePeriodSeconds").asLong(DEFAULT_GRACE_SECONDS);
        long wanted = Math.max(0, options.gracePeriodSeconds().orElse(own));
        return ObjectMeta.deleting(pod)
                ? Math.min(
                        wanted,
                        pod.path("metadata").path("deletionGracePeriodSeconds").asLong(wanted))
                : wanted;
    }

    private static void hold(ObjectNode object, DeleteOptions.Propagation propagation) {
        ArrayNode finalizers = ObjectMeta.of(object).withArrayProperty("finalizers");
        for (int i = finalizers.size() - 1; i >= 0; i--) {
            String present = finalizers.get(i).asText("");
            boolean other = propagation != DeleteOptions.Propagation.BACKGROUND
                    && (present.equals(FOREGROUND) || present.equals(ORPHAN));
            if (other) {
                finalizers.remove(i);
            }
        }
        switch (propagation) {
            case FOREGROUND -> finalizers.add(FOREGROUND);
            case ORPHAN -> finalizers.add(ORPHAN);
            case BACKGROUND -> {}
        }
        if (finalizers.isEmpty()) {
            ObjectMeta.of(object).remove("finalizers");
        }
    }
}
