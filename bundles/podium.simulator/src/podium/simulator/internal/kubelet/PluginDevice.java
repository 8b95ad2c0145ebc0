// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

/**
 * One thing a device plugin offers: a whole accelerator, or a slice of one.
 *
 * @param resource the resource it counts for, such as {@code nvidia.com/gpu} or {@code nvidia.com/mig-1g.10gb}
 * @param id the plugin's id, such as {@code GPU-<uuid>} or {@code MIG-<uuid>}
 * @param gpu the index of the accelerator on its node
 * @param slice the profile of the slice, such as {@code 1g.10gb}; empty for a whole accelerator
 * @param instance the GPU instance id of a MIG slice, or the number of a shared replica; 0 otherwise
 */
public record PluginDevice(String resource, String id, int gpu, String slice, int instance) {}
