// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.step.Rollback;
import podium.operation.internal.step.UidPreconditions;
import podium.operation.internal.write.CreationMarker;
import podium.operation.internal.write.InversePatch;
import podium.operation.internal.write.MapFit;
import podium.operation.internal.write.NamespaceContent;
import podium.operation.internal.write.WriteEffect;
import podium.operation.plan.Deletion;
import podium.operation.plan.Expectation;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * The plan that takes an operation back, made against the objects as they are now: each write names the uid it is for and the
 * version it was made from, and carries what it replaces, so that a later second writer shows as a conflict.
 */
final class UndoDraft {
    /** What is done about fields that others have changed since. */
    enum Mode {
        /** They are left as they are. */
        MERGE,
        /** They are overwritten. */
        ANYWAY
    }

    private final JournaledOperation done;
    private final Map<String, WrittenObject> found;
    private final FinishedJobs finished;
    private final Mode mode;
    private final UndoCost cost;
    private final Running running;
    private final Map<String, JsonNode> work = new HashMap<>();
    private final Map<String, Set<JsonPointer>> places = new LinkedHashMap<>();
    private final List<ObjectChange> wholes = new ArrayList<>();
    private final Set<String> skipped = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<String> overwritten = new LinkedHashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private boolean unfit;

    /** Which pods of an object run now. */
    interface Running {
        Set<String> of(ObjectRef ref, JsonNode object) throws IOException;
    }

    UndoDraft(
            JournaledOperation done,
            Map<String, WrittenObject> found,
            FinishedJobs finished,
            Mode mode,
            UndoCost cost,
            Running running)
            throws IOException {
        this.finished = finished;
        this.running = running;
        this.done = done;
        this.found = found;
        this.mode = mode;
        this.cost = cost;
        for (Step step : done.plan().undo()) {
            add(step);
        }
    }

    /** What is left out and why, a sentence each. */
    Set<String> notes() {
        return notes;
    }

    /** True when something of it is there and cannot be taken back as it is now. */
    boolean isUnfit() {
        return unfit;
    }

    /** True when the place has at the end of the plan what it has now. */
    boolean leaves(String path, JsonPointer place, JsonNode now) {
        return !skipped.contains(path) && work.getOrDefault(path, now).at(place).equals(now.at(place));
    }

    /** The plan; empty: it would send nothing. */
    Optional<Plan> plan() {
        if (steps.stream().noneMatch(Rollback::isWrite)) {
            return Optional.empty();
        }
        ReleasedPods released = new ReleasedPods(done.plan(), steps);
        boolean held = work.values().stream().allMatch(released::areHeldBy);
        List<String> effects = new ArrayList<>(notes);
        effects.addAll(EvictedPods.words(done.plan()));
        cost.count();
        effects.addAll(cost.effects());
        if (held) {
            effects.addAll(released.words());
        }
        return Optional.of(new Plan(
                done.plan().cluster(),
                "undo",
                Undo.title(done.plan()),
                steps,
                effects,
                Stream.concat(overwritten.stream(), cost.losses().stream()).toList(),
                diff(held ? Optional.of(released) : Optional.empty()),
                List.of()));
    }

    /** Whether it would do nothing but end pods in place of those that were released, which are gone. */
    boolean endsOthers(ObjectReader reader) throws IOException {
        return diff(Optional.empty()).isEmpty() && new ReleasedPods(done.plan(), steps).areGone(reader);
    }

    /** What is turned and turned back is no change; a pod that is made anew differs by what it was released with. */
    private List<ObjectChange> diff(Optional<ReleasedPods> released) {
        List<ObjectChange> changes = new ArrayList<>();
        places.forEach((path, touched) -> {
            WrittenObject one = found.get(path);
            JsonNode now = one.now().orElseThrow();
            String before = PlainYaml.parts(now, touched);
            String after = PlainYaml.parts(work.getOrDefault(path, now), touched);
            if (!before.equals(after)) {
                changes.add(new ObjectChange(one.ref().displayName(), before, after));
            }
        });
        wholes.stream()
                .filter(whole ->
                        released.filter(pods -> pods.has(whole.object())).isEmpty())
                .forEach(changes::add);
        released.ifPresent(pods -> changes.addAll(pods.changes()));
        return changes;
    }

    private void add(Step step) throws IOException {
        switch (step) {
            case Step.Write write -> ending(write).ifPresent(steps::add);
            case Step.Barrier barrier -> {
                List<Step.Write> writes = new ArrayList<>();
                for (Step.Write write : barrier.writes()) {
                    ending(write).ifPresent(writes::add);
                }
                if (!writes.isEmpty()) {
                    steps.add(new Step.Barrier(writes, barrier.words()));
                }
            }
            case Step.Await await -> await(await);
            case Step.EvictAll _ -> steps.add(step);
        }
    }

