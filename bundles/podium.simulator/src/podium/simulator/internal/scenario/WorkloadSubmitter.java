// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import podium.simulator.internal.engine.SimulationEngine;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ApiException;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** Submits work as a person would. */
final class WorkloadSubmitter {

    private final SimulationEngine life;

    WorkloadSubmitter(SimulationEngine life) {
        this.life = life;
    }

    /** Submits at a time; work from before the fleet was built is submitted as soon as it was. On the loop. */
    void at(Instant time, WorkloadSpec work) {
        life.loop().at(time, () -> now(work));
    }

    /** Submits now; what is there already stays as it is. On the loop. */
    void now(WorkloadSpec work) {
        for (WorkloadFactory.Manifest manifest : WorkloadFactory.manifests(work)) {
            try {
                ObjectNode created = life.store().create(manifest.type(), manifest.object());
                if (manifest.type().equals(ResourceTypes.JOB)) {
                    select(created);
                }
            } catch (ApiException there) {
                if (there.code() != 409) {
                    throw there;
                }
            }
        }
        if (work.kind().equals("statefulset")) {
            work.duration().ifPresent(duration -> life.loop().after(duration, () -> life.store()
                    .delete(ResourceTypes.STATEFUL_SET, work.namespace(), work.name(), DeleteOptions.none())));
        }
    }

    /** Gives a service an autoscaler, and the load that its replicas are for. On the loop. */
    void autoscaler(Scenario.Scaling scaling, int replicas) {
        ResourceType type = ResourceTypes.HORIZONTAL_POD_AUTOSCALER;
        ObjectNode made = Json.object().put("apiVersion", type.apiVersion()).put("kind", type.kind());
        Json.with(made, "metadata").put("name", scaling.name()).put("namespace", scaling.namespace());
        ObjectNode spec =
                Json.with(made, "spec").put("minReplicas", scaling.from()).put("maxReplicas", scaling.to());
        Json.with(spec, "scaleTargetRef")
                .put("apiVersion", "apps/v1")
                .put("kind", "Deployment")
                .put("name", scaling.name());
        ObjectNode metric = spec.putArray("metrics").addObject().put("type", "Pods");
        Json.with(metric, "pods", "metric").put("name", "vllm_num_requests_running");
        Json.with(metric, "pods", "target").put("type", "AverageValue").put("averageValue", "16");
        life.store().create(type, made);
        life.autoscaler().load(new ObjectKey(scaling.namespace(), scaling.name()), replicas);
    }

    /** What the API server adds to a Job that names no selector. */
    private void select(ObjectNode job) {
        String uid = Json.uid(job);
        life.store().modify(ResourceTypes.JOB, Json.namespace(job), Json.name(job), object -> {
            Json.with(object, "spec", "selector", "matchLabels").put("batch.kubernetes.io/controller-uid", uid);
            Json.with(object, "spec", "template", "metadata", "labels")
                    .put("batch.kubernetes.io/controller-uid", uid)
                    .put("batch.kubernetes.io/job-name", Json.name(job))
                    .put("controller-uid", uid)
                    .put("job-name", Json.name(job));
        });
    }
}
