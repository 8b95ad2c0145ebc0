// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.IOException;
import java.util.Optional;
import podium.kubernetes.internal.config.Identity;

/** What goes into the Authorization header. Any thread; may block while credentials are fetched. */
interface Credentials {
    /** Value of the header; empty: none is sent. */
    Optional<String> authorization() throws IOException;

    /** A client certificate that came with the credentials; empty: the kubeconfig's, if it has one. */
    default Optional<Identity.Certificate> certificate() throws IOException {
        return Optional.empty();
    }

    /** The server answered 401 to this value. True when another may be had by asking again. */
    boolean refused(Optional<String> authorization);

    /** A value that never changes; empty: none. */
    static Credentials fixed(Optional<String> authorization) {
        return new Credentials() {
            @Override
            public Optional<String> authorization() {
                return authorization;
            }

            @Override
            public boolean refused(Optional<String> value) {
                return false;
            }
        };
    }
}