    private void await(Step.Await await) {
        if (skipped.contains(await.target().path())
                || finished.byPath().containsKey(await.target().path())
                || steps.stream().noneMatch(Rollback::isWrite) && !isMadeSure(await)) {
            return;
        }
        if (await.expectation() instanceof Expectation.Gone(String uid) && uid.isEmpty()) {
            String known = done.uidAt(await.target().path()).orElse("");
            steps.add(new Step.Await(await.target(), new Expectation.Gone(known), await.atMost(), await.words()));
        } else if (await.expectation() instanceof Expectation.Over(String uid) && uid.isEmpty()) {
            String known = done.uidAt(await.target().path()).orElse("");
            steps.add(new Step.Await(await.target(), new Expectation.Over(known), await.atMost(), await.words()));
        } else {
            steps.add(await);
        }
    }

    /** What has to hold before anything is written, as that a queue admits jobs. */
    private boolean isMadeSure(Step.Await await) {
        return await.expectation() instanceof Expectation.ConditionTrue
                && !found.containsKey(await.target().path());
    }

    /** What runs is asked for before what is said of it: a pod that begins between the two is none that was agreed to. */
    private Optional<Step.Write> ending(Step.Write step) throws IOException {
        ApiWrite write = step.write();
        Optional<JsonNode> now = Optional.ofNullable(found.get(write.target().path()))
                .flatMap(WrittenObject::now)
                .filter(_ ->
                        write.verb() == ApiWrite.Verb.DELETE || write.verb().isPatch())
                .filter(_ -> !write.target().resource().equals("nodes"));
        if (now.isEmpty()) {
            return back(step);
        }
        Set<String> ends = running.of(write.target(), now.get());
        return back(step).map(back -> back.ending(ends));
    }

    private Optional<Step.Write> back(Step.Write step) {
        ApiWrite back = step.write();
        WrittenObject one = found.get(back.target().path());
        if (one == null) {
            return Optional.of(step);
        }
        @Nullable String job = finished.byPath().get(back.target().path());
        if (job != null) {
            return skip(one.ref(), Texts.of("UndoDraft.hasFinished", job));
        }
        return switch (back.verb()) {
            case CREATE -> create(step, one);
            case DELETE -> delete(step, one);
            case EVICT -> Optional.of(step);
            case MERGE_PATCH, STRATEGIC_PATCH, JSON_PATCH -> patch(back, one);
        };
    }

    private Optional<Step.Write> create(Step.Write step, WrittenObject one) {
        if (one.now().isPresent() && !deleted.contains(one.ref().path())) {
            return skip(
                    one.ref(),
                    Texts.of("UndoDraft.isThereAgainAlready", one.ref().displayName()));
        }
        wholes.add(new ObjectChange(
                one.ref().displayName(),
                "",
                PlainYaml.whole(Json.read(step.write().body()))));
        return Optional.of(new Step.Write(CreationMarker.anew(step.write()), step.undo()));
    }

    private Optional<Step.Write> delete(Step.Write step, WrittenObject one) {
        if (one.now().isEmpty()) {
            notes.add(Texts.of("UndoDraft.isGoneAlready", one.ref().displayName()));
            return Optional.empty();
        }
        JsonNode now = one.now().get();
        // what was only deleted is a controller's: whatever it has made anew meanwhile is what is meant
        boolean any = step.write().uid().isEmpty() && !isMade(one.ref());
        if (!one.same() && !any || WriteEffect.isOther(step.write(), now)) {
            return skip(
                    one.ref(), Texts.of("UndoDraft.isNotTheObject", one.ref().displayName()));
        }
        if (mode == Mode.MERGE && !one.drift().isEmpty()) {
            return skip(
                    one.ref(),
                    Texts.of("UndoDraft.wasChangedByOthers", one.ref().displayName()));
        }
        Optional<String> others = one.content().flatMap(NamespaceContent::words);
        if (others.isPresent()) {
            if (mode == Mode.MERGE) {
                return skip(one.ref(), Texts.of("UndoDraft.isLeft", one.ref().displayName(), others.get()));
            }
            cost.lost(Texts.of("UndoDraft.deletingAlsoDeletesWhat", one.ref().displayName(), others.get()));
        }
        if (isRemade(one.ref(), now) && Json.text(now, "/status/phase").equals("Succeeded")) {
            notes.add(Texts.of("UndoDraft.hasSucceeded", one.ref().displayName()));
            return Optional.empty();
        }
        cost.deleted(one.ref(), now);
        deleted.add(one.ref().path());
        wholes.add(new ObjectChange(one.ref().displayName(), PlainYaml.whole(now), ""));
        Step.Write held = isRemade(one.ref(), now) || isAgain(step)
                ? step.with(UidPreconditions.with(step.write(), Json.uid(now)))
                : Deletion.of(step.write(), step.undo(), Json.write(now));
        return Optional.of(one.content()
                .map(content -> held.holding(content.agreed(done.made())))
                .orElse(held));
    }

