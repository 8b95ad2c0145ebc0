// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import podium.core.api.ObjectReader;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.ui.label.FailureLabel;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/** Reads something of a cluster when it is wanted, on a virtual thread; the last thing asked for wins. UI thread. */
final class OnDemandRead {
    private final Connections connections;
    private final BackgroundWork background;
    private CompletableFuture<?> running = CompletableFuture.completedFuture("");

    OnDemandRead(Connections connections, BackgroundWork background) {
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
        Optional<ObjectReader> reader = FleetLabels.cluster(thing)
                .flatMap(cluster -> connections.capability(ClusterId.of(cluster), ObjectReader.class));
        if (reader.isEmpty()) {
            failed.accept(Snapshots.whyNot(thing).orElse(Texts.of("OnDemandRead.theClusterIsNot")));
            return;
        }
        running = background.run(
                () -> reading.read(reader.get()),
                done,
                problem -> failed.accept(Texts.of("OnDemandRead.itCouldNotBe", FailureLabel.words(problem))));
    }

    boolean isReading() {
        return !running.isDone();
    }

    /** Leaves what is being read behind. */
    void stop() {
        running.cancel(true);
    }
}
