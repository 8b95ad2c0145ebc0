// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.core.testkit.NoObjects;
import podium.kubernetes.testkit.AllKinds;
import podium.operation.submit.TransferCompiler.Found;
import podium.operation.submit.TransferCompiler.State;

/** What jobs need, looked up in a cluster. */
class TransfersTest {
    /** A cluster with two Secrets. */
    private static final class Reader extends NoObjects {
        private final List<String> listed = new ArrayList<>();

        @Override
        public Optional<String> read(ObjectRef ref) {
            throw new AssertionError("reads " + ref.path());
        }

        @Override
        public List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) {
            throw new AssertionError("lists " + collection.path());
        }

        @Override
        public List<String> names(ObjectRef collection) {
            listed.add(collection.path());
            return collection.namespace().equals("team")
                    ? List.of("{\"metadata\":{\"name\":\"pull\"}}", "{\"metadata\":{\"name\":\"key\"}}")
                    : List.of();
        }
    }

    private static ObjectRef secret(String namespace, String name) {
        return new ObjectRef("", "v1", "secrets", "Secret", namespace, name);
    }

    @Test
    void secretsAreNamedOnceForEachNamespaceAndNeverRead() throws Exception {
        Reader reader = new Reader();
        List<Found> found = new Transfers(reader, AllKinds.WORKLOADS)
                .look(List.of(
                        secret("team", "key"), secret("team", "none"), secret("team", "pull"), secret("other", "key")));
        assertEquals(
                List.of(State.THERE, State.MISSING, State.THERE, State.MISSING),
                found.stream().map(Found::state).toList());
        assertEquals(List.of("/api/v1/namespaces/team/secrets", "/api/v1/namespaces/other/secrets"), reader.listed);
    }
}
