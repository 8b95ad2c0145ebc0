// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.placement.advice.AdviceService;
import podium.placement.advice.CureMoves;
import podium.placement.advice.SlotMoves;
import podium.placement.advice.SlotMoves.Move;
import podium.placement.advice.Slots;
import podium.ui.flow.PlaceFlow;
import podium.ui.label.FleetLabels;
import podium.ui.label.StateLabels;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.selection.KeyTarget;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.texts.Texts;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The Slots part: how many jobs of a size would find their GPUs connected, and what would have to restart for one more. */
public class SlotsPart {
    private static final Duration THROTTLE = Duration.ofSeconds(1);
    private static final String ALL = Texts.of("SlotsPart.restartAll");
    private static final UnaryOperator<String> SIZE = gpus -> Texts.of("SlotsPart.freeASlotOf", gpus);
    private static final int USUAL = 8;

    private final FleetService fleet;
    private final FleetSelection selection;
    private final AdviceService advice;
    private final PlaceFlow place;
    private final UiServices services;
    private final EmptyState empty;
    private final SashForm sash;
    private final RowTable<Slots> table;
    private final RowTable<Move> moves;
    private final PartToolbar toolbar;
    private final ToolItem sizes;
    private final ToolItem restart;
    private final ToolItem restartAll;
    private Optional<Wanted> wanted = Optional.empty();
    private List<Slots> slots = List.of();
    private List<Move> found = List.of();
    private String title = "";
    private final Label said;
    private boolean stale;
    /** Whether of the moves that are wanted none was selected yet. */
    private boolean unchosen;

    /** What was asked for; what is shown is the size next to it that there could be here. */
    private int asked = USUAL;

    private int size = USUAL;
    private List<Integer> offered = Slots.SIZES;

    /**
     * Moves that a job waits for.
     *
     * @param title what they do, in words
     * @param moves as they are now
     */
    record Wanted(String title, Cluster cluster, Supplier<Optional<CureMoves>> moves) {}

    @Inject
    public SlotsPart(
            Composite parent,
            FleetService fleet,
            FleetSelection selection,
            AdviceService advice,
            PlaceFlow place,
            UiServices services) {
        this.fleet = fleet;
        this.selection = selection;
        this.advice = advice;
        this.place = place;
        this.services = services;
        toolbar = PartToolbar.above(parent, services.theme());
        sizes = toolbar.choice(SIZE, words(offered), offered.indexOf(size), this::size);
        sizes.setToolTipText(Texts.of("SlotsPart.howManyGpusTo"));
        restart = toolbar.button(
                Icon.PLACE,
                Texts.of("SlotsPart.restartElsewhere"),
                Texts.of("SlotsPart.planTheSelectedMove"),
                this::restart);
        restartAll = toolbar.button(Icon.BOARD, ALL, Texts.of("SlotsPart.planAllOfThese"), this::restartAll);
        said = toolbar.label("", true);
        empty = new EmptyState(parent, services.theme());
        empty.stack().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        sash = services.theme().dress(new SashForm(empty.stack(), SWT.HORIZONTAL), Name.LINE, Name.TEXT);
        sash.setSashWidth(1);
        table = RowTable.table(sash, services.theme(), SlotColumns.slots(), Texts.of("SlotsPart.slots"));
        table.explain(SlotColumns.STRANDED, Texts.of("SlotsPart.strandedMeans"));
        moves = RowTable.table(sash, services.theme(), SlotColumns.moves(), Texts.of("SlotsPart.movesThatFreeA"))
                .narrowWords();
        KeyTarget.rows(
                table.control(), () -> table.marked().stream().map(Slots::of).toList());
        KeyTarget.rows(
                moves.control(), () -> moves.marked().stream().map(Move::task).toList());
        sash.setWeights(62, 38);
        Repaint refresh = Repaint.of(sash, THROTTLE, this::refresh);
        new Subscriptions(sash)
                .add(fleet.listen(delta -> refresh.request()))
                .add(services.opening().listen(refresh::request))
                .add(table.onSelect(chosen -> free()))
                .add(table.onOpen(slots -> selection.set(this, List.of(slots.of()))))
                .add(moves.onSelect(chosen -> restart.setEnabled(!chosen.isEmpty())))
                .add(moves.onOpen(this::restart));
        parent.addListener(SWT.Show, event -> refresh.request());
        table.control().addListener(SWT.Paint, event -> {
            if (stale) {
                refresh.request();
            }
        });
        refresh();
    }

    @Focus
    public void focus() {
        refresh();
        TabKey.focus(table.control());
    }

    /** Shows the moves that a job waits for, until something else is asked here. */
    void want(Wanted moves) {
        wanted = Optional.of(moves);
        unchosen = true;
        table.select(List.of(FleetLabels.key(moves.cluster())));
        refresh();
    }

