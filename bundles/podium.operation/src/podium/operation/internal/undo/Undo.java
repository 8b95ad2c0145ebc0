// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.operation.UndoProposal;
import podium.operation.UndoProposal.Change;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.step.EndedPods;
import podium.operation.internal.write.InversePatch;
import podium.operation.plan.KindCatalog;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/** Makes the plan that takes a done operation back, when it is asked for, from the objects as they are then. */
public final class Undo {
    private final JournaledOperation done;
    private final ObjectReader reader;
    private final KindCatalog kinds;
    private final Instant now;
    private final Function<ObjectRef, Optional<String>> later;
    private final Map<String, WrittenObject> found = new LinkedHashMap<>();
    private FinishedJobs finished = new FinishedJobs(Map.of());

    private Undo(
            JournaledOperation done,
            ObjectReader reader,
            KindCatalog kinds,
            Instant now,
            Function<ObjectRef, Optional<String>> later) {
        this.later = later;
        this.done = done;
        this.reader = reader;
        this.kinds = kinds;
        this.now = now;
    }

    /** What the undo of a plan is called. */
    static String title(Plan plan) {
        return Texts.of("Undo.undo", plan.title());
    }

    /** The undo as it was foreseen when the plan was made: what rules judge before anything is read. */
    public static Plan foreseen(Plan plan) {
        return new Plan(plan.cluster(), "undo", title(plan), plan.undo(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Reads every object that the operation wrote, and proposes. Blocks.
     *
     * @param later the title of the operator's own newest later operation that wrote an object
     * @throws IOException when one cannot be read
     */
    public static UndoProposal propose(
            JournaledOperation done,
            ObjectReader reader,
            KindCatalog kinds,
            Instant now,
            Function<ObjectRef, Optional<String>> later)
            throws IOException {
        return new Undo(done, reader, kinds, now, later).proposal();
    }

    private UndoProposal proposal() throws IOException {
        for (ApiWrite back : writes()) {
            String path = back.target().path();
            if (!found.containsKey(path) && back.verb() != ApiWrite.Verb.EVICT) {
                found.put(path, WrittenObject.read(back.target(), done, reader, kinds, later.apply(back.target())));
            }
        }
        finished = FinishedJobs.of(writes(), found.values());
        UndoDraft anyway = draft(UndoDraft.Mode.ANYWAY);
        List<Change> changes = changes(anyway);
        if (changes.isEmpty() && anyway.endsOthers(reader)) {
            return new UndoProposal.Nothing(Texts.of("Undo.thePodsThatItPlacedAreGone"));
        }
        if (changes.isEmpty()) {
            return anyway.plan().<UndoProposal>map(UndoProposal.Ready::new).orElseGet(() -> nothing(anyway));
        }
        Optional<Plan> merge = draft(UndoDraft.Mode.MERGE).plan();
        Optional<Plan> all = anyway.plan()
                .filter(plan ->
                        merge.filter(rest -> bodies(rest).equals(bodies(plan))).isEmpty());
        return new UndoProposal.Changed(changes, merge, all);
    }

    private UndoProposal nothing(UndoDraft draft) {
        String notes = String.join(" ", draft.notes());
        if (draft.isUnfit()) {
            return new UndoProposal.Refused(notes);
        }
        return new UndoProposal.Nothing(
                notes.isEmpty()
                        ? Texts.of("Undo.everythingIsAlreadyAs", setBack()).strip()
                        : Texts.of("Undo.nothingOfItIsLeft", notes, setBack()).strip());
    }

    /** Who has set back before what was to be taken back, this Podium's operator not left out; empty: nobody. */
    private String setBack() {
        List<String> words = writes().stream()
                .map(write -> found.get(write.target().path()))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .flatMap(one -> one.changes(Set.of(), true).stream())
                .map(Change::words)
                .toList();
        return words.isEmpty() ? "" : Texts.of("Undo.itWasSetBack", String.join(" ", words));
    }

    private UndoDraft draft(UndoDraft.Mode mode) throws IOException {
        return new UndoDraft(
                done,
                found,
                finished,
                mode,
                new UndoCost(reader, kinds, now),
                (ref, object) -> EndedPods.uids(ref, object, kinds, EndedPods.of(reader)));
    }

    private List<ApiWrite> writes() {
        return Step.writes(done.plan().undo()).toList();
    }

    private static List<ApiWrite> bodies(Plan plan) {
        return Step.writes(plan.steps()).toList();
    }

    /** What others did to what would be written; a field that already is as it was before stands in nobody's way. */
    private List<Change> changes(UndoDraft draft) {
        Map<String, List<ApiWrite>> byPath = writes().stream()
                .collect(
                        Collectors.groupingBy(write -> write.target().path(), LinkedHashMap::new, Collectors.toList()));
        List<Change> changes = new ArrayList<>();
        byPath.forEach((path, writes) -> {
            WrittenObject one = found.get(path);
            if (one != null && !finished.byPath().containsKey(path)) {
                changes.addAll(changes(path, one, writes, draft));
            }
        });
        return changes;
    }

    private static List<Change> changes(String path, WrittenObject one, List<ApiWrite> writes, UndoDraft draft) {
        Function<ApiWrite.Verb, Boolean> all = verb -> writes.stream().allMatch(write -> write.verb() == verb);
        if (one.now().isEmpty()) {
            // what was to be deleted is gone, or what was deleted is to be made again: both as wanted
            ApiWrite.Verb first = writes.getFirst().verb();
            return first == ApiWrite.Verb.DELETE || first == ApiWrite.Verb.CREATE
                    ? List.of()
                    : List.of(new Change(
                            one.ref().displayName(),
                            "",
                            "",
                            Texts.of("Undo.itDoesNotExist"),
                            Optional.empty(),
                            Optional.empty()));
        }
        JsonNode object = one.now().get();
        if (writes.getFirst().verb() == ApiWrite.Verb.CREATE) {
            return List.of(one.replaced());
        }
        if (!one.same()) {
            // a successor of what was made here: ours is gone, which is what was wanted
            return all.apply(ApiWrite.Verb.DELETE) ? List.of() : List.of(one.replaced());
        }
        boolean whole = writes.stream().anyMatch(write -> write.verb() == ApiWrite.Verb.DELETE);
        Set<String> touched = writes.stream()
                .filter(write -> write.verb() != ApiWrite.Verb.DELETE)
                .flatMap(write -> InversePatch.places(write).stream())
                .map(JsonPointer::toString)
                .collect(Collectors.toSet());
        return Stream.concat(
                        one.held().stream(),
                        one.changes(touched, whole).stream()
                                .filter(change ->
                                        whole || !draft.leaves(path, JsonPointer.compile(change.field()), object)))
                .toList();
    }
}
