// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import podium.simulator.internal.api.NonResourceHandler;
import podium.simulator.internal.api.ResourceDispatcher;
import podium.simulator.internal.api.Router;
import podium.simulator.internal.api.auth.AccessPolicy;
import podium.simulator.internal.api.auth.BootstrapPolicy;
import podium.simulator.internal.api.auth.IssuedTokens;
import podium.simulator.internal.api.catalog.ApiCatalog;
import podium.simulator.internal.api.catalog.CustomResources;
import podium.simulator.internal.api.catalog.Discovery;
import podium.simulator.internal.api.catalog.OpenApi;
import podium.simulator.internal.api.http.Certificates;
import podium.simulator.internal.api.http.HttpListener;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/** Serves an object store as the Kubernetes API over HTTPS on loopback. */
public final class ApiServer implements AutoCloseable {

    private static final String MINOR = "36";

    private final Certificates certificates;
    private final ApiCatalog catalog;
    private final CustomResources customResources;
    private final Finalization finalization;
    private final HttpListener listener;

    /**
     * Sets the server up on a store and takes its port.
     *
     * @throws IOException if the port is taken
     */
    public ApiServer(ObjectStore store, ServerOptions options) throws IOException {
        this(store, options, Certificates.create());
    }

    /** The same with the certificates of another, which it takes the place of. */
    public ApiServer(ObjectStore store, ServerOptions options, Certificates certificates) throws IOException {
        this.certificates = certificates;
        this.catalog = new ApiCatalog(store, options.historySize());
        this.customResources = new CustomResources(store, catalog, options.clock());
        this.finalization = new Finalization(store, catalog);
        IssuedTokens issued = new IssuedTokens(options.clock());
        ResourceDispatcher resources = new ResourceDispatcher(
                store,
                catalog,
                options.clock(),
                options.bookmarkInterval(),
                options.admission(),
                issued,
                options.proxy(),
                options.tools());
        NonResourceHandler pages = new NonResourceHandler(new Discovery(catalog), new OpenApi(catalog), MINOR);
        Router router = new Router(options.tokens(), issued, new AccessPolicy(store), catalog, pages, resources);
        this.listener = new HttpListener(
                options.port(),
                certificates,
                new HttpListener.Service(router, options.log(), options.faults(), options.packFrom(), options.http2()));
        for (String name : new String[] {"default", "kube-public", "kube-node-lease"}) {
            lay(store, DefaultNamespaces.of(name));
        }
        lay(store, DefaultNamespaces.kubeSystem());
        BootstrapPolicy.lay(store);
        options.grants().forEach(grant -> BootstrapPolicy.lay(store, grant));
    }

    private static void lay(ObjectStore store, ObjectNode namespace) {
        if (store.get(ResourceTypes.NAMESPACE, "", ObjectMeta.name(namespace)).isEmpty()) {
            store.create(ResourceTypes.NAMESPACE, namespace);
        }
    }

    /** Begins to answer. */
    public void start() {
        listener.start();
    }

    /** The address, {@code https://127.0.0.1:port}. */
    public URI url() {
        return URI.create("https://127.0.0.1:" + listener.port());
    }

    /** The authority that signed the server's certificate, as PEM. */
    public String caPem() {
        return certificates.authorityPem();
    }

    /** For a server that takes its place. */
    public Certificates certificates() {
        return certificates;
    }

    /** Forgets the past, as etcd's compaction does: older resourceVersions and continue tokens answer 410. */
    public void compact() {
        catalog.compact();
    }

    /** Ends all connections; the server goes on. */
    public void disconnect() {
        listener.disconnect();
    }

    @Override
    public void close() {
        listener.close();
        finalization.close();
        customResources.close();
        catalog.close();
    }
}
