// SPDX-License-Identifier: Apache-2.0
package podium.ui.manifest;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.graphics.Rectangle;
import podium.model.fleet.Cluster;
import podium.operation.submit.Manifest;
import podium.operation.submit.ManifestCompiler.Source;
import podium.operation.submit.Submission;
import podium.operation.submit.SubmitService;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.advice.AdviceService;
import podium.placement.advice.RankedPlace;
import podium.ui.drag.DragSession;
import podium.ui.enablement.ActionEnablement;
import podium.ui.label.FailureLabel;
import podium.ui.label.FleetLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.Listeners;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;

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
            AdviceService advice,
            ActionEnablement offers,
            BackgroundWork background,
            DragSession session) {}

    private final Cluster cluster;
    private final Services services;
    private final LitCanvas canvas;
    private final Listeners<ManifestDraft> listeners = new Listeners<>();
    private Optional<Target> target;
    private String where;
    private List<RankedPlace> places = List.of();
    private Optional<Runnable> front = Optional.empty();
    private Consumer<String> ended = left -> {};
    private String text;
    private String namespace;
    private Mode mode;
    private Manifest manifest = Manifest.EMPTY;
    private ManifestRows rows = ManifestRows.NONE;
    private String problem = "";
    private boolean unread;
    private boolean comparable;
    private boolean compared;
    private int asked;
    private int answered;
    /** Whether the cluster is reading: one text at a time, since a large one takes long, and two beside each other twice as long. */
    private boolean running;

    /** Whether what is written by now is read after that. */
    private boolean waits;

    /** @param target where it was dropped; empty: nowhere in particular */
    public ManifestDraft(Cluster cluster, Services services, String namespace, String text, Optional<Target> target) {
        this.cluster = cluster;
        this.services = services;
        this.canvas = new LitCanvas(services.session, this::place);
        this.namespace = namespace;
        this.text = text;
        this.target = target;
        this.mode = target.isPresent() ? Mode.PLACED : Mode.FREE;
        this.where = target.map(ManifestDraft::name).orElse("");
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

    /** Where its jobs are to be placed; empty: no place is chosen. */
    public Optional<Target> target() {
        return target;
    }

    /** The chosen place by its name, or what was typed for one. */
    public String where() {
        return where;
    }

    /** Chooses a place, and that they are placed. */
    public void place(Target there) {
        mode = Mode.PLACED;
        at(Optional.of(there), name(there));
        listeners.tell(this);
    }

    /** Takes what is typed for a place: the best one of that name is chosen, and that they are placed; empty: none. */
    public void place(String typed) {
        if (!typed.equals(where)) {
            mode = typed.isBlank() ? mode : Mode.PLACED;
            at(named(typed), typed);
            listeners.tell(this);
        }
    }

    private Optional<Target> named(String typed) {
        return places().stream()
                .filter(place -> place.name().equals(typed.strip()))
                .map(RankedPlace::target)
                .findFirst();
    }

    private void at(Optional<Target> there, String named) {
        target = there;
        where = named;
        rows = new ManifestRows(new ManifestFit(cluster, services.submit, services.placement, target), manifest);
    }

    private static String name(Target target) {
        return SafeText.line(FleetLabels.name(FleetLabels.of(target)));
    }

    /** Every place for all jobs of it, the best first, as they were when they were last ranked; none while it has no job. */
    public List<RankedPlace> places() {
        if (places.isEmpty()) {
            places = supposed().map(services.advice::places).orElse(List.of());
        }
        return places;
    }

    /** Has the places ranked anew when they are asked for: the cluster is another one now. */
    public void rank() {
        places = List.of();
    }

    /** What the cluster read of it last. */
    public Manifest manifest() {
        return manifest;
    }

    /** Its objects and its flaws, in the order of the text; no flaw of the text before while another one is read. */
    public List<ManifestLine> lines() {
        return rows.lines().stream()
                .filter(line -> !isReading() || !line.isFlaw())
                .toList();
    }

    /** That of the {@link #summary}. */
    public Name tone() {
        boolean failed = !problem.isEmpty() && !isReading();
        return failed ? Name.CRITICAL : rows.shortage().isPresent() ? Name.WARNING : Name.TEXT;
    }

    /** Looks again where it would fit: the cluster is another one than before. True: something is said differently now. */
    public boolean look() {
        return rows.look();
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

    /** Files are opened for it: until its text is theirs it is not what is wanted. */
    public void opening() {
        waits = false;
        asked++;
        listeners.tell(this);
    }

    /** The files could not be read: its text is still what was there before, which is not sent before it is written on. */
    public void notOpened(Throwable failure) {
        unread = true;
        failed(++asked, Texts.of("ManifestDraft.notOpened", FailureLabel.words(failure)));
    }

    /** Whether its text is what was there before a file that could not be read. */
    public boolean isUnread() {
        return unread;
    }

    /** Has the cluster read this; an answer to an older text is left aside. */
    public void read(String newText, String newNamespace) {
        text = newText;
        namespace = newNamespace;
        unread = false;
        int question = ++asked;
        waits = running && !text.isBlank();
        if (text.isBlank()) {
            found(question, Manifest.EMPTY);
            return;
        }
        if (!running) {
            ask();
        }
        listeners.tell(this);
    }

    private void ask() {
        int question = asked;
        running = true;
        waits = false;
        services.background.follow(
                services.submit.read(cluster, List.of(new Source("", text)), namespace),
                read -> {
                    found(question, read);
                    next();
                },
                failure -> {
                    failed(question, Texts.of("ManifestDraft.itCouldNotBe", FailureLabel.words(failure)));
                    next();
                });
    }

    private void next() {
        running = false;
        if (waits) {
            ask();
        }
    }

    private void found(int question, Manifest read) {
        if (question == asked) {
            answered = question;
            manifest = read;
            problem = "";
            rank();
            at(target.or(() -> where.isBlank() ? Optional.empty() : named(where)), where);
            // what a place was chosen for is never sent elsewhere unasked
            if (where.isBlank() && whyNot(mode).isPresent()) {
                mode = Mode.FREE;
            }
            listeners.tell(this);
        }
    }

    private void failed(int question, String why) {
        if (question == asked) {
            answered = question;
            manifest = Manifest.EMPTY;
            problem = why;
            rows = ManifestRows.NONE;
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
        return rows.summary();
    }

    /** Why it cannot be submitted as it is chosen; empty: it can be planned. */
    public Optional<String> whyNot() {
        if (isReading()) {
            return Optional.of(Texts.of("ManifestDraft.reading"));
        }
        if (!problem.isEmpty()) {
            return Optional.of(unread ? Texts.of("ManifestDraft.whatIsWrittenWas") : problem);
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
        return FleetLabels.gone(List.of(cluster))
                .or(() -> services.offers.whyNotCreate(cluster, manifest))
                .or(() -> whyNot(mode));
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
                .or(() -> how == Mode.PLACED ? notThere() : Optional.empty());
    }

    private Optional<String> notThere() {
        return target.isEmpty() && !where.isBlank()
                ? Optional.of(Texts.of("ManifestDraft.noNodeOrDomain", FleetLabels.name(cluster), where.strip()))
                : rows.unfit();
    }

    /** All jobs of it as one, for a place that is to take all. Empty: it has none. */
    public Optional<Subject> supposed() {
        return rows.all();
    }

    /** How it is submitted; empty: a place has to be chosen yet. */
    public Optional<Submission> submission() {
        return switch (mode) {
            case FREE -> Optional.of(new Submission.Free());
            case HELD -> Optional.of(new Submission.Held());
            case PLACED -> target.map(Submission.On::new);
        };
    }

    /**
     * It is written in a window from now on.
     *
     * @param window what it covers of the display
     * @param toFront brings it before all others
     */
    public void shown(Supplier<Rectangle> window, Runnable toFront) {
        canvas.below(Optional.of(window));
        front = Optional.of(toFront);
    }

    /** Brings the window in which it is written before all others; false: it is written in none. */
    public boolean toFront() {
        front.ifPresent(Runnable::run);
        return front.isPresent();
    }

    /** Its window is closed: puts the canvas out. */
    public void end(String left) {
        front = Optional.empty();
        light(Optional.empty());
        canvas.below(Optional.empty());
        ended.accept(left);
    }

    /** Hears the text that was left when its window is closed. */
    public void onEnd(Consumer<String> hears) {
        ended = hears;
    }

    /**
     * Lights the canvas for a job as when it is dragged, unless it is lit for it already: every node answers, and one that takes it can
     * be clicked. Empty: puts it out.
     */
    public void light(Optional<Subject> job) {
        canvas.light(job);
    }

    /** Lights it again when what was dragged meanwhile is dropped; close the result to end it. */
    public AutoCloseable keepLit() {
        return canvas.keepLit();
    }
}