    /** While nobody sees it, nothing is worked out: what frees a slot is asked of thousands of nodes. */
    private void refresh() {
        stale = !empty.stack().isVisible();
        if (stale) {
            return;
        }
        Optional<Cluster> cluster = CurrentCluster.of(selection, fleet);
        if (cluster.isEmpty()) {
            empty.why(services.opening().empty());
        } else if (cluster.get().getNodes().isEmpty()) {
            empty.why(Texts.of("SlotsPart.noNodeIsKnown"), Texts.of("SlotsPart.slotsAreCountedAs"));
        } else if (StateLabels.isListing(cluster.get())) {
            empty.why(Texts.of("SlotsPart.whoHoldsItsDevices"), Texts.of("SlotsPart.slotsAreCountedAsSoon"));
        } else {
            slots = advice.byDomain(cluster.get());
            table.follow(SlotColumns.rows(slots));
            Slots.SIZES.forEach(of -> table.reveal(SlotColumns.id(of), isPossible(of, cluster.get(), slots)));
            table.reveal(SlotColumns.PARTS, slots.stream().anyMatch(of -> !SlotColumns.parts(of)
                    .isEmpty()));
            offer(Slots.SIZES.stream()
                    .filter(of -> isPossible(of, cluster.get(), slots))
                    .toList());
            if (table.selection().isEmpty()) {
                table.select(List.of(FleetLabels.key(cluster.get())));
            }
            empty.content(sash);
            free(moves::follow);
        }
    }

    /** Whether there could be a slot of so many if all was free: on one node, or of more on several. */
    private static boolean isPossible(int gpus, Cluster cluster, List<Slots> slots) {
        return gpus <= Slots.ON_ONE_NODE
                ? cluster.getNodes().stream()
                        .anyMatch(node -> node.getAccelerators().size() >= gpus)
                : slots.stream().anyMatch(of -> of.devices() >= gpus);
    }

    private static String impossible(int gpus) {
        return gpus <= Slots.ON_ONE_NODE
                ? Texts.of("SlotsPart.noNodeHasSoMany", gpus)
                : Texts.of("SlotsPart.noDomainHasSoMany", gpus);
    }

    /** Offers the sizes that there could be: of these what was asked for, else the next smaller one, else the smallest. */
    private void offer(List<Integer> possible) {
        List<Integer> next = possible.isEmpty() ? Slots.SIZES : possible;
        int now = next.stream()
                .filter(of -> of <= asked)
                .reduce((smaller, larger) -> larger)
                .orElse(next.getFirst());
        if (!next.equals(offered) || now != size) {
            offered = next;
            size = now;
            toolbar.options(sizes, SIZE, words(offered), offered.indexOf(size), this::size);
        }
    }

    private static List<String> words(List<Integer> sizes) {
        return sizes.stream().map(it -> Formats.counted(it, "GPU")).toList();
    }

    private void size(int at) {
        wanted = Optional.empty();
        asked = offered.get(at);
        size = asked;
        free();
    }

    private void free() {
        free(moves::show);
    }

    /** The moves for what is selected at the left. Of a move that is none any more no other one takes the place. */
    private void free(Consumer<Rows<Move>> show) {
        Optional<EObject> where = table.selection().stream().findFirst().map(Slots::of);
        wanted = wanted.filter(it -> where.filter(of -> of == it.cluster()).isPresent());
        String words;
        if (wanted.isPresent()) {
            Optional<CureMoves> cure = wanted.get().moves().get();
            title = wanted.get().title();
            found = cure.map(CureMoves::moves).orElse(List.of());
            words = StateLabels.dated(
                    SlotColumns.words(title, cure), wanted.get().cluster());
        } else {
            Optional<SlotMoves> relief = where.flatMap(of -> advice.relief(of, size));
            title = relief.map(SlotColumns::title).orElse("");
            found = relief.map(SlotMoves::moves).orElse(List.of());
            boolean possible = where.flatMap(FleetLabels::cluster)
                    .filter(cluster -> !isPossible(size, cluster, slots))
                    .isEmpty();
            int elsewhere = slots.isEmpty() ? 0 : slots.getFirst().count(size);
            words = where.map(of -> StateLabels.dated(
                            possible ? SlotColumns.words(relief, size, elsewhere) : impossible(size), of))
                    .orElse(Texts.of("SlotsPart.selectALineTo"));
        }
        restartAll.setEnabled(found.size() > 1);
        // what would be a table of nothing but heads leaves its room to the slots
        sash.setMaximizedControl(found.isEmpty() ? table.control() : null);
        moves.reveal(SlotColumns.TOGETHER, found.stream().anyMatch(Move::wholeJob));
        show.accept(Rows.of(found, move -> FleetLabels.key(move.task())));
        if (wanted.isPresent() && unchosen && !found.isEmpty()) {
            unchosen = false;
            moves.select(List.of(FleetLabels.key(found.getFirst().task())));
        }
        restart.setEnabled(!moves.selection().isEmpty());
        WidgetText.set(said, words);
        WidgetText.wholeTip(said, words);
    }

    private void restart() {
        moves.selection().stream().findFirst().ifPresent(this::restart);
    }

    private void restartAll() {
        Optional<String> gone = FleetLabels.gone(found.stream()
                .flatMap(move -> Stream.of(move.task(), move.to()))
                .toList());
        if (gone.isPresent()) {
            WidgetText.set(said, gone.get());
        } else {
            place.placeAll(title, SlotRequests.of(found));
        }
    }

    private void restart(Move move) {
        Optional<String> gone = FleetLabels.gone(List.of(move.task(), move.to()));
        if (gone.isPresent()) {
            WidgetText.set(said, gone.get());
        } else {
            // what restarts with it goes with it
            List<Move> together = found.stream()
                    .filter(other -> other.task().getJob() == move.task().getJob())
                    .toList();
            SlotRequests.of(move.wholeJob() ? together : List.of(move)).stream()
                    .findFirst()
                    .ifPresent(request -> place.placeAll(
                            Texts.of(
                                    "SlotsPart.restartOn",
                                    request.subject().job().getName(),
                                    FleetLabels.name(FleetLabels.of(request.target()))),
                            List.of(request)));
        }
    }
}
