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
import podium.core.fleet.CleanText;
import podium.placement.LayoutAppraisal.Conflict;
import podium.placement.Rank;
import podium.placement.Target;
import podium.model.fleet.Job;
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
    private final GangLayoutController desk;
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
            Theme look,
            GangLayoutController desk,
            DragSession session,
            Supplier<Optional<Target>> chosen,
            Runnable canvas) {
        this.bar = bar;
        this.desk = desk;
        PartToolbar head = new PartToolbar(bar, look);
        head.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        title = head.label("", true);
        fill = head.button(
                Icon.BOARD,
                "Fill",
                "Lay the ranks without a place as near to each other as can be: on the selected node or domain, else"
                        + " anywhere (F on the canvas)",
                () -> desk.fill(chosen.get()));
        clear = head.button(Icon.CLEAR, "Clear", "Take all ranks off the nodes", desk::clear);
        commit = head.button(Icon.PLACE, "Commit\u2026", "", desk::commit);
        head.button(Icon.ABORT, "Cancel", "Close the board; nothing was sent", desk::close);
        score = line(look, Name.TEXT);
        tray = new RankTray(bar, look, desk, session, canvas);
        tray.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        conflicts = line(look, Name.CRITICAL);
        look.onTheme(title, () -> title.setForeground(look.color(Name.TEXT)));
        bar.addListener(SWT.Resize, event -> rows());
    }

    private Label line(Theme look, Name tone) {
        Label label = look.dress(new Label(bar, SWT.NONE), Name.PANEL, tone);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.horizontalIndent = 6;
        label.setLayoutData(data);
        return label;
    }

    /** Shows how a job is laid out now. */
    void show(Job job) {
        List<Rank> unplaced = desk.unplaced();
        WidgetText.words(title, title(job, desk.ranks(), unplaced.size()));
        WidgetText.words(score, score());
        WidgetText.tip(score, score());
        tray.show(unplaced);
        rows();
        List<Conflict> wrong = desk.appraisal().conflicts();
        WidgetText.words(conflicts, words(wrong));
        WidgetText.tip(
                conflicts, String.join("\n", wrong.stream().map(Conflict::words).toList()));
        ((GridData) conflicts.getLayoutData()).exclude = wrong.isEmpty();
        conflicts.setVisible(!wrong.isEmpty());
        fill.setEnabled(!unplaced.isEmpty());
        clear.setEnabled(unplaced.size() < desk.ranks().size());
        Optional<String> whyNot = desk.whyNotCommit();
        commit.setEnabled(whyNot.isEmpty());
        WidgetText.tip(
                commit,
                whyNot.map(why -> "Not yet: " + why)
                        .orElse("See what is sent; nothing is before you confirm it (Ctrl+Enter on the canvas)"));
    }

    /** As many rows of chips as there are, up to three; none when all ranks have a place. */
    private void rows() {
        GridData data = (GridData) tray.control().getLayoutData();
        int count = desk.unplaced().size();
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
        int missing = desk.missing();
        String made = missing == 0 ? "" : "waiting for " + Formats.counted(missing, "pod") + " to be made  \u00b7  ";
        String nearness = desk.appraisal().score();
        String said = desk.note().isEmpty() ? "" : desk.note() + "  \u00b7  ";
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