    /** A pod that its controller makes anew from its template: all that others write in such a pod ends with each of them. */
    private static boolean isRemade(ObjectRef ref, JsonNode now) {
        return ref.resource().equals("pods")
                && now.at("/metadata/ownerReferences").findValues("controller").stream()
                        .anyMatch(JsonNode::asBoolean);
    }

    /** What is deleted so that its controller makes it anew, and is taken back by the same. */
    private static boolean isAgain(Step.Write step) {
        return step.undo().filter(undo -> undo.verb() == ApiWrite.Verb.DELETE).isPresent();
    }

    private boolean isMade(ObjectRef ref) {
        return Step.writes(done.plan().steps())
                .anyMatch(write -> write.verb() == ApiWrite.Verb.CREATE
                        && write.target().path().equals(ref.path()));
    }

    private Optional<Step.Write> patch(ApiWrite back, WrittenObject one) {
        if (one.now().isEmpty()) {
            return skip(
                    one.ref(), Texts.of("UndoDraft.doesNotExistAny", one.ref().displayName()));
        }
        JsonNode now = one.now().get();
        if (!one.same() || WriteEffect.isOther(back, now)) {
            return skip(
                    one.ref(), Texts.of("UndoDraft.isAnotherObjectOf", one.ref().displayName()));
        }
        JsonNode before = work.getOrDefault(back.target().path(), now);
        Optional<ApiWrite> fit =
                fit(back, one, before).map(write -> MapFit.of(write, before).orElse(write));
        Optional<JsonNode> after = fit.flatMap(write -> InversePatch.apply(write, before));
        if (fit.isEmpty()) {
            return skip(
                    one.ref(), Texts.of("UndoDraft.isLeftOutSince", one.ref().displayName(), back.words()));
        }
        if (after.isEmpty()) {
            unfit = true;
            return skip(
                    one.ref(), Texts.of("UndoDraft.doesNotFitWhat", one.ref().displayName(), back.words()));
        }
        if (after.get().equals(before)) {
            return Optional.empty();
        }
        if (mode == Mode.ANYWAY) {
            one.changes(touched(back), false)
                    .forEach(change -> overwritten.add(Texts.of("UndoDraft.overwritesWhatOthersDid", change.words())));
        }
        cost.changed(one.ref(), before, after.get());
        work.put(back.target().path(), after.get());
        places.computeIfAbsent(back.target().path(), _ -> new LinkedHashSet<>()).addAll(InversePatch.places(fit.get()));
        return Optional.of(new Step.Write(
                write(fit.get(), fit.get().body(), now),
                Optional.of(new ApiWrite(
                        back.verb(),
                        back.target(),
                        back.subresource(),
                        InversePatch.of(fit.get(), before),
                        Optional.of(Json.uid(now)),
                        Optional.empty(),
                        Texts.of("UndoDraft.putBackWhatWas", back.words())))));
    }

    /** The write as the mode wants it; empty: nothing of it may be done. */
    private Optional<ApiWrite> fit(ApiWrite back, WrittenObject one, JsonNode before) {
        Set<String> foreign = new HashSet<>(one.places());
        Set<String> touched = touched(back);
        foreign.removeIf(place -> !WrittenObject.isTouched(place, touched));
        JsonNode body = Json.read(back.body());
        if (foreign.isEmpty()) {
            return Optional.of(back);
        } else if (mode == Mode.ANYWAY) {
            return Optional.of(
                    back.verb() == ApiWrite.Verb.JSON_PATCH ? body(back, InversePatch.forced(body, before)) : back);
        } else if (back.verb() == ApiWrite.Verb.JSON_PATCH) {
            return Optional.empty();
        }
        JsonNode rest = InversePatch.without(body, JsonPointer.empty(), foreign);
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        foreign.forEach(place ->
                notes.add(Texts.of("UndoDraft.isLeftAsOthers", one.ref().displayName(), Json.place(place.toString()))));
        return Optional.of(body(back, rest));
    }

    private static Set<String> touched(ApiWrite back) {
        return InversePatch.places(back).stream().map(JsonPointer::toString).collect(Collectors.toSet());
    }

    private Optional<Step.Write> skip(ObjectRef ref, String words) {
        skipped.add(ref.path());
        notes.add(words);
        return Optional.empty();
    }

    private static ApiWrite body(ApiWrite write, JsonNode body) {
        return write.withBody(Json.write(body));
    }

    /** Held to this very object; a merge patch to its version besides, a JSON patch has its tests. */
    private static ApiWrite write(ApiWrite write, String body, JsonNode now) {
        return new ApiWrite(
                write.verb(),
                write.target(),
                write.subresource(),
                body,
                Optional.of(Json.uid(now)),
                write.verb() == ApiWrite.Verb.JSON_PATCH ? Optional.empty() : Optional.of(Json.resourceVersion(now)),
                write.words());
    }
}
