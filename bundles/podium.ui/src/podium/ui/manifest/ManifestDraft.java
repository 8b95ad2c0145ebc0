// SPDX-License-Identifier: Apache-2.0
package podium.ui.manifest;

import java.util.List;
import java.util.Optional;
import podium.model.fleet.Cluster;
import podium.operation.submit.Manifest;
import podium.operation.submit.ManifestCompiler.Source;
import podium.operation.submit.Submission;
import podium.operation.submit.SubmitService;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.Target;
import podium.ui.drag.DragSession;
import podium.ui.enablement.ActionEnablement;
import podium.ui.label.FailureLabel;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Listeners;

/**
 * A manifest while an operator writes it: its text, what is in it as the cluster reads it, and how it is to be submitted. While a
 * job of it is looked at, the canvas shows where it would fit. UI thread.
 */
public final class ManifestDraft {
    /** How its jobs come into being. */
    public enum Mode {
        FREE(Texts.of("ManifestDraft.free"), Texts.of("ManifestDraft.asItIsWritten")),
        HELD(Texts.of("ManifestDraft.held"), Texts.of("ManifestDraft.nothingRunsUntilIt")),
        PLACED(Texts.of("ManifestDraft.placed"), Texts.of("ManifestDraft.pinnedToANode"));

        private final String word;
        private final String meaning;

        Mode(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }

        public String word() {
            return word;
        }

        /** What it means, in half a sentence. */
        public String meaning() {
            return meaning;
        }
    }

    /** What a draft asks. */
    public record Services(
            SubmitService submit,
            PlacementService placement,
            ActionEnablement offers,
            BackgroundWork background,
            DragSession session) {}

    private final Cluster cluster;
    private final Services services;
    private final Optional<Target> target;
    private final ManifestFit fit;
    private final Listeners<ManifestDraft> listeners = new Listeners<>();
    private String text;
    private String namespace;
    private Mode mode;
    private Manifest manifest = Manifest.EMPTY;
    private List<ManifestLine> lines = List.of();
    private String problem = "";
    private boolean comparable;
    private boolean compared;
    private int asked;
    private int answered;

    /** @param target where it was dropped; empty: nowhere in particular */
    public ManifestDraft(Cluster cluster, Services services, String namespace, String text, Optional<Target> target) {
        this.cluster = cluster;
        this.services = services;
        this.namespace = namespace;
        this.text = text;
        this.target = target;
        this.fit = new ManifestFit(cluster, services.submit, services.placement, target);
        this.mode = target.isPresent() ? Mode.PLACED : Mode.FREE;
    }

    public Cluster cluster() {
        return cluster;
    }

    public String text() {
        return text;
    }

    /** For objects that name none. */
    public String namespace() {
        return namespace;
    }

    public Mode mode() {
        return mode;
    }

    /** Where it was dropped; empty: nowhere in particular. */
    public Optional<Target> target() {
        return target;
    }

    /** What the cluster read of it last. */
    public Manifest manifest() {
        return manifest;
    }

    /** Its objects and its flaws, in the order of the text. */
    public List<ManifestLine> lines() {
        return lines;
    }

    /** True while the cluster has not answered. */
    public boolean isReading() {
        return asked != answered;
    }

    /** Whether there is more than one cluster that it could be submitted to. */
    public void comparable(boolean several) {
        comparable = several;
    }

    public boolean isComparable() {
        return comparable;
    }

    /** What is wanted is to see the open clusters side by side, not yet the plan. */
    public void compare() {
        compared = true;
    }

    public boolean isCompared() {
        return compared;
    }

    public void choose(Mode other) {
        mode = other;
        listeners.tell(this);
    }

    /** Called with each answer and each choice; close the result to end it. */
    public AutoCloseable listen(Runnable listener) {
        return listeners.add(_ -> listener.run());
    }

    /** Has the cluster read this; an answer to an older text is left aside. */
    public void read(String newText, String newNamespace) {
        text = newText;
        namespace = newNamespace;
        int question = ++asked;
        if (text.isBlank()) {
            found(question, Manifest.EMPTY);
            return;
        }
        services.background.follow(
                services.submit.read(cluster, List.of(new Source("", text)), namespace),
                read -> found(question, read),
                failure -> failed(question, failure));
        listeners.tell(this);
    }

