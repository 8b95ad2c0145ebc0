// SPDX-License-Identifier: Apache-2.0
package podium.core.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import podium.core.machine.LocalAccelerators.LocalDevice;

/** Measures the links between the devices of this machine, and to its memory, with plain copies. Any thread. */
public interface LinkProbe {
    /**
     * Why nothing can be measured here, a sentence; empty: as far as can be told without beginning, it can. May take the
     * milliseconds that loading a library takes.
     */
    Optional<String> unavailable();

    /**
     * Measures on a thread of its own, one link after the other: 64 MiB on each of two devices and of the host at most, all
     * given back at the end. Cancelling the result ends it after the copy that is running.
     *
     * @param devices what the driver tells of the devices of this machine
     * @param held why a device is held by a task, by index; asked before each link
     * @param evenHeld true: those too, and those with processes; false: they are left out
     * @param progress called on that thread
     * @return fails with {@link podium.core.link.LinkProbeException}
     */
    CompletableFuture<LinkReport> measure(
            List<LocalDevice> devices,
            Supplier<Map<Integer, String>> held,
            boolean evenHeld,
            Consumer<LinkProgress> progress);
}
