// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import podium.core.fleet.FleetView;
import podium.model.fleet.Cluster;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.Checked;
import podium.operation.plan.KubectlExport;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.PatchExport;
import podium.operation.plan.Plan;
import podium.operation.plan.PlanChanges;
import podium.operation.plan.Step;
import podium.ui.dialog.ConsoleDialog;
import podium.ui.label.MovedJobs;
import podium.ui.prompt.GracePlans;
import podium.ui.texts.Texts;
import podium.ui.toolkit.ClipboardText;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** A plan before it is sent: each write in words, what happens to whom, what cannot be taken back, before and after. */
public final class PlanDialog extends ConsoleDialog {
    /** Nobody looks for the undo of these: what they take back can be done again. */
    private static final Set<String> BACK = Set.of("undo", "roll back", "uncordon", "uncordon device", "resume");

    /** What lets pods start that do not run yet, by whatever it writes. */
    private static final Set<String> STARTS =
            Set.of("place", "resume", "submit", "free", "requeue", "scale", "queue", "layout", "trigger");

    /** On the button of a plan that a second person must approve. */
    public static final String ASK = Texts.of("PlanDialog.askForApproval");

    private static final int COPY = IDialogConstants.CLIENT_ID + 1;
    private static final int KUBECTL = COPY + 1;
    /** What {@link #open} returns when something else is wanted. */
    public static final int OTHER = KUBECTL + 1;
    /** What the dialog returns when its plan is to be made again. */
    public static final int AGAIN = OTHER + 1;

    private Plan plan;
    /** What follows once the plan is done. */
    private final Optional<Plan> next;

    private final Optional<Cluster> cluster;
    private final Optional<String> approval;
    private final Callable<Checked> check;
    private Optional<GracePlans> timed = Optional.empty();
    private @Nullable GraceRow grace;
    private @Nullable Composite content;
    private String kubectl;
    private String patch = "";
    private String commands = "";
    private String other = "";
    private PlacementOutlook outlook = PlacementOutlook.NOTHING;
    private @Nullable FleetView fleet;
    private @Nullable PlanCheckLine line;
    private @Nullable Label head;
    private boolean renewable;

    /**
     * Creates the dialog.
     *
     * @param approval why a second person must approve the plan once it is confirmed; empty: nobody must
     */
    public PlanDialog(
            Shell parent,
            UiServices services,
            Plan plan,
            Optional<Cluster> cluster,
            Optional<String> approval,
            Callable<Checked> check) {
        this(parent, services, plan, Optional.empty(), cluster, approval, check);
    }

    /**
     * Shows two plans of which the second is sent once the first is done.
     *
     * @param cluster that of the second
     */
    public PlanDialog(
            Shell parent,
            UiServices services,
            Plan first,
            Plan second,
            Optional<Cluster> cluster,
            Callable<Checked> check) {
        this(parent, services, first, Optional.of(second), cluster, Optional.empty(), check);
    }

    private PlanDialog(
            Shell parent,
            UiServices services,
            Plan plan,
            Optional<Plan> next,
            Optional<Cluster> cluster,
            Optional<String> approval,
            Callable<Checked> check) {
        super(
                parent,
                services,
                next.map(then -> title(plan.title(), then.title())).orElseGet(() -> title(plan.title(), plan.title())),
                approval.isPresent() ? ASK : next.isPresent() ? Texts.of("PlanDialog.move") : PlanWords.verb(plan),
                new Point(820, plan.changes().isEmpty() ? 420 : 620));
        this.plan = plan;
        this.next = next;
        this.cluster = cluster;
        this.approval = approval;
        this.check = check;
        this.kubectl = KubectlExport.kubectl(plan.cluster(), Optional.empty(), Map.of());
    }

    /** Commands of two clusters must not end up in one. */
    private void export() {
        patch = next.isPresent() ? "" : PatchExport.kustomize(plan);
        commands = next.isPresent() ? "" : KubectlExport.commands(plan, kubectl);
    }

    /** What both are parts of: "Move train to west" of "Move train to west: Submit train". */
    private static String title(String first, String second) {
        int end = second.indexOf(MovedJobs.END);
        boolean move = second.startsWith(MovedJobs.MOVE) && end > 0;
        return move && first.startsWith(second.substring(0, end + 1))
                ? second.substring(0, end)
                : first.equals(second) ? MovedJobs.shown(first) : Texts.of("PlanDialog.then", first, second);
    }

