// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.link.ExpectedSpeed;
import podium.core.link.LinkDevice;
import podium.core.link.LinkEnd;
import podium.core.link.LinkProgress;
import podium.core.link.LinkReport;
import podium.core.link.LinkResult;
import podium.core.link.MachineLinks;
import podium.core.link.PeerAccess;
import podium.model.fleet.Node;

/** Links that a test measures by hand. */
public final class FakeLinks implements MachineLinks {
    public @Nullable Node here;
    public Optional<String> unavailable = Optional.empty();
    public Optional<LinkReport> last = Optional.empty();
    public CompletableFuture<LinkReport> running = new CompletableFuture<>();
    public Consumer<LinkProgress> progress = step -> {};
    /** One entry a measurement that was begun: whether devices in use were to be measured too. */
    public final List<Boolean> begun = new CopyOnWriteArrayList<>();

    @Override
    public boolean isHere(Node node) {
        return node == here;
    }

    @Override
    public Optional<String> unavailable() {
        return unavailable;
    }

    @Override
    public Optional<LinkReport> last() {
        return last;
    }

    @Override
    public CompletableFuture<LinkReport> measure(Node node, boolean evenHeld, Consumer<LinkProgress> told) {
        begun.add(evenHeld);
        progress = told;
        running = new CompletableFuture<>();
        return running;
    }

    /** Ends the measurement that is under way. */
    public void found(LinkReport report) {
        last = Optional.of(report);
        running.complete(report);
    }

    /** The host and two GPUs: PCIe 5 at 80 in 100, the link from GPU 0 to GPU 1 at a third. */
    public static LinkReport report(Map<Integer, String> leftOut) {
        LinkEnd host = new LinkEnd.Host();
        LinkEnd zero = new LinkEnd.Device(0);
        LinkEnd one = new LinkEnd.Device(1);
        ExpectedSpeed pcie = new ExpectedSpeed(OptionalDouble.of(63e9), "PCIe 5 x16");
        ExpectedSpeed nvLink = new ExpectedSpeed(OptionalDouble.of(450e9), "18 NVLinks of 25.0 GB/s");
        PeerAccess terms = new PeerAccess(true, OptionalInt.of(0), Optional.of(true));
        return new LinkReport(
                Instant.EPOCH,
                "12.8",
                List.of(device(0), device(1)),
                List.of(
                        link(host, zero, Optional.empty(), 50e9, pcie),
                        link(zero, host, Optional.empty(), 51e9, pcie),
                        link(host, one, Optional.empty(), 50e9, pcie),
                        new LinkResult(
                                one,
                                host,
                                Optional.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                pcie,
                                Optional.of("cuMemcpyDtoHAsync answers CUDA_ERROR_UNKNOWN (999).")),
                        link(zero, one, Optional.of(terms), 150e9, nvLink),
                        link(one, zero, Optional.of(terms), 380e9, nvLink)),
                leftOut);
    }

    private static LinkDevice device(int index) {
        return new LinkDevice(
                index, "GPU-" + index, "H100", "0000:1B:00.0", "9.0", OptionalInt.of(132), OptionalInt.of(3));
    }

    private static LinkResult link(
            LinkEnd from, LinkEnd to, Optional<PeerAccess> terms, double speed, ExpectedSpeed expected) {
        return new LinkResult(
                from, to, terms, OptionalDouble.of(speed), OptionalDouble.of(2.1e-6), expected, Optional.empty());
    }
}
