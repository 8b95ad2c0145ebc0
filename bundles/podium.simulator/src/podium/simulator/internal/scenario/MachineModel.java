// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import java.util.Optional;

/**
 * A model of machine.
 *
 * @param id the key in the hardware file
 * @param accelerator what it carries, if anything
 * @param count how many of them
 * @param cpus logical processors
 * @param memoryGi memory in GiB
 * @param storageGi local storage in GiB
 * @param pods how many pods its kubelet takes
 * @param machine the maker's name of it
 * @param arch {@code amd64} or {@code arm64}
 */
public record MachineModel(
        String id,
        Optional<AcceleratorModel> accelerator,
        int count,
        int cpus,
        int memoryGi,
        int storageGi,
        int pods,
        String machine,
        String arch) {}
