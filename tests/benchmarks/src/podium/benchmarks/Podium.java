// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetRealm;
import podium.core.fleet.FleetService;
import podium.kubernetes.internal.config.ClusterEntry;
import podium.kubernetes.internal.config.Impersonation;
import podium.kubernetes.internal.config.KubeconfigContext;
import podium.kubernetes.internal.config.UserEntry;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.decode.Kinds;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kind.standard.StandardKinds;
import podium.kubernetes.internal.mirror.Mirror;
import podium.kubernetes.internal.mirror.MirrorTiming;
import podium.kubernetes.internal.transport.JdkTransport;
import podium.model.fleet.Readiness;
import podium.model.value.Conditions;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.Taints;

/** Podium's mirror, with the fleet model behind it or with nothing behind it. */
record Podium(boolean model) implements Contestant {
    private static final ClusterId ID = new ClusterId("bench");

    @Override
    public Held list(Server server, int pods) throws Exception {
        CountDownLatch listed = new CountDownLatch(1);
        Setup setup = new Setup(model, pods);
        Mirror mirror = setup.open(server, change -> {
            if (change instanceof Change.Listed) {
                listed.countDown();
            }
        });
        listed.await();
        setup.settle();
        return new Held() {
            @Override
            public int size() {
                return model ? setup.tasks() : pods;
            }

            @Override
            public void close() {
                mirror.close();
                setup.close();
            }
        };
    }

    @Override
    public long watch(Server server, int pods, int events) throws Exception {
        AtomicLong first = new AtomicLong();
        AtomicLong count = new AtomicLong();
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch listed = new CountDownLatch(1);
        Setup setup = new Setup(model, pods);
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
        setup.settle();
        long time = System.nanoTime() - first.get();
        if (model) {
            setup.checkReadiness(pods, events);
        }
        mirror.close();
        setup.close();
        return time;
    }

    /** Transport, sink and realm of one run. */
    private static final class Setup {
        private static final String SENTINEL = "sentinel";

        private final WorkloadKinds kinds = StandardKinds.all();
        private final Kind pods = Kinds.with(kinds.all(), kinds).stream()
                .filter(kind -> kind.resource().equals("pods"))
                .findFirst()
                .orElseThrow();
        private final ExecutorService realm = Executors.newSingleThreadExecutor();
        private final Optional<FleetService> fleet;
        private final ChangeSink sink;
        private Optional<JdkTransport> transport = Optional.empty();

        Setup(boolean model, int pods) throws Exception {
            fleet = model ? Optional.of(fleet()) : Optional.empty();
            sink = fleet.map(FleetService::sink).orElse((cluster, changes) -> {});
            if (model) {
                sink.accept(
                        ID,
                        IntStream.range(0, Runs.nodes(pods))
                                .mapToObj(i -> node(PodJson.node(i)))
                                .toList());
                settle();
            }
        }

        private static Change node(String name) {
            Resources gpus = Resources.of(Map.of("nvidia.com/gpu", 8L));
            return new Change.NodeSeen(
                    name,
                    "uid-" + name,
                    "1",
                    Labels.none(),
                    Taints.none(),
                    gpus,
                    gpus,
                    false,
                    Readiness.READY,
                    Conditions.none(),
                    null,
                    "",
                    "");
        }

        /** The service is internal to core; a benchmark may reach into the house. */
        private FleetService fleet() throws Exception {
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
            realm.submit(() -> service.add(ID, "bench", true)).get();
            return service;
        }

        Mirror open(Server server, Consumer<Change> each) throws Exception {
            String ca = server.pem().isEmpty() ? "" : Files.readString(Path.of(server.pem()));
            KubeconfigContext context = new KubeconfigContext(
                    "bench",
                    "",
                    new ClusterEntry(
                            "bench", URI.create(server.url()), Optional.empty(), ca, false, Optional.empty(), ""),
                    new UserEntry("", Optional.empty(), new UserEntry.Anonymous(), Impersonation.NONE));
            JdkTransport opened = JdkTransport.open(context);
            transport = Optional.of(opened);
            return new Mirror(
                    opened,
                    (cluster, changes) -> {
                        sink.accept(cluster, changes);
                        changes.forEach(each);
                    },
                    new Mirror.Setup(
                            ID, List.of(pods), "", false, MirrorTiming.usual(), new Random(1), Optional.empty()));
        }

        /** Waits until the model has applied all it was given: changes are applied in order, and the last is a node of its own. */
        void settle() throws Exception {
            if (fleet.isEmpty()) {
                return;
            }
            FleetService service = fleet.get();
            CountDownLatch applied = new CountDownLatch(1);
            AutoCloseable listening = realm.submit(() -> service.listen(delta -> {
                        if (delta.nodes().stream()
                                .anyMatch(node -> node.getName().equals(SENTINEL))) {
                            applied.countDown();
                        }
                    }))
                    .get();
            sink.accept(ID, List.of(node(SENTINEL)));
            applied.await();
            listening.close();
            sink.accept(ID, List.of(new Change.Gone("Node", "", SENTINEL, "")));
        }

        int tasks() {
            return inRealm(cluster -> cluster.getJobs().stream()
                    .mapToInt(job -> job.getTasks().size())
                    .sum());
        }

        /** Each pod is as its last event said. */
        void checkReadiness(int pods, int events) {
            int changedTwice = events % (2 * pods);
            int unready = Math.min(changedTwice, 2 * pods - changedTwice);
            int found = inRealm(cluster -> (int) cluster.getJobs().stream()
                    .flatMap(job -> job.getTasks().stream())
                    .filter(task -> !task.isReady())
                    .count());
            if (found != unready) {
                throw new IllegalStateException(
                        found + " pods are not ready in the model, " + unready + " on the server");
            }
        }

        private int inRealm(ToIntFunction<podium.model.fleet.Cluster> question) {
            try {
                return realm.submit(() -> question.applyAsInt(
                                fleet.orElseThrow().cluster(ID).orElseThrow()))
                        .get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        void close() {
            transport.ifPresent(JdkTransport::close);
            realm.shutdownNow();
        }
    }
}
