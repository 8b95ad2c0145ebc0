// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.operation.placement.PlacementOutlook;
import podium.operation.submit.ManifestCompiler.Source;
import podium.operation.submit.Submission;
import podium.operation.submit.SubmitService;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.advice.AdviceService;
import podium.ui.drag.DragSession;
import podium.ui.enablement.ActionEnablement;
import podium.ui.label.FailureLabel;
import podium.ui.label.FleetLabels;
import podium.ui.manifest.ManifestDraft;
import podium.ui.manifest.ManifestFiles;
import podium.ui.manifest.UnsentManifest;
import podium.ui.prompt.Dialogs;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/** Submitting: from a text or files to a running operation. Nothing is sent before the operator confirmed the plan. UI thread. */
@Creatable
public final class SubmitFlow {
    private static final String TITLE = Texts.of("SubmitFlow.submit");
    private static final String NAMESPACE = "default";
    private final SubmitService submit;
    private final AdviceService advice;
    private final FleetService fleet;
    private final FleetSelection latest;
    private final PlanReview review;
    private final Dialogs dialogs;
    private final ActionEnablement offers;
    private final BackgroundWork background;
    private final UnsentManifest unsent;
    private final ClusterFlow clusters;
    private final ObjectCompletion completion;
    private final ManifestDraft.Services services;
    private Optional<ManifestDraft> written = Optional.empty();

    @Inject
    public SubmitFlow(
            SubmitService submit,
            PlacementService placement,
            AdviceService advice,
            FleetService fleet,
            FleetSelection latest,
            PlanReview review,
            Dialogs dialogs,
            ActionEnablement offers,
            BackgroundWork background,
            DragSession session,
            UnsentManifest unsent,
            ClusterFlow clusters,
            Connections connections) {
        this.submit = submit;
        this.advice = advice;
        this.fleet = fleet;
        this.latest = latest;
        this.review = review;
        this.dialogs = dialogs;
        this.offers = offers;
        this.background = background;
        this.unsent = unsent;
        this.clusters = clusters;
        this.services = new ManifestDraft.Services(submit, placement, advice, offers, background, session);
        this.completion = new ObjectCompletion(connections, fleet);
    }

    /** Why nothing can be submitted where the selection is; empty: it can. */
    public Optional<String> whyNot(List<EObject> selection) {
        return CurrentCluster.of(selection, latest, fleet)
                .map(offers::whyNotCreate)
                .orElse(Optional.of(Texts.of("SubmitFlow.openAClusterFirst")));
    }

    /** Opens the dialog with what was not sent the last time; where one is open, that. */
    public void begin(List<EObject> selection) {
        if (written.filter(ManifestDraft::toFront).isPresent()) {
            return;
        }
        CurrentCluster.of(selection, latest, fleet).ifPresent(cluster -> unsent.draft()
                .filter(last -> last.cluster() == cluster)
                .ifPresentOrElse(
                        this::again, () -> open(cluster, namespace(selection), unsent.text(), Optional.empty())));
    }

    /** Opens the dialog as it was left: a place that was chosen is not forgotten. */
    private void again(ManifestDraft last) {
        ManifestDraft draft =
                new ManifestDraft(last.cluster(), services, last.namespace(), unsent.text(), last.target());
        draft.place(last.where());
        draft.choose(last.mode());
        open(draft);
    }

