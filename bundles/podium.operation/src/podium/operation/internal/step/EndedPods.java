// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.text.Counted;
import podium.operation.internal.gate.ClusterCalls;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.run.EngineTiming;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.write.InversePatch;
import podium.operation.plan.KindCatalog;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * The running pods that an operation ends: known by uid before the write is sent that ends them, and looked for afterwards. No
 * inverse of the write brings them back.
 */
public final class EndedPods {
    /** Looks for a pod to end that was to end, after which it is taken for one that stays. */
    private static final int LOOKS = 4;

    private EndedPods() {}

    /** What is in a cluster now. */
    public interface Reader<E extends Exception> {
        Optional<JsonNode> read(ObjectRef ref) throws E;

        /** Empty: it may not be read. */
        Optional<List<JsonNode>> list(ObjectRef collection, String labels) throws E;
    }

    /**
     * Running pods that a write would end.
     *
     * @param selector of all pods of the owner; empty: it is a pod
     * @param starting uids of those that are on a node and yet to run
     * @param there uids of those that run or are yet to run; empty: they may not be read
     * @param anew whether they run again by another template
     */
    private record Running(
            ObjectRef owner,
            String selector,
            List<JsonNode> pods,
            List<String> starting,
            Optional<Set<String>> there,
            boolean anew) {}

    /** What a server says. */
    public static Reader<IOException> of(ObjectReader reader) {
        return new Reader<>() {
            @Override
            public Optional<JsonNode> read(ObjectRef ref) throws IOException {
                return reader.read(ref).map(Json::read);
            }

            @Override
            public Optional<List<JsonNode>> list(ObjectRef collection, String labels) throws IOException {
                return Optional.of(reader.list(collection, labels, "").stream()
                        .map(Json::read)
                        .toList());
            }
        };
    }

    static Reader<OperationSignals.Stopped> of(ClusterCalls calls) {
        return new Reader<>() {
            @Override
            public Optional<JsonNode> read(ObjectRef ref) throws OperationSignals.Stopped {
                return calls.read(ref);
            }

            @Override
            public Optional<List<JsonNode>> list(ObjectRef collection, String labels) throws OperationSignals.Stopped {
                return calls.listed(collection, labels);
            }
        };
    }

    /** Those of an owner, or a pod that nobody owns: how many ran, and how many of these have ended. */
    public record Count(ObjectRef owner, int ran, int ended) {
        /** The pods that have ended, for a sentence: "16 pods of Job team/train". */
        public String words() {
            String pods = Counted.of(ended, "pod");
            return owner.isPod() ? owner.displayName() : Texts.of("EndedPods.podsOfOwner", pods, owner.displayName());
        }

        /** The same of all that ran. */
        public String all() {
            return new Count(owner, ran, ran).words();
        }
    }

    /** What runs now and may end by a write; empty: it ends nothing that is known. */
    static Optional<JournalRecord.Ran> before(
            ApiWrite write, boolean restoring, JournaledOperation ledger, ClusterCalls calls)
            throws OperationSignals.Stopped {
        return running(write, calls.kinds(), of(calls))
                .filter(now -> !now.pods().isEmpty())
                .map(now -> new JournalRecord.Ran(
                        ledger.id(), ledger.last(), restoring, now.owner(), now.selector(), uids(now)));
    }

