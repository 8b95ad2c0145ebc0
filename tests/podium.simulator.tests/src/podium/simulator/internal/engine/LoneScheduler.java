// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import podium.simulator.internal.api.strategy.Strategies;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.EventLoop;
import podium.simulator.internal.loop.EventRecorder;
import podium.simulator.internal.loop.ObjectIndex;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.loop.Timeline;
import podium.simulator.internal.loop.VirtualTimePacer;
import podium.simulator.internal.scheduler.Scheduler;
import podium.simulator.store.InMemoryStore;
import podium.simulator.store.ObjectStore;

/** A simulated cluster in which nothing acts but the scheduler, in real time: what a control plane without kubelets is. */
public final class LoneScheduler implements AutoCloseable {

    private final EventLoop loop;
    private final VirtualTimePacer pace;
    private final ObjectStore store;

    public LoneScheduler() {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Timeline timeline = new Timeline(start);
        loop = new EventLoop(timeline);
        pace = new VirtualTimePacer(timeline, loop);
        store = new InMemoryStore(pace, 1, objects -> new Strategies(objects)::defaults);
        loop.follow(store);
        ObjectIndex index = new ObjectIndex();
        EngineContext cluster =
                new EngineContext(store, loop, new RandomSource(1), index, new EventRecorder(store, loop, start));
        index.follow(loop);
        new Scheduler(cluster).start();
        pace.setFactor(1);
    }

    public ObjectStore store() {
        return store;
    }

    public VirtualTimePacer pace() {
        return pace;
    }

    @Override
    public void close() {
        pace.close();
        loop.close();
    }
}
