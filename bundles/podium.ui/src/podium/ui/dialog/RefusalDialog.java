// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import podium.model.fleet.Cluster;
import podium.ui.label.FleetLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.TextShortener;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** Why something cannot be done, and what can be done instead. */
public final class RefusalDialog extends ConsoleDialog {
    private static final String WHAT_IT_MEANS = Texts.of("RefusalDialog.onceUnlockedItCan");
    /** Characters of a name on a button. */
    private static final int LONGEST = 24;

    private static final int AGAIN = IDialogConstants.CLIENT_ID + 1;

    private final String reason;
    private final String advice;
    private final Optional<Unlock> unlock;
    private final Optional<Runnable> again;

    /** Unlocks a cluster, where its lock is the reason: it can be done right here. */
    public record Unlock(Cluster cluster, Runnable run) {}

    /** @param again makes the plan anew that was refused; empty: nothing does */
    public RefusalDialog(
            Shell parent,
            UiServices services,
            String title,
            String reason,
            String advice,
            Optional<Unlock> unlock,
            Optional<Runnable> again) {
        super(parent, services, title, "", new Point(520, 220));
        this.reason = reason;
        this.advice = advice;
        this.unlock = unlock;
        this.again = again;
    }

    @Override
    @NonNullByDefault({}) // the library's types say nothing of null
    protected void createButtonsForButtonBar(Composite parent) {
        again.ifPresent(_ -> createButton(parent, AGAIN, Texts.of("PlanDialog.planAgain"), false));
        super.createButtonsForButtonBar(parent);
    }

    @Override
    protected void buttonPressed(int id) {
        super.buttonPressed(id);
        if (id == AGAIN) {
            close();
            again.ifPresent(Runnable::run);
        }
    }

    /** Enter closes, whatever else can be pressed. */
    @Override
    public void create() {
        super.create();
        getButton(IDialogConstants.OK_ID).setFocus();
    }

    @Override
    protected Optional<Cluster> cluster() {
        return unlock.map(Unlock::cluster);
    }

    @Override
    protected void fill(Composite parent) {
        lines(parent, reason.lines().map(SafeText::line).toList(), Icon.FAILED, Name.CRITICAL);
        sentence(parent, SafeText.line(advice), Name.TEXT);
        unlock.ifPresent(it -> {
            Cluster at = it.cluster();
            text(parent, WHAT_IT_MEANS, Name.MUTED);
            Button button = new Button(parent, SWT.PUSH);
            String name = TextShortener.to(LONGEST, FleetLabels.name(at));
            WidgetText.set(
                    button,
                    at.isSimulated()
                            ? Texts.of("RefusalDialog.unlockTheSimulatedCluster", name)
                            : Texts.of("RefusalDialog.unlockTheRealCluster", name));
            WidgetText.tip(button, FleetLabels.name(at));
            button.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
            button.addListener(SWT.Selection, event -> {
                it.run().run();
                close();
            });
            services().theme().own(button);
        });
    }
}
