// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.WriteResult;
import podium.core.json.Json;
import podium.core.json.JsonPatch;
import podium.operation.FieldConflict;
import podium.operation.plan.FieldWriter;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * A second writer was there. A change of something else (status, labels) is no conflict: the write goes again on the newer
 * object. A change of what the write touches is one, and is shown: theirs, ours, and what the plan was made from.
 */
public final class WriteConflict {
    private WriteConflict() {}

    /** True when the other's change left alone all that this write changes. */
    public static boolean isElsewhere(Step.Write step, ApiWrite write, JsonNode theirs, WriteResult.Refused refused) {
        if (WriteEffect.isOther(write, theirs) || refused.status() != 409) {
            return false;
        }
        JsonNode patch = write.body().isEmpty() ? Json.object() : Json.read(write.body());
        return switch (write.verb()) {
            case JSON_PATCH -> JsonPatch.apply(theirs, patch).isPresent();
            case MERGE_PATCH, STRATEGIC_PATCH ->
                write.resourceVersion().isPresent()
                        && step.undo()
                                .filter(undo -> isBetween(write, undo, theirs))
                                .isPresent();
            case DELETE -> step.planned().isPresent() && lost(step, theirs).isEmpty();
            case CREATE, EVICT -> false;
        };
    }

    /** What others have changed since a deletion was planned, which would be lost with it. */
    static List<Drift.Field> lost(Step.Write step, JsonNode theirs) {
        return step.planned()
                .map(base -> ForeignChanges.since(Json.read(base), theirs))
                .orElse(List.of());
    }

    /**
     * Each field of a refused write once: what was there when it was planned, what the write wants there, what is there now. What a
     * test wants is what was there; of a field that is written too, the write says what is wanted.
     */
    public static List<FieldConflict> fields(Step.Write step, JsonNode theirs) {
        Map<String, FieldConflict> fields = new LinkedHashMap<>();
        FailedPatchTests.of(step.write(), theirs).forEach(one -> fields.put(one.field(), one));
        PatchedFields.lost(step, theirs).forEach(one -> fields.putIfAbsent(one.field(), one));
        PatchedFields.conflicts(step, theirs)
                .forEach(one -> fields.merge(
                        one.field(),
                        one,
                        (tested, wanted) -> new FieldConflict(
                                wanted.object(), wanted.field(), tested.base(), wanted.ours(), wanted.theirs())));
        return List.copyOf(fields.values());
    }

    /**
     * True when each field that we touch is as the undo would leave it: nobody touched it. A node selector may be as we want it already:
     * Kueue puts it into the template of a job once its Workload has it.
     */
    private static boolean isBetween(ApiWrite write, ApiWrite undo, JsonNode theirs) {
        JsonNode wanted = Json.read(write.body());
        JsonNode base = Json.read(undo.body());
        return WriteEffect.of(undo, Optional.of(theirs)) == WriteEffect.APPLIED
                || InversePatch.places(write).stream()
                        .filter(place -> !place.toString().equals("/metadata/uid")
                                && !place.toString().equals("/metadata/resourceVersion"))
                        .allMatch(place -> isSame(theirs.at(place), base.at(place))
                                || place.toString().contains("/nodeSelector/")
                                        && isSame(theirs.at(place), wanted.at(place)));
    }

    private static boolean isSame(JsonNode now, JsonNode wanted) {
        boolean none = wanted.isNull() || wanted.isMissingNode();
        return none ? now.isNull() || now.isMissingNode() : now.equals(wanted);
    }

    /** The same write on the newer object. */
    public static ApiWrite rebase(ApiWrite write, JsonNode theirs) {
        return new ApiWrite(
                write.verb(),
                write.target(),
                write.subresource(),
                write.body(),
                write.uid(),
                write.resourceVersion().map(_ -> Json.resourceVersion(theirs)),
                write.words());
    }

    /** What stands against what, for the operator. */
    public static String words(Step.Write step, Optional<JsonNode> theirs, WriteResult.Refused refused) {
        ApiWrite write = step.write();
        List<String> sentences = new ArrayList<>(List.of(Refusals.words(write, refused)));
        if (theirs.isEmpty()) {
            sentences.add(Texts.of("WriteConflict.itDoesNotExist"));
            return String.join(" ", sentences);
        }
        if (WriteEffect.isOther(write, theirs.get())) {
            sentences.add(Texts.of("WriteConflict.itWasDeletedAnd"));
            return String.join(" ", sentences);
        }
        if (refused.status() != 409 && write.verb() != ApiWrite.Verb.JSON_PATCH) {
            return Refusals.words(write, refused, theirs);
        }
        FailedPatchTests.words(write, theirs.get())
                .ifPresent(failed -> sentences.add(Texts.of("WriteConflict.changedBySomebodyElse", failed)));
        List<Drift.Field> lost = lost(step, theirs.get());
        if (!lost.isEmpty()) {
            sentences.add(Texts.of(
                    "WriteConflict.changedSinceThisWasPlanned",
                    String.join("; ", lost.stream().map(Drift.Field::words).toList())));
        }
        String now = PatchedFields.of(write, theirs.get());
        if (!now.isEmpty()) {
            sentences.add(Texts.of("WriteConflict.theirsNowOnThe", now));
            lastWriter(write, theirs.get())
                    .ifPresent(writer -> sentences.add(Texts.of("WriteConflict.lastWritten", writer.words())));
            sentences.add(Texts.of("WriteConflict.ours", PatchedFields.wanted(write)));
            step.undo()
                    .map(PatchedFields::wanted)
                    .filter(base -> !base.isEmpty())
                    .ifPresent(base -> sentences.add(Texts.of("WriteConflict.before", base)));
        }
        return String.join(" ", sentences);
    }

    /** Who wrote last what the write touches; empty: the server does not tell. */
    public static Optional<FieldWriter> lastWriter(ApiWrite write, JsonNode theirs) {
        return InversePatch.places(write).stream()
                .flatMap(place -> FieldWriter.lastOf(theirs, place).stream())
                .max(FieldWriter.BY_TIME);
    }
}
