// SPDX-License-Identifier: Apache-2.0
package podium.core.testkit;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;

/** A server that serves every kind and has no object; a test says what it has instead. */
public class NoObjects implements ObjectReader {
    @Override
    public Optional<String> read(ObjectRef ref) throws IOException {
        return Optional.empty();
    }

    @Override
    public List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) throws IOException {
        return List.of();
    }

    @Override
    public boolean serves(ObjectRef collection) throws IOException {
        return true;
    }

    @Override
    public Optional<List<ObjectRef>> served(String namespace) throws IOException {
        return Optional.empty();
    }

    @Override
    public List<String> names(ObjectRef collection) throws IOException {
        return List.of();
    }

    @Override
    public Instant serverTime(Instant here) {
        return here;
    }
}
