// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import podium.simulator.internal.json.Json;

/**
 * One entry of managedFields.
 *
 * @param name who
 * @param apply whether by server-side apply, else by any other write
 * @param subresource through which part, empty for the object itself
 * @param apiVersion version in which it was written
 * @param time when it last changed
 * @param fields what it manages
 */
record ManagedFieldsEntry(
        String name, boolean apply, String subresource, String apiVersion, String time, FieldSet fields) {

    static ManagedFieldsEntry read(JsonNode entry) {
        return new ManagedFieldsEntry(
                Json.text(entry, "manager"),
                Json.text(entry, "operation").equals("Apply"),
                Json.text(entry, "subresource"),
                Json.text(entry, "apiVersion"),
                Json.text(entry, "time"),
                FieldSet.read(entry.path("fieldsV1")));
    }

    ObjectNode write() {
        ObjectNode entry = Json.object(
                "manager", name,
                "operation", apply ? "Apply" : "Update",
                "apiVersion", apiVersion,
                "time", time,
                "fieldsType", "FieldsV1");
        entry.set("fieldsV1", fields.write());
        if (!subresource.isEmpty()) {
            entry.put("subresource", subresource);
        }
        return entry;
    }

    ManagedFieldsEntry with(FieldSet other) {
        return new ManagedFieldsEntry(name, apply, subresource, apiVersion, time, other);
    }

    boolean is(String otherName, boolean byApply, String otherSubresource) {
        return name.equals(otherName) && apply == byApply && subresource.equals(otherSubresource);
    }

    /** As a conflict names it. */
    String described() {
        String who = "\"" + name + "\"" + (subresource.isEmpty() ? "" : " with subresource \"" + subresource + "\"");
        return apply ? who : who + " using " + apiVersion + (time.isEmpty() ? "" : " at " + time);
    }
}
