// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.drain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.model.fleet.Node;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.PodFate;
import podium.ui.dialog.plan.PlanCheckLine;
import podium.ui.dialog.plan.PlanDialog;
import podium.ui.label.FleetLabels;
import podium.ui.table.RowTable;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.IconLines;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/** The content of {@link DrainDialog}: summary, what blocks, the pods, the options, the check. */
final class DrainView {
    /** How often it is looked whether the preview still holds. */
    private static final Duration TICK = Duration.ofSeconds(1);

    /** A look at a large cluster is followed by so many times its length without one. */
    private static final int REST = 10;

    private static final int MOST_TABLE = RowTable.ROW_HEIGHT * 9;
    /** The head and five pods. */
    private static final int LEAST_TABLE = RowTable.ROW_HEIGHT * 6;

    private static final int LEAST_LINES = 3;

    private final DrainDialog dialog;
    private final Function<DrainRequest, DrainPreview> previews;
    private final Label promise;
    private final Label summary;
    private final IconLines problems;
    private final RowTable<PodFate> table;
    private final Label reason;
    private final DrainOptions options;
    private final PlanCheckLine check;
    private final Label news;
    private final Label approval;
    private DrainPreview shown;
    private boolean left;
    private long next = System.nanoTime();

    DrainView(Composite parent, DrainDialog dialog, DrainPreview first, Function<DrainRequest, DrainPreview> previews) {
        this.dialog = dialog;
        this.previews = previews;
        shown = first;
        List<Node> nodes = first.request().nodes();
        Theme theme = dialog.services().theme();
        // above all that grows and shrinks, so that no option moves under the pointer
        options = new DrainOptions(parent, theme, nodes, this::again);
        promise = dialog.text(parent, "", Name.CRITICAL);
        summary = dialog.text(parent, "", Name.TEXT);
        problems = new IconLines(parent, theme, Texts.of("DrainView.whatBlocksAndWhatIsLost"));
        table = RowTable.table(parent, theme, DrainText.columns(() -> shown), Texts.of("DrainView.whatHappensToEach"))
                .narrow();
        GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
        fill.heightHint = MOST_TABLE;
        table.control().setLayoutData(fill);
        table.reveal("node", nodes.size() > 1);
        reason = dialog.text(parent, "", Name.TEXT);
        ((GridData) reason.getLayoutData()).heightHint = reason.computeSize(SWT.DEFAULT, SWT.DEFAULT).y * 2;
        table.onSelect(pods -> explain());
        news = dialog.text(parent, "", Name.WARNING);
        ((GridData) news.getLayoutData()).exclude = true;
        check = new PlanCheckLine(parent, dialog.services(), this::checked);
        approval = dialog.text(parent, "", Name.WARNING);
        ((GridData) approval.getLayoutData()).exclude = true;
    }

    /** Shows and checks the first preview, and looks from now on whether it holds. */
    void open() {
        show(shown);
        summary.getParent().addListener(SWT.Resize, event -> share());
        Repaint.every(summary, TICK, () -> {
            long began = System.nanoTime();
            if (began - next >= 0) {
                holds();
                next = System.nanoTime() + REST * (System.nanoTime() - began);
            }
        });
    }

    /** What was checked is a plan, and rules speak of plans. */
    private void checked(boolean passed) {
        dialog.enable(passed);
        if (passed) {
            Optional<String> why = dialog.approval(shown);
            WidgetText.set(approval, why.map(PlanDialog::unapproved).orElse(""));
            ((GridData) approval.getLayoutData()).exclude = why.isEmpty();
            approval.setVisible(why.isPresent());
            approval.getParent().layout(true, true);
            dialog.confirm(why.isEmpty() ? DrainDialog.DRAIN : PlanDialog.ASK);
        }
    }

    private void again() {
        if (isThere()) {
            show(previews.apply(options.request()));
        }
    }

