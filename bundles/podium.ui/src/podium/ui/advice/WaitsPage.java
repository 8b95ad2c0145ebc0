// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.operation.Operation;
import podium.placement.Obstacle;
import podium.placement.Obstacle.By;
import podium.placement.Obstacle.Cure;
import podium.placement.PlacementService;
import podium.placement.Reason;
import podium.placement.Subject;
import podium.placement.advice.AdviceService;
import podium.placement.advice.RankedPlace;
import podium.ui.advice.WaitRemedies.Remedy;
import podium.ui.details.AttentionOpener;
import podium.ui.details.DetailsPage;
import podium.ui.label.MovedJobs;
import podium.ui.label.WaitWords;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Row;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.LineWrap;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** Why a job waits, each line with who holds it back and the act that would cure it; and the best place for it. */
public final class WaitsPage implements DetailsPage {
    /** How often the age of what others said is told anew. */
    private static final Duration AGE = Duration.ofSeconds(10);

    private static final StateIcon BEST = new StateIcon(Icon.PLACE, Name.GOOD);
    private static final StateIcon FIX = new StateIcon(Icon.FIX, Name.GOOD);
    private static final StateIcon TO_DO = new StateIcon(Icon.INFO, Name.MUTED);
    private static final StateIcon WAITS = new StateIcon(Icon.WAITING, Name.WAITING);

    private final PlacementService placement;
    private final AdviceService advice;
    private final WaitRemedies cures;
    private final Supplier<List<Operation>> operations;
    private final InstantSource clock;
    private final PodRefusals refusals;
    private final Composite box;
    private final PartToolbar toolbar;
    private final ToolItem cure;
    /** In the place of the button where there is nothing to press. */
    private final Label none;

    private final RowTable<Piece> table;
    private final List<Line> lines = new ArrayList<>();
    private Optional<Job> shown = Optional.empty();
    /** Key of the line whose fix the button offers. */
    private Optional<String> offered = Optional.empty();

    /**
     * @param fix what ends it, in a sentence; empty: nothing of its own does
     * @param action what the button does with it, in words; empty: nothing
     * @param ends whether the job waits no longer after it
     */
    private record Line(
            StateIcon mark, String by, String words, String fix, String action, Optional<Runnable> run, boolean ends) {
        Line(StateIcon mark, String by, String words, String fix, String action, Optional<Runnable> run) {
            this(mark, by, words, fix, action, run, true);
        }

        String key() {
            return by + "/" + (action.isEmpty() ? words : action).replaceAll("(?<![\\w-])\\d+(?![\\w-])", "");
        }

        /** With who holds it back, unless the words begin with that. */
        String named() {
            return by.isEmpty() || words.toLowerCase(Locale.ROOT).startsWith(by.toLowerCase(Locale.ROOT))
                    ? words
                    : by + ": " + words;
        }
    }

    /** A row of the table: of a line as much as fits beside the others. */
    private record Piece(String of, Line line, String words, Optional<StateIcon> mark) {}

    public WaitsPage(
            Composite parent,
            PlacementService placement,
            AdviceService advice,
            WaitRemedies cures,
            Supplier<List<Operation>> operations,
            UiServices services,
            PodRefusals refusals) {
        this.operations = operations;
        this.placement = placement;
        this.advice = advice;
        this.cures = cures;
        box = services.theme().dress(new Composite(parent, SWT.NONE));
        toolbar = PartToolbar.above(box, services.theme());
        clock = services.clock();
        cure = toolbar.button(Icon.FIX, "", "", this::cure);
        reveal(cure.getParent(), false);
        none = toolbar.label("", true);
        table = RowTable.table(box, services.theme(), columns(), Texts.of("WaitsPage.whyItWaits"));
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.control().addListener(SWT.Resize, event -> wrap());
        this.refusals = refusals;
        Repaint.every(box, AGE, () -> shown.filter(job -> box.isVisible()).ifPresent(job -> {
            refusals.read(job);
            show(job);
        }));
        table.onSelect(pieces -> {
            offered = Optional.empty();
            offer();
        });
        table.onOpen(piece -> piece.line().run().ifPresent(Runnable::run));
    }

