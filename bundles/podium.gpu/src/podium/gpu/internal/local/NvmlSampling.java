// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.DeviceReport;
import podium.core.failure.Defects;
import podium.core.machine.LocalAccelerators.Sampling;
import podium.core.machine.LocalAccelerators.Sink;
import podium.core.machine.LocalAccelerators.State;
import podium.gpu.internal.nvml.Nvml;
import podium.gpu.internal.nvml.NvmlException;
import podium.gpu.texts.Texts;

/** Opens the library, and again when it was not there or the driver was reloaded. */
public final class NvmlSampling implements Sampling {
    private static final Duration CLOSING = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Opener opener;
    private final SamplingRates pace;
    private final Sink sink;
    private final Map<Integer, DeviceReport> known = new HashMap<>();
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("podium-nvml").factory());
    private final CallTimer opening = new CallTimer();
    private volatile State noSession = new State.Starting();
    private volatile @Nullable NvmlSession session;
    private volatile boolean closing;
    private long nextTry = System.nanoTime();

    /** Opens the library. */
    interface Opener {
        Nvml open() throws NvmlException;
    }

    /**
     * Starts to sample at this pace.
     *
     * @param library the driver's library; empty: where the dynamic linker finds it
     */
    public static NvmlSampling start(Optional<Path> library, Duration period, Sink sink) {
        return new NvmlSampling(
                () -> library.isPresent() ? Nvml.open(library.get()) : Nvml.open(), SamplingRates.of(period), sink);
    }

    NvmlSampling(Opener opener, SamplingRates pace, Sink sink) {
        this.opener = opener;
        this.pace = pace;
        this.sink = sink;
        keeper.scheduleWithFixedDelay(
                Defects.guarded(Texts.of("NvmlSampling.lookingForGpusOf"), this::look),
                0,
                LOOK.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public State state() {
        NvmlSession now = session;
        if (now != null) {
            return now.state();
        }
        return opening.longerThan(pace.patience())
                .<State>map(asking -> new State.NoDriver(Texts.of(
                        "NvmlSampling.theNvidiaDriverHas", asking.time().toSeconds())))
                .orElse(noSession);
    }

    @Override
    public void close() {
        closing = true;
        keeper.shutdown();
        try {
            keeper.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        NvmlSession now = session;
        if (now != null) {
            now.close(CLOSING);
        }
    }

    private void look() {
        NvmlSession now = session;
        if (closing) {
            return;
        }
        if (now != null && now.isOver() && now.close(LOOK)) {
            open();
        } else if (now == null && System.nanoTime() - nextTry >= 0) {
            open();
        }
    }

    private void open() {
        opening.begin(0);
        try {
            Nvml nvml = opener.open();
            NvmlSession fresh = new NvmlSession(nvml, pace, sink, Map.copyOf(known));
            fresh.devices().forEach(device -> known.put(device.index(), device));
            session = fresh;
            if (closing) {
                fresh.close(CLOSING);
            }
        } catch (NvmlException e) {
            noSession = new State.NoDriver(e.getMessage());
            session = null;
            nextTry = System.nanoTime() + pace.retry().toNanos();
        } finally {
            opening.end();
        }
    }
}
