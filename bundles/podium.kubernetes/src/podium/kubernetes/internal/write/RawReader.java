// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.texts.Texts;

/** Reads single objects and small collections, page by page. */
final class RawReader implements ObjectReader {
    private static final String PAGE = "500";
    private static final String TABLE = "application/json;as=Table;g=meta.k8s.io;v=v1";

    private final Transport transport;
    private final ServerClock clock;

    RawReader(Transport transport) {
        this(transport, InstantSource.system());
    }

    RawReader(Transport transport, InstantSource here) {
        this.transport = transport;
        this.clock = new ServerClock(here);
    }

    @Override
    public Instant serverTime(Instant here) {
        return clock.at(here);
    }

    private ApiResponse send(ApiRequest request) throws IOException {
        return clock.heard(transport.send(request));
    }

    @Override
    public Optional<String> read(ObjectRef ref) throws IOException {
        if (ref.resource().isEmpty()) {
            Optional<ObjectRef> served = served(ref.namespace()).flatMap(ref::under);
            return served.isEmpty() ? Optional.empty() : read(served.get());
        }
        ApiResponse response = send(ApiRequest.get(allowed(ref, ApiPaths.object(ref))));
        if (response.status() == 404) {
            return Optional.empty();
        }
        return Optional.of(answered(response, ref).text());
    }

    @Override
    public List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) throws IOException {
        List<String> items = new ArrayList<>();
        String next = "";
        do {
            String query = ApiPaths.query(
                    "labelSelector", labelSelector, "fieldSelector", fieldSelector, "limit", PAGE, "continue", next);
            String path = allowed(collection, ApiPaths.collection(collection) + query);
            ApiResponse response = send(ApiRequest.get(path));
            if (response.status() == 404) {
                return items;
            }
            JsonNode page = Trees.read(answered(response, collection).text());
            page.path("items").forEach(item -> items.add(Trees.write(item)));
            next = Trees.text(page, "/metadata/continue");
        } while (!next.isEmpty());
        return items;
    }

    @Override
    public boolean serves(ObjectRef collection) throws IOException {
        String path = allowed(collection, ApiPaths.collection(collection) + ApiPaths.query("limit", "1"));
        ApiResponse response = send(ApiRequest.get(path));
        return response.status() != 404 && answered(response, collection).ok();
    }

    @Override
    public Optional<List<ObjectRef>> served(String namespace) throws IOException {
        return new NamespacedKinds(transport).of(namespace);
    }

    /** As a table without the objects; their metadata would not do, for kubectl keeps what it applied in an annotation. */
    @Override
    public List<String> names(ObjectRef collection) throws IOException {
        List<String> items = new ArrayList<>();
        String next = "";
        do {
            String query = ApiPaths.query("includeObject", "None", "limit", PAGE, "continue", next);
            ApiResponse response =
                    send(ApiRequest.get(ApiPaths.collection(collection) + query).accepting(TABLE));
            if (response.status() == 404) {
                return items;
            }
            JsonNode page = Trees.read(answered(response, collection).text());
            page.path("rows")
                    .forEach(row -> items.add("{\"metadata\":{\"name\":"
                            + Trees.write(row.path("cells").path(0)) + "},\"type\":"
                            + Trees.write(row.path("cells").path(1)) + "}"));
            next = Trees.text(page, "/metadata/continue");
        } while (!next.isEmpty());
        return items;
    }

    /** Bodies of Secrets are never asked for. */
    private static String allowed(ObjectRef ref, String path) throws IOException {
        if (ref.group().isEmpty() && ref.resource().equals("secrets")) {
            throw new IOException(Texts.of("RawReader.podiumReadsNoSecrets"));
        }
        return path;
    }

    private static ApiResponse answered(ApiResponse response, ObjectRef ref) throws IOException {
        if (!response.ok()) {
            throw new ReadRefused(
                    response.status(),
                    Texts.of(
                            "RawReader.theServerAnsweredFor",
                            response.status(),
                            ref.path(),
                            Statuses.message(response)));
        }
        return response;
    }
}
