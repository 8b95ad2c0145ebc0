// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
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

/**
 * Logs straight from the transport, each on a connection of its own; what a pod consists of from fabric8's typed pod. fabric8's own
 * {@code watchLog} would open a watch first to see whether the pod is ready, and hand out a refusal as if it were a line.
 */
final class TransportLogReader implements PodLogReader {
    private static final int LONGEST_REFUSAL = 4096;

    private final Transport transport;
    private final LazyClient client;

    TransportLogReader(Transport transport, LazyClient client) {
        this.transport = transport;
        this.client = client;
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
            return text.isEmpty() ? "the server answered " + stream.status() : text;
        }
    }

    @Override
    public Optional<PodContainers> containers(String namespace, String pod) throws IOException {
        try {
            @Nullable
            Pod found = client.get().pods().inNamespace(namespace).withName(pod).get();
            return found == null ? Optional.empty() : Optional.of(ContainerStates.of(found));
        } catch (KubernetesClientException e) {
            throw ClientFailures.of(e);
        }
    }
}
