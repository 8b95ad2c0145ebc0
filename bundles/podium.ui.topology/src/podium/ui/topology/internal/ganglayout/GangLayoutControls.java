// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.ganglayout;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.placement.LayoutAppraisal.Conflict;
import podium.placement.Rank;
import podium.placement.Target;
import podium.ui.drag.DragSession;
import podium.ui.label.AcceleratorLabels;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;
import podium.ui.topology.texts.Texts;

/** What is on the open board: how near the ranks lie, what to do; the ranks without a place; what does not hold. UI thread. */
final class GangLayoutControls {
    private static final int MOST_ROWS = 3;

    private final Composite bar;
    private final GangLayoutController gangLayout;
    private final Label title;
    private final Label score;
    private final ToolItem fill;
    private final ToolItem clear;
    private final ToolItem commit;
    private final RankTray tray;
    private final Label conflicts;
    private final PartToolbar foot;

    /** Fills the bar of the board. */
    GangLayoutControls(
            Composite bar,
            Theme theme,
            GangLayoutController gangLayout,
            DragSession session,
            Supplier<Optional<Target>> chosen,
            Runnable canvas) {
        this.bar = bar;
        this.gangLayout = gangLayout;
        title = line(theme);
        score = line(theme);
        tray = new RankTray(bar, theme, gangLayout, session, canvas);
        tray.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        foot = new PartToolbar(
                bar, theme); // last: the toolkit shows the tip of a button below it, where it would lie over the ranks
        foot.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        conflicts = foot.label("", true);
        theme.onTheme(conflicts, () -> conflicts.setForeground(theme.color(Name.CRITICAL)));
        fill = foot.button(
                Icon.BOARD,
                Texts.of("GangLayoutControls.fill"),
                Texts.of("GangLayoutControls.placeTheRemainingRanks"),
                () -> gangLayout.fill(chosen.get()));
        clear = foot.button(
                Icon.CLEAR,
                Texts.of("GangLayoutControls.clear"),
                Texts.of("GangLayoutControls.takeAllRanksOff"),
                gangLayout::clear);
        foot.button(
                Icon.ABORT,
                Texts.of("GangLayoutControls.cancel"),
                Texts.of("GangLayoutControls.closeTheBoardNothing"),
                gangLayout::close);
        commit = foot.button(Icon.PLACE, Texts.of("GangLayoutControls.commit"), "", gangLayout::commit);
        bar.addListener(SWT.Resize, event -> rows());
    }

    private Label line(Theme theme) {
        Label label = theme.dress(new Label(bar, SWT.NONE), Name.PANEL, Name.TEXT);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.horizontalIndent = 6;
        label.setLayoutData(data);
        return label;
    }

    /** Shows how a job is laid out now. */
    void show(Job job) {
        List<Rank> unplaced = gangLayout.unplaced();
        String words = title(job, gangLayout.ranks(), unplaced.size());
        WidgetText.set(title, words);
        WidgetText.wholeTip(title, words);
        WidgetText.set(score, score());
        WidgetText.wholeTip(score, score());
        tray.show(gangLayout.ranks(), unplaced);
        rows();
        List<Conflict> wrong = gangLayout.appraisal().conflicts();
        WidgetText.set(conflicts, gangLayout.missingRight().orElse(words(wrong)));
        WidgetText.wholeTip(
                conflicts, String.join("\n", wrong.stream().map(Conflict::words).toList()));
        fill.setEnabled(!gangLayout.toFill().isEmpty());
        clear.setEnabled(unplaced.size() < gangLayout.ranks().size());
        Optional<String> whyNot = gangLayout.whyNotCommit();
        commit.setEnabled(whyNot.isEmpty());
        foot.fit();
        WidgetText.tip(
                commit,
                whyNot.map(why -> Texts.of("GangLayoutControls.notYet", why))
                        .orElse(Texts.of("GangLayoutControls.showThePlanNothing")));
    }

    /** As many rows of chips as there are ranks, up to three, wherever they lie: what is pointed at must not move away. */
    private void rows() {
        GridData data = (GridData) tray.control().getLayoutData();
        int count = gangLayout.ranks().size();
        int width = Math.max(200, bar.getClientArea().width);
        int height = TrayGrid.height(count, width, MOST_ROWS);
        if (data.heightHint != height || data.exclude != (count == 0)) {
            data.heightHint = height;
            data.exclude = count == 0;
            tray.control().setVisible(count > 0);
            bar.getParent().layout(true, true);
        }
    }

    static String title(Job job, List<Rank> ranks, int unplaced) {
        String name = CleanText.middle(job.getName(), 40);
        if (ranks.isEmpty()) {
            return Texts.of("GangLayoutControls.noRankOfIt", name);
        }
        int gpus = ranks.getFirst().accelerators();
        boolean alike = ranks.stream().allMatch(rank -> rank.accelerators() == gpus);
        String counted = Formats.counted(ranks.size(), "rank");
        int placed = ranks.size() - unplaced;
        return alike && gpus > 0
                ? Texts.of(
                        "GangLayoutControls.ranksOfPlaced",
                        name,
                        counted,
                        AcceleratorLabels.amount(gpus, List.of(job)),
                        placed)
                : Texts.of("GangLayoutControls.ranksPlaced", name, counted, placed);
    }

    private String score() {
        int missing = gangLayout.missing();
        String made =
                missing == 0 ? "" : Texts.of("GangLayoutControls.waitingForToBe", Formats.counted(missing, "pod"));
        String nearness = gangLayout.appraisal().score();
        return Stream.of(
                        made,
                        gangLayout.note(),
                        nearness.isEmpty() ? Texts.of("GangLayoutControls.dragRanksOntoNodes") : nearness)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("  \u00b7  "));
    }

    static String words(List<Conflict> conflicts) {
        if (conflicts.isEmpty()) {
            return "";
        }
        String first = "\u2715 " + conflicts.getFirst().words();
        return conflicts.size() == 1
                ? first
                : Texts.of("GangLayoutControls.andMore", first, Formats.count(conflicts.size() - 1));
    }
}
