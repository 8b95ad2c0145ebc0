// SPDX-License-Identifier: Apache-2.0
/**
 * Which devices a ResourceClaim gets: the structured parameters of dynamic resource allocation as kube-scheduler's
 * stable allocator has them. Left out are partitionable devices, consumable capacity and binding conditions. Nothing here
 * writes to the cluster. Loop only.
 */
@NonNullByDefault
package podium.simulator.internal.devices;

import org.eclipse.jdt.annotation.NonNullByDefault;
