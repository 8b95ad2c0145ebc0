// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

/**
 * What one accelerator measures at one time.
 *
 * @param load what the work on it does, as shares (0..1)
 * @param memoryMiB memory taken, in MiB
 * @param totalMiB memory that it has, in MiB
 * @param powerWatts power drawn
 * @param celsius temperature of the chip
 * @param memoryCelsius temperature of the memory
 * @param smClock clock of the cores in MHz
 * @param memoryClock clock of the memory in MHz
 * @param energyMillijoules energy since the fleet was built
 * @param linkBytes traffic to other accelerators, bytes per second in one direction
 * @param pcieTxBytes to the host, bytes per second
 * @param pcieRxBytes from the host, bytes per second
 * @param xid the last XID error; 0 if there was none
 * @param correctable corrected memory errors since the driver was loaded
 * @param uncorrectable memory errors that could not be corrected
 * @param throttle why the clocks are low: NVML's bits (1 idle, 4 power cap, 0x20 software thermal)
 */
record AcceleratorReading(
        AcceleratorLoad load,
        double memoryMiB,
        double totalMiB,
        double powerWatts,
        double celsius,
        double memoryCelsius,
        int smClock,
        int memoryClock,
        long energyMillijoules,
        long linkBytes,
        long pcieTxBytes,
        long pcieRxBytes,
        int xid,
        int correctable,
        int uncorrectable,
        int throttle) {

    /** The same of the device, with other work and another memory. */
    AcceleratorReading with(AcceleratorLoad work, double usedMiB, double ofMiB) {
        return new AcceleratorReading(
                work,
                usedMiB,
                ofMiB,
                powerWatts,
                celsius,
                memoryCelsius,
                smClock,
                memoryClock,
                energyMillijoules,
                linkBytes,
                pcieTxBytes,
                pcieRxBytes,
                xid,
                correctable,
                uncorrectable,
                throttle);
    }
}
