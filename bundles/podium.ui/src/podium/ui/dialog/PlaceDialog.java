// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import podium.core.job.JobTraits;
import podium.core.text.Counted;
import podium.model.fleet.Cluster;
import podium.model.value.WorkKind;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.advice.RankedPlace;
import podium.ui.filter.Filter;
import podium.ui.filter.FilterFields;
import podium.ui.label.FleetLabels;
import podium.ui.label.StateLabels;
import podium.ui.prompt.NextStep;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowFollower;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Row;
import podium.ui.table.WholeRow;
import podium.ui.texts.Texts;
import podium.ui.toolkit.FilterField;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** Where to place something, from the keyboard: every node and domain, best first, with the reason where it does not fit. */
public final class PlaceDialog extends ConsoleDialog {
    private static final FilterFields<RankedPlace> FIELDS = new FilterFields<>(PlaceDialog::search)
            .text("target", RankedPlace::name)
            .text("level", RankedPlace::level)
            .text("fit", target -> StateLabels.of(target.verdict().fit()).word());

    private static final Duration TICK = Duration.ofSeconds(1);

    /** Judging all places takes at most this part of the time of the window. */
    private static final int SHARE = 20;

    private final Subject subject;
    private final Supplier<List<RankedPlace>> places;
    private final Predicate<Target> gone;
    private List<RankedPlace> targets = List.of();
    private Map<String, RankedPlace> byKey = Map.of();
    private Predicate<RankedPlace> passes = target -> true;
    private long next;
    private Optional<Target> chosen = Optional.empty();

    /**
     * @param places every one as it is judged now, best first
     * @param gone whether one has left the fleet
     */
    public PlaceDialog(
            Shell parent,
            UiServices services,
            Subject subject,
            Supplier<List<RankedPlace>> places,
            Predicate<Target> gone) {
        super(
                parent,
                services,
                Texts.of("PlaceDialog.place", FleetLabels.name(subject.job())),
                NextStep.PLAN,
                new Point(1240, 520));
        this.subject = subject;
        this.places = places;
        this.gone = gone;
    }

    /** What was picked; empty: nothing that fits. */
    public Optional<Target> chosen() {
        return chosen;
    }

    /**
     * What fits where, and what to do next.
     *
     * @param taking of the places: where it fits as it is, and where it does with what the row names
     */
    static String said(String what, boolean company, long fitting, long taking, int places) {
        String all = Formats.counted(places, "place");
        return fitting == 0 && taking > 0
                ? Texts.of("PlaceDialog.fitsOnACondition", what, all, Formats.count(taking))
                : fitting == 0
                        ? Texts.of("PlaceDialog.doesNotFitIn", what, all)
                        : company
                                ? Texts.of("PlaceDialog.fitsNearTheOthers", what, Formats.count(fitting), all)
                                : Texts.of("PlaceDialog.fitsInOfThe", what, Formats.count(fitting), all);
    }

    /** How a gang starts that no one place takes while several nodes together do; empty: a place takes it, or they do not either. */
    static Optional<String> spread(Subject subject, List<RankedPlace> targets) {
        int tasks = subject.job().getWantedTasks();
        int room = targets.stream()
                .filter(target -> target.target() instanceof Target.OnNode)
                .mapToInt(target -> target.verdict().tasksThatFit())
                .sum();
        boolean whole =
                targets.stream().anyMatch(target -> target.verdict().fit().takes());
        if (!subject.wholeJob() || whole || tasks < 2 || room < tasks) {
            return Optional.empty();
        }
        String all = Counted.all(tasks, "task");
        return Optional.of(
                JobTraits.has(subject.job(), WorkKind.Trait.ENDS)
                        ? Texts.of("PlaceDialog.layOutItsRanks", all)
                        : Texts.of("PlaceDialog.letTheSchedulerDecide", all));
    }

    @Override
    protected Optional<Cluster> cluster() {
        return FleetLabels.cluster(subject.job());
    }

