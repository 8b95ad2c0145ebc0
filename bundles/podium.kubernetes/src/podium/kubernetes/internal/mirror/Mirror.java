// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.io.IOException;
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
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.memory.MirrorMemory;
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
    /** Probes in a row that found streams ahead of the server. Read and written by one probe at a time. */
    private volatile int ahead;

    private final AtomicBoolean unanswered = new AtomicBoolean();
    private final AtomicBoolean asking = new AtomicBoolean();
    private final PermissionRecheck rights;
    private volatile Instant lastProbe = Instant.MIN;
    private volatile Instant lastLook = Instant.EPOCH;

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
            MirrorTiming timing,
            RandomGenerator random,
            Optional<MirrorMemory> memory) {
        public Setup {
            kinds = List.copyOf(kinds);
        }
    }

    /** Starts to mirror. The transport stays the caller's to close, after the mirror. */
    public Mirror(Transport transport, ChangeSink sink, Setup setup) {
        InstantSource clock = InstantSource.system();
        ServerActivity pulse = new ServerActivity(clock);
        ConnectionStateMonitor board = new ConnectionStateMonitor(
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
                new InterruptibleWait(),
                new LivenessProbe(transport),
                setup.memory);
        rights = new PermissionRecheck(scope);
        feeds = setup.kinds.stream()
                .map(kind -> new Feed(kind, scope, rights, setup.random))
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
        feeds.stream().filter(feed -> !feed.kind().required()).forEach(feed -> threads.execute(guarded(feed.echo())));
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
            scope.canary().ask(scope.timing().answer());
            if (scope.memory().isPresent()) {
                scope.discovery().identify(scope.timing().answer());
            }
        } catch (IOException e) {
            scope.board().probed(e);
        }
    }

    private void tick() {
        lookAfter(feeds.stream().filter(Feed::checkSilence).count());
        scope.board().tick();
        scope.pulse().report().ifPresent(heard -> scope.sink().accept(scope.cluster(), List.<Change>of(heard)));
        Instant now = scope.clock().instant();
        if (isProbeDue(now) && probing.compareAndSet(false, true)) {
            lastProbe = now;
            threads.execute(guarded(this::probe));
        }
        if (rights.isDue() && asking.compareAndSet(false, true)) {
            threads.execute(guarded(this::askForRights));
        }
    }

    /** What ends one stream on a connection that lives may have ended others: they are resumed too, now and then at most. */
    private void lookAfter(long died) {
        Instant now = scope.clock().instant();
        if (died > 0 && !lastLook.plus(scope.timing().absent()).isAfter(now)) {
            lastLook = now;
            feeds.forEach(Feed::look);
        }
    }

    /** When all streams are quiet; now and then in any case, for one connection of several may be dead. */
    private boolean isProbeDue(Instant now) {
        MirrorTiming timing = scope.timing();
        boolean quiet = scope.pulse().silence().compareTo(timing.quiet()) > 0
                && lastProbe.plus(timing.quiet()).isBefore(now);
        return quiet || lastProbe.plus(timing.canary()).isBefore(now) || lastProbe.isAfter(now);
    }

    /** Asks the server whether it lives; what a broken network hides is found out this way. */
    private void probe() {
        try {
            List<String> followed = feeds.stream()
                    .filter(feed -> feed.kind().required())
                    .map(Feed::version)
                    .toList();
            LivenessProbe.Sign sign = scope.canary().ask(scope.timing().answer());
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
            if (sign.backwards() | isAhead(followed, sign)) {
                feeds.forEach(Feed::restart);
                // what was not served or not granted may be now, and is asked for without waiting out its minute
                scope.discovery().forget();
                scope.patience().wake();
            } else {
                sign.connection().ifPresent(connection -> feeds.forEach(feed -> feed.leaveOther(connection)));
            }
        } catch (IOException e) {
            if (!scope.patience().closed()) {
                unanswered.set(true);
                scope.board().probed(e);
                // whatever else is on that connection is as dead
                scope.transport().renew();
                feeds.forEach(Feed::drop);
            }
        } finally {
            probing.set(false);
        }
    }

    /**
     * True when streams follow a version that the server has not got to: etcd was put back between two probes. Where it is said
     * again and again, these kinds lie in an etcd of their own (kube-apiserver --etcd-servers-overrides), and nothing follows.
     */
    private boolean isAhead(List<String> followed, LivenessProbe.Sign sign) {
        if (followed.stream().noneMatch(sign::isBehind)) {
            ahead = 0;
            return false;
        }
        ahead++;
        return ahead <= 2;
    }

    private void askForRights() {
        try {
            if (rights.ask()) {
                scope.canary().forget();
                scope.patience().wake();
            }
        } catch (IOException e) {
            // the streams find out what is wrong with the connection
        } finally {
            asking.set(false);
        }
    }

    /** Drops all streams and resumes them at once. */
    public void reconnect() {
        scope.discovery().forget();
        scope.canary().forget();
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
