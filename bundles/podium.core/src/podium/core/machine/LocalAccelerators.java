// SPDX-License-Identifier: Apache-2.0
package podium.core.machine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import podium.core.change.DeviceReport;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;

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
     * @param details what makes no series
     */
    record LocalDevice(DeviceReport device, Condition condition, Map<Metric, Sample> readings, LocalDetails details) {}

    /**
     * What is read of a device at a slow pace and makes no series.
     *
     * @param facts what the driver was asked; one it did not tell is there with the reason
     * @param windows over which time the driver measures each metric; none for one whose window is not known
     * @param rows empty when the device does not count them
     * @param processes empty when the driver does not tell
     * @param slices empty when the device is not cut into slices
     */
    record LocalDetails(
            Map<DeviceProperty, PropertyValue> facts,
            Map<Metric, SampleWindow> windows,
            Optional<RemappedRows> rows,
            List<LocalLink> links,
            Optional<List<LocalProcess>> processes,
            List<LocalSlice> slices,
            List<PeerDevice> neighbours) {
        /** Nothing was read yet. */
        public static LocalDetails none() {
            return new LocalDetails(
                    Map.of(), Map.of(), Optional.empty(), List.of(), Optional.empty(), List.of(), List.of());
        }
    }

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

    /**
     * Rows of memory remapped after errors.
     *
     * @param corrected rows remapped after errors that were corrected
     * @param uncorrected rows remapped after errors that were not
     * @param pending a remapping waits for the next reset of the device
     * @param failed a remapping failed: there was no spare row left
     */
    record RemappedRows(long corrected, long uncorrected, boolean pending, boolean failed) {}

    /**
     * A link of a device to another.
     *
     * @param number of the link at its device, from 0
     * @param active whether it carries data now
     * @param version of NVLink
     * @param remotePci PCI address of the other end; empty when unknown
     * @param end what is there
     * @param sent bytes since the driver was loaded
     * @param received bytes since the driver was loaded
     * @param errors since the driver was loaded, by kind; only the kinds that are counted
     */
    record LocalLink(
            int number,
            boolean active,
            OptionalInt version,
            String remotePci,
            LinkEnd end,
            OptionalLong sent,
            OptionalLong received,
            Map<String, Long> errors) {}

    /** What a link leads to. */
    enum LinkEnd {
        DEVICE,
        SWITCH,
        PROCESSOR,
        UNKNOWN
    }

    /**
     * A process that holds memory of a device.
     *
     * @param pid as seen by the driver: in the namespace of the host
     * @param program its file; empty when it cannot be seen from here
     * @param memory bytes; empty when the driver does not tell
     * @param gpuInstance the MIG GPU instance it runs in
     */
    record LocalProcess(long pid, String program, OptionalLong memory, OptionalInt gpuInstance) {}
}