    @Override
    protected void fill(Composite parent) {
        judge();
        Label question = text(parent, question(), Name.TEXT);
        FilterField filter =
                new FilterField(parent, services().theme(), Texts.of("PlaceDialog.filterTargets"), FIELDS.hint());
        GridData across = new GridData(SWT.FILL, SWT.TOP, true, false);
        across.widthHint = 0; // what it says while it is empty makes no dialog wider
        filter.control().setLayoutData(across);
        WholeRow<RankedPlace> whole =
                new WholeRow<>(parent, services().theme(), columns(), Texts.of("PlaceDialog.targets"));
        RowTable<RankedPlace> table = whole.table();
        GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
        fill.heightHint = RowTable.ROW_HEIGHT * 12;
        whole.control().setLayoutData(fill);
        table.onSelect(this::pick);
        table.onOpen(target -> {
            pick(List.of(target));
            if (chosen.isPresent()) {
                okPressed();
            }
        });
        filter.onLeave(() -> table.control().setFocus());
        filter.onType(typed -> {
            Filter<RankedPlace> parsed = Filter.parse(typed, FIELDS);
            filter.note(parsed.problem());
            passes = parsed.test();
            show(table);
        });
        show(table);
        RowFollower<RankedPlace> follower = new RowFollower<>(table, this::now, () -> table.show(rows()));
        Repaint.every(table.control(), TICK, () -> {
            if (System.nanoTime() >= next) {
                judge();
                WidgetText.set(question, question());
                follower.follow(rows());
                pick(table.selection());
            }
        });
    }

    private void judge() {
        long before = System.nanoTime();
        targets = places.get();
        byKey = targets.stream().collect(Collectors.toMap(PlaceDialog::key, place -> place, (first, _) -> first));
        long now = System.nanoTime();
        next = now + SHARE * (now - before);
    }

    private String question() {
        String what = subject.wholeJob()
                ? Texts.of("PlaceDialog.theWholeJob")
                : Formats.counted(subject.tasks().size(), "task");
        boolean company = !subject.wholeJob()
                && subject.job().getWantedTasks() > subject.tasks().size();
        return spread(subject, targets)
                .orElseGet(() -> said(what, company, count(fit -> fit == Fit.FITS), count(Fit::takes), targets.size()));
    }

    private long count(Predicate<Fit> which) {
        return targets.stream()
                .filter(target -> which.test(target.verdict().fit()))
                .count();
    }

    private Rows<RankedPlace> rows() {
        return Rows.of(targets.stream().filter(passes).toList(), PlaceDialog::key);
    }

    private static String key(RankedPlace place) {
        return place.level() + "/" + place.name();
    }

    /** Of one that is not among the next. */
    private RankedPlace now(RankedPlace shown) {
        RankedPlace place = byKey.get(key(shown));
        return place != null ? place : gone.test(shown.target()) ? gone(shown) : shown;
    }

    private static RankedPlace gone(RankedPlace shown) {
        String why = Texts.of("PlaceDialog.gone");
        return new RankedPlace(shown.target(), new Verdict(Fit.DOES_NOT_FIT, List.of(why), 0, 0), why);
    }

    private void show(RowTable<RankedPlace> table) {
        table.show(rows());
        Optional<Row<RankedPlace>> best = table.rows().all().stream()
                .filter(row -> !subject.runsWithin(row.item().target()))
                .findFirst();
        table.select(best.map(row -> List.of(row.key())).orElse(List.of()));
        pick(best.map(row -> List.of(row.item())).orElse(List.of()));
    }

    private void pick(List<RankedPlace> selected) {
        chosen = selected.size() == 1 && selected.getFirst().verdict().fit().takes()
                ? Optional.of(selected.getFirst().target())
                : Optional.empty();
        enable(chosen.isPresent());
    }

    private static List<Column<RankedPlace, ?>> columns() {
        return List.of(
                new Column<RankedPlace, RankedPlace>(
                        "fit",
                        Texts.of("PlaceDialog.fit"),
                        110,
                        Form.SENTENCE,
                        target -> target,
                        target -> StateLabels.of(target.verdict().fit()).word(),
                        RankedPlace.BEST_FIRST,
                        target -> Optional.of(
                                StateLabels.of(target.verdict().fit()).mark())),
                Column.text("target", Texts.of("PlaceDialog.target"), 170, Form.NAME, RankedPlace::name),
                Column.text("level", Texts.of("PlaceDialog.level"), 70, Form.NAME, RankedPlace::level),
                Column.count("tasks", Texts.of("PlaceDialog.tasksThatFit"), 96, target -> target.verdict()
                        .tasksThatFit()),
                Column.text("why", Texts.of("PlaceDialog.why"), 160, Form.SENTENCE, RankedPlace::reason));
    }

    private static String search(RankedPlace target) {
        return (target.name() + " " + target.level() + " "
                        + StateLabels.of(target.verdict().fit()).word() + " "
                        + target.reason())
                .toLowerCase(Locale.ROOT);
    }
}
