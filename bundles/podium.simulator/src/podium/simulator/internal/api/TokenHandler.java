// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import podium.simulator.internal.api.auth.IssuedTokens;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/**
 * Answers {@code serviceaccounts/token}. How long a token may last is what a server says
 * (kubernetes pkg/apis/authentication/validation/validation.go: ten minutes at least).
 *
 * @param store what tokens may be bound to
 * @param tokens where they are kept
 * @param clock the time of the server
 */
record TokenHandler(ObjectStore store, IssuedTokens tokens, Clock clock) {
    private static final int LEAST_SECONDS = 600;
    private static final int USUAL_SECONDS = 3600;

    HttpResponse create(RequestInfo call, ObjectNode account) {
        ObjectNode request = RequestBodies.read(call.http());
        int seconds = Json.number(request, USUAL_SECONDS, "spec", "expirationSeconds");
        if (seconds < LEAST_SECONDS) {
            throw ApiException.of(
                    422,
                    "Invalid",
                    "TokenRequest.authentication.k8s.io \"\" is invalid: spec.expirationSeconds: Invalid value: "
                            + seconds + ": may not specify a duration less than 10 minutes");
        }
        bound(call, Json.at(request, "spec", "boundObjectRef"));
        Instant until = clock.instant().plusSeconds(seconds);
        request.put("kind", "TokenRequest").put("apiVersion", "authentication.k8s.io/v1");
        Json.with(request, "metadata").put("name", call.name()).put("namespace", call.namespace());
        Json.with(request, "spec").put("expirationSeconds", seconds);
        request.putObject("status")
                .put("token", tokens.issue(call.namespace(), call.name(), ObjectMeta.uid(account), until))
                .put("expirationTimestamp", ObjectMeta.time(until));
        return HttpResponse.json(201, JsonText.bytes(request));
    }

    /** A token lasts no longer than what it is bound to, which has to be there. */
    private void bound(RequestInfo call, JsonNode reference) {
        String name = Json.text(reference, "name");
        Stream.of(ResourceTypes.POD, ResourceTypes.SECRET, ResourceTypes.NODE)
                .filter(type -> type.kind().equals(Json.text(reference, "kind")))
                .filter(type -> store.get(type, type.namespaced() ? call.namespace() : "", name)
                        .isEmpty())
                .findFirst()
                .ifPresent(type -> {
                    throw ApiException.notFound(type, name);
                });
    }
}
