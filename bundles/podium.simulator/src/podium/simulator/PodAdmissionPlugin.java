// SPDX-License-Identifier: Apache-2.0
package podium.simulator;

import podium.simulator.internal.api.AdmissionPlugin;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.store.ResourceTypes;

/** Completes pods that people create as the API server's admission plugins do: priority, default tolerations. */
final class PodAdmissionPlugin implements AdmissionPlugin {

    private final EngineContext cluster;

    PodAdmissionPlugin(EngineContext cluster) {
        this.cluster = cluster;
    }

    @Override
    public void review(Request request) {
        if (request.operation() == Operation.CREATE
                && request.type().equals(ResourceTypes.POD)
                && request.subresource().isEmpty()) {
            podium.simulator.internal.object.PodDefaults.complete(cluster, request.object());
        }
    }
}
