// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.submit;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.operation.internal.plan.CapacityNotes;
import podium.operation.internal.plan.ClusterQuestions;
import podium.operation.internal.plan.EvictionNotes;
import podium.operation.internal.plan.JudgedPlace;
import podium.operation.placement.OthersStopped;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.submit.Manifest;
import podium.operation.submit.ManifestCompiler;
import podium.operation.submit.ManifestCompiler.Source;
import podium.operation.submit.ManifestCompiler.Way;
import podium.operation.submit.Submission;
import podium.operation.submit.SubmitService;
import podium.operation.texts.Texts;
import podium.placement.Fit;
import podium.placement.Obstacle;
import podium.placement.PlacementService;
import podium.placement.Reason;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/** Has the cluster's connector read and compile; judges by the placement rules what is not there yet. */
@Component
public final class Submissions implements SubmitService {
    private final PlacementService placement;
    private final Connections connections;
    private final ClusterQuestions questions = new ClusterQuestions();

    /** Over the open clusters. */
    @Activate
    public Submissions(@Reference PlacementService placement, @Reference Connections connections) {
        this.placement = placement;
        this.connections = connections;
    }

    @Override
    public CompletableFuture<Manifest> read(Cluster cluster, List<Source> sources, String namespace) {
        return compiler(cluster)
                .map(compiler -> questions.ask(() -> compiler.read(sources, namespace)))
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new IOException(Texts.of("Submissions.theClusterIsNot", cluster.getName()))));
    }

    @Override
    public Optional<Subject> supposed(Cluster cluster, Manifest.Item item) {
        return HypotheticalJobs.of(cluster, item);
    }

    @Override
    public Optional<Subject> supposed(Cluster cluster, Manifest manifest) {
        return HypotheticalJobs.of(cluster, manifest);
    }

    @Override
    public String fit(Subject supposed) {
        return new FitText(placement, supposed).words();
    }

    @Override
    public Optional<String> shortage(Subject supposed) {
        return new ManifestRoom(placement, supposed).shortage();
    }

    @Override
    public CompletableFuture<Result> plan(Cluster cluster, Manifest manifest, Submission how) {
        Optional<Result> refused = refused(cluster, manifest, how);
        if (refused.isPresent()) {
            return CompletableFuture.completedFuture(refused.get());
        }
        Optional<ManifestCompiler> compiler = compiler(cluster);
        if (compiler.isEmpty()) {
            return CompletableFuture.completedFuture(new Result.Refused(
                    Texts.of("Submissions.theClusterIsNot", cluster.getName()), Texts.of("Submissions.openItFirst")));
        }
        Way way = way(how);
        List<String> quotas = quotas(cluster, manifest);
        List<String> evicted = how instanceof Submission.Free
                ? supposed(cluster, manifest).map(placement::evicted).orElse(List.of())
                : List.of();
        CompletableFuture<Result> planned = questions
                .ask(() -> compiler.get().compile(manifest, way))
                .thenApply(result -> EvictionNotes.mayStop(CapacityNotes.told(result, quotas), evicted));
        if (!(how instanceof Submission.On(Target target))) {
            Optional<Verdict> untolerated =
                    how instanceof Submission.Free ? untolerated(cluster, manifest) : Optional.empty();
            return planned.thenApply(result -> untolerated
                    .map(verdict -> EvictionNotes.told(result, verdict, List.of()))
                    .orElse(result));
        }
        List<String> capacity = CapacityNotes.of(target);
        return supposed(cluster, manifest)
                .map(subject -> placement.verdict(subject, target))
                .map(verdict -> planned.thenApply(result -> EvictionNotes.told(result, verdict, capacity)))
                .orElse(planned);
    }

    /** That of a node that takes it only if the server adds a toleration, where none takes it anyhow. */
    private Optional<Verdict> untolerated(Cluster cluster, Manifest manifest) {
        Collection<Verdict> all = supposed(cluster, manifest)
                .map(subject -> placement.verdicts(subject).values())
                .orElse(List.of());
        return all.stream().anyMatch(verdict -> verdict.fit() == Fit.FITS)
                ? Optional.empty()
                : all.stream()
                        .filter(verdict -> verdict.fit() == Fit.FITS_IF
                                && verdict.why().stream().anyMatch(reason -> reason.kind() == Reason.Kind.TOLERATION))
                        .findFirst();
    }

    /** What no quota grants, of all of it together where it is in one namespace: the server takes the jobs, and not their pods. */
    private List<String> quotas(Cluster cluster, Manifest manifest) {
        boolean one = manifest.jobs().stream()
                        .map(item -> item.ref().namespace())
                        .distinct()
                        .count()
                == 1;
        Stream<Subject> subjects = one
                ? supposed(cluster, manifest).stream()
                : manifest.jobs().stream().flatMap(item -> supposed(cluster, item).stream());
        return subjects.flatMap(subject -> placement.obstacles(subject).stream()
                        .filter(obstacle -> obstacle.by().isQuota())
                        .map(obstacle -> words(subject.job().getName(), obstacle)))
                .toList();
    }

    private static String words(String job, Obstacle quota) {
        return quota.by() == Obstacle.By.NAMESPACE
                ? Texts.of("Submissions.itsPodsAreRefused", job, quota.words())
                : quota.by() == Obstacle.By.QUEUE
                        ? Texts.of("Submissions.itsQueueIsShut", job, quota.words())
                        : Texts.of("Submissions.itWaitsForQuota", job, quota.words());
    }

    @Override
    public PlacementOutlook outlook(Cluster cluster, Manifest manifest, Submission how) {
        return supposed(cluster, manifest)
                .flatMap(subject -> switch (how) {
                    case Submission.On(Target target) ->
                        Optional.<PlacementOutlook>of(JudgedPlace.of(placement, subject, target));
                    case Submission.Free() ->
                        Optional.of(new OthersStopped()
                                .watch(() -> placement.evicted(subject), placement.evicted(subject)));
                    case Submission.Held() -> Optional.empty();
                })
                .orElse(PlacementOutlook.NOTHING);
    }

    private Optional<Result> refused(Cluster cluster, Manifest manifest, Submission how) {
        if (!manifest.flaws().isEmpty()) {
            Manifest.Flaw flaw = manifest.flaws().getFirst();
            return Optional.of(new Result.Refused(flaw.at().words() + ": " + flaw.problem(), flaw.advice()));
        }
        if (manifest.items().isEmpty()) {
            return Optional.of(new Result.Refused(
                    Texts.of("Submissions.thereIsNothingTo"), Texts.of("Submissions.pasteAManifestOr")));
        }
        return how instanceof Submission.On(Target target) ? unfit(cluster, manifest, target) : Optional.empty();
    }

    /** A pin to where it does not fit would let it wait for ever. */
    private Optional<Result> unfit(Cluster cluster, Manifest manifest, Target target) {
        if (target instanceof Target.OnDomain(Domain domain) && label(domain).isEmpty()) {
            return Optional.of(new Result.Refused(
                    Texts.of("Submissions.theNodesOfShare", domain.getName()), Texts.of("Submissions.chooseANodeOr")));
        }
        Optional<Subject> all = supposed(cluster, manifest);
        if (all.isEmpty()) {
            return Optional.of(new Result.Refused(
                    Texts.of("Submissions.nothingInItCreates"), Texts.of("Submissions.submitItWithoutA")));
        }
        Verdict verdict = placement.verdict(all.get(), target);
        return verdict.fit().takes()
                ? Optional.empty()
                : Optional.of(new Result.Refused(
                        Texts.of(
                                "Submissions.doesNotFitOn",
                                all.get().job().getName(),
                                name(target),
                                String.join("; ", verdict.reasons())),
                        Texts.of("Submissions.chooseAnotherPlaceOr")));
    }

    private static Way way(Submission how) {
        return switch (how) {
            case Submission.Free() -> new Way.Free();
            case Submission.Held() -> new Way.Held();
            case Submission.On(Target.OnNode on) -> new Way.OnNode(on.node().getName());
            case Submission.On(Target.OnDomain(Domain domain)) -> new Way.OnDomain(label(domain), domain.getName());
        };
    }

    private static String label(Domain domain) {
        @Nullable String key = domain.getLabelKey();
        return key == null ? "" : key;
    }

    private static String name(Target target) {
        return switch (target) {
            case Target.OnNode on -> on.node().getName();
            case Target.OnDomain on -> on.domain().getName();
        };
    }

    private Optional<ManifestCompiler> compiler(Cluster cluster) {
        return connections.capability(ClusterId.of(cluster), ManifestCompiler.class);
    }

    /** Ends what is being asked. */
    @Deactivate
    void close() {
        questions.close();
    }
}
