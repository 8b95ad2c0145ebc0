// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import java.util.Arrays;
import java.util.Set;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.store.ApiException;

/**
 * What a client wants its answer in. This server writes JSON: who wants nothing but protobuf is refused, as a real server refuses that
 * of a custom resource, and not given what it cannot read. Clients that name JSON beside it, as kubectl does, get that
 * (apiserver pkg/endpoints/handlers/negotiation).
 */
final class MediaTypes {
    private static final Set<String> WRITTEN = Set.of("application/json", "application/*", "*/*");
    private static final Set<String> FORMS =
            Set.of("Table", "PartialObjectMetadata", "PartialObjectMetadataList", "APIGroupDiscoveryList");

    private MediaTypes() {}

    /** @throws ApiException where the client takes nothing of what is written here */
    static void require(HttpRequest http) {
        String accept = http.header("accept");
        if (!accept.isBlank() && Arrays.stream(accept.split(",")).noneMatch(MediaTypes::isWritten)) {
            throw ApiException.of(
                    406, "NotAcceptable", "only the following media types are accepted: application/json");
        }
    }

    private static boolean isWritten(String type) {
        String[] parts = type.strip().split("\\s*;\\s*");
        return WRITTEN.contains(parts[0])
                && Arrays.stream(parts)
                        .filter(part -> part.startsWith("as="))
                        .allMatch(part -> FORMS.contains(part.substring(3)));
    }
}
