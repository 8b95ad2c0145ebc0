// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.link;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import podium.core.link.ExpectedSpeed;
import podium.core.link.LinkDevice;
import podium.core.link.LinkEnd;
import podium.core.link.LinkProbeException;
import podium.core.link.LinkProgress;
import podium.core.link.LinkReport;
import podium.core.link.LinkResult;
import podium.core.link.PeerAccess;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.gpu.internal.cuda.Cuda;
import podium.gpu.internal.cuda.Cuda.Context;
import podium.gpu.internal.cuda.Cuda.Memory;
import podium.gpu.internal.cuda.CudaDevice;
import podium.gpu.internal.cuda.CudaException;
import podium.gpu.internal.link.CopyBenchmark.Cancelled;
import podium.gpu.internal.link.CopyBenchmark.Speed;
import podium.gpu.internal.link.ProbeSelection.Candidate;
import podium.gpu.texts.Texts;

/** One measurement from its first link to its last. One platform thread. */
final class ProbeRun {
    private final Cuda cuda;
    private final Supplier<Map<Integer, String>> held;
    private final boolean evenHeld;
    private final Consumer<LinkProgress> progress;
    private final BooleanSupplier cancelled;
    private final CopyBenchmark bench;
    private final List<LinkResult> results = new ArrayList<>();
    private final Map<Integer, String> leftOut = new TreeMap<>();
    private int done;
    private int all;

    ProbeRun(
            Cuda cuda,
            Supplier<Map<Integer, String>> held,
            boolean evenHeld,
            Consumer<LinkProgress> progress,
            BooleanSupplier cancelled) {
        this.cuda = cuda;
        this.held = held;
        this.evenHeld = evenHeld;
        this.progress = progress;
        this.cancelled = cancelled;
        this.bench = new CopyBenchmark(cancelled);
    }

    /**
     * Measures each device with the host and each pair, both ways. A link that fails costs itself only.
     *
     * @throws LinkProbeException when there is nothing to measure
     */
    LinkReport measure(List<LocalDevice> devices, InstantSource clock) {
        ProbeSelection choice = ProbeSelection.of(devices, cuda.devices(), held.get(), evenHeld);
        List<Candidate> chosen = choice.chosen();
        leftOut.putAll(choice.leftOut());
        if (chosen.isEmpty()) {
            throw new LinkProbeException(nothing());
        }
        all = 2 * chosen.size() + chosen.size() * (chosen.size() - 1);
        progress.accept(new LinkProgress(0, all));
        for (Candidate one : chosen) {
            withHost(one);
        }
        for (int i = 0; i < chosen.size(); i++) {
            for (int j = i + 1; j < chosen.size(); j++) {
                pair(chosen.get(i), chosen.get(j));
            }
        }
        int version = cuda.version();
        return new LinkReport(
                clock.instant(),
                version / 1000 + "." + version % 1000 / 10,
                chosen.stream().map(ProbeRun::described).toList(),
                results,
                leftOut);
    }

    private String nothing() {
        if (leftOut.isEmpty()) {
            return Texts.of("ProbeRun.thereIsNoDevice");
        }
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        leftOut.forEach((index, reason) ->
                byReason.computeIfAbsent(reason, none -> new ArrayList<>()).add(String.valueOf(index)));
        List<String> reasons = new ArrayList<>();
        byReason.forEach((reason, gpus) -> reasons.add(
                gpus.size() == 1
                        ? Texts.of("ProbeRun.gpuIsLeftOut", gpus.getFirst(), reason)
                        : Texts.of("ProbeRun.gpusAreLeftOut", String.join(", ", gpus), reason)));
        return Texts.of("ProbeRun.noDeviceWasMeasured", String.join("; ", reasons));
    }

    private void withHost(Candidate one) {
        LinkEnd device = new LinkEnd.Device(one.index());
        LinkEnd host = new LinkEnd.Host();
        ExpectedSpeed expected = ExpectedSpeed.withHost(one.local());
        Way there = new Way(host, device, Optional.empty(), expected);
        Way back = new Way(device, host, Optional.empty(), expected);
        Optional<String> taken = taken(one);
        if (taken.isPresent()) {
            failed(taken.get(), there, back);
            return;
        }
        try (Context context = cuda.open(one.cuda().ordinal());
                Memory its = context.allocate(CopyBenchmark.BYTES);
                Memory here = context.allocateHost(CopyBenchmark.BYTES)) {
            time(context, here, its, there);
            time(context, its, here, back);
        } catch (CudaException e) {
            failed(e.getMessage() + ".", there, back);
        }
    }

    private void pair(Candidate one, Candidate other) {
        Way there = way(one, other);
        Way back = way(other, one);
        Optional<String> taken = taken(one).or(() -> taken(other));
        if (taken.isPresent()) {
            failed(taken.get(), there, back);
            return;
        }
        try (Context first = cuda.open(one.cuda().ordinal());
                Context second = cuda.open(other.cuda().ordinal());
                Memory mine = first.allocate(CopyBenchmark.BYTES);
                Memory theirs = second.allocate(CopyBenchmark.BYTES)) {
            if (there.reaches()) {
                first.reach(second);
            }
            if (back.reaches()) {
                second.reach(first);
            }
            time(first, mine, theirs, there);
            time(second, theirs, mine, back);
        } catch (CudaException e) {
            failed(e.getMessage() + ".", there, back);
        }
    }

    /** A link in one direction, before it is measured. */
    private record Way(LinkEnd from, LinkEnd to, Optional<PeerAccess> terms, ExpectedSpeed expected) {
        boolean reaches() {
            return terms.filter(PeerAccess::access).isPresent();
        }
    }

    private Way way(Candidate from, Candidate to) {
        PeerAccess terms = cuda.terms(from.cuda().ordinal(), to.cuda().ordinal());
        return new Way(
                new LinkEnd.Device(from.index()),
                new LinkEnd.Device(to.index()),
                Optional.of(terms),
                ExpectedSpeed.between(from.local(), to.local(), terms.access()));
    }

    private void time(Context context, Memory from, Memory to, Way way) {
        Speed speed = bench.measure(context, from, to);
        add(new LinkResult(
                way.from,
                way.to,
                way.terms,
                OptionalDouble.of(speed.bytesPerSecond()),
                OptionalDouble.of(speed.latency()),
                way.expected,
                Optional.empty()));
    }

    /** A task may have come since the measurement began. */
    private Optional<String> taken(Candidate one) {
        if (cancelled.getAsBoolean()) {
            throw new Cancelled();
        }
        String holder = evenHeld ? null : held.get().get(one.index());
        return holder == null ? Optional.empty() : Optional.of(Texts.of("ProbeRun.gpuIsHeldBy", one.index(), holder));
    }

    /** Of those that are not measured yet. */
    private void failed(String problem, Way... ways) {
        for (Way way : ways) {
            boolean measured = results.stream()
                    .anyMatch(result ->
                            result.from().equals(way.from) && result.to().equals(way.to));
            if (!measured) {
                add(new LinkResult(
                        way.from,
                        way.to,
                        way.terms,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        way.expected,
                        Optional.of(problem)));
            }
        }
    }

    private void add(LinkResult result) {
        results.add(result);
        progress.accept(new LinkProgress(++done, all));
    }

    private static LinkDevice described(Candidate one) {
        CudaDevice device = one.cuda();
        return new LinkDevice(
                one.index(),
                device.uuid(),
                device.name(),
                device.pciBusId(),
                device.capability(),
                device.multiprocessors(),
                device.copyEngines());
    }
}
