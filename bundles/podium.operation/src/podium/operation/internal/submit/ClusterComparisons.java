// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.submit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetView;
import podium.core.fleet.Holdings;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.operation.internal.plan.ClusterQuestions;
import podium.operation.job.JobObjects;
import podium.operation.submit.ClusterComparison;
import podium.operation.submit.ClusterFit;
import podium.operation.submit.Manifest;
import podium.operation.submit.ManifestCompiler;
import podium.operation.submit.TransferCompiler;
import podium.operation.submit.TransferCompiler.Needs;
import podium.operation.submit.TransferCompiler.Taken;
import podium.operation.texts.Texts;
import podium.placement.PlacementService;

/** Has every open cluster read the same, looks up in each what it needs, and judges the answers. */
@Component
public final class ClusterComparisons implements ClusterComparison {
    private static final String NAMESPACE =
            "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"%s\"}}";

    private final PlacementService placement;
    private final Connections connections;
    private final FleetView fleet;
    private final ClusterQuestions questions = new ClusterQuestions();

    /** Over the open clusters. */
    @Activate
    public ClusterComparisons(
            @Reference PlacementService placement, @Reference Connections connections, @Reference FleetView fleet) {
        this.placement = placement;
        this.connections = connections;
        this.fleet = fleet;
    }

    /** What a cluster is asked by; taken in the realm. */
    private record Asked(Cluster cluster, ManifestCompiler compiler, TransferCompiler transfer) {}

    @Override
    public List<Cluster> clusters() {
        return fleet.fleet().getClusters().stream()
                .filter(cluster -> asked(cluster).isPresent())
                .toList();
    }

    @Override
    public Optional<String> whyNotMoved(Job job) {
        if (job.getFinished() != null) {
            return Optional.of(Texts.of("ClusterComparisons.itHasFinished"));
        }
        return job.getTasks().stream().anyMatch(Holdings::holds)
                ? Optional.of(Texts.of("ClusterComparisons.itRunsSuspendIt"))
                : Optional.empty();
    }

