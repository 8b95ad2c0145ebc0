// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.core.fleet.FleetService;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.ui.attention.AttentionModel;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/**
 * How many lines of what needs attention all open clusters have, with where they are; a click shows those of the cluster with the worst,
 * the next click those of the next. A snapshot tells of the past: it counts only where it is gone to, and calmly. UI thread.
 */
final class AttentionCount {
    /** Letters of the name of another cluster. */
    private static final int LETTERS = 20;
    /** Other clusters that are named. */
    private static final int NAMED = 2;

    private final Theme theme;
    private final AttentionModel model;
    private final FleetService fleet;
    private final FleetSelection selection;
    private final Label label;
    /** What the last click led to. */
    private Optional<Cluster> shown = Optional.empty();

    AttentionCount(
            Composite line,
            Theme theme,
            AttentionModel model,
            FleetService fleet,
            FleetSelection selection,
            Consumer<Cluster> show) {
        this.theme = theme;
        this.model = model;
        this.fleet = fleet;
        this.selection = selection;
        label = theme.dress(new Label(line, SWT.NONE), Name.PANEL, Name.MUTED);
        label.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        label.setCursor(label.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        label.addListener(SWT.MouseUp, event -> {
            shown = next();
            shown.ifPresent(show);
        });
    }

    /** Pixels that it takes. */
    int width() {
        return label.getText().isEmpty() ? 0 : label.getSize().x;
    }

    /** Looks on for a few milliseconds, and says how many there are now. */
    void tick() {
        model.tick();
        List<Cluster> troubled = troubled();
        String words = words(troubled);
        if (!WidgetText.shows(label, words)) {
            WidgetText.set(label, words);
            label.getParent().layout(true);
        }
        WidgetText.tip(
                label,
                words.isEmpty()
                        ? ""
                        : troubled.size() > 1
                                ? Texts.of("AttentionCount.showsTheWorst")
                                : Texts.of("AttentionCount.showsThem"));
        label.setForeground(theme.color(troubled.stream()
                .findFirst()
                .flatMap(model::worst)
                .map(kind -> kind.mark().tone())
                .orElse(Name.MUTED)));
    }

    /** Those that have any now, the one with the worst first, of as bad ones where one is. */
    private List<Cluster> troubled() {
        Optional<Cluster> here = here();
        return fleet.fleet().getClusters().stream()
                .filter(cluster -> !Snapshots.is(cluster) && model.count(cluster) > 0)
                .sorted(Comparator.<Cluster, Integer>comparing(
                                cluster -> model.worst(cluster).orElseThrow().ordinal())
                        .thenComparing(
                                cluster -> here.filter(it -> it == cluster).isEmpty()))
                .toList();
    }

    private Optional<Cluster> here() {
        return CurrentCluster.of(selection, fleet);
    }

    /** The first, or the one after that which the last click led to and that is still selected. */
    private Optional<Cluster> next() {
        List<Cluster> troubled = troubled();
        int at = shown.filter(it -> selection.get().equals(List.of(it)))
                .map(troubled::indexOf)
                .orElse(-1);
        return troubled.isEmpty() ? here() : Optional.of(troubled.get((at + 1) % troubled.size()));
    }

    private String words(List<Cluster> troubled) {
        Optional<Cluster> here = here();
        int all = troubled.stream().mapToInt(model::count).sum();
        int then = here.filter(Snapshots::is).map(model::count).orElse(0);
        if (all == 0) {
            return then == 0
                    ? ""
                    : then == 1
                            ? Texts.of("AttentionCount.oneThen")
                            : Texts.of("AttentionCount.moreThen", Formats.count(then));
        }
        String counted =
                all == 1 ? Texts.of("AttentionCount.one") : Texts.of("AttentionCount.more", Formats.count(all));
        List<Cluster> others = troubled.stream()
                .filter(cluster -> here.filter(it -> it == cluster).isEmpty())
                .toList();
        if (others.isEmpty()) {
            return counted;
        }
        if (troubled.size() == 1) {
            return Texts.of("AttentionCount.in", counted, name(others.getFirst()));
        }
        int elsewhere = others.stream().mapToInt(model::count).sum();
        List<String> where = new ArrayList<>();
        if (all > elsewhere) {
            where.add(Texts.of("AttentionCount.here", Formats.count(all - elsewhere)));
        }
        Stream<String> named = others.size() > NAMED
                ? Stream.of(Texts.of("AttentionCount.elsewhere", Formats.count(elsewhere)))
                : others.stream().map(it -> Texts.of("AttentionCount.in", Formats.count(model.count(it)), name(it)));
        named.forEach(where::add);
        return Texts.of("AttentionCount.each", counted, String.join(", ", where));
    }

    private static String name(Cluster cluster) {
        return CleanText.middle(FleetLabels.name(cluster), LETTERS);
    }
}
