// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.life.Behaviour;

/** Writes what a workload's pods will do as the annotations that the simulated kubelets read. */
final class PodBehaviour {

    private PodBehaviour() {}

    static void annotate(ObjectNode metadata, WorkloadSpec spec) {
        if (!spec.profile().isEmpty()) {
            Json.with(metadata, "annotations").put(Behaviour.PROFILE, spec.profile());
        }
        spec.duration().filter(duration -> !spec.kind().equals("statefulset")).ifPresent(duration -> Json.with(
                        metadata, "annotations")
                .put(Behaviour.DURATION, duration.toSeconds() + "s"));
        spec.failsAt().ifPresent(part -> Json.with(metadata, "annotations")
                .put(Behaviour.FAILS_AT, String.format(Locale.ROOT, "%.2f", part))
                .put(Behaviour.EXIT_CODE, Integer.toString(spec.exitCode())));
        if (spec.traits().crashes()) {
            Json.with(metadata, "annotations")
                    .put(Behaviour.DURATION, "40s")
                    .put(Behaviour.FAILS_AT, "0.50")
                    .put(Behaviour.EXIT_CODE, "1");
        }
    }
}
