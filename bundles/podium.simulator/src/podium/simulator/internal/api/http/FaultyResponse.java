// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The answer to one request, with what goes wrong about it.
 *
 * @param start when the request was whole, by {@link System#nanoTime()}
 */
record FaultyResponse(HttpRequest request, HttpResponse response, HttpFault fault, long start) {

    static FaultyResponse to(HttpRequest request, HttpListener.Service service) throws IOException {
        long start = System.nanoTime();
        HttpFault fault = service.faults().plan(request);
        if (!fault.delay().isZero()) {
            FaultyOutput.pause(fault.delay().toMillis());
        }
        HttpResponse response = fault.instead().isPresent() && !fault.afterwards()
                ? fault.instead().get()
                : packed(request, service.handler().handle(request), service.packFrom());
        return new FaultyResponse(request, fault.instead().orElse(response), fault, start);
    }

    OutputStream faulty(OutputStream out) {
        return fault == HttpFault.NONE ? out : new FaultyOutput(out, fault);
    }

    void tell(RequestLog log, long bytes) {
        log.answered(request, response.status(), bytes, Duration.ofNanos(System.nanoTime() - start));
    }

    /** A large answer to a client that unpacks leaves packed; a stream never does (APIResponseCompression). */
    private static HttpResponse packed(HttpRequest request, HttpResponse response, int from) {
        if (!(response.body() instanceof HttpResponse.Parts parts)
                || parts.length() < from
                || !request.method().equals("GET")
                || !request.header("accept-encoding").contains("gzip")) {
            return response;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) parts.length() / 4 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (byte[] part : parts.parts()) {
                out.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HttpResponse(
                        response.status(),
                        response.contentType(),
                        response.headers(),
                        new HttpResponse.Parts(List.of(bytes.toByteArray())))
                .with("Content-Encoding", "gzip");
    }
}