    private static List<Column<Piece, ?>> columns() {
        return List.of(
                Column.<Piece>text("words", Texts.of("WaitsPage.whyItWaitsColumn"), 200, Form.PARAGRAPH, Piece::words)
                        .marked(Piece::mark));
    }

    @Override
    public String title() {
        return Texts.of("WaitsPage.waits");
    }

    @Override
    public String id() {
        return AttentionOpener.WAITS;
    }

    @Override
    public Control control() {
        return box;
    }

    @Override
    public boolean isFor(EObject thing) {
        return job(thing).filter(job -> !placement.obstacles(job).isEmpty()).isPresent();
    }

    @Override
    public void show(EObject thing) {
        Optional<Job> next = job(thing);
        if (!next.equals(shown)) {
            table.select(List.of());
            offered = Optional.empty();
            next.ifPresent(refusals::read);
        }
        shown = next;
        lines.clear();
        shown.ifPresent(job -> {
            Subject subject = new Subject(job, List.of());
            Optional<MovedJobs.Left> moved = MovedJobs.left(job, operations.get());
            List<Obstacle> obstacles = placement.obstacles(job);
            boolean none = moved.isPresent()
                    || obstacles.stream()
                            .anyMatch(one -> one.by() == By.CREATION || one.by().isQuota());
            Optional<Line> best = none
                    ? Optional.empty()
                    : advice.best(subject)
                            .filter(place -> place.verdict().why().stream()
                                    .noneMatch(reason -> reason.kind() == Reason.Kind.STOPPED))
                            .map(place -> best(subject, place));
            moved.map(this::left).or(() -> best).ifPresent(lines::add);
            obstacles.stream()
                    .map(obstacle -> line(job, obstacle, moved.flatMap(MovedJobs.Left::secondRun), best))
                    .filter(line -> !line.fix().isEmpty()
                            || lines.stream().noneMatch(said -> said.words().contains(line.words())))
                    .forEach(lines::add);
        });
        wrap();
    }

