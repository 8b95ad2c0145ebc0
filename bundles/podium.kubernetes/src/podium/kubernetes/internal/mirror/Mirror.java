// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.json.Kind;
import podium.kubernetes.internal.memory.MirrorMemory;
import podium.kubernetes.internal.transport.Request;
import podium.kubernetes.internal.transport.Response;
import podium.kubernetes.internal.transport.Transport;

/**
 * The mirror of one cluster: a feed for each kind, each on a virtual thread, and a monitor that knows whether the server
 * still speaks. Starts at once; ends with {@link #close()}. Any thread.
 */
public final class Mirror implements AutoCloseable {
    private final MirrorScope scope;
    private final List<Feed> feeds;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService monitor =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final AtomicBoolean probing = new AtomicBoolean();
    private final AtomicBoolean unanswered = new AtomicBoolean();
    private volatile Instant lastProbe = Instant.MIN;

    /**
     * What a mirror is told to do.
     *
     * @param memory what is known from an earlier time, and kept for a later one; empty: nothing
     */
    public record Setup(
            ClusterId cluster,
            List<Kind> kinds,
            String namespace,
            boolean remote,
            Timing timing,
            RandomGenerator random,
            Optional<MirrorMemory> memory) {
        public Setup {
            kinds = List.copyOf(kinds);
        }

        /** One that keeps nothing. */
        public Setup(
                ClusterId cluster,
                List<Kind> kinds,
                String namespace,
                boolean remote,
                Timing timing,
                RandomGenerator random) {
            this(cluster, kinds, namespace, remote, timing, random, Optional.empty());
        }
    }

    /** Starts to mirror. The transport stays the caller's to close, after the mirror. */
    public Mirror(Transport transport, ChangeSink sink, Setup setup) {
        InstantSource clock = InstantSource.system();
        Pulse pulse = new Pulse(clock);
        Board board = new Board(
                transport.server(), setup.timing, clock, pulse, change -> sink.accept(setup.cluster, List.of(change)));
        scope = new MirrorScope(
                setup.cluster,
                transport,
                sink,
                setup.timing,
                clock,
                setup.namespace,
                setup.remote,
                new Kind.Shared(),
                new Discovery(transport),
                board,
                pulse,
                new Patience(),
                setup.memory);
        feeds = setup.kinds.stream()
                .map(kind -> new Feed(kind, scope, setup.random))
                .toList();
        setup.kinds.forEach(board::add);
        threads.execute(guarded(this::begin));
        long tick = setup.timing.tick().toMillis();
        monitor.scheduleAtFixedRate(guarded(this::tick), tick, tick, TimeUnit.MILLISECONDS);
    }

    /** A fault shows on the board instead of ending its thread unseen; what runs again and again goes on. */
    private Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                if (!scope.patience().closed()) {
                    scope.board().fault(e);
                }
            }
        };
    }

    private void begin() {
        CountDownLatch greeted = new CountDownLatch(1);
        feeds.forEach(feed -> threads.execute(guarded(() -> {
            guarded(feed::recall).run();
            if (over(greeted)) {
                feed.run();
            }
        })));
        // a fault is told before a feed can tell of another
        guarded(this::greet).run();
        greeted.countDown();
    }

    private static boolean over(CountDownLatch what) {
        try {
            what.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void greet() {
        try {
            scope.discovery().greet(scope.timing().answer());
            scope.pulse().bytes();
            scope.board().version(scope.discovery().version());
            if (scope.memory().isPresent()) {
                scope.discovery().identify(scope.timing().answer());
            }
        } catch (IOException e) {
            scope.board().probed(e);
        }
    }

    private void tick() {
        feeds.forEach(Feed::checkSilence);
        scope.board().tick();
        scope.pulse().report().ifPresent(heard -> scope.sink().accept(scope.cluster(), List.<Change>of(heard)));
        Duration quiet = scope.timing().quiet();
        Instant now = scope.clock().instant();
        if (scope.pulse().silence().compareTo(quiet) > 0
                && lastProbe.plus(quiet).isBefore(now)
                && probing.compareAndSet(false, true)) {
            lastProbe = now;
            threads.execute(guarded(this::probe));
        }
    }

    /** Asks the server whether it lives; what a broken network hides is found out this way. */
    private void probe() {
        try {
            Response response = scope.transport()
                    .send(Request.get("/version").within(scope.timing().answer()));
            if (response.status() >= 500) {
                throw new IOException("status " + response.status());
            }
            scope.pulse().bytes();
            if (scope.discovery().version().isEmpty()) {
                greet();
            }
            if (unanswered.getAndSet(false)) {
                // what was dialled while the network was away may hang for as long as TCP likes
                scope.transport().reset();
                scope.patience().wake();
            }
            scope.board().probed(null);
        } catch (IOException e) {
            if (!scope.patience().closed()) {
                unanswered.set(true);
                scope.board().probed(e);
            }
        } finally {
            probing.set(false);
        }
    }

    /** Drops all streams and resumes them at once. */
    public void reconnect() {
        scope.discovery().forget();
        feeds.forEach(Feed::drop);
        scope.patience().wake();
    }

    /** Ends all streams and threads; tells CLOSED. Returns within two seconds. */
    @Override
    public void close() {
        scope.patience().close();
        monitor.shutdownNow();
        feeds.forEach(Feed::drop);
        threads.shutdownNow();
        try {
            threads.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        scope.board().close();
    }
}