    /**
     * Opens the dialog with these files.
     *
     * @param target where they were dropped; empty: nowhere in particular
     */
    public void drop(List<Path> files, Optional<Target> target, List<EObject> selection) {
        if (written.filter(ManifestDraft::toFront).isPresent()) {
            dialogs.refuse(TITLE, Texts.of("SubmitFlow.anotherManifestIs"), Texts.of("SubmitFlow.submitOrCloseIt"));
            return;
        }
        Optional<String> gone = target.flatMap(there -> FleetLabels.gone(List.of(FleetLabels.of(there))));
        if (gone.isPresent()) {
            dialogs.refuse(TITLE, gone.get(), Texts.of("SubmitFlow.dropTheFileAgain"));
            return;
        }
        Optional<Cluster> cluster = target.<EObject>map(FleetLabels::of)
                .flatMap(FleetLabels::cluster)
                .or(() -> CurrentCluster.of(selection, latest, fleet));
        if (cluster.isEmpty()) {
            dialogs.refuse(TITLE, Texts.of("SubmitFlow.noClusterIsOpen"), Texts.of("SubmitFlow.openOneFromThe"));
            return;
        }
        Optional<Path> other =
                files.stream().filter(file -> !ManifestFiles.isOne(file)).findFirst();
        if (files.isEmpty() || other.isPresent()) {
            dialogs.refuse(
                    TITLE,
                    Texts.of(
                            "SubmitFlow.doesNotLookLike",
                            other.map(file -> String.valueOf(file.getFileName()))
                                    .orElse(Texts.of("SubmitFlow.thisAsSubject"))),
                    Texts.of("SubmitFlow.dropFilesThatEnd"));
            return;
        }
        background.run(
                () -> ManifestFiles.read(files),
                text -> open(cluster.get(), namespace(selection), text, target),
                problem -> dialogs.refuse(
                        TITLE,
                        Texts.of("SubmitFlow.theFileCouldNot", FailureLabel.words(problem)),
                        Texts.of("SubmitFlow.nothingWasSent")));
    }

    /**
     * The jobs of files that are still dragged, as one, to see where they would fit. Nothing is sent, nothing is refused.
     *
     * @param over the cluster they are over; empty: that of the selection
     * @param then told once: the jobs; empty: they are no manifest, cannot be read, or make no pods
     */
    public void jobs(
            List<Path> files, Optional<Cluster> over, List<EObject> selection, Consumer<Optional<Subject>> then) {
        Optional<Cluster> cluster = over.or(() -> CurrentCluster.of(selection, latest, fleet));
        if (cluster.isEmpty() || files.isEmpty() || !files.stream().allMatch(ManifestFiles::isOne)) {
            then.accept(Optional.empty());
            return;
        }
        Cluster there = cluster.get();
        background.run(
                () -> ManifestFiles.read(files),
                text -> background.follow(
                        submit.read(there, List.of(new Source("", text)), namespace(selection)),
                        manifest -> then.accept(submit.supposed(there, manifest)),
                        problem -> then.accept(Optional.empty())),
                problem -> then.accept(Optional.empty()));
    }

    private void open(Cluster cluster, String namespace, String text, Optional<Target> target) {
        open(new ManifestDraft(cluster, services, namespace, text, target));
    }

    private void open(ManifestDraft draft) {
        draft.comparable(clusters.isWorthIt());
        draft.onEnd(left -> unsent.keep(left, draft));
        unsent.forget(); // what is open is named by its dialog
        written = Optional.of(draft);
        dialogs.submit(draft, completion.of(ClusterId.of(draft.cluster()), draft::namespace), () -> confirmed(draft));
    }

    private void confirmed(ManifestDraft draft) {
        unsent.keep(draft.text(), draft);
        if (draft.isCompared()) {
            clusters.compare(
                    draft.text(),
                    draft.namespace(),
                    chosen -> open(chosen, draft.namespace(), draft.text(), Optional.empty()));
            return;
        }
        draft.submission().ifPresentOrElse(how -> plan(draft, how), () -> draft.supposed()
                .ifPresentOrElse(
                        all -> dialogs.choose(
                                all,
                                () -> advice.places(all),
                                PlaceFlow::isGone,
                                target -> plan(draft, new Submission.On(target))),
                        () -> dialogs.refuse(
                                TITLE,
                                Texts.of("SubmitFlow.whatYouWantedTo"),
                                Texts.of("SubmitFlow.nothingWasSentSubmit"))));
    }

    private void plan(ManifestDraft draft, Submission how) {
        PlacementOutlook outlook = submit.outlook(draft.cluster(), draft.manifest(), how);
        review.review(
                TITLE,
                submit.plan(draft.cluster(), draft.manifest(), how),
                outlook,
                background,
                () -> plan(draft, how),
                unsent::forget);
    }

    /** That of the selected job. */
    private static String namespace(List<EObject> selection) {
        return selection.stream()
                .flatMap(thing -> switch (thing) {
                    case Job job -> Optional.ofNullable(job.getNamespace()).stream();
                    case Task task -> Optional.ofNullable(task.getNamespace()).stream();
                    default -> Optional.<String>empty().stream();
                })
                .findFirst()
                .orElse(NAMESPACE);
    }
}
