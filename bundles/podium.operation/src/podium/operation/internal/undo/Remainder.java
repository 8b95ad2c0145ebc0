// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.text.Counted;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.step.EndedPods;
import podium.operation.internal.step.Eviction;
import podium.operation.internal.step.OwnerCycle;
import podium.operation.internal.step.Restoration;
import podium.operation.internal.step.Rollback;
import podium.operation.internal.write.InversePatch;
import podium.operation.internal.write.WriteEffect;
import podium.operation.plan.KindCatalog;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * What going on with an operation that stopped in the middle would send now, or rolling it back, as a plan to be looked at: made from
 * the journal and from the objects as they are when it is asked for. It is shown, not run: the operation itself goes on, and judges
 * each object again.
 */
public final class Remainder implements EndedPods.Reader<IOException> {
    private static final String BACK = "roll back";

    private final JournaledOperation ledger;
    private final ObjectReader reader;
    private final UndoCost cost;
    private final boolean backwards;
    private final Map<ObjectRef, Optional<JsonNode>> read = new LinkedHashMap<>();
    private final Map<ObjectRef, JsonNode> work = new LinkedHashMap<>();
    private final Map<ObjectRef, Set<JsonPointer>> places = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> effects = new LinkedHashSet<>();
    private final Set<String> lost = new LinkedHashSet<>();

    private Remainder(JournaledOperation ledger, ObjectReader reader, UndoCost cost, boolean backwards) {
        this.backwards = backwards;
        this.ledger = ledger;
        this.reader = reader;
        this.cost = cost;
    }

    /**
     * Reads what would be written. Blocks.
     *
     * @param back whether it is rolled back
     * @param now until when what is lost by that is counted
     * @throws IOException when an object cannot be read
     */
    public static Plan of(JournaledOperation ledger, ObjectReader reader, KindCatalog kinds, boolean back, Instant now)
            throws IOException {
        // what was being rolled back is gone on with as that
        Remainder rest = new Remainder(ledger, reader, new UndoCost(reader, kinds, now), back || ledger.restoring());
        if (rest.backwards) {
            rest.back();
            rest.price();
        } else {
            rest.forward(kinds);
        }
        return rest.plan(back);
    }

    private Plan plan(boolean back) {
        Plan begun = ledger.plan();
        List<ObjectChange> changes = new ArrayList<>();
        places.forEach((ref, touched) -> {
            String before = PlainYaml.parts(read.get(ref).orElseThrow(), touched);
            String after = PlainYaml.parts(work.get(ref), touched);
            if (!before.equals(after)) {
                changes.add(new ObjectChange(ref.displayName(), before, after));
            }
        });
        return new Plan(
                begun.cluster(),
                back ? BACK : Plan.goingOn(ledger.restoring() ? BACK : begun.kind()),
                back
                        ? Texts.of("Remainder.rollBack", begun.title())
                        : ledger.restoring()
                                ? Texts.of("Remainder.resumeTheRollBack", begun.title())
                                : Texts.of("Remainder.resume", begun.title()),
                steps,
                List.copyOf(effects),
                List.copyOf(lost),
                changes,
                back || ledger.restoring() ? List.of() : begun.undo());
    }

