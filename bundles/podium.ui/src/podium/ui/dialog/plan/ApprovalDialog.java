// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import podium.model.fleet.Cluster;
import podium.operation.approval.Approval;
import podium.operation.plan.Plan;
import podium.ui.dialog.ConsoleDialog;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.ApprovalExchange;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** Stands between a plan and its run until a second person has approved it: saves the request, opens the approval. */
public final class ApprovalDialog extends ConsoleDialog {
    private static final int SAVE = IDialogConstants.CLIENT_ID + 1;
    private static final int OPEN = IDialogConstants.CLIENT_ID + 2;

    private final Plan plan;
    private final Optional<Cluster> cluster;
    private final String why;
    private final ApprovalExchange approving;
    private Optional<Approval> approval = Optional.empty();
    private @Nullable Label said;

    public ApprovalDialog(
            Shell parent,
            UiServices services,
            Plan plan,
            Optional<Cluster> cluster,
            String why,
            ApprovalExchange approving) {
        super(parent, services, plan.title(), PlanWords.verb(plan), new Point(600, 320));
        this.plan = plan;
        this.cluster = cluster;
        this.why = why;
        this.approving = approving;
    }

    /** What was opened and counts; empty: nothing. */
    public Optional<Approval> approval() {
        return approval;
    }

    @Override
    protected Optional<Cluster> cluster() {
        return cluster;
    }

    @Override
    protected boolean confirmsByEnter() {
        return false;
    }

    @Override
    protected void fill(@NonNull Composite parent) {
        sentence(parent, SafeText.line(why), Name.TEXT);
        if (!plan.irreversible().isEmpty()) {
            heading(parent, Texts.of("ApprovalDialog.whatCannotBeUndone"));
            lines(parent, plan.irreversible().stream().map(SafeText::line).toList(), Icon.IRREVERSIBLE, Name.CRITICAL);
        }
        heading(parent, Texts.of("ApprovalDialog.how"));
        text(parent, Texts.of("ApprovalDialog.saveTheRequestAnd"), Name.MUTED);
        Label label = text(parent, "", Name.TEXT);
        ((GridData) label.getLayoutData()).heightHint = 3 * label.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        said = label;
        enable(false);
    }

    @Override
    @NonNullByDefault({}) // the library's types say nothing of null
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, SAVE, Texts.of("ApprovalDialog.saveRequest"), false);
        createButton(parent, OPEN, Texts.of("ApprovalDialog.openApproval"), false);
        super.createButtonsForButtonBar(parent);
    }

    @Override
    protected void buttonPressed(int id) {
        switch (id) {
            case SAVE -> choose(SWT.SAVE, this::save);
            case OPEN -> choose(SWT.OPEN, this::open);
            default -> super.buttonPressed(id);
        }
    }

    private void choose(int style, Consumer<Path> then) {
        FileDialog files = new FileDialog(getShell(), style);
        files.setFileName("podium-approval.json");
        files.setFilterExtensions(new String[] {"*.json"});
        files.setFilterNames(new String[] {Texts.of("ApprovalDialog.approvalsJson")});
        files.setOverwrite(style == SWT.SAVE);
        @Nullable String chosen = files.open();
        if (chosen != null) {
            then.accept(Path.of(chosen));
        }
    }

    void save(Path file) {
        services()
                .background()
                .run(
                        () -> {
                            approving.save(file);
                            return file;
                        },
                        done -> say(Texts.of("ApprovalDialog.wasWrittenItIs", done)),
                        problem -> say(Texts.of("ApprovalDialog.theRequestCouldNot", FailureLabel.words(problem))));
    }

    void open(Path file) {
        services().background().run(() -> approving.open(file), this::opened, this::unreadable);
    }

    /** What was opened before does not count any longer: what is said and what the button does are of one file. */
    private void unreadable(Throwable problem) {
        opened(new ApprovalExchange.Opened(Optional.empty(), FailureLabel.words(problem)));
    }

    private void opened(ApprovalExchange.Opened opened) {
        approval = opened.approval();
        say(opened.words());
    }

    private void say(String words) {
        Label label = said;
        if (label != null && !label.isDisposed()) {
            WidgetText.set(label, SafeText.line(words));
            enable(approval.isPresent());
        }
    }
}
