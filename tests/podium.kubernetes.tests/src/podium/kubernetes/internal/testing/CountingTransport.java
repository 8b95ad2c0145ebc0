// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.testing;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import podium.kubernetes.internal.transport.Request;
import podium.kubernetes.internal.transport.Response;
import podium.kubernetes.internal.transport.Stream;
import podium.kubernetes.internal.transport.Transport;

/** Counts what is asked. */
public record CountingTransport(Transport way, AtomicInteger requests) implements Transport {
    @Override
    public Response send(Request request) throws IOException {
        requests.incrementAndGet();
        return way.send(request);
    }

    @Override
    public Stream stream(Request request) throws IOException {
        requests.incrementAndGet();
        return way.stream(request);
    }

    @Override
    public String server() {
        return way.server();
    }

    @Override
    public void renew() {
        way.renew();
    }

    @Override
    public void reset() {
        way.reset();
    }

    @Override
    public void close() {
        way.close();
    }
}
