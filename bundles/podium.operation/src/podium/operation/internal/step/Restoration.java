// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.write.Drift;
import podium.operation.internal.write.WriteEffect;
import podium.operation.internal.write.WrittenFields;
import podium.operation.plan.CreationMark;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * What taking back one write of an operation comes to, by its journal and by the object as it is. What is shown before a rollback and
 * the rollback itself both ask here.
 */
public sealed interface Restoration {
    /**
     * It is as it was before.
     *
     * @param words how it comes that nothing is to be sent; empty: the write never took effect
     */
    record AsBefore(String words) implements Restoration {}

    /** It stands, and nothing here can change that; why, in words without a full stop. */
    record Stands(String words) implements Restoration {}

    /**
     * Somebody else has changed it since: it stays as they left it.
     *
     * @param overwritten whether it is the very write that stands no more
     * @param rest takes back what of it nobody else has changed; empty: nothing of it is ours
     */
    record Foreign(ApiWrite undo, List<Drift.Field> fields, boolean overwritten, Optional<ApiWrite> rest)
            implements Restoration {
        public String words() {
            return Texts.of(
                    "Restoration.leftAsItIs",
                    undo.words(),
                    String.join("; ", fields.stream().map(Drift.Field::words).toList()));
        }
    }

    /** This write takes it back. */
    record Send(ApiWrite undo) implements Restoration {}

    /**
     * Judges a part of a step that was begun and is not taken back.
     *
     * @param found the object that the write is about; empty: there is none
     */
    static Restoration of(JournaledOperation ledger, Step.Write write, int step, int part, Optional<JsonNode> found) {
        boolean holds = WriteEffect.of(write.write(), found) == WriteEffect.APPLIED;
        if (holds || ledger.isDone(step, part, false)) {
            return ofDone(ledger, write, step, part, found, holds);
        }
        return isDoubtful(write.write(), found)
                ? new Stands(Texts.of(
                        "Restoration.existsAndItIs", write.write().target().displayName()))
                : new AsBefore("");
    }

    private static Restoration ofDone(
            JournaledOperation ledger, Step.Write write, int step, int part, Optional<JsonNode> found, boolean holds) {
        if (write.undo().isEmpty()) {
            return new Stands(Texts.of("Restoration.cannotBeUndone", write.words()));
        }
        ApiWrite undo = write.undo().get();
        if (undo.verb() == ApiWrite.Verb.CREATE) {
            return new Send(undo);
        }
        if (!undo.target().equals(write.write().target()) && found.isEmpty()) {
            return new AsBefore(Texts.of(
                    "Restoration.isMadeAnew",
                    write.write().target().displayName(),
                    undo.target().displayName()));
        }
        Optional<String> uid = ledger.uid(step, part);
        if (found.isEmpty() || uid.isPresent() && !uid.get().equals(Json.uid(found.get()))) {
            String name = undo.target().displayName();
            String gone = found.isEmpty()
                    ? Texts.of("Restoration.doesNotExistAny", undo.words(), name)
                    : Texts.of("Restoration.wasDeletedAndRecreated", undo.words(), name);
            return undo.verb() == ApiWrite.Verb.DELETE ? new AsBefore(gone) : new Stands(gone);
        }
        if (undo.verb().isPatch() && !holds) {
            String pinned = ledger.pin(step, part, true).orElse(Json.uid(found.get()));
            if (WriteEffect.of(UidPreconditions.with(undo, pinned), found) == WriteEffect.APPLIED) {
                return new AsBefore(Texts.of("Restoration.thisIsAlreadySo", undo.words()));
            }
            List<Drift.Field> theirs = Drift.of(write.write(), found.get());
            Optional<ApiWrite> rest = PartialUndo.of(undo, found.get(), theirs);
            return rest.isPresent() && PartialUndo.isWanted(undo, found.get(), theirs)
                    ? new Send(rest.get())
                    : new Foreign(undo, theirs, true, rest);
        }
        List<Drift.Field> theirs = theirs(ledger, undo, found.get());
        return theirs.isEmpty()
                ? new Send(undo)
                : new Foreign(undo, theirs, false, PartialUndo.of(undo, found.get(), theirs));
    }

    /** An object of the name that was to be made, when the create bore no mark (an older Podium's). */
    private static boolean isDoubtful(ApiWrite write, Optional<JsonNode> found) {
        return write.verb() == ApiWrite.Verb.CREATE
                && found.isPresent()
                && CreationMark.of(Json.read(write.body())).isEmpty();
    }

    /** What others have changed in what was made, which would go with it; of a node, also what they set to the same again. */
    private static List<Drift.Field> theirs(JournaledOperation ledger, ApiWrite undo, JsonNode found) {
        WrittenFields written =
                WrittenFields.at(undo.target().path(), ledger.plan().steps());
        if (undo.verb() == ApiWrite.Verb.DELETE) {
            List<Drift.Field> theirs = new ArrayList<>(written.drift(found));
            if (isAnew(ledger, undo)) {
                theirs.addAll(written.added(found));
            }
            return theirs;
        }
        return undo.verb().isPatch() && undo.target().resource().equals("nodes")
                ? written.taken(found, _ -> true)
                : List.of();
    }

    /** True for what was made in the place of what was deleted. */
    static boolean isAnew(JournaledOperation ledger, ApiWrite undo) {
        return Step.writes(ledger.plan().steps())
                .anyMatch(write -> write.verb() == ApiWrite.Verb.DELETE
                        && write.target().path().equals(undo.target().path()));
    }
}
