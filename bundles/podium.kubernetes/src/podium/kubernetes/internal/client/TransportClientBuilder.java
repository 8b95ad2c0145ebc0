// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.client.http.StandardHttpClientBuilder;
import java.util.concurrent.atomic.AtomicBoolean;

/** Builds a {@link TransportHttpClient}; what it is told of certificates, proxies and names is of no effect. */
final class TransportClientBuilder
        extends StandardHttpClientBuilder<TransportHttpClient, TransportClientFactory, TransportClientBuilder> {
    TransportClientBuilder(TransportClientFactory factory) {
        super(factory);
    }

    @Override
    public TransportHttpClient build() {
        TransportHttpClient derivedFrom = client;
        return new TransportHttpClient(this, derivedFrom == null ? new AtomicBoolean() : derivedFrom.getClosed());
    }

    @Override
    protected TransportClientBuilder newInstance(TransportClientFactory factory) {
        return new TransportClientBuilder(factory);
    }
}
