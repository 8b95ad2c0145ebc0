// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.sysfs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import podium.core.failure.Defects;
import podium.core.machine.LocalAccelerators.Sampling;
import podium.core.machine.LocalAccelerators.Sink;
import podium.core.machine.LocalAccelerators.State;
import podium.gpu.internal.local.CallTimer;
import podium.gpu.internal.local.CallTimer.Asking;
import podium.gpu.texts.Texts;

/** Samples the cards of AMD and Intel on a thread of its own; cards that come later are found. */
public final class SysfsSampling implements Sampling {
    private static final Duration SEARCH = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final SysFolder root;
    private final Sink sink;
    private final CallTimer asking = new CallTimer();
    private final Map<String, CardSampling> cards = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("podium-sysfs").factory());

    /**
     * Starts to sample.
     *
     * @param root where sysfs lies, /sys
     */
    public static SysfsSampling start(Path root, Duration period, Sink sink) {
        return new SysfsSampling(root, period, SEARCH, sink);
    }

    SysfsSampling(Path root, Duration period, Duration search, Sink sink) {
        this.root = new SysFolder(root);
        this.sink = sink;
        thread.scheduleWithFixedDelay(
                Defects.guarded(Texts.of("SysfsSampling.lookingForGpusOf"), this::search),
                0,
                search.toMillis(),
                TimeUnit.MILLISECONDS);
        thread.scheduleAtFixedRate(
                Defects.guarded(Texts.of("SysfsSampling.readingTheGpusOf"), this::sample),
                0,
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Running with the cards there are; NoDriver where there never was one. */
    @Override
    public State state() {
        Optional<Asking> stuck = asking.longerThan(PATIENCE);
        return cards.isEmpty()
                ? new State.NoDriver(Texts.of("SysfsSampling.noGpuOfAmd"))
                : new State.Running(
                        "",
                        cards.values().stream()
                                .map(card -> card.state(stuck))
                                .sorted(Comparator.comparingInt(
                                        local -> local.device().index()))
                                .toList());
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void search() {
        Map<String, SysfsCard> found = new TreeMap<>();
        for (SysFolder card : root.folder("class/drm").all("card[0-9]*")) {
            PciSlot slot = new PciSlot(card.folder("device"));
            if (slot.isGpu() && !card.path().getFileName().toString().contains("-")) {
                switch (slot.vendor()) {
                    case PciSlot.AMD -> found.put(slot.busId(), new AmdCard(card.folder("device")));
                    case PciSlot.INTEL -> found.put(slot.busId(), new IntelCard(card));
                    default -> {}
                }
            }
        }
        int index = nvidia() + cards.size();
        for (Map.Entry<String, SysfsCard> card : found.entrySet()) {
            if (!cards.containsKey(card.getKey())) {
                cards.put(card.getKey(), new CardSampling(card.getValue(), index++));
            }
        }
        for (CardSampling card : cards.values()) {
            asking.begin(card.index());
            card.readFacts();
            asking.end();
        }
    }

    private void sample() {
        long time = System.currentTimeMillis();
        for (CardSampling card : cards.values()) {
            asking.begin(card.index());
            card.sample(time, sink);
            asking.end();
        }
    }

    /** Devices of NVIDIA have the first indices, whether their driver is loaded or not. */
    private int nvidia() {
        return (int) root.folder("bus/pci/devices").all("*").stream()
                .map(PciSlot::new)
                .filter(slot -> slot.vendor().equals(PciSlot.NVIDIA) && slot.isGpu())
                .count();
    }
}
