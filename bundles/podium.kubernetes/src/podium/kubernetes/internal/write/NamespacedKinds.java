// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.core.api.ServedResource;
import podium.kubernetes.internal.transport.Transport;

/** All that a server lists in a namespace, each kind in the version that it prefers. */
record NamespacedKinds(Transport transport) {
    /** The collections of a namespace; empty: the server does not tell. */
    Optional<List<ObjectRef>> of(String namespace) throws IOException {
        ServedApis apis;
        try {
            apis = ServedApis.ask(transport);
        } catch (ReadRefused e) {
            return Optional.empty();
        }
        List<ObjectRef> found = new ArrayList<>();
        apis.listed().stream()
                .filter(ServedResource::namespaced)
                .filter(apis::answers)
                .forEach(one -> found.add(one.in(namespace)));
        apis.silent().forEach(one -> found.add(new ObjectRef(one.group(), one.version(), "*", "", namespace, "")));
        return Optional.of(found);
    }
}
