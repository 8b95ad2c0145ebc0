// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** fabric8's shared informer with the JDK HTTP client, as an application would use it. */
record Fabric8() implements Contestant {
    private static KubernetesClient client(Server server) {
        ConfigBuilder config = new ConfigBuilder(Config.empty()).withMasterUrl(server.url());
        if (!server.pem().isEmpty()) {
            config.withCaCertFile(server.pem());
        }
        return new KubernetesClientBuilder()
                .withConfig(config.build())
                .withHttpClientFactory(new JdkHttpClientFactory())
                .build();
    }

    @Override
    public Held list(Server server, int pods) throws Exception {
        KubernetesClient client = client(server);
        SharedIndexInformer<Pod> informer =
                client.pods().inAnyNamespace().withLimit(500L).runnableInformer(0);
        informer.start().toCompletableFuture().get();
        return new Held() {
            @Override
            public int size() {
                return informer.getStore().list().size();
            }

            @Override
            public void close() {
                informer.stop();
                client.close();
            }
        };
    }

    @Override
    public long watch(Server server, int pods, int events) throws Exception {
        AtomicLong first = new AtomicLong();
        AtomicLong count = new AtomicLong();
        CountDownLatch done = new CountDownLatch(1);
        try (KubernetesClient client = client(server)) {
            SharedIndexInformer<Pod> informer =
                    client.pods().inAnyNamespace().withLimit(500L).runnableInformer(0);
            informer.addEventHandler(new ResourceEventHandler<>() {
                @Override
                public void onAdd(Pod pod) {
                    // the list
                }

                @Override
                public void onUpdate(Pod before, Pod after) {
                    first.compareAndSet(0, System.nanoTime());
                    if (count.incrementAndGet() == events) {
                        done.countDown();
                    }
                }

                @Override
                public void onDelete(Pod pod, boolean unknown) {
                    // never
                }
            });
            informer.start().toCompletableFuture().get();
            if (!done.await(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("events lost: " + count.get() + " of " + events);
            }
            long time = System.nanoTime() - first.get();
            informer.stop();
            return time;
        }
    }
}
