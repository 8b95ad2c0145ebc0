// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import java.util.Optional;
import podium.core.api.AccessReviewer;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectWriter;
import podium.core.change.ClusterId;
import podium.core.shell.LoginSession;

/** An open cluster. Any thread. */
public interface ClusterConnection extends AutoCloseable {
    ClusterId id();

    /**
     * What this connection can do, by capability: {@link ObjectWriter}, {@link ObjectReader}, {@link AccessReviewer}, the reader
     * of exporters, the compilers of plans. Empty: it cannot.
     */
    <T> Optional<T> capability(Class<T> type);

    /**
     * What must be agreed to before the connection goes on (a credential plugin to run, files to read), in words, several
     * lines; empty: nothing. Returns at once, as all calls here do but {@link #close()}, which waits two seconds at most.
     */
    Optional<String> consentNeeded();

    /**
     * The operator agrees.
     *
     * @param question what {@link #consentNeeded()} said when the operator read it; where something else is asked by now,
     *     that is asked first
     */
    void agree(String question);

    /** What asks the operator something on a terminal before the connection goes on; empty: nothing does. */
    Optional<LoginSession> login();

    /**
     * What tells the cluster that answers from all others, whatever it is called: the uid of its namespace {@code kube-system};
     * empty: it has not answered yet, or does not tell.
     */
    String clusterUid();

    /** Drops the streams and starts again at once. */
    void reconnect();

    @Override
    void close();
}
