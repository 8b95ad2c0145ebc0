// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What has gone wrong on accelerators; written on the loop, read by exporters on any thread. */
public final class HardwareFaultLog {

    /**
     * One fault of one accelerator.
     *
     * @param kind as in the scenario file
     * @param node the node
     * @param gpu the accelerator's index
     * @param code the XID; 0 for faults without
     * @param from when it began
     * @param until when it ends; {@link Instant#MAX} if it stays
     */
    public record Entry(String kind, String node, int gpu, int code, Instant from, Instant until) {

        boolean at(Instant time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    void add(Entry entry) {
        entries.add(entry);
    }

    /** The faults of an accelerator that are in effect at a time. */
    public List<Entry> of(String node, int gpu, Instant time) {
        return entries.stream()
                .filter(entry -> entry.node().equals(node) && entry.gpu() == gpu && entry.at(time))
                .toList();
    }

    /** The faults of a node's accelerators that have begun by a time, in their order. */
    public List<Entry> until(String node, Instant time) {
        return entries.stream()
                .filter(entry -> entry.node().equals(node) && !entry.from().isAfter(time))
                .toList();
    }
}
