// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * Finds the Workload by which Kueue holds a job now: the one whose owner the job is (of a group of pods each owns it, and none
 * controls it) and which has not finished, as that of a former run of the job has. Blocks.
 */
final class KueueWorkloads {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GROUP = "kueue.x-k8s.io";

    /** Newest first. */
    private static final List<String> VERSIONS = List.of("v1beta2", "v1beta1");

    /** A queue may be about to tell. */
    private static final Duration OPEN = Duration.ofSeconds(30);

    private final ObjectReader reader;

    KueueWorkloads(ObjectReader reader) {
        this.reader = reader;
    }

    /** A job that Kueue may have admitted. */
    record Queued(String namespace, String name, String uid) {}

    /**
     * The LocalQueue of a Workload.
     *
     * @param open one that says that it admits
     * @param shut why it admits nothing, so that a job would not start again; empty: it does not say so
     */
    record Door(Optional<ObjectRef> open, Optional<String> shut) {
        static final Door UNKNOWN = new Door(Optional.empty(), Optional.empty());
    }

    /** The Workload of a job. */
    record Admitted(ObjectRef workload, String uid, Door door) {
        /** Waits, before the job is stopped, that its queue admits still: it may have been held since the plan was made. */
        Optional<Step> admits() {
            return door.open()
                    .map(queue -> new Step.Await(
                            queue,
                            new Expectation.ConditionTrue("Active"),
                            OPEN,
                            Texts.of("KueueWorkloads.makeSureThatQueue", queue.name())));
        }

        /** Stops the job (Kueue evicts a Workload with active=false and keeps it so) or lets it queue again. */
        Step.Write activate(boolean active) {
            ApiWrite on = write(true);
            // Taken back, the job queues again in either case: what an aborted drain leaves must not stay stopped.
            return new Step.Write(active ? on : write(false), Optional.of(on));
        }

        private ApiWrite write(boolean active) {
            // Its CRD fills in true, so that there is always a value to test.
            String patch = "[{\"op\":\"test\",\"path\":\"/spec/active\",\"value\":" + !active
                    + "},{\"op\":\"replace\",\"path\":\"/spec/active\",\"value\":" + active + "}]";
            return new ApiWrite(
                    ApiWrite.Verb.JSON_PATCH,
                    workload,
                    "",
                    patch,
                    Optional.of(uid),
                    Optional.empty(),
                    active
                            ? Texts.of("KueueWorkloads.queueAgainWorkload", workload.namespace(), workload.name())
                            : Texts.of("KueueWorkloads.deactivateWorkload", workload.namespace(), workload.name()));
        }
    }

    /**
     * The Workloads by the uid of what they were made for: a job, or a pod that is one of several to which a Workload belongs. A
     * LeaderWorkerSet has one of each group (kueue pkg/controller/jobs/leaderworkerset), so it is known by its pods alone: what has
     * several Workloads is left out, as is what has none.
     *
     * @param pods uids
     */
    Map<String, Admitted> of(Set<Queued> jobs, Set<String> pods) throws IOException {
        for (String version : VERSIONS) {
            if (reader.serves(ref(version, "", ""))) {
                return of(jobs, pods, version);
            }
        }
        throw new IOException(Texts.of("KueueWorkloads.thisServerHasNo"));
    }

    private Map<String, Admitted> of(Set<Queued> jobs, Set<String> pods, String version) throws IOException {
        Map<String, Admitted> found = new HashMap<>();
        Set<String> several = new HashSet<>();
        Set<String> uids = jobs.stream().map(Queued::uid).collect(Collectors.toCollection(HashSet::new));
        uids.addAll(pods);
        for (String namespace : jobs.stream().map(Queued::namespace).collect(Collectors.toSet())) {
            Map<String, Door> doors = doors(version, namespace);
            for (String text : reader.list(ref(version, namespace, ""), "", "")) {
                JsonNode object = JSON.readTree(text);
                JsonNode metadata = object.path("metadata");
                if (finished(object)) {
                    continue;
                }
                Admitted its = new Admitted(
                        ref(version, namespace, metadata.path("name").asText()),
                        metadata.path("uid").asText(),
                        doors.getOrDefault(object.at("/spec/queueName").asText(), Door.UNKNOWN));
                for (JsonNode owner : metadata.path("ownerReferences")) {
                    String uid = owner.path("uid").asText();
                    if (uids.contains(uid) && found.put(uid, its) != null) {
                        several.add(uid);
                    }
                }
            }
        }
        found.keySet().removeAll(several);
        return found;
    }

    /** Queues of a namespace that admit nothing, and why (kueue pkg/controller/core/localqueue_controller.go). */
    private Map<String, Door> doors(String version, String namespace) throws IOException {
        Map<String, Door> doors = new HashMap<>();
        for (String text : readable(ref(version, "localqueues", "LocalQueue", namespace, ""))) {
            JsonNode queue = JSON.readTree(text);
            String name = queue.at("/metadata/name").asText();
            String policy = queue.at("/spec/stopPolicy").asText("None");
            Optional<String> shut = policy.equals("None") ? Optional.empty() : Optional.of("stopPolicy " + policy);
            boolean active = false;
            for (JsonNode condition : queue.at("/status/conditions")) {
                if ("Active".equals(condition.path("type").asText())) {
                    String status = condition.path("status").asText();
                    active = "True".equals(status);
                    shut = shut.isEmpty() && "False".equals(status)
                            ? Optional.of(condition.path("message").asText())
                            : shut;
                }
            }
            ObjectRef ref = ref(version, "localqueues", "LocalQueue", namespace, name);
            doors.put(name, new Door(active ? Optional.of(ref) : Optional.empty(), shut));
        }
        return doors;
    }

    /** Who may not read them is told nothing of them. */
    private List<String> readable(ObjectRef collection) throws IOException {
        try {
            return reader.list(collection, "", "");
        } catch (ReadRefused refused) {
            return List.of();
        }
    }

    private static boolean finished(JsonNode workload) {
        for (JsonNode condition : workload.path("status").path("conditions")) {
            if ("Finished".equals(condition.path("type").asText())
                    && "True".equals(condition.path("status").asText())) {
                return true;
            }
        }
        return false;
    }

    private static ObjectRef ref(String version, String namespace, String name) {
        return ref(version, "workloads", "Workload", namespace, name);
    }

    private static ObjectRef ref(String version, String resource, String kind, String namespace, String name) {
        return new ObjectRef(GROUP, version, resource, kind, namespace, name);
    }
}
