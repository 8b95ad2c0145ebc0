// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.gate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.api.WriteResult;
import podium.core.json.Json;
import podium.core.text.ReadableTime;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.RunHost;
import podium.operation.internal.run.StepFailed;
import podium.operation.internal.write.Refusals;
import podium.operation.plan.Expectation;
import podium.operation.plan.FieldWriter;
import podium.operation.plan.OperationMark;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * The marks of one operation on the nodes and jobs it changes. They are taken before the first write, on the object as it was
 * read, so that of two Podiums one gets it; the other one's operation does not begin. A pod is marked only where its own start is
 * waited for: the writes of others carry uid and tests, and a gang has hundreds. Where the operator may not patch an object it
 * stays unmarked; that is logged. Any thread.
 */
public final class OperationMarks {
    /** How long a mark counts without its Podium. */
    static final Duration LASTS = Duration.ofMinutes(5);

    private static final int TRIES = 5;
    /** A gang has hundreds of pods, none of which is marked. */
    private static final int MOST_PODS = 20;

    private static final JsonPointer AT = JsonPointer.empty()
            .appendProperty("metadata")
            .appendProperty("annotations")
            .appendProperty(OperationMark.KEY);

    /** Versions of an object that only our own mark has changed since the plan was made. */
    private record Versions(Set<String> ours, String latest) {}

    private final JournaledOperation ledger;
    private final String holder;
    private final InstantSource clock;
    private final RunHost host;
    private final Map<ObjectRef, OperationMark> taken = new LinkedHashMap<>();
    private final Map<String, Versions> versions = new HashMap<>();
    /** When the marks were made, by the clock here, which may be set back; empty: there are none. */
    private Optional<Instant> made = Optional.empty();

    public OperationMarks(JournaledOperation ledger, String holder, InstantSource clock, RunHost host) {
        this.ledger = ledger;
        this.holder = holder;
        this.clock = clock;
        this.host = host;
    }

    /** What an operation marks: what it writes, and the nodes that it empties, which may be cordoned already. */
    static List<ObjectRef> targets(Plan plan) {
        Set<ObjectRef> awaited = plan.steps().stream()
                .filter(Step.Await.class::isInstance)
                .map(step -> ((Step.Await) step).target())
                .collect(Collectors.toSet());
        Stream<ObjectRef> written = Step.writes(plan.steps())
                .filter(write -> write.verb() != ApiWrite.Verb.CREATE
                        && write.verb() != ApiWrite.Verb.EVICT
                        && (!isPod(write) || write.verb() != ApiWrite.Verb.DELETE && awaited.contains(write.target())))
                .map(ApiWrite::target);
        Stream<ObjectRef> emptied = plan.steps().stream()
                .flatMap(step -> step instanceof Step.Await await ? Stream.of(await) : Stream.empty())
                .filter(await -> await.expectation() instanceof Expectation.NoOtherPods(List<String> _, String uid)
                        && !uid.isEmpty())
                .map(Step.Await::target);
        return Stream.concat(written, emptied).distinct().toList();
    }

    /** What another operation may have marked: what this one would, and the first of the pods that it writes. */
    static List<ObjectRef> looked(Plan plan) {
        Stream<ObjectRef> pods = Step.writes(plan.steps())
                .filter(write -> isPod(write) && write.verb() != ApiWrite.Verb.CREATE)
                .map(ApiWrite::target)
                .distinct()
                .limit(MOST_PODS);
        return Stream.concat(targets(plan).stream(), pods).distinct().toList();
    }

    private static boolean isPod(ApiWrite write) {
        return write.target().resource().equals("pods");
    }

    /**
     * Why an object must be left alone: another operation's mark; empty: it need not.
     *
     * @param now by the clock of the server, by which marks are made
     */
    static Optional<String> foreign(ObjectRef ref, JsonNode object, String operation, Instant now) {
        return OperationMark.of(object)
                .filter(claim -> (claim.isValid(now) || isFresh(object, now))
                        && !claim.operation().equals(operation))
                .map(claim -> doubted(
                        claim.since()
                                .map(since -> Texts.of(
                                        "OperationMarks.anotherOperationIsWorkingSince",
                                        ref.displayName(),
                                        claim.title(),
                                        claim.holder(),
                                        ReadableTime.of(since),
                                        ReadableTime.of(claim.until())))
                                .orElseGet(() -> Texts.of(
                                        "OperationMarks.anotherOperationIsWorking",
                                        ref.displayName(),
                                        claim.title(),
                                        claim.holder(),
                                        ReadableTime.of(claim.until()))),
                        ref,
                        claim,
                        now));
    }

