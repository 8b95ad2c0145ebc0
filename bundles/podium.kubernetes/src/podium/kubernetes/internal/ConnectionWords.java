// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import java.util.Optional;
import podium.core.change.Change;
import podium.core.cluster.LoginText;
import podium.core.shell.LoginSession;
import podium.model.fleet.ConnectionState;

/** Adds to the state of a connection what its mirror does not know: a login that asks, and entries of other kubeconfigs. */
final class ConnectionWords {
    private ConnectionWords() {}

    /**
     * The same, with what else there is to say.
     *
     * @param elsewhere what of the context comes from another file than its own: a cluster that does not let us in, or is another
     *     one than meant, may be one with the names of two
     * @param asking what asks the operator on a terminal: until it is answered nothing else counts
     */
    static Change.ConnectionChanged of(Change.ConnectionChanged told, String elsewhere, Optional<LoginSession> asking) {
        if (asking.isPresent()) {
            return new Change.ConnectionChanged(
                    told.state() == ConnectionState.STALE ? ConnectionState.STALE : ConnectionState.CONNECTING,
                    LoginText.asks(asking.get().program()),
                    LoginText.ANSWER,
                    told.server(),
                    told.version(),
                    told.since());
        }
        boolean shut = told.state() == ConnectionState.REFUSED || told.state() == ConnectionState.FAILED;
        return elsewhere.isEmpty() || !shut
                ? told
                : new Change.ConnectionChanged(
                        told.state(),
                        told.message(),
                        (told.advice() + " " + elsewhere).strip(),
                        told.server(),
                        told.version(),
                        told.since());
    }
}
