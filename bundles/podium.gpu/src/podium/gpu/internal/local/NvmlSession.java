// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import podium.core.change.DeviceReport;
import podium.core.failure.Defects;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.Sink;
import podium.core.machine.LocalAccelerators.State;
import podium.gpu.internal.local.CallTimer.Asking;
import podium.gpu.internal.nvml.Nvml;
import podium.gpu.internal.nvml.Nvml.Devices;
import podium.gpu.internal.nvml.Nvml.Missing;
import podium.gpu.internal.nvml.NvmlDevice;
import podium.gpu.internal.nvml.XidEvents;
import podium.gpu.texts.Texts;
import podium.model.fleet.Health;

/** The library from its opening to its closing: the devices it had then, and the three threads that ask them. */
final class NvmlSession {
    private final Nvml nvml;
    private final Arena arena = Arena.ofShared();
    private final SamplingRates pace;
    private final Sink sink;
    private final String driver;
    private final List<DeviceWatch> watches = new ArrayList<>();
    private final DeviceWatch[] sampled;
    private final List<LocalDevice> missing = new ArrayList<>();
    private final CallTimer sampling = new CallTimer();
    private final CallTimer reading = new CallTimer();
    private final FixedRateLoop beat;
    private final List<ScheduledExecutorService> threads;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final long opened = System.nanoTime();
    private volatile boolean listening = true;
    private volatile boolean ending;

    /**
     * Takes over an opened library and starts to sample.
     *
     * @param known what earlier sessions knew of the device with an index
     */
    NvmlSession(Nvml nvml, SamplingRates pace, Sink sink, Map<Integer, DeviceReport> known) {
        this.nvml = nvml;
        this.pace = pace;
        this.sink = sink;
        this.driver = nvml.driverVersion().get().orElse("");
        Devices devices = nvml.devices().get().orElse(new Devices(List.of(), List.of()));
        for (NvmlDevice device : devices.present()) {
            watches.add(new DeviceWatch(device, arena, pace.slow()));
        }
        sampled = watches.toArray(DeviceWatch[]::new);
        for (Missing device : devices.missing()) {
            missing.add(lost(device, known));
        }
        ScheduledExecutorService sampler = thread("podium-nvml-sampling");
        ScheduledExecutorService reader = thread("podium-nvml-reading");
        ScheduledExecutorService listener = thread("podium-nvml-xid");
        this.threads = List.of(sampler, reader, listener);
        this.beat = new FixedRateLoop(this::sample, pace.sample());
        sampler.execute(beat);
        reader.scheduleWithFixedDelay(
                Defects.guarded(Texts.of("NvmlSession.readingTheGpusOf"), this::read),
                0,
                pace.slow().toNanos(),
                TimeUnit.NANOSECONDS);
        nvml.xidEvents(devices.present())
                .get()
                .ifPresentOrElse(events -> listener.execute(() -> listen(events)), () -> listening = false);
    }

    /** The devices that are asked. */
    List<DeviceReport> devices() {
        return watches.stream().map(DeviceWatch::device).toList();
    }

    /** How it stands. Any thread; asks nobody. */
    State.Running state() {
        Optional<Asking> sample = sampling.longerThan(pace.patience());
        Optional<Asking> read = reading.longerThan(pace.patience());
        List<LocalDevice> all = new ArrayList<>(missing);
        for (DeviceWatch watch : watches) {
            all.add(stall(watch, sample, read).map(watch::state).orElseGet(watch::state));
        }
        all.sort(Comparator.comparingInt(local -> local.device().index()));
        return new State.Running(driver, all);
    }

    /** True when the library should be closed and opened again: the driver is gone, or a device may have come back. */
    boolean isOver() {
        Duration age = Duration.ofNanos(System.nanoTime() - opened);
        boolean anyWell = watches.stream().anyMatch(watch -> !watch.isGone());
        boolean allWell = anyWell && missing.isEmpty() && watches.stream().noneMatch(DeviceWatch::isGone) && listening;
        return !allWell && age.compareTo(anyWell ? pace.lookAgain() : pace.retry()) >= 0;
    }

    /**
     * Ends the threads, then closes the library.
     *
     * @return false when a call has not returned in time; the library is closed when it does
     */
    boolean close(Duration atMost) {
        if (!ending) {
            ending = true;
            beat.end();
            threads.forEach(ScheduledExecutorService::shutdown);
            Thread.ofVirtual().name("podium-nvml-closing").start(this::closeAfterThreads);
        }
        try {
            return closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void closeAfterThreads() {
        try {
            for (ScheduledExecutorService thread : threads) {
                thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            }
            nvml.close();
            arena.close();
            closed.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Over an array: the iterator of a list would be 24 bytes a sample where no compiler takes it away. */
    private void sample() {
        for (DeviceWatch watch : sampled) {
            if (ending) {
                return;
            }
            sampling.begin(watch.index());
            watch.sample(System.currentTimeMillis(), sink);
            sampling.end();
        }
    }

    private void read() {
        for (DeviceWatch watch : watches) {
            if (ending) {
                return;
            }
            reading.begin(watch.index());
            watch.readSlowly(System.currentTimeMillis(), watches, sink);
            reading.end();
        }
    }

    private void listen(XidEvents events) {
        try (events) {
            List<Integer> heard = events.devices();
            watches.stream()
                    .filter(watch -> heard.contains(watch.index()))
                    .forEach(watch -> watch.xid(System.currentTimeMillis(), 0, sink));
            while (!ending && listening) {
                var answer = events.next(pace.listen());
                answer.get().ifPresent(xid -> watches.stream()
                        .filter(watch -> watch.index() == xid.deviceIndex())
                        .forEach(watch -> watch.xid(System.currentTimeMillis(), xid.code(), sink)));
                listening = switch (answer.code()) {
                    case SUCCESS, TIMEOUT, NOT_FOUND -> true;
                    default -> false;
                };
            }
        }
    }

    /** A device is stalled when it does not answer, and when it waits behind one that does not. */
    private Optional<Condition> stall(DeviceWatch watch, Optional<Asking> sample, Optional<Asking> read) {
        if (sample.isPresent()) {
            Asking asking = sample.get();
            String function = watches.stream()
                    .filter(other -> other.index() == asking.device())
                    .map(DeviceWatch::calling)
                    .findFirst()
                    .orElse("NVML");
            String reason = asking.device() == watch.index()
                    ? Texts.of("NvmlSession.theDriverDoesNotReturnFromFunction", function)
                    : Texts.of("NvmlSession.waitsBehindGpuThe", asking.device(), function);
            return Optional.of(new Condition.Stalled(reason, asking.time()));
        }
        return read.filter(asking -> asking.device() == watch.index())
                .map(asking -> new Condition.Stalled(
                        Texts.of("NvmlSession.theDriverDoesNotReturnFromSlowReading"), asking.time()));
    }

    private static LocalDevice lost(Missing device, Map<Integer, DeviceReport> known) {
        DeviceReport identity = known.getOrDefault(
                device.index(),
                new DeviceReport(
                        device.index(), "", "", OptionalLong.empty(), "", OptionalInt.empty(), Health.UNKNOWN, ""));
        Condition condition = new Condition.Lost(DeviceWatch.lossOf(device.index(), device.code()));
        return new LocalDevice(identity, condition, Map.of(), LocalDetails.none());
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }
}
