// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kueue.KueueWorkloadReader;
import podium.kubernetes.internal.kueue.QueueDoor;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.TestedPatch;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;

/** Jobs under Kueue and the Workload that Kueue made of each (kueue pkg/controller/constants, apis/kueue/v1beta1). */
final class KueueFields {

    private static final Duration CONTROLLER = Duration.ofMinutes(10);
    private static final String GROUP = KueueNames.GROUP;
    private static final List<String> VERSIONS = List.of("v1beta2", "v1beta1");
    /** Cohorts were first served in an older one. */
    private static final List<String> ALL_VERSIONS = List.of("v1beta2", "v1beta1", "v1alpha1");

    private KueueFields() {}

    static boolean has(JobTarget job) {
        return !job.label(KueueNames.QUEUE).isEmpty();
    }

    /** Names in a collection of Kueue's, sorted; none when Kueue is not installed. */
    static List<String> names(JobTarget job, String resource, String kind, String namespace) throws IOException {
        return all(job, resource, kind, namespace).stream()
                .map(one -> Trees.text(one, "/metadata/name"))
                .sorted()
                .toList();
    }

    /** The objects of a collection of Kueue's, in the newest version that has any; none when Kueue is not installed. */
    static List<JsonNode> all(JobTarget job, String resource, String kind, String namespace) throws IOException {
        for (String version : ALL_VERSIONS) {
            List<JsonNode> found = job.list(new ObjectRef(GROUP, version, resource, kind, namespace, ""), "");
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The Workload by which Kueue holds the job now. */
    static Optional<Workload> workload(JobTarget job) throws IOException {
        return KueueWorkloadReader.of(job.reader(), job.ref(), job.uid()).map(Workload::new);
    }

    /** Waits, before a job is stopped, that a queue admits. */
    static List<Step> open(JobTarget job, String queue) throws IOException {
        return QueueDoor.open(new ObjectReads(job.reader()), job.ref().namespace(), queue);
    }

    /** Waits until Kueue has made a Workload of the job that is in a queue. */
    static Step.Await made(JobTarget job, String queue) throws IOException {
        String version = VERSIONS.getLast();
        for (String one : VERSIONS) {
            ObjectRef queues = new ObjectRef(
                    GROUP, one, "localqueues", "LocalQueue", job.ref().namespace(), "");
            if (!job.list(queues, "").isEmpty()) {
                version = one;
                break;
            }
        }
        return new Step.Await(
                new ObjectRef(GROUP, version, "workloads", "Workload", job.ref().namespace(), ""),
                new Expectation.Listed(KueueNames.JOB_UID + "=" + job.uid(), "/spec/queueName", queue),
                CONTROLLER,
                Texts.of("KueueFields.waitUntilKueueHasCreated", job.name(), queue));
    }

    /** Kueue's own object of a job; {@code spec.active=false} evicts it and keeps it from being admitted. */
    record Workload(KueueWorkloadReader.Found its) {

        Step.Write active(boolean active, String job) {
            return new Step.Write(set(active, job), Optional.of(set(!active, job)));
        }

        private ApiWrite set(boolean active, String job) {
            return its.active(
                    active,
                    active
                            ? Texts.of("KueueFields.letKueueAdmitAgain", job)
                            : Texts.of("KueueFields.haveKueueTakeBack", job));
        }

        /** Its fields at the top of its spec, which may change while no quota is reserved. */
        Step.Write spec(Map<String, JsonNode> fields, String words, String back) {
            TestedPatch patch = new TestedPatch(its.object()).guard(its.owner());
            fields.forEach((field, value) -> patch.set("/spec/" + field, value));
            return new Step.Write(its.patch(patch.there(), words), Optional.of(its.patch(patch.back(), back)));
        }

        /**
         * Its class and the value of that. From v1beta2 on a reference stands for name and source (kueue
         * apis/kueue/v1beta1/workload_conversion.go).
         */
        Step.Write priority(String job, String to, int value) {
            Map<String, JsonNode> fields = isOfReference()
                    ? Map.of(
                            "priorityClassRef",
                            Trees.object()
                                    .put("group", GROUP)
                                    .put("kind", "WorkloadPriorityClass")
                                    .put("name", to),
                            "priority",
                            IntNode.valueOf(value))
                    : Map.of(
                            "priorityClassName",
                            TextNode.valueOf(to),
                            "priorityClassSource",
                            TextNode.valueOf(GROUP + "/workloadpriorityclass"),
                            "priority",
                            IntNode.valueOf(value));
            return spec(
                    fields,
                    Texts.of("KueueFields.giveTheWorkloadOfPriority", job, to),
                    Texts.of("KueueFields.putThePriorityOfTheWorkload", job));
        }

        /** Field of its spec that names its class. */
        String priorityField() {
            return isOfReference() ? "priorityClassRef/name" : "priorityClassName";
        }

        private boolean isOfReference() {
            return !its.ref().version().equals("v1beta1");
        }

        /** Waits until Kueue has taken its quota back. */
        Step.Await free(String job) {
            return new Step.Await(
                    its.ref(),
                    new Expectation.FieldIs("/status/admission/clusterQueue", ""),
                    CONTROLLER,
                    Texts.of("KueueFields.waitUntilKueueHasTaken", job));
        }

        /** Waits until a field of its spec is so. */
        Step.Await has(String field, String value, String words) {
            return new Step.Await(its.ref(), new Expectation.FieldIs("/spec/" + field, value), CONTROLLER, words);
        }
    }
}
