// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.kubelet.ContainerBehaviour;

/** Writes what a workload's pods will do as the annotations that the simulated kubelets read. */
final class BehaviourAnnotations {

    private BehaviourAnnotations() {}

    static void annotate(ObjectNode metadata, WorkloadSpec spec) {
        if (!spec.profile().isEmpty()) {
            Json.with(metadata, "annotations").put(ContainerBehaviour.PROFILE, spec.profile());
        }
        spec.duration().filter(duration -> !spec.kind().equals("statefulset")).ifPresent(duration -> Json.with(
                        metadata, "annotations")
                .put(ContainerBehaviour.DURATION, duration.toSeconds() + "s"));
        spec.failsAt().ifPresent(part -> Json.with(metadata, "annotations")
                .put(ContainerBehaviour.FAILS_AT, String.format(Locale.ROOT, "%.2f", part))
                .put(ContainerBehaviour.EXIT_CODE, Integer.toString(spec.exitCode())));
        if (spec.traits().crashes()) {
            Json.with(metadata, "annotations")
                    .put(ContainerBehaviour.DURATION, "40s")
                    .put(ContainerBehaviour.FAILS_AT, "0.50")
                    .put(ContainerBehaviour.EXIT_CODE, "1");
        }
    }
}
