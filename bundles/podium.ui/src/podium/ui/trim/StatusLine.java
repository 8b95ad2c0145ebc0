// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetService;
import podium.core.fleet.Holdings;
import podium.model.fleet.Cluster;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.ui.attention.AttentionModel;
import podium.ui.details.AttentionOpener;
import podium.ui.label.ProtectionLabels;
import podium.ui.label.StateLabels;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartActivator;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.StatusMessage;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TextShortener;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/**
 * The line below the parts: how the connection stands, how old the data is, how much changes, what there is and is held; at the
 * right what runs, or else what is to be known of the start.
 */
public class StatusLine {
    /** Pixels between the two halves of the line. */
    private static final int GAP = 12;

    /** Pixels of the icon, the margins and the gaps beside the words. */
    private static final int AROUND = 60;

    /** Twelfths of the line for what runs, and for news. */
    private static final int RUNS = 6;

    private static final int NEWS = 8;
    private static final int PARTS = 12;

    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration RECOUNT = Duration.ofSeconds(1);
    private final FleetService fleet;
    private final FleetSelection selection;
    private final OperationService operations;
    private final StatusMessage message;
    private final UiServices services;
    private final StartupNotice note;
    private final RateMeter rate = new RateMeter();
    private @Nullable Cluster last;
    private Holdings holdings = Holdings.NONE;
    private long lastCounted;
    private boolean changed;
    private String connection = "";
    private Function<Composite, Optional<AttentionCount>> counts = line -> Optional.empty();
    private Optional<AttentionCount> attention = Optional.empty();

    @Inject
    public StatusLine(
            FleetService fleet,
            FleetSelection selection,
            OperationService operations,
            StatusMessage message,
            UiServices services,
            StartupNotice note) {
        this.message = message;
        this.fleet = fleet;
        this.selection = selection;
        this.operations = operations;
        this.services = services;
        this.note = note;
    }

    /** What the console watches for what is wrong. */
    @Inject
    void watch(AttentionModel model, PartActivator parts) {
        counts = line -> Optional.of(new AttentionCount(
                line, services.theme(), model, fleet, selection, new AttentionOpener(selection, parts)::show));
    }

    /** Adds one control to the trim, as its renderer expects. */
    @PostConstruct
    public void create(Composite trim) {
        Composite parent = services.theme().dress(new Composite(trim, SWT.NONE), Name.PANEL, Name.TEXT);
        GridLayout grid = new GridLayout(4, false);
        TrimMargins.give(grid);
        grid.marginWidth = 8;
        parent.setLayout(grid);
        Label icon = services.theme().dress(new Label(parent, SWT.NONE), Name.PANEL, Name.TEXT);
        icon.setLayoutData(new GridData(16, 16));
        Label words = services.theme().dress(new Label(parent, SWT.NONE), Name.PANEL, Name.TEXT);
        words.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        WidgetText.tip(words, ConnectionStatusText.TIP);
        attention = counts.apply(parent);
        if (attention.isEmpty()) {
            grid.numColumns--;
        }
        Label running = services.theme()
                .dress(
                        new Label(parent, SWT.RIGHT),
                        Name.PANEL,
                        note.sentences().isEmpty() ? Name.MUTED : Name.WARNING);
        WidgetText.tip(running, note.text());
        GridData right = new GridData(SWT.END, SWT.CENTER, false, false);
        right.widthHint = 0;
        running.setLayoutData(right);
        AccessibleName.name(words, Texts.of("StatusLine.status"));
        new Subscriptions(parent)
                .add(fleet.listen(delta -> {
                    count(delta);
                    if (!connection().equals(connection)) {
                        refresh(icon, words, running);
                    }
                }))
                .add(message.listen(() -> refresh(icon, words, running)));
        services.theme().onTheme(parent, () -> refresh(icon, words, running));
        Repaint.every(parent, TICK, () -> {
            services.opening().tick();
            attention.ifPresent(AttentionCount::tick);
            refresh(icon, words, running);
        });
    }

    /** How the cluster is heard, which the canvas shows at once. */
    private String connection() {
        return cluster()
                .map(at -> at.getConnection() + " " + StateLabels.isListing(at))
                .orElse("");
    }

