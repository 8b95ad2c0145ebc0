// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.operation.submit.ClusterComparison;
import podium.operation.submit.ClusterFit;
import podium.operation.submit.Manifest;
import podium.operation.submit.TransferCompiler;
import podium.placement.Fit;

/** Compares as told: each cluster fits, unless something is against it. */
public final class FakeComparison implements ClusterComparison {
    /** Open clusters. */
    public final List<Cluster> open = new ArrayList<>();

    /** Why jobs stay where they are; empty: they do not. */
    public Optional<String> bound = Optional.empty();

    public Optional<TransferCompiler.Dispatch> dispatch = Optional.empty();

    /** What is against each cluster but the job's own. */
    public List<String> against = List.of();

    /** What every cluster reads. */
    public Manifest manifest = Manifest.EMPTY;

    @Override
    public List<Cluster> clusters() {
        return List.copyOf(open);
    }

    @Override
    public Optional<String> whyNotMoved(Job job) {
        return bound;
    }

    @Override
    public CompletableFuture<Subject> take(Job job) {
        return CompletableFuture.completedFuture(new Subject(
                job.getName(), "", job.getNamespace(), Optional.of(job.getCluster()), dispatch, job.getNamespace()));
    }

    @Override
    public CompletableFuture<List<Reading>> read(Subject subject, List<Cluster> clusters) {
        return CompletableFuture.completedFuture(clusters.stream()
                .filter(open::contains)
                .map(cluster -> new Reading(cluster, read(subject), against, List.of()))
                .toList());
    }

    /** A namespace that is there is not created with it. */
    private Manifest read(Subject subject) {
        return new Manifest(
                manifest.items().stream()
                        .filter(item ->
                                !item.ref().resource().equals("namespaces") || !namespaces.contains(subject.into()))
                        .toList(),
                manifest.flaws());
    }

    /** The namespaces of every cluster. */
    public List<String> namespaces = List.of();

    @Override
    public CompletableFuture<List<String>> namespaces(Cluster cluster) {
        return CompletableFuture.completedFuture(namespaces);
    }

    @Override
    public List<ClusterFit> judge(Subject subject, List<Reading> readings) {
        return readings.stream()
                .map(reading -> new ClusterFit(
                        reading.cluster(),
                        subject.from().filter(from -> from == reading.cluster()).isPresent(),
                        Fit.FITS,
                        "1 of 2 nodes",
                        "",
                        "",
                        "",
                        "",
                        "",
                        reading.against(),
                        reading.notes(),
                        reading.manifest()))
                .toList();
    }
}
