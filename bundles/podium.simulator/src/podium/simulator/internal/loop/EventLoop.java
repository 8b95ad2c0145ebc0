// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.loop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.StoreEvent;

/**
 * Runs the whole life of a cluster, one thing at a time, in virtual time: changes of the store are handed to observers,
 * then dirty objects are reconciled, then the next action on the timeline runs. Whoever calls {@link #runUntil} is the
 * thread it runs on; a lock keeps it to one.
 */
public final class EventLoop implements AutoCloseable {

    private static final Logger LOG = System.getLogger(EventLoop.class.getName());
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(10);
    private static final Duration MOMENT = Duration.ofMillis(250);

    private record Work(Reconciler reconciler, ObjectKey key) {}

    private final Timeline timeline;
    private final ReentrantLock running = new ReentrantLock();
    private final ConcurrentLinkedQueue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final SequencedSet<Work> dirty = new LinkedHashSet<>();
    private final Set<Work> soon = new HashSet<>();
    private final Map<ResourceType, List<Consumer<StoreEvent>>> observers = new LinkedHashMap<>();
    private final List<AutoCloseable> watches = new ArrayList<>();
    private Optional<ObjectStore> store = Optional.empty();
    private volatile Runnable wake = () -> {};
    private Runnable worked = () -> {};

    public EventLoop(Timeline timeline) {
        this.timeline = timeline;
    }

    /** The store whose changes the observers see; given once, before the first observer. */
    public void follow(ObjectStore observed) {
        store = Optional.of(observed);
    }

    /** The virtual time, for any thread. */
    public Instant now() {
        return timeline.now();
    }

    /** Whether the calling thread is the one running the loop now. */
    boolean isRunner() {
        return running.isHeldByCurrentThread();
    }

    /** Called from any thread when something arrived from outside while nobody runs the loop. */
    void onWake(Runnable action) {
        wake = action;
    }

    /** Called after each object that is reconciled, on the loop, instead of what was called so far. */
    public void onWork(Runnable action) {
        worked = action;
    }

    /** Sees every change of a kind, in order, on the loop. Must be called before the first run. */
    public void on(ResourceType type, Consumer<StoreEvent> observer) {
        List<Consumer<StoreEvent>> list = observers.computeIfAbsent(type, this::watch);
        list.add(observer);
    }

    private List<Consumer<StoreEvent>> watch(ResourceType type) {
        List<Consumer<StoreEvent>> list = new ArrayList<>();
        watches.add(
                store.orElseThrow().watch(type, event -> post(() -> list.forEach(observer -> observer.accept(event)))));
        return list;
    }

    /** Runs an action on the loop as soon as it can; from any thread. */
    public void post(Runnable action) {
        inbox.add(action);
        if (!running.isHeldByCurrentThread()) {
            wake.run();
        }
    }

    /** Marks an object for reconciliation; marking it twice before it ran changes nothing. */
    public void enqueue(Reconciler reconciler, ObjectKey key) {
        dirty.add(new Work(reconciler, key));
    }

    /**
     * Marks an object for reconciliation in a moment, for changes that come in swarms: a thousand pods that start in one
     * second are looked at a few times, not a thousand.
     */
    public void enqueueSoon(Reconciler reconciler, ObjectKey key) {
        Work work = new Work(reconciler, key);
        if (soon.add(work)) {
            after(MOMENT, () -> {
                soon.remove(work);
                dirty.add(work);
            });
        }
    }

    /** Marks an object for reconciliation after a delay. */
    public void enqueueAfter(Duration delay, Reconciler reconciler, ObjectKey key) {
        after(delay, () -> enqueue(reconciler, key));
    }

    /** Adds an action after a delay of virtual time; on the loop only. */
    public Timeline.Due after(Duration delay, Runnable action) {
        return timeline.after(delay, action);
    }

    /** Adds an action at a virtual time; on the loop only. */
    public Timeline.Due at(Instant time, Runnable action) {
        return timeline.at(time, action);
    }

    /** Repeats an action for ever; on the loop only. */
    public void every(Duration first, Duration period, Runnable action) {
        after(first, () -> {
            action.run();
            every(period, period, action);
        });
    }

    /** Runs everything due up to and including a time, and leaves the clock there. */
    public void runUntil(Instant until) {
        running.lock();
        try {
            settle();
            Optional<Runnable> action = timeline.poll(until);
            while (action.isPresent()) {
                action.get().run();
                settle();
                action = timeline.poll(until);
            }
            timeline.moveTo(until);
        } finally {
            running.unlock();
        }
    }

    /** Runs one action with the loop to itself, and then everything that follows from it now. */
    public void runNow(Runnable action) {
        running.lock();
        try {
            action.run();
            settle();
        } finally {
            running.unlock();
        }
    }

    /** When the next action is due. */
    Optional<Instant> next() {
        running.lock();
        try {
            return inbox.isEmpty() ? timeline.next() : Optional.of(timeline.now());
        } finally {
            running.unlock();
        }
    }

    private void settle() {
        while (true) {
            Runnable arrived = inbox.poll();
            if (arrived != null) {
                arrived.run();
            } else if (!dirty.isEmpty()) {
                Work work = dirty.removeFirst();
                try {
                    work.reconciler().reconcile(work.key());
                } catch (ApiException refused) {
                    LOG.log(Level.DEBUG, "refused; tried again later", refused);
                    enqueueAfter(AFTER_REFUSAL, work.reconciler(), work.key());
                }
                worked.run();
            } else {
                return;
            }
        }
    }

    @Override
    public void close() {
        for (AutoCloseable watch : watches) {
            try {
                watch.close();
            } catch (Exception broken) {
                throw new IllegalStateException("cannot stop following the store", broken);
            }
        }
    }
}
