// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.kubelet.DeviceManager.Holder;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.scenario.AcceleratorModel;
import podium.simulator.internal.scenario.HardwareFaultLog;

/**
 * Computes what an accelerator measures, from who holds it and the time alone. Nothing runs while nobody asks, and
 * asking twice for one time gives the same answer.
 */
final class SensorModel {

    private static final double GIGA = 1e9;
    private static final double MEBI = 1 << 20;
    private static final double WARM_SECONDS = 120;
    private static final double MEAN_BUSY = 0.66;

    private final RandomSource seed;
    private final Instant built;

    /**
     * Sensors of one fleet.
     *
     * @param built since when energy is counted
     */
    SensorModel(RandomSource seed, Instant built) {
        this.seed = seed;
        this.built = built;
    }

    /**
     * One accelerator.
     *
     * @param node its node
     * @param gpu its index
     * @param model what it is
     * @param holder who uses it; several who share it are seen as the first
     * @param heldBefore how long others held it
     * @param faults what is wrong with it now
     * @param time now
     */
    AcceleratorReading read(
            String node,
            int gpu,
            AcceleratorModel model,
            Optional<Holder> holder,
            Duration heldBefore,
            List<HardwareFaultLog.Entry> faults,
            Instant time) {
        RandomSource device = seed.of(node).of(gpu);
        double seconds = time.getEpochSecond() + time.getNano() / GIGA;
        double held = holder.map(by -> seconds(by.since(), time)).orElse(0.0);
        AcceleratorLoad load = holder.map(
                        by -> AcceleratorLoad.of(by.profile(), seed.of(by.group()), device, seconds, held))
                .orElse(AcceleratorLoad.NONE);
        boolean hot = faults.stream().anyMatch(fault -> fault.kind().equals("thermal"));
        int xid = faults.stream()
                .mapToInt(HardwareFaultLog.Entry::code)
                .filter(code -> code > 0)
                .findFirst()
                .orElse(0);
        double effort =
                0.12 * load.active() + 0.30 * load.multiprocessors() + 0.75 * load.tensor() + 0.35 * load.dram();
        double drawn = model.idleWatts() + (model.maxWatts() - model.idleWatts()) * Math.min(1, effort);
        double power = drawn * (0.99 + 0.02 * SmoothNoise.at(device.of("power"), seconds, 3)) * (hot ? 0.78 : 1);
        double warmed = holder.isPresent() ? 1 - Math.exp(-held / WARM_SECONDS) : 0;
        double share = (power - model.idleWatts()) / (model.maxWatts() - model.idleWatts());
        double cool = 27 + device.of("place").between(0, 7) + 2 * SmoothNoise.at(device.of("air"), seconds, 600);
        double celsius = cool + 36 * share * Math.max(warmed, 0.2) + (hot ? 24 : 0);
        boolean idle = load.active() < 0.001;
        boolean capped = !hot && share > 0.97;
        int clock = clock(model, load, hot);
        double uncorrectable = xid == 48 || xid == 94 || xid == 95 ? 1 : 0;
        return new AcceleratorReading(
                load,
                Math.max(1, load.memory() * model.memoryMiB()),
                model.memoryMiB(),
                power,
                celsius,
                celsius + 4 + 6 * load.dram(),
                clock,
                idle ? Math.min(model.memoryClock(), 405 + model.memoryClock() / 2) : model.memoryClock(),
                energy(model, heldBefore.toMillis() / 1000.0 + held, time),
                Math.round(load.links() * model.linkGBs() * GIGA / 2),
                Math.round(load.pcie() * model.pcieGBs() * GIGA / 3),
                Math.round(load.pcie() * model.pcieGBs() * GIGA / 2),
                xid,
                (int) device.of("correctable").between(0, 1.15),
                (int) uncorrectable,
                hot ? 0x20 : idle ? 1 : capped ? 4 : 0);
    }

    private static int clock(AcceleratorModel model, AcceleratorLoad load, boolean hot) {
        double full = load.active() < 0.001 ? 0.18 : 1 - 0.12 * load.tensor() - 0.06 * load.dram();
        return (int) (model.smClock() * full * (hot ? 0.68 : 1) / 15) * 15;
    }

    private long energy(AcceleratorModel model, double heldSeconds, Instant time) {
        double idle = model.idleWatts() * seconds(built, time);
        double work = (model.maxWatts() - model.idleWatts()) * MEAN_BUSY * heldSeconds;
        return Math.round((idle + work) * 1000);
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
    }

    /** Bytes of so many MiB. */
    static long bytes(double mebibytes) {
        return Math.round(mebibytes * MEBI);
    }
}