    /** Each reason whole, over as many rows as it needs; who holds it back is said where that is somebody else than before. */
    private void wrap() {
        Optional<String> chosen = table.selection().stream().findFirst().map(Piece::of);
        int most = LineWrap.roomInRow(table.control());
        List<Row<Piece>> rows = new ArrayList<>();
        String by = "";
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String words = line.by().equals(by) ? line.words() : line.named();
            by = line.by();
            add(line, LineWrap.lines(table.control(), words, most), line.mark(), key(i), rows);
            if (!line.fix().isEmpty()) {
                StateIcon mark = line.run().isPresent() && line.ends() ? FIX : TO_DO;
                add(line, LineWrap.lines(table.control(), line.fix(), most), mark, key(i), rows);
            }
        }
        table.follow(new Rows<>(rows));
        if (table.selection().isEmpty() && !rows.isEmpty()) {
            table.select(List.of(rows.stream()
                    .filter(row -> chosen.equals(Optional.of(row.item().of())))
                    .findFirst()
                    .orElse(rows.getFirst())
                    .key()));
        }
        offer();
    }

    /** What a line is known by when lines come and go: who holds the job back and the fix, or else the words, without how many. */
    private String key(int index) {
        String key = lines.get(index).key();
        return key + "/"
                + lines.subList(0, index).stream()
                        .map(Line::key)
                        .filter(key::equals)
                        .count();
    }

    private String key(Line line) {
        return key(lines.indexOf(line));
    }

    private static void add(Line line, List<String> pieces, StateIcon mark, String of, List<Row<Piece>> rows) {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = new Piece(of, line, pieces.get(i), i == 0 ? Optional.of(mark) : Optional.empty());
            rows.add(new Row<>(of + "/" + mark + i, piece));
        }
    }

    private Line best(Subject subject, RankedPlace place) {
        String where = CleanText.domain(place.level(), place.name());
        return new Line(
                BEST,
                Texts.of("WaitsPage.bestPlace"),
                where + ": " + place.reason(),
                "", // it is one itself
                Texts.of("WaitsPage.placeItOn", where),
                Optional.of(() -> cures.place(subject, place.target())));
    }

    private Line left(MovedJobs.Left left) {
        boolean there = left.there().isPresent();
        return new Line(
                WAITS,
                "",
                SafeText.line(left.words()),
                there ? Texts.of("WaitsPage.fix", Texts.of("WaitsPage.undoTheMove")) : "",
                there ? Texts.of("WaitsPage.undoTheMove") : "",
                there ? Optional.of(() -> cures.undo(left.last())) : Optional.empty());
    }

    /**
     * @param second what resuming it does, where that is more than it says
     * @param best the best place: to place it is one fix, not two
     */
    private Line line(Job job, Obstacle obstacle, Optional<String> second, Optional<Line> best) {
        Optional<Cure> cure = obstacle.cure();
        String words = WaitWords.aged(obstacle, clock.instant());
        if (cure.isEmpty()) {
            return new Line(WAITS, obstacle.by().word(), words, "", "", Optional.empty());
        } else if (cure.get() instanceof Cure.Place && best.isPresent()) {
            return new Line(
                    WAITS,
                    obstacle.by().word(),
                    obstacle.words(),
                    "",
                    best.get().action(),
                    best.get().run());
        }
        Remedy remedy = cures.remedy(job, cure.get());
        String act = cure.get() instanceof Cure.Resume ? second.orElse(remedy.words()) : remedy.words();
        boolean ends = !(cure.get() instanceof Cure.Partly);
        String fix = remedy.run().isPresent()
                ? ends ? Texts.of("WaitsPage.fix", act) : Texts.of("WaitsPage.partOfAFix", act)
                : remedy.whyNot().isPresent()
                        ? Texts.of("WaitsPage.fixNotNow", act, remedy.whyNot().get())
                        : Texts.of("WaitsPage.toDo", act);
        return new Line(
                WAITS, obstacle.by().word(), words, fix, remedy.run().isPresent() ? act : "", remedy.run(), ends);
    }

    /**
     * The fix of the chosen line; of one that has none of its own one after which it waits no longer: that which is offered already, or
     * else the first.
     */
    private Optional<Line> offered() {
        List<Line> ends = lines.stream()
                .filter(line -> line.run().isPresent() && line.ends())
                .toList();
        return chosen().filter(line -> line.run().isPresent())
                .or(() -> ends.stream()
                        .filter(line -> offered.equals(Optional.of(key(line))))
                        .findFirst())
                .or(() -> ends.stream().findFirst());
    }

    private void offer() {
        Optional<Line> line = offered();
        offered = line.map(this::key);
        String why = lines.stream().anyMatch(it -> it.run().isPresent())
                ? Texts.of("WaitsPage.onlyPartsOfAFix")
                : Texts.of("WaitsPage.noFixFromHere");
        WidgetText.set(cure, line.map(it -> capital(it.action())).orElse(""));
        WidgetText.set(none, line.isPresent() ? "" : why);
        WidgetText.wholeTip(none, why);
        reveal(cure.getParent(), line.isPresent());
        reveal(none, line.isEmpty());
        box.layout(true, true);
        toolbar.fit();
    }

    private static void reveal(Control control, boolean shown) {
        control.setVisible(shown);
        ((GridData) control.getLayoutData()).exclude = !shown;
    }

    /** A button begins with a capital; in a line the same words go on after others. */
    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void cure() {
        offered().flatMap(Line::run).ifPresent(Runnable::run);
    }

    private Optional<Line> chosen() {
        return table.selection().stream().findFirst().map(Piece::line);
    }

    private static Optional<Job> job(EObject thing) {
        @Nullable Job job = thing instanceof Task task ? task.getJob() : thing instanceof Job it ? it : null;
        return job == null || job.getCluster() == null ? Optional.empty() : Optional.of(job);
    }
}
