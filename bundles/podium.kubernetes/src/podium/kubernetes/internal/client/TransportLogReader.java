// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.core.log.LogQuery;
import podium.core.log.PodContainers;
import podium.core.log.PodLogReader;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiStream;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.write.ApiPaths;
import podium.kubernetes.texts.Texts;

/**
 * Logs straight from the transport, each on a connection of its own. fabric8
 * would wait first until the pod is ready, by a list and a watch, and {@code watchLog} hands out a refusal as if it were a line.
 */
final class TransportLogReader implements PodLogReader {
    private static final int LONGEST_REFUSAL = 4096;

    private final Transport transport;
    private final Containers containers;

    /** Knows what a pod consists of. */
    @FunctionalInterface
    interface Containers {
        /** Those of a pod; empty: there is no such pod. Blocks. */
        Optional<PodContainers> of(String namespace, String pod) throws IOException;
    }

    TransportLogReader(Transport transport, Containers containers) {
        this.transport = transport;
        this.containers = containers;
    }

    @Override
    public InputStream open(LogQuery query) throws IOException {
        String path = ApiPaths.object(ObjectRef.pod(query.namespace(), query.pod())) + "/log"
                + ApiPaths.query(
                        "container",
                        query.container(),
                        "timestamps",
                        "true",
                        "follow",
                        query.follow() ? "true" : "",
                        "previous",
                        query.previous() ? "true" : "",
                        "tailLines",
                        query.tail().isPresent() ? String.valueOf(query.tail().getAsLong()) : "",
                        "sinceTime",
                        query.since()
                                .map(time ->
                                        time.truncatedTo(ChronoUnit.SECONDS).toString())
                                .orElse(""),
                        "sinceSeconds",
                        query.back()
                                .map(back -> String.valueOf(Math.max(1, back.toSeconds())))
                                .orElse(""));
        ApiStream stream = transport.stream(
                ApiRequest.get(path).accepting("text/plain, */*").onItsOwn());
        if (stream.status() != 200 && stream.status() != 204) {
            try (stream) {
                throw new ReadRefused(stream.status(), said(stream));
            }
        }
        return new FilterInputStream(stream.body()) {
            @Override
            public void close() {
                stream.close();
            }
        };
    }

    /** The message of the Status object that a server sends, else what it sent. */
    private static String said(ApiStream stream) throws IOException {
        String text = new String(stream.body().readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8).strip();
        try {
            String message = Trees.read(text).path("message").asText();
            return message.isEmpty() ? text : message;
        } catch (IOException e) {
            return text.isEmpty() ? Texts.of("TransportLogReader.theServerAnswered", stream.status()) : text;
        }
    }

    @Override
    public Optional<PodContainers> containers(String namespace, String pod) throws IOException {
        return containers.of(namespace, pod);
    }
}
