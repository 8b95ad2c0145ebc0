// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import podium.core.change.ChangeSink;

/** Opens clusters. */
public interface ClusterConnector {
    /**
     * The contexts of a kubeconfig. Reads this file only and runs nothing.
     *
     * @throws KubeconfigException when it is not a kubeconfig; its message names file, place and cure
     */
    List<ClusterTarget> contexts(Path kubeconfig) throws KubeconfigException;

    /** The same with all that tells them from each other; what is wrong is in the list. */
    ContextList list(Path kubeconfig);

    /** The contexts that hold where no kubeconfig is named, as kubectl has them: of KUBECONFIG, else of the file in the home. */
    ContextList usual();

    /** A context as it stands in its files now, which may lead elsewhere than it did; what is wrong is said when it is opened. */
    ClusterTarget again(ClusterTarget target);

    /**
     * Starts to mirror a cluster into the sink and returns at once; what goes wrong arrives as a
     * {@link podium.core.change.Change.ConnectionChanged}. Nothing is executed and no file outside the kubeconfig is read before
     * {@link ClusterConnection#agree(String)} where the kubeconfig asks for such a thing. When another cluster, or another person,
     * turns out to be at the other end, the connection is closed for good: whoever wants to go on opens the target anew.
     *
     * @param over told once who turned up, from any thread; it must not wait
     */
    ClusterConnection open(ClusterTarget target, ChangeSink sink, BiConsumer<ClusterConnection, IdentityChange> over);
}
