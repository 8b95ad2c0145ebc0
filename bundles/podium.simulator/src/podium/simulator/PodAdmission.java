// SPDX-License-Identifier: Apache-2.0
package podium.simulator;

import podium.simulator.internal.api.Admission;
import podium.simulator.internal.life.Cluster;
import podium.simulator.store.ResourceTypes;

/** Completes pods that people create as the API server's admission plugins do: priority, default tolerations. */
final class PodAdmission implements Admission {

    private final Cluster cluster;

    PodAdmission(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public void review(Request request) {
        if (request.operation() == Operation.CREATE
                && request.type().equals(ResourceTypes.POD)
                && request.subresource().isEmpty()) {
            podium.simulator.internal.life.Admission.complete(cluster, request.object());
        }
    }
}
