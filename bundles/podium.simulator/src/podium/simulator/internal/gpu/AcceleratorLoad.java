// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import podium.simulator.internal.loop.RandomSource;

/**
 * What work asks of an accelerator, as shares (0..1) of what it can do.
 *
 * @param active a kernel runs
 * @param multiprocessors multiprocessors are busy
 * @param tensor the tensor pipes are busy
 * @param dram the memory interface is busy
 * @param memory memory that is taken
 * @param links traffic to other accelerators
 * @param pcie traffic to the host
 */
record AcceleratorLoad(
        double active, double multiprocessors, double tensor, double dram, double memory, double links, double pcie) {

    static final AcceleratorLoad NONE = new AcceleratorLoad(0, 0, 0, 0, 0.001, 0, 0.00002);

    private static final double WARM_UP_SECONDS = 75;
    private static final double DAY_SECONDS = 86_400;

    /**
     * The load of a kind of work.
     *
     * @param profile the kind, as a pod's annotation says it; a kind not known counts as steady work
     * @param job the same for all tasks of one job, which work in step
     * @param device different for every device
     * @param seconds the time since the epoch
     * @param running seconds since the work began
     */
    static AcceleratorLoad of(String profile, RandomSource job, RandomSource device, double seconds, double running) {
        return switch (profile) {
            case "training" -> training(job, device, seconds, running);
            case "fine-tuning" -> fineTuning(job, device, seconds, running);
            case "inference" -> inference(job, device, seconds, running);
            case "notebook" -> notebook(job, seconds);
            case "evaluation" -> steady(device, seconds, running, 0.82, 0.22);
            default -> steady(device, seconds, running, 0.6, 0.15);
        };
    }

    /** High and even, with a dip in every step while gradients are exchanged, and a checkpoint now and then. */
    private static AcceleratorLoad training(RandomSource job, RandomSource device, double seconds, double running) {
        if (running < WARM_UP_SECONDS) {
            return loading(running / WARM_UP_SECONDS, 0.9);
        }
        double checkpoint = job.of("checkpoint").between(1500, 2700);
        if (running % checkpoint < 25) {
            return new AcceleratorLoad(0.12, 0.06, 0.01, 0.05, 0.93, 0.01, 0.12);
        }
        double step = job.of("step").between(3, 11);
        boolean exchanging = seconds % step > step * 0.84;
        double wander = SmoothNoise.at(device.of("wander"), seconds, 20) - 0.5;
        double tensor = job.of("tensor").between(0.38, 0.52) + 0.04 * wander;
        return exchanging
                ? new AcceleratorLoad(0.93, 0.62, tensor * 0.45, 0.30, 0.93, 0.55, 0.03)
                : new AcceleratorLoad(
                        0.985 + 0.01 * wander, 0.90 + 0.04 * wander, tensor, 0.41 + 0.05 * wander, 0.93, 0.22, 0.02);
    }

    private static AcceleratorLoad fineTuning(RandomSource job, RandomSource device, double seconds, double running) {
        if (running < WARM_UP_SECONDS) {
            return loading(running / WARM_UP_SECONDS, 0.7);
        }
        double memory = job.of("memory").between(0.55, 0.86);
        if (running % job.of("evaluate").between(400, 900) < 35) {
            return new AcceleratorLoad(0.55, 0.35, 0.10, 0.25, memory, 0.02, 0.05);
        }
        double wander = SmoothNoise.at(device.of("wander"), seconds, 12) - 0.5;
        double active = job.of("active").between(0.84, 0.96) + 0.06 * wander;
        return new AcceleratorLoad(active, active * 0.82, active * 0.33, 0.34 + 0.08 * wander, memory, 0.12, 0.04);
    }

    /** Follows the day, with bursts; memory is taken at the start and kept. */
    private static AcceleratorLoad inference(RandomSource job, RandomSource device, double seconds, double running) {
        if (running < WARM_UP_SECONDS) {
            return loading(running / WARM_UP_SECONDS, 0.88);
        }
        double day = 0.5 - 0.5 * Math.cos(2 * Math.PI * (seconds % DAY_SECONDS) / DAY_SECONDS);
        double base = 0.15 + 0.5 * day * job.of("popular").between(0.5, 1);
        double burst = Math.pow(SmoothNoise.at(device.of("burst"), seconds, 9), 3) * 0.5;
        double active = Math.min(0.99, base * (0.7 + 0.6 * SmoothNoise.at(device.of("slow"), seconds, 70)) + burst);
        return new AcceleratorLoad(
                active, active * 0.6, active * 0.22, active * 0.65, 0.9, active * 0.06, active * 0.015);
    }

    /** Somebody thinks; every now and then a cell runs for some minutes. */
    private static AcceleratorLoad notebook(RandomSource job, double seconds) {
        double memory = job.of("memory").between(0.01, 0.28);
        long window = (long) (seconds / 240);
        boolean works = job.of("cell").of(window).ratio() < 0.14;
        return works
                ? new AcceleratorLoad(
                        0.6 * SmoothNoise.at(job.of("run"), seconds, 8) + 0.2, 0.3, 0.08, 0.2, memory + 0.1, 0, 0.01)
                : new AcceleratorLoad(0, 0, 0, 0, memory, 0, 0.00002);
    }

    private static AcceleratorLoad steady(
            RandomSource device, double seconds, double running, double level, double tensor) {
        if (running < 15) {
            return loading(running / 15, 0.5);
        }
        double active = Math.min(0.99, level + 0.25 * (SmoothNoise.at(device.of("wander"), seconds, 7) - 0.5));
        return new AcceleratorLoad(active, active * 0.7, tensor * active / level, active * 0.5, 0.62, 0.01, 0.02);
    }

    /** Weights are read into memory, little else happens. */
    private static AcceleratorLoad loading(double part, double memory) {
        return new AcceleratorLoad(0.04, 0.02, 0, 0.04, memory * part, 0, 0.3);
    }
}
