// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/**
 * Forwards ports over the streams of a SPDY connection: two for each connection of a client, one for its bytes and one for what went
 * wrong, which share a request's number (pkg/kubelet/portforward/httpstream.go).
 */
final class SpdyForward implements SpdySession.Opened, AutoCloseable {
    private final IntFunction<ForwardedPort> ports;
    private final Map<String, SpdyStream> errors = new HashMap<>();
    private final Map<String, SpdyStream> data = new HashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SpdyForward(IntFunction<ForwardedPort> ports) {
        this.ports = ports;
    }

    @Override
    public void stream(SpdyStream stream) {
        String request = stream.header("requestid");
        (stream.header("streamtype").equals("error") ? errors : data).put(request, stream);
        SpdyStream error = errors.get(request);
        SpdyStream bytes = data.get(request);
        if (error != null && bytes != null) {
            errors.remove(request);
            data.remove(request);
            threads.execute(() -> forward(bytes, error));
        }
    }

    private void forward(SpdyStream bytes, SpdyStream error) {
        try (OutputStream told = error.out();
                OutputStream out = bytes.out()) {
            ForwardedPort port = ports.apply(Integer.parseInt("0" + bytes.header("port")));
            String refusal = port.talk(bytes.in(), out).orElse("");
            told.write(refusal.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // the client has gone: there is nobody to tell
        } finally {
            bytes.hangUp();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
