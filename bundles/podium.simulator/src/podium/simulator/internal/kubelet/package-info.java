// SPDX-License-Identifier: Apache-2.0
/** The kubelets of the simulated nodes: admission, the life of a pod, devices, MIG, signs of life. */
@NonNullByDefault
package podium.simulator.internal.kubelet;

import org.eclipse.jdt.annotation.NonNullByDefault;