    /** False once a node has left the fleet, which is said. */
    private boolean isThere() {
        Optional<String> gone =
                left ? Optional.empty() : FleetLabels.gone(shown.request().nodes());
        gone.ifPresent(node -> {
            left = true;
            check.stop(Texts.of("DrainView.closeThisDialogAnd", node));
        });
        return !left;
    }

    /**
     * Looks again: any change of the cluster may let another pod lose its place. What it says then replaces what is shown, and is
     * checked, only where that does not hold any more, so that a lively cluster does not keep the operator from confirming.
     *
     * @return false: what was shown before is not what would happen
     */
    boolean holds() {
        if (!isThere()) {
            return false;
        }
        DrainPreview latest = previews.apply(options.request());
        DrainChange change = DrainChange.between(shown, latest);
        if (!change.words().isEmpty()) {
            String time = Formats.time(dialog.services().clock().instant());
            WidgetText.set(
                    news,
                    change.isOutdating()
                            ? Texts.of("DrainView.updatedAt", time, change.words())
                            : Texts.of("DrainView.meanwhileNothingNeedsTo", change.words()));
            ((GridData) news.getLayoutData()).exclude = false;
            news.getParent().layout(true, true);
        }
        if (change.isOutdating()) {
            show(latest);
        }
        return !change.isOutdating();
    }

    private void show(DrainPreview preview) {
        shown = preview;
        dialog.shows(preview);
        boolean first = table.rows().size() == 0;
        table.follow(DrainText.rows(preview));
        if (first && table.rows().size() > 0) {
            table.select(List.of(table.rows().all().getFirst().key()));
        }
        options.tell(preview);
        table.reveal(DrainText.WAVE, preview.waves().size() > 1);
        table.reveal(DrainText.GANG, preview.pods().stream().anyMatch(pod -> !DrainText.gang(pod)
                .isEmpty()));
        table.reveal(
                "budgets",
                preview.pods().stream()
                        .anyMatch(pod -> !pod.budgetsKnown() || !pod.budgets().isEmpty()));
        WidgetText.set(promise, DrainText.promise(preview));
        ((GridData) promise.getLayoutData()).exclude = promise.getText().isEmpty();
        promise.setVisible(!promise.getText().isEmpty());
        WidgetText.set(summary, DrainText.summary(preview) + "\n" + ForecastText.of(preview));
        List<IconLines.Line> lines = new ArrayList<>();
        Stream.of(preview.blockers(), preview.losses())
                .flatMap(List::stream)
                .forEach(words -> lines.add(new IconLines.Line(Icon.FAILED, Name.CRITICAL, words)));
        preview.warnings().forEach(words -> lines.add(new IconLines.Line(Icon.WARNING, Name.WARNING, words)));
        problems.show(lines);
        share();
        if (preview.blockers().isEmpty()) {
            check.run(dialog.check(preview));
        } else {
            check.stop(Texts.of("DrainView.thisDrainCannotFinish", options.help(preview, previews)));
        }
        explain();
    }

    /** What blocks takes the height it needs, as far as a few pods stay in sight below it; the rest is scrolled. */
    private void share() {
        Composite area = summary.getParent();
        Rectangle room = area.getClientArea();
        int needed = problems.needed(room.width - 2 * ((GridLayout) area.getLayout()).marginWidth);
        problems.take(needed);
        if (needed > 0 && room.height > 0) {
            int lacking = area.computeSize(room.width, SWT.DEFAULT, true).y - MOST_TABLE + LEAST_TABLE - room.height;
            problems.take(Math.max(Math.min(needed, problems.height(LEAST_LINES)), needed - Math.max(0, lacking)));
        }
        area.layout(true, true);
    }

    /** The whole reason of the selected pod, which a column cuts. */
    private void explain() {
        WidgetText.set(
                reason,
                table.selection().stream()
                        .findFirst()
                        .map(pod -> FleetLabels.name(pod.task()) + ": "
                                + (pod.reason().isEmpty() ? Texts.of("DrainView.nothingBlocksIt") : pod.reason()))
                        .orElse(Texts.of("DrainView.selectAPodTo")));
    }
}
