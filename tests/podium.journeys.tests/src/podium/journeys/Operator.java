// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.eclipse.jdt.annotation.Nullable;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;

/** A controller of one kind in the simulated cluster: looks at all objects of it whenever it, or what it makes, has changed. */
final class Operator implements AutoCloseable {
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon(true).factory());
    private final AtomicBoolean due = new AtomicBoolean();
    private final List<AutoCloseable> watches = new ArrayList<>();
    private volatile @Nullable Throwable failure;
    private final ResourceType type;
    private final Hands hands;
    private final BiConsumer<Hands, ObjectNode> script;

    Operator(ObjectStore store, ResourceType type, List<ResourceType> makes, BiConsumer<Hands, ObjectNode> script) {
        this.type = type;
        this.hands = new Hands(store);
        this.script = script;
        watches.add(store.watch(type, _ -> look()));
        makes.forEach(made -> watches.add(store.watch(made, _ -> look())));
    }

    private void look() {
        if (due.compareAndSet(false, true)) {
            try {
                thread.execute(this::reconcile);
            } catch (RejectedExecutionException e) {
                // it was closed
            }
        }
    }

    private void reconcile() {
        due.set(false);
        try {
            for (ObjectNode owner : hands.store.list(type, "")) {
                if (!ObjectMeta.deleting(owner)) {
                    script.accept(hands, owner);
                }
            }
        } catch (RuntimeException | AssertionError e) {
            failure = e;
        }
    }

    /** What ended its work, if something did. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable watch : watches) {
            watch.close();
        }
        thread.shutdownNow();
    }
}
