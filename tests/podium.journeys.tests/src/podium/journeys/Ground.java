// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import podium.testkit.ControlPlane;

/**
 * The cluster that a journey is made on: four nodes with 4 GPUs each; in namespace team the Deployments web (4 pods, a budget that
 * wants 3) and api (3 pods of 1 GPU) and the StatefulSet cache (2 pods).
 */
interface Ground extends AutoCloseable {
    /** Kinds of ground. */
    enum Kind {
        SIMULATED,
        /** A real kube-apiserver, scheduler and controller manager; the test plays the kubelets. */
        REAL;

        /** Opens it; a test on a ground that this machine does not have is skipped. */
        Ground open(Path directory) throws Exception {
            if (this == SIMULATED) {
                return new SimulatedGround(directory);
            }
            Assumptions.assumeTrue(
                    ControlPlane.assets().isPresent(),
                    "KUBEBUILDER_ASSETS names no kube-apiserver; the journey on a real control plane is skipped");
            return new RealGround(directory);
        }
    }

    /** A kubeconfig of somebody who may do everything. */
    Path kubeconfig();

    /** Whether the three owners of namespace team are there from the beginning. */
    default boolean hasWork() {
        return true;
    }

    /** Pods neither start nor end from here on. */
    void hold();

    /** Lets controllers go on for a moment while pods are held; where they run by a clock of their own they need nobody. */
    default void step() {}

    /** Pods start and end again. */
    void release();

    /** Follows the pods of a deployment from here on; the cluster's own view, not Podium's. */
    BudgetWatch watch(String deployment, int least);
}