    /** Who made the mark may not have known the clock of the server: that says when it was written. */
    private static boolean isFresh(JsonNode object, Instant now) {
        return FieldWriter.lastOf(object, AT)
                .flatMap(FieldWriter::at)
                .filter(at -> now.isBefore(at.plus(LASTS)))
                .isPresent();
    }

    /** A mark that reaches further than one is made for would shut everybody out for as long as some clock is wrong. */
    private static String doubted(String words, ObjectRef ref, OperationMark claim, Instant now) {
        return claim.until().isBefore(now.plus(LASTS.multipliedBy(2)))
                ? words
                : words + " " + Texts.of("OperationMarks.noMarkIsValid", command(ref));
    }

    private static String command(ObjectRef ref) {
        String where = ref.namespace().isEmpty() ? "" : " -n " + ref.namespace();
        String kind = ref.group().isEmpty() ? ref.resource() : ref.resource() + "." + ref.group();
        return "kubectl annotate" + where + " " + kind + " " + ref.name() + " " + OperationMark.KEY + "-";
    }

    /**
     * Marks all targets.
     *
     * @throws StepFailed when another operation holds one; then none is marked
     */
    public synchronized void take(ClusterCalls calls) throws OperationSignals.Stopped, StepFailed {
        try {
            List<ObjectRef> targets = targets(ledger.plan());
            for (ObjectRef ref : looked(ledger.plan())) {
                if (targets.contains(ref)) {
                    take(ref, calls);
                } else {
                    // who may delete a pod need not be allowed to read it
                    refuse(ref, calls.glance(ref).orElseGet(Json::object), calls.serverTime(clock.instant()));
                }
            }
        } catch (StepFailed e) {
            release(calls);
            throw e;
        }
        made = Optional.of(clock.instant());
    }

    private void refuse(ObjectRef ref, JsonNode object, Instant now) throws StepFailed {
        Optional<String> foreign = foreign(ref, object, ledger.id(), now);
        if (foreign.isPresent()) {
            throw new StepFailed(foreign.get());
        }
    }

    private void take(ObjectRef ref, ClusterCalls calls) throws OperationSignals.Stopped, StepFailed {
        for (int i = 0; i < TRIES; i++) {
            Optional<JsonNode> found = calls.read(ref);
            if (found.isEmpty()) {
                return;
            }
            Instant now = calls.serverTime(clock.instant());
            refuse(ref, found.get(), now);
            OperationMark claim = new OperationMark(
                    holder,
                    ledger.id(),
                    ledger.plan().title(),
                    Optional.of(ledger.started().truncatedTo(ChronoUnit.SECONDS)),
                    now.plus(LASTS).truncatedTo(ChronoUnit.SECONDS));
            String before = Json.resourceVersion(found.get());
            ApiWrite write = mark(ref, claim, Json.uid(found.get()), before);
            switch (calls.send(write)) {
                case WriteResult.Accepted accepted -> {
                    taken.put(ref, claim);
                    remember(ref, before, accepted.body());
                    if (ledger.writers(ref.path()).isEmpty()) {
                        leave(ref, accepted.body());
                    }
                    return;
                }
                case WriteResult.Refused refused when refused.status() == 409 -> {}
                case WriteResult.Refused refused -> {
                    host.say(
                            Texts.of("OperationMarks.isNotMarkedSo", ref.displayName(), Refusals.words(write, refused)),
                            true);
                    return;
                }
                case WriteResult.Unanswered _ -> {}
            }
        }
        host.say(Texts.of("OperationMarks.changesTooFastTo", ref.displayName()), true);
    }

    private void remember(ObjectRef ref, String before, String body) {
        String latest;
        try {
            latest = Json.resourceVersion(Json.read(body));
        } catch (IllegalArgumentException e) {
            return;
        }
        Versions known = versions.get(ref.path());
        Set<String> ours = new HashSet<>(Set.of(before));
        if (known != null && known.latest().equals(before)) {
            ours.addAll(known.ours());
        }
        versions.put(ref.path(), new Versions(ours, latest));
    }

    private static ApiWrite mark(ObjectRef ref, OperationMark claim, String uid, String version) {
        ObjectNode body = Json.object();
        body.putObject("metadata").putObject("annotations").put(OperationMark.KEY, claim.value());
        return new ApiWrite(
                ApiWrite.Verb.MERGE_PATCH,
                ref,
                "",
                Json.write(body),
                Optional.of(uid),
                Optional.of(version),
                Texts.of("OperationMarks.mark", ref.displayName()));
    }

    /** The write as it must be sent now: our own mark is no change by somebody else. */
    synchronized ApiWrite current(ApiWrite write) {
        Versions known = versions.get(write.target().path());
        if (known == null
                || write.resourceVersion().filter(known.ours()::contains).isEmpty()) {
            return write;
        }
        return new ApiWrite(
                write.verb(),
                write.target(),
                write.subresource(),
                write.body(),
                write.uid(),
                Optional.of(known.latest()),
                write.words());
    }

