// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Composite;
import podium.ui.texts.Texts;

/**
 * What was asked to open and is not in the fleet yet: a large simulated fleet takes a minute, and meanwhile no part may say
 * that nothing is open. UI thread.
 */
public final class PendingOpens {
    private final InstantSource clock;
    private final Listeners<PendingOpens> listeners = new Listeners<>();
    private final List<Asked> asked = new ArrayList<>();

    /** How far each is, by its name. */
    private final Map<String, String> far = new ConcurrentHashMap<>();

    /** How far each was when it was last told. */
    private Map<String, String> told = Map.of();

    /** Names of what shall not be opened any more. */
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

    private Optional<Consumer<Composite>> offers = Optional.empty();

    private record Asked(String name, Instant since) {}

    /**
     * Why there is nothing, and what to do next.
     *
     * @param reason why there is nothing
     * @param next what to do, or what comes
     */
    public record Empty(String reason, String next) {}

    public PendingOpens(InstantSource clock) {
        this.clock = clock;
    }

    /** Something was asked to open; run the result when it is open, or could not be opened. */
    public Runnable begin(String name) {
        Asked one = new Asked(name, clock.instant());
        cancelled.remove(name);
        asked.add(one);
        listeners.tell(this);
        return () -> {
            far.remove(name);
            if (asked.remove(one)) {
                listeners.tell(this);
            }
        };
    }

    /**
     * Says how far something is that was asked to open, in a few words. Any thread.
     *
     * @throws CancellationException when it shall not be opened any more, which ends the making of it
     */
    public void progress(String name, String how) {
        if (cancelled.contains(name)) {
            throw new CancellationException(name);
        }
        far.put(name, how);
    }

    /** Tells those who listen how far it is where that has changed; to be called often. */
    public void tick() {
        Map<String, String> now = Map.copyOf(far);
        if (!now.equals(told)) {
            told = now;
            listeners.tell(this);
        }
    }

    /** How a simulated fleet is called while it is opened. */
    public static String simulated(String scenario) {
        return Texts.of("PendingOpens.simulated", scenario);
    }

    /** What has told how far it is, and so can be cancelled. */
    public List<String> cancellable() {
        return asked.stream()
                .map(Asked::name)
                .filter(far::containsKey)
                .distinct()
                .toList();
    }

    /** It shall not be opened any more. */
    public void cancel(String name) {
        cancelled.add(name);
        far.remove(name);
        if (asked.removeIf(one -> one.name.equals(name))) {
            listeners.tell(this);
        }
    }

    private String far(Asked one) {
        String how = far.get(one.name);
        return how == null ? "" : ", " + how;
    }

    /** What a part says that shows no cluster because there is none. */
    public Empty empty() {
        return asked.isEmpty()
                ? new Empty(Texts.of("PendingOpens.noClusterIsOpen"), Texts.of("PendingOpens.openAKubeconfigOr"))
                : new Empty(
                        Texts.of("PendingOpens.opening", asked.getFirst().name, far(asked.getFirst())),
                        cancellable().isEmpty()
                                ? Texts.of("PendingOpens.itAppearsHereAs")
                                : Texts.of("PendingOpens.itAppearsHereOrCancel"));
    }

    /** What the canvas says, which has buttons for it below. */
    public Empty emptyCanvas() {
        return asked.isEmpty() && offers.isPresent()
                ? new Empty(Texts.of("PendingOpens.noClusterIsOpen"), Texts.of("PendingOpens.openOneOf"))
                : empty();
    }

    /** Takes what fills a box with the buttons for what can be done where no cluster is open. */
    public void offers(Consumer<Composite> fills) {
        offers = Optional.of(fills);
        listeners.tell(this);
    }

    /** Fills an empty box with them; it stays empty while they are not known. */
    public void offer(Composite box) {
        offers.ifPresent(fills -> fills.accept(box));
    }

    /** What is being opened and for how long, in a few words that change each second; empty: nothing. */
    public Optional<String> words() {
        return asked.stream()
                .findFirst()
                .map(first -> Texts.of(
                        "PendingOpens.openingS",
                        first.name,
                        Formats.count(
                                Duration.between(first.since, clock.instant()).toSeconds()),
                        far(first)));
    }

    /** Hears of each that begins and ends; close the result to end it. */
    public AutoCloseable listen(Runnable listener) {
        return listeners.add(opening -> listener.run());
    }
}
