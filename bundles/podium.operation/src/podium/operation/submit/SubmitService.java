// SPDX-License-Identifier: Apache-2.0
package podium.operation.submit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import podium.model.fleet.Cluster;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.submit.ManifestCompiler.Source;
import podium.placement.Subject;

/** From a text to jobs: read, judged, planned. Called in the realm; what comes later comes on any thread. */
public interface SubmitService {
    /**
     * Reads what is to be created in a cluster. Nothing is written; an {@link java.io.IOException} when the cluster does
     * not answer.
     *
     * @param namespace for objects that name none
     */
    CompletableFuture<Manifest> read(Cluster cluster, List<Source> sources, String namespace);

    /**
     * A job as it would be, to be held against the nodes like one that is there; the cluster's model does not have it.
     * Empty: the item makes no pods, or none yet.
     */
    Optional<Subject> supposed(Cluster cluster, Manifest.Item item);

    /** All jobs of a manifest as one subject, for a place that is to take all of them. Empty: it has none. */
    Optional<Subject> supposed(Cluster cluster, Manifest manifest);

    /** Where it would fit now, in a line: "fits 12 of 32 nodes; all 8 tasks together in rack a4". */
    String fit(Subject supposed);

    /**
     * That all jobs of a manifest, as one, do not find room at the same time now, though each alone may: "room for at most 29 of 50
     * tasks now". Empty: they do as far as is known.
     */
    Optional<String> shortage(Subject supposed);

    /** The plan that creates all of it, in its order. */
    CompletableFuture<Result> plan(Cluster cluster, Manifest manifest, Submission how);

    /** What is judged of that plan now, asked for together with it; of a service that judges nothing it holds for ever. */
    default PlacementOutlook outlook(Cluster cluster, Manifest manifest, Submission how) {
        return PlacementOutlook.NOTHING;
    }
}