    /** Renews the marks when half of their time is over; called as the operation goes on. */
    void renewIfDue(ClusterCalls calls) throws OperationSignals.Stopped {
        synchronized (this) {
            Instant now = clock.instant();
            if (made.filter(at -> now.isBefore(at) || !now.isBefore(at.plus(LASTS.dividedBy(2))))
                    .isEmpty()) {
                return;
            }
            made = Optional.of(now);
            for (ObjectRef ref : List.copyOf(taken.keySet())) {
                try {
                    take(ref, calls);
                } catch (StepFailed e) {
                    taken.remove(ref);
                    host.say(Texts.of("OperationMarks.theMarkWasLost", e.words()), true);
                }
            }
        }
    }

    /** Takes the marks away, as far as they are still ours. Of one that stays it is recorded where; it ends by itself. */
    public synchronized void release(ClusterCalls calls) {
        made = Optional.empty();
        List<ObjectRef> left = new ArrayList<>();
        taken.forEach((ref, claim) -> {
            Optional<WriteResult> answer = calls.sendNow(removal(ref, claim));
            if (answer.isPresent() && answer.get() instanceof WriteResult.Accepted accepted) {
                leave(ref, accepted.body());
            }
            Optional<String> why = stays(answer);
            why.ifPresent(words -> {
                left.add(ref);
                host.say(
                        Texts.of(
                                "OperationMarks.keepsTheMarkOf",
                                ref.displayName(),
                                OperationMark.KEY,
                                words,
                                ReadableTime.of(claim.until())),
                        true);
            });
        });
        taken.clear();
        if (!left.isEmpty()) {
            host.append(new JournalRecord.MarksLeft(ledger.id(), clock.instant(), left));
        }
    }

    /** Keeps who wrote the object, by the server's own clock: at the beginning, and again at the end. */
    private void leave(ObjectRef ref, String body) {
        try {
            List<FieldWriter> others = FieldWriter.all(Json.read(body));
            if (!others.isEmpty()) {
                host.append(new JournalRecord.LeftWith(ledger.id(), clock.instant(), ref.path(), others));
            }
        } catch (IllegalArgumentException e) {
            // something else than the server answered: nothing is known of it
        }
    }

    /**
     * Tries again to take away what {@link #release} had to leave; what is still left stands in the ledger.
     *
     * @return false: something is left
     */
    public synchronized boolean tidy(ClusterCalls calls) {
        List<ObjectRef> before = ledger.marksLeft();
        List<ObjectRef> left = new ArrayList<>(before);
        for (ObjectRef ref : before) {
            calls.glanced(ref)
                    .map(found -> found.flatMap(OperationMark::of)
                            .filter(claim -> claim.operation().equals(ledger.id())))
                    .filter(ours -> ours.isEmpty()
                            || stays(calls.sendNow(removal(ref, ours.get()))).isEmpty())
                    .ifPresent(_ -> left.remove(ref));
        }
        if (left.size() < before.size()) {
            host.append(new JournalRecord.MarksLeft(ledger.id(), clock.instant(), left));
            if (left.isEmpty()) {
                host.say(Texts.of("OperationMarks.noMarkOfThis"), false);
            }
        }
        return left.isEmpty();
    }

    /** Why a mark is not known to be gone; empty: it is, or it is another one by now. */
    private static Optional<String> stays(Optional<WriteResult> answer) {
        if (answer.isEmpty()) {
            return Optional.of(Texts.of("OperationMarks.theClusterDoesNot"));
        }
        return switch (answer.get()) {
            case WriteResult.Accepted _ -> Optional.empty();
            case WriteResult.Refused refused ->
                refused.status() == 404 || refused.status() == 422 ? Optional.empty() : Optional.of(refused.message());
            case WriteResult.Unanswered unanswered -> Optional.of(unanswered.message());
        };
    }

    private static ApiWrite removal(ObjectRef ref, OperationMark claim) {
        String path = "/metadata/annotations/" + Json.segment(OperationMark.KEY);
        String patch =
                "[" + operation("test", path).put("value", claim.value()) + "," + operation("remove", path) + "]";
        return new ApiWrite(
                ApiWrite.Verb.JSON_PATCH,
                ref,
                "",
                patch,
                Optional.empty(),
                Optional.empty(),
                Texts.of("OperationMarks.unmark", ref.displayName()));
    }

    private static ObjectNode operation(String op, String path) {
        return Json.object().put("op", op).put("path", path);
    }
}
