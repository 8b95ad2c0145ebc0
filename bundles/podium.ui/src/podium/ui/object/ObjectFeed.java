// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

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
    private final BackgroundWork background;
    private final ReadPace pace;
    private final Consumer<ObjectTable> found;
    private final Consumer<String> failed;
    private Optional<ObjectSource> source = Optional.empty();
    private CompletableFuture<?> running = CompletableFuture.completedFuture("");

    /**
     * A feed of no table yet.
     *
     * @param found hears of each table that was read
     * @param failed hears in words why one was not
     */
    ObjectFeed(BackgroundWork background, InstantSource clock, Consumer<ObjectTable> found, Consumer<String> failed) {
        this.background = background;
        this.pace = new ReadPace(clock);
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
        pace.anew();
    }

    /** To be called often. */
    void tick(boolean seen) {
        if (seen && source.isPresent() && running.isDone() && pace.isDue()) {
            read(source.get());
        }
    }

    private void read(ObjectSource from) {
        pace.begin();
        running = background.run(
                from::read,
                table -> {
                    pace.end();
                    found.accept(table);
                },
                problem -> {
                    pace.end();
                    failed.accept(FailureLabel.words(problem));
                });
    }

    /** Leaves what is being read behind. */
    void stop() {
        running.cancel(true);
    }
}
