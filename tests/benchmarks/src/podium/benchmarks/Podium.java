// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetRealm;
import podium.core.fleet.FleetService;
import podium.kubernetes.internal.config.Cluster;
import podium.kubernetes.internal.config.Context;
import podium.kubernetes.internal.config.Identity;
import podium.kubernetes.internal.config.Impersonation;
import podium.kubernetes.internal.json.Kind;
import podium.kubernetes.internal.json.Kinds;
import podium.kubernetes.internal.mirror.Mirror;
import podium.kubernetes.internal.mirror.Timing;
import podium.kubernetes.internal.transport.JdkTransport;

/** Podium's mirror, with the fleet model behind it or with nothing behind it. */
record Podium(boolean model) implements Contestant {
    private static final ClusterId ID = new ClusterId("bench");

    @Override
    public Held list(String server, int pods) throws Exception {
        CountDownLatch listed = new CountDownLatch(1);
        Setup setup = new Setup(model);
        Mirror mirror = setup.open(server, change -> {
            if (change instanceof Change.Listed) {
                listed.countDown();
            }
        });
        listed.await();
        setup.drain();
        return new Held() {
            @Override
            public int size() {
                return pods;
            }

            @Override
            public void close() {
                mirror.close();
                setup.close();
            }
        };
    }

    @Override
    public long watch(String server, int pods, int events) throws Exception {
        AtomicLong first = new AtomicLong();
        AtomicLong count = new AtomicLong();
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch listed = new CountDownLatch(1);
        Setup setup = new Setup(model);
        Mirror mirror = setup.open(server, change -> {
            if (change instanceof Change.Listed) {
                listed.countDown();
            } else if (change instanceof Change.PodSeen && listed.getCount() == 0) {
                first.compareAndSet(0, System.nanoTime());
                if (count.incrementAndGet() == events) {
                    done.countDown();
                }
            }
        });
        if (!done.await(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("events lost: " + count.get() + " of " + events);
        }
        long time = System.nanoTime() - first.get();
        mirror.close();
        setup.close();
        return time;
    }

    /** Transport, sink and realm of one run. */
    private static final class Setup {
        private final Kind pods = Kinds.ALL.stream()
                .filter(kind -> kind.resource().equals("pods"))
                .findFirst()
                .orElseThrow();
        private final ExecutorService realm = Executors.newSingleThreadExecutor();
        private final ChangeSink sink;
        private Optional<JdkTransport> transport = Optional.empty();

        Setup(boolean model) throws ReflectiveOperationException {
            sink = model ? fleet().sink() : (cluster, changes) -> {};
        }

        /** The service is internal to core; a benchmark may reach into the house. */
        private FleetService fleet() throws ReflectiveOperationException {
            FleetRealm thread = new FleetRealm() {
                @Override
                public void execute(Runnable work) {
                    realm.execute(work);
                }

                @Override
                public boolean isCurrent() {
                    return false;
                }
            };
            FleetService service = (FleetService) Class.forName("podium.core.internal.fleet.FleetServiceImpl")
                    .getConstructor(FleetRealm.class)
                    .newInstance(thread);
            realm.execute(() -> service.add(ID, "bench", true));
            return service;
        }

        Mirror open(String server, Consumer<Change> each) throws Exception {
            Context context = new Context(
                    "bench",
                    "",
                    new Cluster("bench", URI.create(server), Optional.empty(), "", false, Optional.empty()),
                    new Identity("", Optional.empty(), new Identity.Anonymous(), Impersonation.NONE));
            JdkTransport opened = JdkTransport.open(context);
            transport = Optional.of(opened);
            return new Mirror(
                    opened,
                    (cluster, changes) -> {
                        sink.accept(cluster, changes);
                        changes.forEach(each);
                    },
                    new Mirror.Setup(ID, List.of(pods), "", false, Timing.usual(), new Random(1)));
        }

        /** Waits until the model has applied what it was given. */
        void drain() throws Exception {
            for (int i = 0; i < 1000; i++) {
                realm.submit(() -> Boolean.TRUE).get();
            }
        }

        void close() {
            transport.ifPresent(JdkTransport::close);
            realm.shutdownNow();
        }
    }
}
