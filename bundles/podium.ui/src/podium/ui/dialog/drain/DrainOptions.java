// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.drain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Spinner;
import podium.core.api.KueueNames;
import podium.core.job.JobTraits;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.value.WorkKind;
import podium.operation.drain.DrainPace;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.Fate;
import podium.ui.dialog.NumberField;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/** The options of a drain: rows of fields, the second of those that set its pace. */
final class DrainOptions {
    /** Longest wait for jobs that can be chosen, in minutes: a week. */
    private static final int WEEK = 7 * 24 * 60;

    private final Theme theme;
    private final List<Node> nodes;
    private final SelectionListener again;
    private final Button emptyDir;
    private final Button force;
    private final Spinner grace;
    /** The same with its words. */
    private final List<Control> timed;

    private final Spinner atOnce;
    private final Spinner wait;
    private final Button deactivate;
    private final Button suspend;
    private final Button partial;
    /** Whether a job here can be requeued through Kueue, as far as is known. */
    private boolean queued = true;

    /**
     * Creates the fields.
     *
     * @param changed called when one of them changed
     */
    DrainOptions(Composite parent, Theme theme, List<Node> nodes, Runnable changed) {
        this.theme = theme;
        this.nodes = nodes;
        again = SelectionListener.widgetSelectedAdapter(event -> {
            settle();
            changed.run();
        });
        Composite first = NumberField.row(parent, theme);
        emptyDir =
                option(first, Texts.of("DrainOptions.deleteEmptydirData"), Texts.of("DrainOptions.alsoEvictPodsWhose"));
        force = option(
                first,
                Texts.of("DrainOptions.alsoEvictPodsWithout"),
                Texts.of("DrainOptions.noControllerRecreatesThem"));
        int before = first.getChildren().length;
        grace = NumberField.grace(first, theme, again);
        timed = Stream.of(first.getChildren()).skip(before).toList();
        Composite second = NumberField.row(parent, theme);
        atOnce = NumberField.in(
                second,
                theme,
                Texts.of("DrainOptions.nodesAtATime"),
                0,
                nodes.size(),
                Texts.of("DrainOptions.all"),
                Texts.of("DrainOptions.zeroForAll"),
                again);
        atOnce.setEnabled(nodes.size() > 1);
        wait = NumberField.in(
                second,
                theme,
                Texts.of("DrainOptions.waitForJobsMinutes"),
                0,
                WEEK,
                Texts.of("DrainOptions.notAtAll"),
                Texts.of("DrainOptions.zeroForNotAt"),
                again);
        wait.setToolTipText(Texts.of("DrainOptions.jobsThatEndBy"));
        deactivate = option(
                second,
                Texts.of("DrainOptions.requeueJobsOfKueue"),
                Texts.of("DrainOptions.deactivateAndReactivateTheir"));
        Composite third = NumberField.row(parent, theme);
        partial = option(third, Texts.of("DrainOptions.leaveWhatBlocks"), Texts.of("DrainOptions.evictTheRestAnd"));
        // the last of its row: how long its words are depends on what is shown
        suspend =
                option(third, Texts.of("DrainOptions.suspendJobsInsteadOf"), Texts.of("DrainOptions.jobsThatTheLoss"));
        suspend.setSelection(true);
        settle();
    }

    private Button option(Composite parent, String words, String meaning) {
        Button button = theme.dress(new Button(parent, SWT.CHECK));
        WidgetText.set(button, words);
        WidgetText.tip(button, meaning);
        button.addSelectionListener(again);
        return button;
    }

    /** A job is waited for or requeued, not both: one that has ended meanwhile has nothing to requeue. */
    private void settle() {
        deactivate.setEnabled(wait.getSelection() == 0 && queued);
        suspend.setEnabled(wait.getSelection() == 0);
        wait.setEnabled(!deactivate.getSelection());
    }

    /** Says which options change nothing: where no job of these nodes would end, where none is of Kueue, and where no pod gets time. */
    void tell(DrainPreview shown) {
        timed.forEach(control -> control.setVisible(shown.count(Fate.EVICT) > 0));
        boolean idle = suspend.isEnabled()
                && suspend.getSelection()
                && shown.suspended().isEmpty();
        WidgetText.set(
                suspend,
                idle ? Texts.of("DrainOptions.suspendJobsNoneHere") : Texts.of("DrainOptions.suspendJobsInsteadOf"));
        suspend.getParent().layout();
        queued = shown.request().deactivate()
                || shown.pods().stream().flatMap(pod -> pod.job().stream()).anyMatch(DrainOptions::isOfKueue);
        WidgetText.set(
                deactivate,
                queued ? Texts.of("DrainOptions.requeueJobsOfKueue") : Texts.of("DrainOptions.requeueJobsNoneHere"));
        deactivate.getParent().layout();
        settle();
    }

    private static boolean isOfKueue(Job job) {
        return job.getLabels() != null
                && job.getLabels().has(KueueNames.QUEUE)
                && !JobTraits.has(job, WorkKind.Trait.EVICTED_SINGLY);
    }

    /** What is chosen now. */
    DrainRequest request() {
        return request(emptyDir.getSelection(), force.getSelection(), suspend.getSelection());
    }

    /**
     * The options that would lift something of what blocks a drain, in words. What would change nothing is not pointed at.
     *
     * @param blocked what is shown now
     */
    String help(DrainPreview blocked, Function<DrainRequest, DrainPreview> previews) {
        List<String> lifting = new ArrayList<>();
        boolean data = emptyDir.getSelection();
        boolean forced = force.getSelection();
        boolean suspends = suspend.getSelection();
        if (!data && lifts(blocked, previews.apply(request(true, forced, suspends)))) {
            lifting.add(emptyDir.getText());
        }
        if (!forced && lifts(blocked, previews.apply(request(data, true, suspends)))) {
            lifting.add(force.getText());
        }
        if (!suspends && suspend.isEnabled() && lifts(blocked, previews.apply(request(data, forced, true)))) {
            lifting.add(suspend.getText());
        }
        String options = lifting.stream()
                .map(DrainOptions::quoted)
                .collect(Collectors.joining(Texts.of("DrainOptions.andBetweenOptions")));
        String rest = quoted(partial.getText());
        return switch (lifting.size()) {
            case 0 -> Texts.of("DrainOptions.drainsTheRest", rest);
            case 1 -> Texts.of("DrainOptions.helpsDrainsTheRest", options, rest);
            default -> Texts.of("DrainOptions.helpDrainsTheRest", options, rest);
        };
    }

    private static String quoted(String option) {
        return "\"" + option + "\"";
    }

    private static boolean lifts(DrainPreview blocked, DrainPreview then) {
        return then.blockers().size() < blocked.blockers().size();
    }

    private DrainRequest request(boolean data, boolean forced, boolean suspends) {
        int minutes = wait.isEnabled() ? wait.getSelection() : 0;
        DrainPace pace = new DrainPace(
                atOnce.getSelection() == 0 ? Integer.MAX_VALUE : atOnce.getSelection(),
                minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes)));
        return new DrainRequest(nodes, data, forced, NumberField.period(grace), Optional.empty())
                .at(pace)
                .deactivating(minutes == 0 && deactivate.getSelection())
                .suspending(suspends)
                .onlyWhatCanGo(partial.getSelection());
    }
}
