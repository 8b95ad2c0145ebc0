// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import podium.core.api.ObjectTable;
import podium.ui.label.FailureLabel;
import podium.ui.toolkit.BackgroundWork;

/**
 * Reads a table again and again as long as it is seen: a server tables ages, and of most kinds a watch of a table would tell too little.
 * What takes long is read less often. UI thread; the reads are not.
 */
final class ObjectFeed {
    private static final Duration SOONEST = Duration.ofSeconds(2);
    /** A read takes at most so large a part of the time. */
    private static final int SHARE = 10;

    private final BackgroundWork background;
    private final InstantSource clock;
    private final Consumer<ObjectTable> found;
    private final Consumer<String> failed;
    private Optional<ObjectSource> source = Optional.empty();
    private CompletableFuture<?> running = CompletableFuture.completedFuture("");
    private Instant next = Instant.MIN;

    /**
     * A feed of no table yet.
     *
     * @param found hears of each table that was read
     * @param failed hears in words why one was not
     */
    ObjectFeed(BackgroundWork background, InstantSource clock, Consumer<ObjectTable> found, Consumer<String> failed) {
        this.background = background;
        this.clock = clock;
        this.found = found;
        this.failed = failed;
    }

    Optional<ObjectSource> source() {
        return source;
    }

    /** Reads another table from now on; what was asked before is left behind. */
    void choose(Optional<ObjectSource> other) {
        stop();
        source = other;
        next = Instant.MIN;
    }

    /** Reads now, whether or not it is time. */
    void again() {
        next = Instant.MIN;
    }

    /** To be called often. */
    void tick(boolean seen) {
        if (seen && source.isPresent() && running.isDone() && !clock.instant().isBefore(next)) {
            read(source.get());
        }
    }

    private void read(ObjectSource from) {
        Instant begun = clock.instant();
        running = background.run(
                from::read,
                table -> {
                    later(begun);
                    found.accept(table);
                },
                problem -> {
                    later(begun);
                    failed.accept(FailureLabel.words(problem));
                });
    }

    private void later(Instant begun) {
        Instant now = clock.instant();
        Duration wait = Duration.between(begun, now).multipliedBy(SHARE);
        next = now.plus(wait.compareTo(SOONEST) < 0 ? SOONEST : wait);
    }

    /** Leaves what is being read behind. */
    void stop() {
        running.cancel(true);
    }
}
