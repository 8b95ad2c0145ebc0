// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.patch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.StatusCause;

/**
 * Keeps managedFields and does server-side apply. Source: KEP-555 and structured-merge-diff; the apiVersion of
 * managers is not converted.
 */
public final class FieldManagement {

    private final MergeSchema structure;
    private final ObjectFields fields;

    /**
     * Who writes.
     *
     * @param name the field manager
     * @param subresource through which part, empty for the object itself
     * @param apiVersion in which version
     * @param time when, as RFC 3339
     */
    public record Writer(String name, String subresource, String apiVersion, String time) {}

    /** Manages the fields of kinds of one structure. */
    public FieldManagement(MergeSchema structure) {
        this.structure = structure;
        this.fields = new ObjectFields(structure);
    }

    /** Records in the new object, which may be changed, that a write has made it from the old one. */
    public void updated(ObjectNode before, ObjectNode after, Writer writer) {
        FieldSet changed = fields.changed(before, after);
        FieldSet gone = fields.of(before).minus(fields.of(after));
        List<ManagedFieldsEntry> managers = new ArrayList<>();
        FieldSet own = changed;
        for (ManagedFieldsEntry manager : managers(before)) {
            FieldSet left = manager.fields().minus(gone);
            if (manager.is(writer.name(), false, writer.subresource())) {
                own = left.union(changed);
                if (changed.empty()) {
                    managers.add(manager.with(left));
                }
            } else {
                managers.add(manager.with(left.minus(changed)));
            }
        }
        if (!changed.empty()) {
            managers.add(new ManagedFieldsEntry(
                    writer.name(), false, writer.subresource(), writer.apiVersion(), writer.time(), own));
        }
        write(after, managers);
    }

    /**
     * Applies a configuration to the live object, empty metadata for none, and returns the result.
     *
     * @param force whether to take fields from those who manage them
     * @throws ApiException 409 with a cause for each field that somebody else manages
     */
    public ObjectNode apply(ObjectNode live, ObjectNode applied, Writer writer, boolean force) {
        ObjectNode configuration = applied.deepCopy();
        ObjectMeta.of(configuration).remove("managedFields");
        FieldSet wanted = fields.of(configuration);
        ObjectNode merged = new ApplyMerge(structure).merge(live, ObjectFields.manageable(configuration));
        FieldSet contested = fields.changed(live, merged).intersect(wanted);
        Optional<ManagedFieldsEntry> own = Optional.empty();
        List<ManagedFieldsEntry> others = new ArrayList<>();
        List<ManagedFieldsEntry> conflicts = new ArrayList<>();
        for (ManagedFieldsEntry manager : managers(live)) {
            if (manager.is(writer.name(), true, writer.subresource())) {
                own = Optional.of(manager);
                continue;
            }
            FieldSet conflict = manager.fields().intersect(contested);
            if (!conflict.empty()) {
                conflicts.add(manager.with(conflict));
            }
            others.add(manager.with(manager.fields().minus(conflict)));
        }
        if (!force && !conflicts.isEmpty()) {
            throw conflict(conflicts);
        }
        own.ifPresent(before ->
                fields.remove(merged, before.fields().minus(wanted), all(others).union(wanted)));
        boolean unchanged = own.filter(before -> before.fields().same(wanted)).isPresent();
        String time =
                own.filter(before -> unchanged).map(ManagedFieldsEntry::time).orElse(writer.time());
        others.addFirst(
                new ManagedFieldsEntry(writer.name(), true, writer.subresource(), writer.apiVersion(), time, wanted));
        write(merged, others);
        return merged;
    }

    private static FieldSet all(List<ManagedFieldsEntry> managers) {
        return managers.stream().map(ManagedFieldsEntry::fields).reduce(new FieldSet(), FieldSet::union);
    }

    private static List<ManagedFieldsEntry> managers(ObjectNode object) {
        return Json.objects(Json.at(object, "metadata", "managedFields")).stream()
                .map(ManagedFieldsEntry::read)
                .toList();
    }

    private static void write(ObjectNode object, List<ManagedFieldsEntry> managers) {
        ArrayNode entries = Json.array();
        managers.stream()
                .filter(manager -> !manager.fields().empty())
                .sorted(Comparator.comparing((ManagedFieldsEntry manager) -> !manager.apply())
                        .thenComparing(ManagedFieldsEntry::time)
                        .thenComparing(ManagedFieldsEntry::name))
                .forEach(manager -> entries.add(manager.write()));
        if (entries.isEmpty()) {
            ObjectMeta.of(object).remove("managedFields");
        } else {
            ObjectMeta.of(object).set("managedFields", entries);
        }
    }

    private static ApiException conflict(List<ManagedFieldsEntry> conflicts) {
        List<StatusCause> causes = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (ManagedFieldsEntry manager : conflicts) {
            List<String> paths = manager.fields().paths();
            String with = manager.described();
            paths.forEach(path -> causes.add(new StatusCause("FieldManagerConflict", "conflict with " + with, path)));
            sentences.add("conflicts with " + with + ":\n- " + String.join("\n- ", paths));
        }
        String message = causes.size() == 1
                ? "Apply failed with 1 conflict: " + causes.getFirst().message() + ": "
                        + causes.getFirst().field()
                : "Apply failed with " + causes.size() + " conflicts: " + String.join("\n", sentences);
        return ApiException.of(409, "Conflict", message).withCauses(causes);
    }
}