    /** With the kubectl of its cluster; to be called before it is opened. */
    public PlanDialog by(String kubectl) {
        this.kubectl = kubectl;
        return this;
    }

    /** Looks at this while it is open, and once more when it is confirmed; to be called before it is opened. */
    public PlanDialog holding(PlacementOutlook now) {
        outlook = now;
        return this;
    }

    /** Checks again at once when this fleet shows a change of what is planned; to be called before it is opened. */
    public PlanDialog following(@Nullable FleetView shown) {
        fleet = shown;
        return this;
    }

    /** Has a button that asks for something else in the place of the plan; to be called before it is opened. */
    public PlanDialog offering(String words) {
        other = words;
        return this;
    }

    /** Has a field for the time that pods get to stop, with which the plan is made anew; to be called before it is opened. */
    public PlanDialog timed(GracePlans by) {
        timed = Optional.of(by);
        renewable = true;
        return this;
    }

    /** What is shown, and what is confirmed. */
    public Plan plan() {
        return plan;
    }

    /** Another plan is in the making, or there is none: what is shown cannot be confirmed. */
    void stop(String why, Name tone) {
        PlanCheckLine asked = line;
        if (asked != null) {
            asked.stop(why, tone);
        }
    }

    /** Shows and checks another plan of the same. */
    void show(Plan now) {
        Composite parent = content;
        if (parent != null) {
            plan = now;
            export();
            List.of(parent.getChildren()).forEach(Control::dispose);
            plan(parent);
            renewDefault();
            parent.layout(true, true);
            // the steps take their room by the size of what they are in, which is as it was
            parent.notifyListeners(SWT.Resize, new Event());
        }
    }

    /** Offers to make the plan again where it does not hold any more; to be called before it is opened. */
    public PlanDialog renewable() {
        renewable = true;
        return this;
    }

    private void holds(boolean now) {
        enable(now);
        PlanCheckLine asked = line;
        Label words = head;
        if (asked != null && words != null && !words.isDisposed()) {
            WidgetText.set(
                    words,
                    asked.isRefused() ? Texts.of("PlanDialog.whatWouldHappen") : Texts.of("PlanDialog.whatHappens"));
        }
        if (getButton(AGAIN) != null) {
            getButton(AGAIN).setEnabled(!now);
        }
    }

    /** What is lost at the last moment is said, and the dialog stays. */
    @Override
    protected void okPressed() {
        PlanCheckLine asked = line;
        if (asked == null || asked.holds()) {
            super.okPressed();
        }
    }

    @Override
    protected Optional<Cluster> cluster() {
        return cluster;
    }

    @Override
    protected void fill(Composite parent) {
        export();
        if (timed.isEmpty()) {
            plan(parent);
            return;
        }
        grace = new GraceRow(parent, this, timed.get());
        Composite area = services().theme().dress(new Composite(parent, SWT.NONE));
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayoutFactory.fillDefaults().spacing(5, 8).applyTo(area);
        content = area;
        plan(area);
    }