    private void forward(KindCatalog kinds) throws IOException {
        List<Step> all = ledger.plan().steps();
        Operation now = ledger.snapshot(OperationState.INTERRUPTED, "", Optional.empty());
        effects.add(Texts.of(
                "Remainder.itWasPlannedAt",
                ledger.started().truncatedTo(ChronoUnit.SECONDS),
                now.done(),
                Counted.of(now.total(), "step")));
        int victims = 0;
        List<JsonNode> left = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            victims +=
                    all.get(i) instanceof Step.EvictAll evict ? evict.victims().size() : 0;
            if (!ledger.isDone(i)) {
                forward(all.get(i), i, left);
            }
        }
        if (victims > left.size()) {
            int gone = victims - left.size();
            effects.add(
                    gone == 1
                            ? Texts.of("Remainder.oneToEvictIsGone", Counted.of(victims, "pod"), gone)
                            : Texts.of("Remainder.someToEvictAreGone", Counted.of(victims, "pod"), gone));
        }
        effects.addAll(LiftedCordons.words(ledger, this));
        effects.addAll(LatePods.words(ledger, reader, kinds));
        effects.addAll(PinnedNodes.cordoned(ledger, reader));
        Optional<Plan> then = ledger.plan().then();
        if (then.isPresent()) {
            String words = then.get().steps().stream().map(Step::words).collect(Collectors.joining("; "));
            effects.add(Texts.of("Remainder.afterThat", then.get().cluster(), words));
        } else if (steps.stream().noneMatch(Rollback::isWrite)) {
            effects.add(Texts.of("Remainder.nothingMoreIsSent"));
        }
        // what was sent already is not given back by an undo either
        lost.addAll(ledger.plan().irreversible());
    }

    private void forward(Step step, int at, List<JsonNode> victims) throws IOException {
        switch (step) {
            case Step.Write write -> {
                if (isLeft(write, at, JournalRecord.WHOLE)) {
                    add(write);
                }
            }
            case Step.Barrier barrier -> {
                List<Step.Write> left = new ArrayList<>();
                for (int part = 0; part < barrier.writes().size(); part++) {
                    if (isLeft(barrier.writes().get(part), at, part)) {
                        changed(barrier.writes().get(part).write());
                        left.add(barrier.writes().get(part));
                    }
                }
                if (!left.isEmpty()) {
                    steps.add(new Step.Barrier(left, barrier.words()));
                }
            }
            case Step.EvictAll evict -> evict(evict, at, victims);
            case Step.Await await -> steps.add(await);
        }
    }

    /** False also for what was sent and not answered, where the object shows that it was taken. */
    private boolean isLeft(Step.Write write, int step, int part) throws IOException {
        return !ledger.isDone(step, part, false)
                && !(ledger.isBegun(step)
                        && WriteEffect.of(write.write(), find(write.write().target())) == WriteEffect.APPLIED);
    }

    private void evict(Step.EvictAll evict, int at, List<JsonNode> victims) throws IOException {
        List<Step.Victim> left = new ArrayList<>();
        for (int part = 0; part < evict.victims().size(); part++) {
            Step.Victim victim = evict.victims().get(part);
            Optional<JsonNode> there =
                    find(victim.pod()).filter(pod -> Json.uid(pod).equals(victim.uid()));
            if (!ledger.isDone(at, part, false) && there.isPresent()) {
                left.add(victim);
                victims.add(there.get());
            }
        }
        if (!left.isEmpty()) {
            steps.add(new Step.EvictAll(
                    left,
                    evict.atMost(),
                    left.size() == evict.victims().size()
                            ? evict.words()
                            : Texts.of("Remainder.theLeft", evict.words(), left.size())));
        }
    }

    private void back() throws IOException {
        List<Step> all = ledger.plan().steps();
        int evicted = 0;
        for (int i = all.size() - 1; i >= 0; i--) {
            if (!ledger.isBegun(i)) {
                continue;
            }
            if (all.get(i) instanceof Step.EvictAll evict) {
                evicted += evicted(evict, i);
            }
            if (!cycled(all.get(i), i)) {
                List<Step.Write> parts = all.get(i).writes();
                for (int part = 0; part < parts.size(); part++) {
                    back(parts.get(part), i, JournaledOperation.part(all.get(i), part));
                }
            }
        }
        for (EndedPods.Count count : EndedPods.now(ledger, false, this)) {
            lost.add(
                    count.ran() == 1
                            ? Texts.of("Remainder.thatRanEndsIt", count.all())
                            : Texts.of("Remainder.thatRanEndThey", count.all(), count.ended()));
        }
        if (evicted > 0) {
            lost.add(
                    evicted == 1
                            ? Texts.of("Remainder.evictedItDoesNot")
                            : Texts.of("Remainder.evictedTheyDoNot", Counted.of(evicted, "pod")));
        }
        effects.add(steps.isEmpty() ? Texts.of("Remainder.nothingIsSentNothing") : Texts.of("Remainder.whatWasDoneIs"));
    }

    private int evicted(Step.EvictAll evict, int step) throws IOException {
        int gone = 0;
        for (int part = 0; part < evict.victims().size(); part++) {
            Step.Victim victim = evict.victims().get(part);
            gone += ledger.isDone(step, part, false) || Eviction.isGoing(victim, find(victim.pod())) ? 1 : 0;
        }
        return gone;
    }

    /** What dies with what is taken back, as an undo says it. */
    private void price() throws IOException {
        for (Step step : steps) {
            if (step instanceof Step.Write write && write.write().verb() == ApiWrite.Verb.DELETE) {
                ObjectRef target = write.write().target();
                find(target).ifPresent(object -> cost.deleted(target, object));
            }
        }
        effects.addAll(cost.effects());
        lost.addAll(cost.losses());
    }

    /** True when a step is taken back by stopping the owner of its pods and starting it again. */
    private boolean cycled(Step of, int step) throws IOException {
        Optional<OwnerCycle> known = OwnerCycle.of(ledger.plan(), of);
        if (known.isEmpty()) {
            return false;
        }
        OwnerCycle cycle = known.get();
        Optional<JsonNode> owner = find(cycle.stop().target());
        Optional<String> left = cycle.whyLeft(ledger, step, of, owner);
        if (left.isPresent()) {
            lost.add(left.get() + ".");
            return true;
        }
        boolean stopped = cycle.isStopped(ledger, step, owner);
        List<Step.Write> parts = of.writes();
        for (int part = 0; !stopped && part < parts.size(); part++) {
            Step.Write write = parts.get(part);
            int number = JournaledOperation.part(of, part);
            if (!ledger.isDone(step, number, true)
                    && Restoration.of(
                                    ledger,
                                    write,
                                    step,
                                    number,
                                    find(write.write().target()))
                            instanceof Restoration.Send) {
                add(new Step.Write(cycle.stop(), Optional.empty()));
                stopped = true;
            }
        }
        for (Step then : stopped ? cycle.start() : List.<Step>of()) {
            if (then instanceof Step.Write write) {
                add(write);
            } else {
                steps.add(then);
            }
        }
        return stopped;
    }

    /** The writes that come first, which are taken back after this one, are judged by the object as it is then. */
    private void back(Step.Write write, int step, int part) throws IOException {
        if (ledger.isDone(step, part, true)) {
            return;
        }
        ObjectRef target = write.write().target();
        Optional<JsonNode> found = find(target).map(object -> work.getOrDefault(target, object));
        switch (Restoration.of(ledger, write, step, part, found)) {
            case Restoration.AsBefore before -> {
                if (!before.words().isEmpty()) {
                    effects.add(before.words() + ".");
                }
            }
            case Restoration.Stands stands -> lost.add(stands.words() + ".");
            case Restoration.Foreign theirs -> {
                lost.add(theirs.words() + ".");
                if (theirs.rest().isPresent()) {
                    add(new Step.Write(theirs.rest().get(), Optional.of(write.write())));
                }
            }
            case Restoration.Send(ApiWrite undo) -> {
                if (write.write().verb() == ApiWrite.Verb.DELETE) {
                    effects.add(Texts.of("Remainder.isCreatedAgainWith", target.displayName()));
                    lost.addAll(ledger.plan().irreversible());
                }
                add(new Step.Write(undo, Optional.of(write.write())));
            }
        }
    }

    private void add(Step.Write write) throws IOException {
        changed(write.write());
        steps.add(write);
    }

    private void changed(ApiWrite write) throws IOException {
        Optional<JsonNode> found = find(write.target());
        if (write.verb().isPatch() && found.isPresent() && !WriteEffect.isOther(write, found.get())) {
            InversePatch.apply(write, work.getOrDefault(write.target(), found.get()))
                    .ifPresent(after -> {
                        if (backwards) {
                            cost.changed(write.target(), work.getOrDefault(write.target(), found.get()), after);
                        }
                        work.put(write.target(), after);
                        places.computeIfAbsent(write.target(), _ -> new LinkedHashSet<>())
                                .addAll(InversePatch.places(write));
                    });
        }
    }

    @Override
    public Optional<JsonNode> read(ObjectRef ref) throws IOException {
        return find(ref);
    }

    @Override
    public Optional<List<JsonNode>> list(ObjectRef collection, String labels) throws IOException {
        return Optional.of(
                reader.list(collection, labels, "").stream().map(Json::read).toList());
    }

    private Optional<JsonNode> find(ObjectRef ref) throws IOException {
        Optional<JsonNode> known = read.get(ref);
        if (known == null) {
            known = reader.read(ref).map(Json::read);
            read.put(ref, known);
        }
        return known;
    }
}
