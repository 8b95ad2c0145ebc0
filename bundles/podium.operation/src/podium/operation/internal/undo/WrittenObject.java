// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.core.json.Json;
import podium.operation.UndoProposal.Change;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.write.CreationMarker;
import podium.operation.internal.write.Drift;
import podium.operation.internal.write.NamespaceContent;
import podium.operation.internal.write.PatchedFields;
import podium.operation.internal.write.WrittenFields;
import podium.operation.plan.FieldWriter;
import podium.operation.plan.KindCatalog;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * An object that an operation wrote, as it is now.
 *
 * @param now as it was read; empty: it is gone
 * @param same true when it is the one that was written, by uid
 * @param drift the fields that others have changed since
 * @param later title of the operator's own newest later operation that wrote it; empty: none did
 * @param content what others have put into a namespace since; empty: it is none that was made here
 */
record WrittenObject(
        ObjectRef ref,
        Optional<JsonNode> now,
        boolean same,
        List<Drift.Field> drift,
        Optional<String> later,
        Optional<NamespaceContent> content) {

    static WrittenObject read(
            ObjectRef ref, JournaledOperation done, ObjectReader reader, KindCatalog kinds, Optional<String> later)
            throws IOException {
        Optional<JsonNode> now = reader.read(ref).map(Json::read);
        WrittenFields written = WrittenFields.at(ref.path(), done.plan().steps());
        boolean same = now.filter(object -> isOurs(ref, object, done, written)).isPresent();
        List<Drift.Field> drift = new ArrayList<>();
        if (same) {
            drift.addAll(written.drift(now.orElseThrow()));
            drift.addAll(written.taken(now.orElseThrow(), writer -> isLater(writer, ref, done)));
            if (isMadeAgain(ref, done)) {
                drift.addAll(written.added(now.orElseThrow()));
            }
        }
        Optional<NamespaceContent> content =
                same && NamespaceContent.isNamespace(ref) && written.create().isPresent()
                        ? Optional.of(NamespaceContent.of(
                                ref, kinds.collections(ref.name()), done.made(), new Contained(reader)))
                        : Optional.empty();
        return new WrittenObject(ref, now, same, List.copyOf(drift), later, content);
    }

    /** Whether somebody wrote when the operation had ended with an object: the server's word counts, else the clocks. */
    private static boolean isLater(FieldWriter writer, ObjectRef ref, JournaledOperation done) {
        return done.writers(ref.path()).map(known -> !known.contains(writer)).orElseGet(() -> writer.at()
                .filter(at -> at.isAfter(done.last()))
                .isPresent());
    }

    /** What is in a namespace, read at once. */
    private record Contained(ObjectReader reader) implements NamespaceContent.Server<IOException> {
        @Override
        public Optional<List<ObjectRef>> collections(String namespace) throws IOException {
            return reader.served(namespace);
        }

        @Override
        public Optional<List<JsonNode>> list(ObjectRef collection) throws IOException {
            try {
                List<String> found = NamespaceContent.isSecret(collection)
                        ? reader.names(collection)
                        : reader.list(collection, "", "");
                return Optional.of(found.stream().map(Json::read).toList());
            } catch (ReadRefused refused) {
                if (refused.forbidden() || refused.isBarred()) {
                    return Optional.empty();
                }
                throw refused;
            }
        }
    }

    /** That it holds what others put there. */
    Optional<Change> held() {
        return content.flatMap(NamespaceContent::words)
                .map(words -> new Change(ref.displayName(), "", "", words, Optional.empty(), Optional.empty()));
    }

    /** True for what the undo makes again as it was before, in the place of what was made. */
    private static boolean isMadeAgain(ObjectRef ref, JournaledOperation done) {
        return Step.writes(done.plan().undo())
                .anyMatch(write -> write.verb() == ApiWrite.Verb.CREATE
                        && write.target().path().equals(ref.path()));
    }

    /** By the uid that was answered; of what was made without an answer the mark tells. */
    private static boolean isOurs(ObjectRef ref, JsonNode object, JournaledOperation done, WrittenFields written) {
        Optional<String> uid = done.uidAt(ref.path());
        return uid.map(known -> known.equals(Json.uid(object))).orElseGet(() -> written.create()
                .map(create -> CreationMarker.isMade(object, create))
                .orElse(true));
    }

    /** The places of {@link #drift()}. */
    Set<String> places() {
        return drift.stream().map(field -> field.pointer().toString()).collect(Collectors.toSet());
    }

    /** What others did, as far as these places are concerned; all of it where the whole object is. */
    List<Change> changes(Set<String> touched, boolean whole) {
        return drift.stream()
                .filter(field -> whole || isTouched(field.pointer().toString(), touched))
                .map(field -> new Change(
                        ref.displayName(),
                        field.pointer().toString(),
                        PatchedFields.shown(field.pointer().toString(), field.ours()),
                        PatchedFields.shown(field.pointer().toString(), field.now()),
                        field.by().map(FieldWriter::manager),
                        field.by().flatMap(FieldWriter::at),
                        own(field.by())))
                .toList();
    }

    static boolean isTouched(String place, Set<String> touched) {
        return touched.stream()
                .anyMatch(other -> WrittenFields.isWithin(place, other) || WrittenFields.isWithin(other, place));
    }

    /** The change of the object as a whole: it is another one now. */
    Change replaced() {
        Optional<FieldWriter> by =
                now.flatMap(object -> FieldWriter.lastOf(object, JsonPointer.compile("/metadata/annotations"))
                        .or(() -> FieldWriter.lastOf(object, JsonPointer.compile("/spec"))));
        return new Change(
                ref.displayName(),
                "",
                "",
                Texts.of("WrittenObject.itWasDeletedAnd"),
                by.map(FieldWriter::manager),
                by.flatMap(FieldWriter::at),
                own(by));
    }

    /** The operator's own operation, where Podium is who wrote. */
    private Optional<String> own(Optional<FieldWriter> by) {
        return by.filter(writer -> writer.manager().equals(FieldWriter.PODIUM)).flatMap(_ -> later);
    }
}
