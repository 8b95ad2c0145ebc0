// SPDX-License-Identifier: Apache-2.0
package podium.core.port;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import podium.core.change.Device;
import podium.core.telemetry.Metric;
import podium.core.telemetry.Reading;

/** The accelerators of the machine this process runs on, read from their driver and not through a cluster. */
public interface LocalAccelerators {
    /** One sample a second. */
    Duration STEADY = Duration.ofSeconds(1);

    /** Ten samples a second. */
    Duration CLOSE = Duration.ofMillis(100);

    /**
     * Starts to sample on threads of its own and returns at once, whatever the driver does. Where there is no driver it
     * looks again from time to time, so a driver that is loaded or reloaded later is found.
     *
     * @param period time between two samples of a device, 10 ms or more
     */
    Sampling start(Duration period, Sink sink);

    /** Takes the samples. Called on the threads that sample, so it must be quick. */
    interface Sink {
        /**
         * One value.
         *
         * @param index index of the device on this machine
         * @param time epoch milliseconds
         * @param value in the unit of the metric
         */
        void sample(int index, Metric metric, long time, double value);
    }

    /** Sampling that runs until it is closed. Any thread. */
    interface Sampling extends AutoCloseable {
        /** How it stands now. Does not ask the driver and does not wait for it. */
        State state();

        /** Ends it. Waits two seconds for a driver that does not answer, then leaves it behind. */
        @Override
        void close();
    }

    /** How sampling stands. */
    sealed interface State {
        /** The driver has not been asked yet. */
        record Starting() implements State {}

        /** @param reason a sentence that says why, and what to do */
        record NoDriver(String reason) implements State {}

        /**
         * The driver answers.
         *
         * @param driver version of the driver; empty when it does not tell
         * @param devices by index
         */
        record Running(String driver, List<LocalDevice> devices) implements State {}
    }

    /**
     * A device and the newest of what it told.
     *
     * @param readings newest of each metric the device has; of a lost device none
     * @param rows empty when the device does not count them
     * @param processes empty when the driver does not tell
     */
    record LocalDevice(
            Device device,
            Condition condition,
            Map<Metric, Reading> readings,
            Optional<RemappedRows> rows,
            List<LocalLink> links,
            Optional<List<LocalProcess>> processes) {}

    /** Whether a device answers. */
    sealed interface Condition {
        record Answering() implements Condition {}

        /** @param reason why it is gone or needs a reset, a sentence */
        record Lost(String reason) implements Condition {}

        /**
         * A call does not return. What was read before is old.
         *
         * @param reason which call, a sentence
         * @param since how long it has been waited for
         */
        record Stalled(String reason, Duration since) implements Condition {}
    }

    /** Rows of memory remapped after errors. */
    record RemappedRows(long corrected, long uncorrected, boolean pending, boolean failed) {}

    /**
     * A link of a device to another.
     *
     * @param remotePci PCI address of the other end; empty when unknown
     * @param errors since the driver was loaded, by kind; only the kinds that are counted
     */
    record LocalLink(int number, boolean active, String remotePci, Map<String, Long> errors) {}

    /**
     * A process that holds memory of a device.
     *
     * @param pid as seen by the driver: in the namespace of the host
     * @param memory bytes; empty when the driver does not tell
     */
    record LocalProcess(long pid, OptionalLong memory) {}
}
