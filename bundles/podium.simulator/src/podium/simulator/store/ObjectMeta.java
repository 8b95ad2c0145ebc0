// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Reads and writes {@code metadata}. A missing field reads as the empty string. */
public final class ObjectMeta {
    private static final List<String> MAY_BE_EMPTY = List.of("labels", "annotations", "finalizers", "ownerReferences");

    private ObjectMeta() {}

    /** The object's metadata, made where it is missing. */
    public static ObjectNode of(ObjectNode object) {
        JsonNode metadata = object.path("metadata");
        return metadata instanceof ObjectNode node ? node : object.putObject("metadata");
    }

    /** {@code metadata.name}. */
    public static String name(JsonNode object) {
        return text(object, "name");
    }

    /** {@code metadata.namespace}, empty for cluster scope. */
    public static String namespace(JsonNode object) {
        return text(object, "namespace");
    }

    /** {@code metadata.uid}. */
    public static String uid(JsonNode object) {
        return text(object, "uid");
    }

    /** {@code metadata.resourceVersion}. */
    public static String resourceVersion(JsonNode object) {
        return text(object, "resourceVersion");
    }

    /** {@code metadata.resourceVersion} as a number, 0 where it is not one. */
    public static long revision(JsonNode object) {
        String version = resourceVersion(object);
        return version.isEmpty() ? 0 : Long.parseLong(version);
    }

    /** Whether the object carries a deletionTimestamp. */
    public static boolean deleting(JsonNode object) {
        return object.path("metadata").hasNonNull("deletionTimestamp");
    }

    /** Whether finalizers hold the object. */
    public static boolean held(JsonNode object) {
        return !object.path("metadata").path("finalizers").isEmpty();
    }

    /** A text field of metadata. */
    public static String text(JsonNode object, String field) {
        return object.path("metadata").path(field).asText("");
    }

    /** A time as metadata writes it: UTC, whole seconds. */
    public static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Drops what an API server leaves out of metadata when it is empty: the fields are {@code omitempty} in ObjectMeta (types.go). */
    public static void dropEmpty(ObjectNode object) {
        ObjectNode metadata = of(object);
        for (String field : MAY_BE_EMPTY) {
            if (metadata.has(field) && metadata.get(field).isEmpty()) {
                metadata.remove(field);
            }
        }
    }
}