    private void found(int question, Manifest read) {
        if (question == asked) {
            answered = question;
            manifest = read;
            problem = "";
            lines = fit.rows(manifest);
            // what was dropped on a place is never sent elsewhere unasked
            if (target.isEmpty() && whyNot(mode).isPresent()) {
                mode = Mode.FREE;
            }
            listeners.tell(this);
        }
    }

    private void failed(int question, Throwable failure) {
        if (question == asked) {
            answered = question;
            manifest = Manifest.EMPTY;
            problem = Texts.of("ManifestDraft.itCouldNotBe", FailureLabel.words(failure));
            lines = List.of();
            listeners.tell(this);
        }
    }

    /** All of it in a line: "3 objects; 1 job, 8 tasks, 64 GPUs". */
    public String summary() {
        if (isReading()) {
            return Texts.of("ManifestDraft.reading");
        }
        if (!problem.isEmpty()) {
            return problem;
        }
        if (manifest.equals(Manifest.EMPTY)) {
            return Texts.of("ManifestDraft.nothingYet");
        }
        int gpus = lines.stream().mapToInt(ManifestLine::gpus).sum();
        int tasks = lines.stream().mapToInt(ManifestLine::tasks).sum();
        return Formats.counted(manifest.items().size(), "object") + "; "
                + Formats.counted(manifest.jobs().size(), "job") + ", " + Formats.counted(tasks, "task") + ", "
                + Formats.counted(gpus, "GPU")
                + (manifest.flaws().isEmpty()
                        ? ""
                        : "; " + Formats.counted(manifest.flaws().size(), "error"));
    }

    /** Why it cannot be submitted as it is chosen; empty: it can be planned. */
    public Optional<String> whyNot() {
        if (isReading()) {
            return Optional.of(Texts.of("ManifestDraft.readingIt"));
        }
        if (!problem.isEmpty()) {
            return Optional.of(problem);
        }
        if (text.isBlank()) {
            return Optional.of(Texts.of("ManifestDraft.pasteAManifestOr"));
        }
        if (!manifest.flaws().isEmpty()) {
            return Optional.of(Texts.of("ManifestDraft.correctWhatIsMarked"));
        }
        if (manifest.items().isEmpty()) {
            return Optional.of(Texts.of("ManifestDraft.itContainsNoObject"));
        }
        return services.offers.whyNotCreate(cluster, manifest).or(() -> whyNot(mode));
    }

    /** Why it cannot be submitted in a way; empty: it can, as far as is known. */
    public Optional<String> whyNot(Mode how) {
        if (how == Mode.FREE || manifest.items().isEmpty()) {
            return Optional.empty();
        }
        if (manifest.jobs().isEmpty()) {
            return Optional.of(Texts.of("ManifestDraft.nothingInItCreates"));
        }
        return manifest.jobs().stream()
                .flatMap(item -> item.work().stream())
                .flatMap(work -> (how == Mode.HELD ? work.notHeld() : work.notPlaced()).stream())
                .findFirst()
                .or(() -> how == Mode.PLACED ? fit.unfit(manifest) : Optional.empty());
    }

    /** All jobs of it as one, for a place that is to take all. Empty: it has none. */
    public Optional<Subject> supposed() {
        return services.submit.supposed(cluster, manifest);
    }

    /** How it is submitted; empty: a place has to be chosen yet. */
    public Optional<Submission> submission() {
        return switch (mode) {
            case FREE -> Optional.of(new Submission.Free());
            case HELD -> Optional.of(new Submission.Held());
            case PLACED -> target.map(Submission.On::new);
        };
    }

    /** Lights the canvas for a job as when it is dragged, unless it is lit for it already: every node answers. Empty: puts it out. */
    public void light(Optional<Subject> job) {
        if (!services.session.current().equals(job)) {
            job.ifPresentOrElse(services.session::begin, services.session::end);
        }
    }
}
