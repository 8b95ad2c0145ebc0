// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.operation.submit.Manifest.Item;

/** Reads what a manifest itself has before it asks the server: a TrainJob's runtime may come in the same file. */
final class ManifestFirstReader implements ObjectReader {
    private final ObjectReader server;
    private final Map<String, String> known = new HashMap<>();

    ManifestFirstReader(ObjectReader server, List<Item> items) {
        this.server = server;
        items.forEach(item -> known.put(item.ref().path(), item.body()));
    }

    @Override
    public Optional<String> read(ObjectRef ref) throws IOException {
        Optional<String> own = Optional.ofNullable(known.get(ref.path()));
        return own.isPresent() ? own : server.read(ref);
    }

    @Override
    public List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) throws IOException {
        return server.list(collection, labelSelector, fieldSelector);
    }

    @Override
    public boolean serves(ObjectRef collection) throws IOException {
        return server.serves(collection);
    }

    @Override
    public Optional<List<ObjectRef>> served(String namespace) throws IOException {
        return server.served(namespace);
    }

    @Override
    public List<String> names(ObjectRef collection) throws IOException {
        return server.names(collection);
    }

    @Override
    public Instant serverTime(Instant here) {
        return server.serverTime(here);
    }
}
