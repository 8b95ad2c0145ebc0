// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.object.Pods;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;

/** Makes and removes the pods of Jobs. */
public final class JobPods {

    static final String INDEX = "batch.kubernetes.io/job-completion-index";

    private static final String NAME = "batch.kubernetes.io/job-name";
    private static final String UID = "batch.kubernetes.io/controller-uid";

    private final EngineContext cluster;
    private long made;

    JobPods(EngineContext cluster) {
        this.cluster = cluster;
    }

    /** The pod's index in its Job; 0 for pods without. */
    public static int index(ObjectNode pod) {
        return Json.annotation(pod, INDEX).map(Integer::parseInt).orElse(0);
    }

    void create(ObjectNode job, JobSpec spec, JobTally tally, List<ObjectNode> pods, int count) {
        if (!spec.indexed()) {
            for (int i = 0; i < count; i++) {
                store(job, pod(job, Json.name(job) + "-"));
            }
            return;
        }
        Set<Integer> taken = new HashSet<>();
        for (ObjectNode pod : pods) {
            boolean ending = spec.replaceFailedOnly() && Json.terminating(pod) && !Pods.finished(pod);
            if (Pods.active(pod) || ending) {
                taken.add(index(pod));
            }
        }
        int left = count;
        for (int index = 0; index < spec.completions().orElse(0) && left > 0; index++) {
            if (!tally.done(index) && !taken.contains(index)) {
                store(job, indexed(job, index));
                left--;
            }
        }
    }

    private ObjectNode indexed(ObjectNode job, int index) {
        ObjectNode pod = pod(job, Json.name(job) + "-" + index + "-");
        String text = Integer.toString(index);
        Json.with(pod, "metadata", "labels").put(INDEX, text);
        Json.with(pod, "metadata", "annotations").put(INDEX, text);
        Json.with(pod, "spec").put("hostname", Json.name(job) + "-" + index);
        for (JsonNode container : Json.at(pod, "spec", "containers")) {
            ArrayNode environment = Json.array((ObjectNode) container, "env");
            ObjectNode variable = environment.addObject().put("name", "JOB_COMPLETION_INDEX");
            Json.with(variable, "valueFrom", "fieldRef")
                    .put("apiVersion", "v1")
                    .put("fieldPath", "metadata.labels['" + INDEX + "']");
        }
        return pod;
    }

    private ObjectNode pod(ObjectNode job, String prefix) {
        String name = cluster.freshName(
                ResourceTypes.POD,
                Json.namespace(job),
                prefix,
                cluster.seed().of(Json.uid(job)).of(made++));
        ObjectNode pod = Pods.fromTemplate(cluster, job, Json.at(job, "spec", "template"), name);
        ObjectNode labels = Json.with(pod, "metadata", "labels");
        labels.put(UID, Json.uid(job)).put(NAME, Json.name(job));
        labels.put("controller-uid", Json.uid(job)).put("job-name", Json.name(job));
        return pod;
    }

    private void store(ObjectNode job, ObjectNode pod) {
        cluster.createPod(job, JobController.COMPONENT, pod);
        cluster.events().normal(job, JobController.COMPONENT, "SuccessfulCreate", "Created pod: " + Json.name(pod));
    }

    void delete(ObjectNode job, ObjectNode pod) {
        cluster.delete(ResourceTypes.POD, ObjectKey.of(pod));
        cluster.events().normal(job, JobController.COMPONENT, "SuccessfulDelete", "Deleted pod: " + Json.name(pod));
    }
}
