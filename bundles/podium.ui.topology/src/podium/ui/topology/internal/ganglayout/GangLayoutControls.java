// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.ganglayout;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

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
        PartToolbar head = new PartToolbar(bar, theme);
        head.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        title = head.label("", true);
        fill = head.button(
                Icon.BOARD,
                "Fill",
                "Place the remaining ranks as close together as possible: on the selected node or domain, else"
                        + " anywhere (F on the canvas)",
                () -> gangLayout.fill(chosen.get()));
        clear = head.button(Icon.CLEAR, "Clear", "Take all ranks off the nodes", gangLayout::clear);
        commit = head.button(Icon.PLACE, "Commit\u2026", "", gangLayout::commit);
        head.button(Icon.ABORT, "Cancel", "Close the board; nothing was sent", gangLayout::close);
        score = line(theme, Name.TEXT);
        tray = new RankTray(bar, theme, gangLayout, session, canvas);
        tray.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        conflicts = line(theme, Name.CRITICAL);
        theme.onTheme(title, () -> title.setForeground(theme.color(Name.TEXT)));
        bar.addListener(SWT.Resize, event -> rows());
    }

    private Label line(Theme theme, Name tone) {
        Label label = theme.dress(new Label(bar, SWT.NONE), Name.PANEL, tone);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.horizontalIndent = 6;
        label.setLayoutData(data);
        return label;
    }

    /** Shows how a job is laid out now. */
    void show(Job job) {
        List<Rank> unplaced = gangLayout.unplaced();
        WidgetText.set(title, title(job, gangLayout.ranks(), unplaced.size()));
        WidgetText.set(score, score());
        WidgetText.tip(score, score());
        tray.show(gangLayout.ranks(), unplaced);
        rows();
        List<Conflict> wrong = gangLayout.appraisal().conflicts();
        WidgetText.set(conflicts, words(wrong));
        WidgetText.tip(
                conflicts, String.join("\n", wrong.stream().map(Conflict::words).toList()));
        fill.setEnabled(!unplaced.isEmpty());
        clear.setEnabled(unplaced.size() < gangLayout.ranks().size());
        Optional<String> whyNot = gangLayout.whyNotCommit();
        commit.setEnabled(whyNot.isEmpty());
        WidgetText.tip(
                commit,
                whyNot.map(why -> "Not yet: " + why)
                        .orElse("Show the plan; nothing is sent before you confirm it (Ctrl+Enter on the canvas)"));
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
            return name + "  \u00b7  no rank of it waits at the gate";
        }
        int gpus = ranks.getFirst().accelerators();
        boolean alike = ranks.stream().allMatch(rank -> rank.accelerators() == gpus);
        return name + "  \u00b7  " + Formats.counted(ranks.size(), "rank")
                + (alike && gpus > 0 ? " of " + Formats.counted(gpus, "GPU") : "") + "  \u00b7  "
                + (ranks.size() - unplaced) + " placed";
    }

    private String score() {
        int missing = gangLayout.missing();
        String made = missing == 0 ? "" : "waiting for " + Formats.counted(missing, "pod") + " to be created  \u00b7  ";
        String nearness = gangLayout.appraisal().score();
        String said = gangLayout.note().isEmpty() ? "" : gangLayout.note() + "  \u00b7  ";
        return made + said + (nearness.isEmpty() ? "Drag ranks onto nodes, or press Fill." : nearness);
    }

    static String words(List<Conflict> conflicts) {
        return conflicts.isEmpty()
                ? ""
                : "\u2715 " + conflicts.getFirst().words()
                        + (conflicts.size() == 1
                                ? ""
                                : "  \u00b7  and " + Formats.counted(conflicts.size() - 1, "more"));
    }
}
