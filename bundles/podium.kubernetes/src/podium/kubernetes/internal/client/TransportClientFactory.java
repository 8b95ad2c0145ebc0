// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.client.http.HttpClient;
import java.util.concurrent.ExecutorService;
import podium.kubernetes.internal.transport.Transport;

/**
 * Makes fabric8's HTTP clients out of a {@link Transport}: trust store, server name, credentials, consent, proxy and the question
 * who answers are the transport's, whatever a configuration of fabric8 says.
 *
 * @param transport the one way to the cluster
 * @param threads where requests wait
 */
record TransportClientFactory(Transport transport, ExecutorService threads) implements HttpClient.Factory {
    @Override
    public TransportClientBuilder newBuilder() {
        return new TransportClientBuilder(this);
    }
}
