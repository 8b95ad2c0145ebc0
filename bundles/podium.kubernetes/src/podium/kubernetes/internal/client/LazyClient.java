// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.internal.transport.Transport;

/**
 * fabric8's client of one connection, made when it is first needed. Its configuration is filled here and only here: no kubeconfig,
 * no variable, no service account is read and no credential plugin run (reliability R6). Any thread; calls to the client block.
 */
public final class LazyClient {
    /** Never dialled: the transport knows where the server is. */
    private static final String NOWHERE = "https://cluster.invalid/";

    private static final String POD =
            "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{},\"spec\":{},\"status\":{}}";

    private final Transport transport;
    private @Nullable KubernetesClient client;

    public LazyClient(Transport transport) {
        this.transport = transport;
    }

    /** The one client of this connection. */
    public synchronized KubernetesClient get() {
        KubernetesClient made = client;
        if (made == null) {
            made = warm(make());
            client = made;
        }
        return made;
    }

    /**
     * Has the model of a pod made ready once, on a thread of its own kind: several virtual threads that need it at the same moment
     * initialize its classes crosswise, hold each other's carriers, and wait for ever.
     */
    private static KubernetesClient warm(KubernetesClient made) {
        try (ExecutorService one = Executors.newSingleThreadExecutor()) {
            Callable<Pod> reading = () -> made.getKubernetesSerialization().unmarshal(POD, Pod.class);
            Future<Pod> read = one.submit(reading);
            read.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the model of a pod cannot be read", e);
        }
        return made;
    }

    private KubernetesClient make() {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(NOWHERE)
                .withRequestRetryBackoffLimit(0)
                .build();
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        // it looks for its implementation and its kinds in the loader of the thread, which OSGi says nothing about
        current.setContextClassLoader(KubernetesClient.class.getClassLoader());
        try {
            return new KubernetesClientBuilder()
                    .withConfig(config)
                    .withHttpClientFactory(new TransportClientFactory(transport, threads))
                    .withTaskExecutor(threads)
                    .build();
        } finally {
            current.setContextClassLoader(before);
        }
    }
}
