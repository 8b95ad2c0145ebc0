// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

/**
 * A model of accelerator.
 *
 * @param id the key in the hardware file
 * @param vendor {@code nvidia}, {@code amd}, {@code habana} or {@code google}
 * @param resource what its device plugin calls it
 * @param product as the driver prints it
 * @param label as the vendor's node labels print it
 * @param family the architecture
 * @param compute the compute capability or its like
 * @param memoryMiB memory in MiB
 * @param idleWatts power at rest
 * @param maxWatts power limit of the board
 * @param smClock highest clock of the cores in MHz
 * @param memoryClock highest clock of the memory in MHz
 * @param links direct links to other accelerators; 0 if it has none
 * @param linkGBs their bandwidth together, both directions, GB/s
 * @param pcieGBs PCIe bandwidth, both directions, GB/s
 * @param mig whether it can be cut into MIG instances
 */
public record AcceleratorModel(
        String id,
        String vendor,
        String resource,
        String product,
        String label,
        String family,
        String compute,
        int memoryMiB,
        int idleWatts,
        int maxWatts,
        int smClock,
        int memoryClock,
        int links,
        int linkGBs,
        int pcieGBs,
        boolean mig) {}
