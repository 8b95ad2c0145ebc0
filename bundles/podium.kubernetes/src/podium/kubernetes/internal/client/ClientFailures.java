// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import podium.core.api.ReadRefused;
import podium.kubernetes.texts.Texts;

/** What went wrong below fabric8, as Podium says it: no exception of a library reaches the operator. */
final class ClientFailures {
    private ClientFailures() {}

    /** The refusal of the server, else the failure of the transport. */
    static IOException of(KubernetesClientException failure) {
        Optional<IOException> below = Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .filter(cause ->
                        cause.getCause() == null || cause.getClass().getName().startsWith("podium."))
                .findFirst();
        if (failure.getCode() > 0) {
            String message =
                    failure.getStatus() == null ? "" : failure.getStatus().getMessage();
            return new ReadRefused(
                    failure.getCode(),
                    message == null || message.isEmpty()
                            ? Texts.of("ClientFailures.theServerAnswered", failure.getCode())
                            : message);
        }
        return below.orElseGet(() -> new IOException(Texts.of("ClientFailures.theServerDidNotAnswer"), failure));
    }
}