    @Override
    public CompletableFuture<Subject> take(Job job) {
        Optional<Cluster> from = Optional.ofNullable(job.getCluster());
        Optional<Asked> asked = from.flatMap(this::asked);
        if (asked.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new IOException(Texts.of("ClusterComparisons.theClusterOfIs", job.getName())));
        }
        ObjectRef ref = JobObjects.ref(job);
        String uid = job.getUid() == null ? "" : job.getUid();
        String title = job.getName();
        return questions.ask(() -> switch (asked.get().transfer().take(ref, uid)) {
            case Taken.Job taken ->
                new Subject(title, taken.body(), ref.namespace(), from, taken.dispatch(), ref.namespace());
            case Taken.Stays(String reason, String advice) -> throw new IOException(reason + " " + advice);
        });
    }

    @Override
    public CompletableFuture<List<Reading>> read(Subject subject, List<Cluster> clusters) {
        List<Asked> all = clusters.stream()
                .filter(cluster -> cluster.getConnection() == ConnectionState.LIVE)
                .flatMap(one -> asked(one).stream())
                .toList();
        List<Reading> silent = clusters.stream()
                .filter(cluster -> cluster.getConnection() != ConnectionState.LIVE)
                .map(cluster -> unread(cluster, Texts.of("ClusterComparisons.theClusterIsNot")))
                .toList();
        Optional<Asked> origin = subject.from().flatMap(this::asked);
        Optional<CompletableFuture<List<TransferCompiler.Found>>> source =
                origin.map(from -> questions.ask(() -> from.transfer().look(objects(from, subject))));
        List<CompletableFuture<Optional<Reading>>> readings = all.stream()
                .map(asked -> source.isPresent()
                                && origin.filter(from -> from.cluster() == asked.cluster())
                                        .isEmpty()
                        ? source.get()
                                .thenCompose(there -> questions.ask(() -> read(subject, asked, Optional.of(there))))
                        : questions.ask(() -> read(subject, asked, Optional.empty())))
                .map(reading -> reading.thenApply(Optional::of).exceptionally(_ -> Optional.empty()))
                .toList();
        return CompletableFuture.allOf(readings.toArray(CompletableFuture[]::new))
                .thenApply(_ -> Stream.concat(answers(all, readings).stream(), silent.stream())
                        .toList());
    }

    /** One that did not answer is shown as such beside the others. */
    private static List<Reading> answers(List<Asked> all, List<CompletableFuture<Optional<Reading>>> readings) {
        List<Reading> answers = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Cluster cluster = all.get(i).cluster();
            answers.add(readings.get(i)
                    .join()
                    .orElseGet(() -> unread(cluster, Texts.of("ClusterComparisons.theClusterDidNot"))));
        }
        return answers;
    }

    private static Reading unread(Cluster cluster, String why) {
        return new Reading(cluster, Manifest.EMPTY, List.of(why), List.of());
    }

    private static List<ObjectRef> objects(Asked asked, Subject subject) throws IOException {
        return asked.transfer()
                .needs(manifest(asked, subject, subject.namespace()))
                .objects();
    }

    private static Manifest manifest(Asked asked, Subject subject, String namespace) throws IOException {
        return asked.compiler().read(List.of(new ManifestCompiler.Source("", subject.text(), false)), namespace);
    }

    /** The same with its namespace before it. */
    private static Manifest created(Asked asked, Subject subject) throws IOException {
        return asked.compiler()
                .read(
                        List.of(
                                new ManifestCompiler.Source("", NAMESPACE.formatted(subject.into())),
                                new ManifestCompiler.Source("", subject.text(), false)),
                        subject.into());
    }

    private static Reading read(Subject subject, Asked asked, Optional<List<TransferCompiler.Found>> source)
            throws IOException {
        boolean stays = subject.from().filter(from -> from == asked.cluster()).isPresent();
        Manifest manifest = manifest(asked, subject, stays ? subject.namespace() : subject.into());
        if (stays || !manifest.flaws().isEmpty()) {
            return new Reading(asked.cluster(), manifest, List.of(), List.of());
        }
        Needs needs = asked.transfer().needs(manifest);
        TransferReasons reasons = new TransferReasons(source);
        reasons.own(asked.transfer()
                .look(manifest.items().stream()
                        .filter(item -> item.work().isPresent())
                        .map(Manifest.Item::ref)
                        .toList()));
        List<TransferCompiler.Found> objects = asked.transfer().look(needs.objects());
        boolean creates = source.isPresent() && objects.stream().anyMatch(ClusterComparisons::isNoNamespace);
        reasons.objects(objects.stream()
                .filter(found -> !creates || !isNoNamespace(found))
                .toList());
        reasons.volumes(asked.transfer().look(needs.volumes()));
        reasons.places(needs);
        return new Reading(
                asked.cluster(), creates ? created(asked, subject) : manifest, reasons.against(), reasons.notes());
    }

    private static boolean isNoNamespace(TransferCompiler.Found found) {
        return found.ref().resource().equals("namespaces") && found.state() == TransferCompiler.State.MISSING;
    }

    @Override
    public CompletableFuture<List<String>> namespaces(Cluster cluster) {
        List<String> used = cluster.getJobs().stream().map(Job::getNamespace).toList();
        return asked(cluster)
                .map(asked -> questions.ask(() -> asked.transfer().namespaces()))
                .orElseGet(() -> CompletableFuture.completedFuture(List.of()))
                .thenApply(listed -> (listed.isEmpty() ? used : listed)
                        .stream().distinct().sorted().toList());
    }

    @Override
    public List<ClusterFit> judge(Subject subject, List<Reading> readings) {
        List<ClusterFit> fits = new ArrayList<>();
        for (Reading reading : readings) {
            boolean here =
                    subject.from().filter(from -> from == reading.cluster()).isPresent();
            Optional<Job> own = reading.cluster().getJobs().stream()
                    .filter(job -> here && subject.title().equals(job.getName()))
                    .filter(job -> subject.namespace().equals(job.getNamespace()))
                    .findFirst();
            Reading told = DispatchNotes.with(subject, reading, here);
            fits.add(new ClusterJudge(placement, told, here, own).judged());
        }
        fits.sort(ClusterFit.BEST_FIRST);
        return fits;
    }

    private Optional<Asked> asked(Cluster cluster) {
        return connections.connection(ClusterId.of(cluster)).flatMap(connection -> connection
                .capability(ManifestCompiler.class)
                .flatMap(compiler -> connection
                        .capability(TransferCompiler.class)
                        .map(transfer -> new Asked(cluster, compiler, transfer))));
    }

    /** Ends what is being asked. */
    @Deactivate
    void close() {
        questions.close();
    }
}
