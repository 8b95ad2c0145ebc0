// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kueue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;

/**
 * Whether a LocalQueue lets anything in. One that is held, and one whose ClusterQueue is held or lacks a flavor or a check, keeps what
 * it has admitted and admits nothing (kueue pkg/controller/core/localqueue_controller.go; pkg/cache/clusterqueue.go, inactiveReason):
 * what is stopped meanwhile does not start again. Blocks.
 */
public final class QueueDoor {
    /** A queue may be about to tell. */
    private static final Duration OPEN = Duration.ofSeconds(30);

    private QueueDoor() {}

    /** Why a queue admits nothing now, in a sentence without its full stop; empty: it does, or does not say. */
    public static Optional<String> whyShut(ObjectReads objects, String namespace, String queue) throws IOException {
        try {
            for (String version : KueueWorkloadReader.VERSIONS) {
                ObjectRef ref = new ObjectRef(KueueNames.GROUP, version, "localqueues", "LocalQueue", namespace, queue);
                Optional<JsonNode> found = queue.isEmpty() ? Optional.empty() : objects.find(ref);
                if (found.isPresent()) {
                    return whyShut(objects, version, found.get());
                }
            }
        } catch (ReadRefused refused) {
            return Optional.empty();
        }
        return Optional.of(Texts.of("QueueDoor.doesNotExist", queue));
    }

    private static Optional<String> whyShut(ObjectReads objects, String version, JsonNode local) throws IOException {
        String name = Trees.text(local, "/metadata/name");
        if (isHeld(local)) {
            return Optional.of(Texts.of("QueueDoor.isHeldStoppolicyAnd", name));
        }
        Optional<String> refused = inactive(local);
        if (refused.isEmpty()) {
            return refused;
        }
        String cluster = Trees.text(local, "/spec/clusterQueue");
        String why = refused.get();
        try {
            Optional<JsonNode> found = objects.find(
                    new ObjectRef(KueueNames.GROUP, version, "clusterqueues", "ClusterQueue", "", cluster));
            if (found.isEmpty()) {
                return Optional.of(Texts.of("QueueDoor.clusterQueueDoesNotExist", name, cluster));
            }
            why = found.flatMap(QueueDoor::inactive)
                    .filter(words -> !words.isEmpty())
                    .orElse(why);
        } catch (ReadRefused ignored) {
            // what the LocalQueue says is all that is known
        }
        return Optional.of(
                why.isEmpty()
                        ? Texts.of("QueueDoor.admitsNothing", name)
                        : Texts.of("QueueDoor.admitsNothingBecause", name, cluster, why.replaceFirst("\\.$", "")));
    }

    /** Who may not read it is told nothing of it. */
    private static Optional<JsonNode> find(ObjectReads objects, ObjectRef ref) throws IOException {
        try {
            return ref.name().isEmpty() ? Optional.empty() : objects.find(ref);
        } catch (ReadRefused refused) {
            return Optional.empty();
        }
    }

    private static boolean isHeld(JsonNode queue) {
        String policy = Trees.text(queue, "/spec/stopPolicy");
        return !policy.isEmpty() && !policy.equals("None");
    }

    private static Optional<String> inactive(JsonNode queue) {
        for (JsonNode condition : queue.at("/status/conditions")) {
            if ("Active".equals(Trees.text(condition, "/type")) && "False".equals(Trees.text(condition, "/status"))) {
                return Optional.of(Trees.text(condition, "/message"));
            }
        }
        return Optional.empty();
    }

    /** Waits, before something is stopped, that its queue admits still; empty: the queue does not tell. */
    public static List<Step> open(ObjectReads objects, String namespace, String queue) throws IOException {
        for (String version : KueueWorkloadReader.VERSIONS) {
            ObjectRef ref = new ObjectRef(KueueNames.GROUP, version, "localqueues", "LocalQueue", namespace, queue);
            Optional<JsonNode> found = find(objects, ref);
            if (found.isPresent()) {
                return ObjectReads.holds(found.get(), "Active")
                                || inactive(found.get()).isPresent()
                        ? List.of(new Step.Await(
                                ref,
                                new Expectation.ConditionTrue("Active"),
                                OPEN,
                                Texts.of("QueueDoor.makeSureThatQueue", queue)))
                        : List.of();
            }
        }
        return List.of();
    }

    /** Refuses to stop what would not be admitted again. */
    public static void refuse(ObjectReads objects, ObjectRef ref, JsonNode job) throws IOException, Refusal {
        String queue = KueueGuard.queue(job);
        if (!queue.isEmpty()) {
            refuse(objects, ref, queue);
        }
    }

    /** The same of a queue that it is to go into. */
    public static void refuse(ObjectReads objects, ObjectRef ref, String queue) throws IOException, Refusal {
        Optional<String> shut = whyShut(objects, ref.namespace(), queue);
        if (shut.isPresent()) {
            throw new Refusal(
                    Texts.of("QueueDoor.wouldBeStoppedAndNotStart", ref.name(), shut.get()),
                    Texts.of("QueueDoor.waitUntilTheQueue"));
        }
    }
}
