// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import podium.core.change.ClusterId;
import podium.core.failure.Defects;
import podium.core.failure.FailureText;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.telemetry.TelemetryStore;
import podium.telemetry.texts.Texts;

/**
 * The store in memory, with the day's samples on disk: what is new is written every few minutes and when a cluster is
 * closed or this process ends; what is there of a cluster is read when its first sample comes. Without a directory, or
 * where another process has it, it is the store in memory alone. A crash costs the last minutes, a full disk what comes until there is
 * room again; neither costs a sample in memory, nor the end of a cluster or of this process.
 */
@Component(service = TelemetryStore.class)
public final class DayStore implements TelemetryStore {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final long BOUND = 512L << 20;

    private final MemoryTelemetryStore memory;
    private final InstantSource clock;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("podium-telemetry").factory());
    private volatile Optional<DayFiles> files = Optional.empty();
    private volatile Optional<String> problem = Optional.empty();

    @Activate
    public DayStore() {
        this(DayLocation.find(), BOUND, MemoryTelemetryStore.BUDGET, InstantSource.system(), SegmentFile.Disk.real());
    }

    /**
     * @param directory where the files are; empty: none are kept
     * @param bound bytes that the files together may take
     * @param budget bytes that the series in memory together may take
     */
    DayStore(Optional<Path> directory, long bound, long budget, InstantSource clock, SegmentFile.Disk disk) {
        this.clock = clock;
        this.memory = new MemoryTelemetryStore(budget, this::read, this::later);
        directory.ifPresent(folder -> open(folder, bound, disk));
        if (files.isPresent()) {
            writer.scheduleWithFixedDelay(
                    Defects.guarded(Texts.of("DayStore.keepingTheDaysReadings"), this::save),
                    PERIOD.toMillis(),
                    PERIOD.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void open(Path directory, long bound, SegmentFile.Disk disk) {
        try {
            files = DayFiles.open(directory, bound, disk);
        } catch (IOException e) {
            failed(e); // a store without a past is better than none
        }
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    /** Tells it once until it goes well again. */
    private void failed(Throwable why) {
        Throwable cause = why instanceof UncheckedIOException io ? io.getCause() : why;
        String words = Texts.of("DayStore.todaysReadingsCannotBe", FailureText.of(cause));
        if (problem.isEmpty()) {
            System.getLogger(DayStore.class.getName()).log(System.Logger.Level.WARNING, words);
        }
        problem = Optional.of(words);
    }

    @Override
    public void append(DeviceKey device, Metric metric, long time, double value) {
        memory.append(device, metric, time, value);
    }

    @Override
    public void append(DeviceKey device, long time, double[] values) {
        memory.append(device, time, values);
    }

    @Override
    public void prepend(DeviceKey device, Metric metric, long[] times, double[] values) {
        memory.prepend(device, metric, times, values);
    }

    @Override
    public Optional<Sample> latest(DeviceKey device, Metric metric) {
        return memory.latest(device, metric);
    }

    @Override
    public Curve query(DeviceKey device, Metric metric, long from, long to, int buckets) {
        return memory.query(device, metric, from, to, buckets);
    }

    @Override
    public long version() {
        return memory.version();
    }

    @Override
    public void forget(ClusterId cluster) {
        save();
        memory.forget(cluster);
    }

    private void later(Runnable task) {
        try {
            writer.execute(task);
        } catch (RejectedExecutionException e) {
            task.run(); // this process ends
        }
    }

    /** Writes what is new and gives the files free. */
    @Deactivate
    void close() {
        writer.shutdownNow();
        save();
        files.ifPresent(open -> {
            try {
                open.close();
            } catch (IOException e) {
                // what could be written is written
            }
        });
        files = Optional.empty();
    }

    /** Writes what came since the last time. */
    void save() {
        files.ifPresent(open -> {
            try {
                DayWriter day = new DayWriter(open);
                memory.forEachSeries(day::write);
                day.finish();
                problem = day.wrote() ? Optional.empty() : problem;
            } catch (IOException | RuntimeException | InternalError e) {
                failed(e); // disk full or gone: the samples are still in memory
            }
        });
    }

    /** Reads the past of a cluster; called before its first sample is taken. */
    private void read(ClusterId cluster) {
        long from = clock.millis() - DAY.toMillis();
        files.ifPresent(open -> {
            try {
                open.readCoarse(cluster, (device, metric, spans) -> memory.restore(device, metric, spans, from));
                open.read(
                        cluster,
                        (device, metric, samples) -> samples.forEach((time, value) -> {
                            if (time >= from) {
                                memory.restore(device, metric, time, value);
                            }
                        }));
            } catch (IOException e) {
                // the past stays unknown
            }
        });
    }
}