    /** Devices of a cluster, counted at most once a second and only after a change. */
    private Holdings counted(Cluster cluster) {
        long now = services.clock().millis();
        if (cluster != last || changed && now - lastCounted >= RECOUNT.toMillis()) {
            last = cluster;
            lastCounted = now;
            changed = false;
            holdings = Holdings.of(cluster);
        }
        return holdings;
    }

    private void count(FleetDelta delta) {
        changed = true;
        rate.add(
                delta.nodes().size() + delta.jobs().size() + delta.tasks().size(),
                services.clock().millis());
    }

    private void refresh(Label icon, Label words, Label running) {
        connection = connection();
        Optional<Cluster> cluster = cluster();
        String left = cluster.map(at -> ConnectionStatusText.of(
                        at,
                        counted(at),
                        rate.perSecond(services.clock().millis()),
                        services.clock().instant()))
                .or(services.opening()::words)
                .orElse(Texts.of("StatusLine.noClusterIsOpen"));
        cluster.ifPresentOrElse(
                at -> {
                    StateLabels.Shown state = ProtectionLabels.connection(at);
                    icon.setImage(services.theme().image(state.icon(), state.tone()));
                    words.setForeground(services.theme()
                            .color(ProtectionLabels.of(at)
                                    .map(StateLabels.Shown::tone)
                                    .orElse(Name.TEXT)));
                },
                () -> {
                    icon.setImage(null);
                    words.setForeground(services.theme().color(Name.TEXT));
                });
        String right = message.words().orElseGet(this::operations);
        share(words, left, running, right);
        String tip = words.getText().equals(left) ? "" : left + "\n";
        WidgetText.tip(words, tip + ConnectionStatusText.TIP);
        mark(running, WidgetText.shows(running, right) ? "" : right);
    }

    /**
     * What runs gets what room how the cluster stands leaves, and half of the line at least; news gets more than half. What is cut ends
     * in dots.
     */
    private void share(Label words, String left, Label running, String right) {
        Composite line = running.getParent();
        GC gc = new GC(words);
        try {
            ToIntFunction<String> measure = text -> gc.textExtent(text).x;
            int room = line.getClientArea().width;
            int most = message.words().isPresent()
                    ? room * NEWS / PARTS
                    : Math.max(
                            room * RUNS / PARTS,
                            room - AROUND - attention.map(AttentionCount::width).orElse(0) - measure.applyAsInt(left));
            int width = right.isEmpty() ? 0 : Math.max(0, Math.min(measure.applyAsInt(right) + GAP, most));
            GridData data = (GridData) running.getLayoutData();
            if (data.widthHint != width) {
                data.widthHint = width;
                line.layout(true);
            }
            set(running, room == 0 ? right : TextShortener.end(right, width, measure));
            int there = words.getSize().x;
            set(words, there == 0 ? left : TextShortener.end(left, there, measure));
        } finally {
            gc.dispose();
        }
    }

    /**
     * What is cut is whole in the tip; what is wrong keeps its colour.
     *
     * @param whole what is cut; empty: it is not
     */
    private void mark(Label label, String whole) {
        String all = Stream.of(
                        note.text(),
                        message.warning().orElse(""),
                        message.words().orElse(""),
                        whole)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        if (!WidgetText.tells(label, all)) {
            boolean wrong = !note.sentences().isEmpty() || message.warning().isPresent();
            services.theme()
                    .dress(
                            label,
                            Name.PANEL,
                            wrong ? Name.WARNING : message.words().isPresent() ? Name.TEXT : Name.MUTED);
            WidgetText.tip(label, all);
        }
    }

    private String operations() {
        return operations.operations().stream()
                .filter(operation -> !operation.state().ended())
                .findFirst()
                .map(StatusLine::words)
                .orElseGet(() -> message.warning().orElse(note.line()));
    }

    private static String words(Operation operation) {
        String words = operation.plan().title() + ": " + operation.status();
        return operation.total() == 0
                ? words
                : words + " (" + Formats.percent((double) operation.done() / operation.total()) + ")";
    }

    private static void set(Label label, String text) {
        if (!WidgetText.shows(label, text)) {
            WidgetText.set(label, text);
        }
    }

    private Optional<Cluster> cluster() {
        return CurrentCluster.of(selection, fleet);
    }
}