    private void plan(Composite parent) {
        heading(
                parent,
                next.map(then -> Texts.of("PlanDialog.whatIsDoneInBoth", plan.cluster(), then.cluster()))
                        .orElseGet(() -> Texts.of("PlanDialog.whatIsDoneIn", plan.cluster())));
        PlanStepTable.of(
                parent,
                services().theme(),
                next.map(then -> List.of(plan, then)).orElse(List.of(plan)));
        List<String> effects = all(Plan::effects);
        List<String> lost = all(Plan::irreversible);
        List<ObjectChange> changes = all(this::changes);
        boolean undone = lost.isEmpty() && plan.canUndo();
        if (!effects.isEmpty() || undone) {
            head = heading(parent, Texts.of("PlanDialog.whatHappens"));
            lines(parent, effects, Icon.INFO, Name.MUTED);
        }
        if (undone) {
            lines(parent, List.of(back(next.orElse(plan))), Icon.UNDO, Name.MUTED);
        } else if (!lost.isEmpty() || !(BACK.contains(plan.kind()) || plan.goesOn())) {
            heading(parent, Texts.of("PlanDialog.whatCannotBeUndone"));
            List<String> words = lost.isEmpty() ? List.of(Texts.of("PlanDialog.thisCannotBeUndone")) : lost;
            lines(parent, words, Icon.IRREVERSIBLE, Name.CRITICAL);
        }
        if (!changes.isEmpty()) {
            DiffView diff = new DiffView(parent, services());
            diff.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
            diff.show(plan.cluster(), changes);
        }
        PlanCheckLine asked = new PlanCheckLine(parent, services(), this::holds);
        line = asked;
        asked.follow(outlook, renewable);
        if (fleet instanceof FleetView shown) {
            asked.follow(shown, PlanGround.of(all(Plan::steps)));
        }
        if (plan.steps().stream().allMatch(Step.Await.class::isInstance)) {
            asked.sendsNothing();
        }
        Plan shown = plan;
        asked.run(timed.<Callable<Checked>>map(by -> () -> by.check().apply(shown))
                .orElse(check));
        approval.ifPresent(why -> lines(parent, List.of(unapproved(why)), Icon.CONSENT, Name.WARNING));
    }

    /** Of both. */
    private <T> List<T> all(Function<Plan, List<T>> of) {
        List<T> all = new ArrayList<>(of.apply(plan));
        next.ifPresent(then -> all.addAll(of.apply(then)));
        return all;
    }

    /** Of two the changes say in which cluster they are: the job has one name in both. */
    private List<ObjectChange> changes(Plan of) {
        return next.isEmpty()
                ? of.changes()
                : of.changes().stream()
                        .map(change -> new ObjectChange(
                                Texts.of("PlanDialog.objectIn", change.object(), of.cluster()),
                                change.before(),
                                change.after()))
                        .toList();
    }

    /** What undo makes of it: of what starts pods, it stops them again, and what they did by then is gone; of a roll-out, another one. */
    private static String back(Plan plan) {
        if (plan.rolls()) {
            return Texts.of("PlanDialog.undoRestartsAgain");
        }
        return STARTS.contains(plan.firstKind()) || PlanChanges.startsPods(plan.steps())
                ? Texts.of("PlanDialog.undoRevertsAllOf")
                : Texts.of("PlanDialog.allOfItCan");
    }

    /** What is said of a plan that a second person must approve. */
    public static String unapproved(String why) {
        return Texts.of("PlanDialog.nothingRunsBeforeThat", why);
    }

    /** Beside the others: what a repository that owns the objects must hold, so that it does not put them back. */
    @Override
    @NonNullByDefault({}) // the library's types say nothing of null
    protected void createButtonsForButtonBar(Composite parent) {
        if (!other.isEmpty()) {
            createButton(parent, OTHER, other, false);
        }
        if (!patch.isEmpty()) {
            createButton(parent, COPY, Texts.of("PlanDialog.copyAsPatch"), false)
                    .setToolTipText(Texts.of("PlanDialog.aKustomizePatchOf"));
        }
        if (!commands.isEmpty()) {
            createButton(parent, KUBECTL, Texts.of("PlanDialog.copyAsKubectl"), false)
                    .setToolTipText(Texts.of("PlanDialog.theKubectlCommandsThat"));
        }
        if (renewable) {
            createButton(parent, AGAIN, Texts.of("PlanDialog.planAgain"), false).setEnabled(false);
        }
        super.createButtonsForButtonBar(parent);
    }

    @Override
    protected void buttonPressed(int id) {
        GraceRow row = grace;
        if (id == AGAIN && row != null) {
            row.again();
        } else if (id == AGAIN) {
            setReturnCode(AGAIN);
            close();
        } else if (id == COPY) {
            ClipboardText.copy(getShell().getDisplay(), patch);
        } else if (id == KUBECTL) {
            ClipboardText.copy(getShell().getDisplay(), commands);
        } else if (id == OTHER) {
            setReturnCode(OTHER);
            close();
        } else {
            super.buttonPressed(id);
        }
    }

    @Override
    protected boolean confirmsByEnter() {
        return all(Plan::irreversible).isEmpty() && !plan.rolls();
    }
}
