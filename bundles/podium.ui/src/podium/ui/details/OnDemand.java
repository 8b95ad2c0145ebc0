// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.api.ObjectReader;
import podium.ui.act.Problems;
import podium.ui.kit.Background;
import podium.ui.words.Things;

/** Reads something of a cluster when it is wanted, on a virtual thread; the last thing asked for wins. UI thread. */
final class OnDemand {
    private final Connections connections;
    private final Background background;
    private CompletableFuture<?> running = CompletableFuture.completedFuture("");

    OnDemand(Connections connections, Background background) {
        this.connections = connections;
        this.background = background;
    }

    /** What is to be read. Blocks. */
    interface Reading<T> {
        T read(ObjectReader reader) throws IOException;
    }

    /** Reads from the thing's cluster; one of the two is called in the UI thread, the second with words. */
    <T> void read(EObject thing, Reading<T> reading, Consumer<T> done, Consumer<String> failed) {
        running.cancel(true);
        Optional<ObjectReader> reader = Things.cluster(thing)
                .flatMap(cluster -> connections.connection(ClusterId.of(cluster)))
                .flatMap(connection -> connection.capability(ObjectReader.class));
        if (reader.isEmpty()) {
            failed.accept("There is no connection to read it from.");
            return;
        }
        running = background.run(
                () -> reading.read(reader.get()),
                done,
                problem -> failed.accept(
                        "It could not be read: " + Problems.words(problem) + " Press Reload to try again."));
    }

    /** Leaves what is being read behind. */
    void stop() {
        running.cancel(true);
    }
}