    /** The uids of the pods of an object that run now, or are on a node and start: they may run before an operator has read this. */
    public static <E extends Exception> Set<String> uids(
            ObjectRef ref, JsonNode object, KindCatalog kinds, Reader<E> reader) throws E {
        Running now = running(ref, object, false, kinds, reader);
        return Stream.concat(uids(now).stream(), now.starting().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** True for a pod that is on a node and yet to run. */
    public static boolean starts(JsonNode pod) {
        return Json.text(pod, "/status/phase").equals("Pending")
                && !Json.text(pod, "/spec/nodeName").isEmpty()
                && !Json.terminating(pod);
    }

    private static List<String> uids(Running now) {
        return now.pods().stream().map(Json::uid).toList();
    }

    /** The uids of all that an operation may have ended by now. */
    public static Set<String> by(JournaledOperation ledger) {
        return ledger.ran().stream().flatMap(ran -> ran.uids().stream()).collect(Collectors.toSet());
    }

    /**
     * Why a step does not do any more what its plan says, in words; empty: it does. More pods run by now than it was said to end: one
     * that took the place of another changes nothing of what is lost, and one more that a new template replaces runs again. Or none of
     * those is there any more that it was said to end, so that what was agreed to has happened already.
     *
     * @param own uids of what its operation has ended itself
     */
    public static <E extends Exception> List<String> problems(
            Step.Write step, Set<String> own, KindCatalog kinds, Reader<E> reader) throws E {
        Optional<Running> now = step.ends().isEmpty() ? Optional.empty() : running(step.write(), kinds, reader);
        return now.isEmpty()
                ? List.of()
                : Stream.concat(
                                more(step.ends().get(), now.get()).stream(),
                                others(step.ends().get(), own, now.get()).stream())
                        .toList();
    }

    /** Whether none of the pods is there any more for whose sake a step is sent. */
    static <E extends Exception> boolean isOver(Step.Write step, KindCatalog kinds, Reader<E> reader) throws E {
        return step.only().isPresent()
                && running(step.write(), kinds, reader)
                        .flatMap(Running::there)
                        .filter(there -> step.only().get().stream().noneMatch(there::contains))
                        .isPresent();
    }

    private static Optional<String> more(Set<String> agreed, Running now) {
        List<JsonNode> other = now.pods().stream()
                .filter(pod -> !agreed.contains(Json.uid(pod)))
                .toList();
        if (now.anew() || now.pods().size() <= agreed.size()) {
            return Optional.empty();
        } else if (other.size() == 1) {
            return Optional.of(Texts.of(
                    "EndedPods.hasBegunToRun",
                    Json.text(other.getFirst(), "/metadata/name"),
                    Json.text(other.getFirst(), "/spec/nodeName")));
        }
        return Optional.of(Texts.of("EndedPods.haveBegunToRun", Counted.of(other.size(), "pod")));
    }

    /** A pod that is deleted itself is known by its uid anyway. */
    private static Optional<String> others(Set<String> agreed, Set<String> own, Running now) {
        return now.there()
                .filter(there -> !now.owner().isPod() && !agreed.isEmpty())
                .filter(there -> agreed.stream().noneMatch(uid -> there.contains(uid) || own.contains(uid)))
                .map(_ -> Texts.of("EndedPods.haveEndedSince", now.owner().displayName()));
    }

    private static <E extends Exception> Optional<Running> running(ApiWrite write, KindCatalog kinds, Reader<E> reader)
            throws E {
        boolean deletes = write.verb() == ApiWrite.Verb.DELETE;
        ObjectRef ref = write.target();
        if (ref.resource().equals("nodes") || !deletes && (!write.verb().isPatch() || ref.isPod())) {
            return Optional.empty();
        }
        Optional<JsonNode> found = reader.read(ref);
        boolean stops = deletes || found.filter(now -> stops(write, now)).isPresent();
        return found.isEmpty() || !stops && !replaces(write, found.get(), kinds)
                ? Optional.empty()
                : Optional.of(running(ref, found.get(), !stops, kinds, reader));
    }

    private static <E extends Exception> Running running(
            ObjectRef ref, JsonNode object, boolean anew, KindCatalog kinds, Reader<E> reader) throws E {
        ObjectRef owner = kinds.runs(ref, object);
        Optional<JsonNode> owned = owner.equals(ref) ? Optional.of(object) : reader.read(owner);
        String selector = owned.map(one -> kinds.podSelector(owner, one)).orElse("");
        Optional<List<JsonNode>> pods = ref.isPod()
                ? Optional.of(List.of(object))
                : selector.isEmpty() ? Optional.empty() : reader.list(ObjectRef.pod(owner.namespace(), ""), selector);
        return new Running(
                owner,
                ref.isPod() ? "" : selector,
                pods.orElse(List.of()).stream().filter(Json::running).toList(),
                pods.orElse(List.of()).stream()
                        .filter(EndedPods::starts)
                        .map(Json::uid)
                        .toList(),
                pods.map(all -> all.stream()
                        .filter(pod -> !Json.hasEnded(pod) && !Json.terminating(pod))
                        .map(Json::uid)
                        .collect(Collectors.toSet())),
                anew);
    }

    /**
     * Looks for what ran when a write was sent that may have ended it.
     *
     * @param restoring whether it ran when the operation was taken back, and not before it
     */
    public static <E extends Exception> List<Count> now(JournaledOperation ledger, boolean restoring, Reader<E> reader)
            throws E {
        List<Count> counts = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        if (restoring) {
            ledger.ran().stream().filter(ran -> !ran.restoring()).forEach(ran -> told.addAll(ran.uids()));
        }
        for (JournalRecord.Ran ran : ledger.ran()) {
            List<String> uids = ran.restoring() == restoring
                    ? ran.uids().stream().filter(told::add).toList()
                    : List.of();
            if (!uids.isEmpty()) {
                Optional<List<JsonNode>> pods = ran.owner().isPod()
                        ? Optional.of(reader.read(ran.owner()).stream().toList())
                        : reader.list(ObjectRef.pod(ran.owner().namespace(), ""), ran.selector());
                pods.map(found -> ended(uids, found))
                        .ifPresent(ended -> counts.add(new Count(ran.owner(), uids.size(), ended)));
            }
        }
        return counts;
    }

    private static int ended(List<String> uids, List<JsonNode> pods) {
        Set<String> alive = pods.stream().filter(Json::running).map(Json::uid).collect(Collectors.toSet());
        return (int) uids.stream().filter(uid -> !alive.contains(uid)).count();
    }

    /** What the operation had ended, as far as it shows; a controller may still be at it. */
    static List<Count> settled(
            JournaledOperation ledger, ClusterCalls calls, OperationSignals signals, EngineTiming timing)
            throws OperationSignals.Stopped {
        List<Count> counts = now(ledger, false, of(calls));
        for (int look = 0; look < LOOKS && counts.stream().anyMatch(count -> count.ended() < count.ran()); look++) {
            signals.await(timing.look(look));
            counts = now(ledger, false, of(calls));
        }
        return counts.stream().filter(count -> count.ended() > 0).toList();
    }

    /** What ended only because the operation was taken back. */
    static List<String> restoring(JournaledOperation ledger, ClusterCalls calls) throws OperationSignals.Stopped {
        return now(ledger, true, of(calls)).stream()
                .filter(count -> count.ended() > 0)
                .map(Count::words)
                .toList();
    }

    private static boolean stops(ApiWrite write, JsonNode before) {
        return InversePatch.apply(write, before)
                .filter(after -> isSuspended(after) && !isSuspended(before)
                        || isActive(before) && !isActive(after)
                        || fewer("replicas", before, after)
                        || fewer("parallelism", before, after))
                .isPresent();
    }

    private static boolean replaces(ApiWrite write, JsonNode before, KindCatalog kinds) {
        return kinds.rolls(write.target())
                && InversePatch.apply(write, before)
                        .filter(after -> isOtherTemplate(before, after))
                        .isPresent();
    }

    /** True for a job that is told to have no pods. */
    public static boolean isSuspended(JsonNode object) {
        return object.at("/spec/suspend").asBoolean()
                || object.at("/spec/runPolicy/suspend").asBoolean();
    }

    /** False for a Workload that its queue is told not to admit. */
    public static boolean isActive(JsonNode object) {
        return object.at("/spec/active").asBoolean(true);
    }

    /** True when the pods of one are others than those of the other. */
    public static boolean isOtherTemplate(JsonNode before, JsonNode after) {
        return !(before.at("/spec/template").equals(after.at("/spec/template"))
                && before.at("/spec/leaderWorkerTemplate").equals(after.at("/spec/leaderWorkerTemplate")));
    }

    private static boolean fewer(String field, JsonNode before, JsonNode after) {
        return before.at("/spec").has(field)
                && before.at("/spec/" + field).asInt(1)
                        > after.at("/spec/" + field).asInt(1);
    }
}
