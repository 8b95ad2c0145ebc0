// SPDX-License-Identifier: Apache-2.0
package podium.operation.submit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;

/** Holds a job or a manifest against all open clusters side by side. Called in the realm; what comes later comes on any thread. */
public interface ClusterComparison {
    /**
     * What is compared.
     *
     * @param namespace of what names none
     * @param from the cluster a job waits in; empty: it is in none yet
     * @param dispatch who else decides where it runs; empty: nobody
     * @param into the namespace it gets in other clusters
     */
    record Subject(
            String title,
            String text,
            String namespace,
            Optional<Cluster> from,
            Optional<TransferCompiler.Dispatch> dispatch,
            String into) {
        /** What nobody else sends anywhere. */
        public Subject(String title, String text, String namespace, Optional<Cluster> from) {
            this(title, text, namespace, from, Optional.empty(), namespace);
        }

        /** The same, to get another namespace in other clusters. */
        public Subject into(String other) {
            return new Subject(title, text, namespace, from, dispatch, other);
        }
    }

    /** A cluster that has read it, and what of what it needs was found there and where it comes from. */
    record Reading(Cluster cluster, Manifest manifest, List<String> against, List<String> notes) {}

    /** What it is held against: clusters that can be submitted to. Of one that is not live that is all that is said. */
    List<Cluster> clusters();

    /** Why a job cannot leave its cluster, as far as the model tells; empty: the cluster is asked. */
    Optional<String> whyNotMoved(Job job);

    /** A job that waits, as it could be submitted elsewhere; fails with the reason in words where it stays. */
    CompletableFuture<Subject> take(Job job);

    /** Has each of these clusters read it. */
    CompletableFuture<List<Reading>> read(Subject subject, List<Cluster> clusters);

    /** The namespaces of a cluster that jobs are in or may be moved to, by name. */
    CompletableFuture<List<String>> namespaces(Cluster cluster);

    /** The readings judged by what the clusters have now, best first. In the realm. */
    List<ClusterFit> judge(Subject subject, List<Reading> readings);
}
