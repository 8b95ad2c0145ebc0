// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.io.IOException;
import java.util.Optional;
import podium.kubernetes.internal.config.UserEntry;

/** What shows who one is. Any thread; may block while credentials are fetched, and then can be interrupted. */
public interface Credentials extends AutoCloseable {
    /**
     * What goes with one request.
     *
     * @param authorization value of the header; empty: none is sent
     * @param certificate that came with the credentials; empty: the kubeconfig's, if it has one
     */
    record Given(Optional<String> authorization, Optional<UserEntry.Certificate> certificate) {
        @Override
        public String toString() {
            return "credentials";
        }
    }

    /** What to send now. */
    Given get() throws IOException;

    /** The server answered 401 to this value. True when another may be had by asking again. */
    boolean refused(Optional<String> authorization);

    /** Nothing is fetched any more; what is being fetched is given up. Returns at once. */
    @Override
    default void close() {}

    /** A value that never changes; empty: none. */
    static Credentials fixed(Optional<String> authorization) {
        return new Credentials() {
            @Override
            public Given get() {
                return new Given(authorization, Optional.empty());
            }

            @Override
            public boolean refused(Optional<String> value) {
                return false;
            }
        };
    }
}
