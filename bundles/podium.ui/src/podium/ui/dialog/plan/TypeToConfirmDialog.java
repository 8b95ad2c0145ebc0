// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import podium.model.fleet.Cluster;
import podium.operation.plan.Plan;
import podium.ui.dialog.ConsoleDialog;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** Asks for the name of what cannot be undone to be typed: a hand that only presses buttons stops here. */
public final class TypeToConfirmDialog extends ConsoleDialog {
    private final Plan plan;
    private final Optional<Cluster> cluster;
    private final String name;

    public TypeToConfirmDialog(Shell parent, UiServices services, Plan plan, Optional<Cluster> cluster, String name) {
        super(parent, services, plan.title(), PlanWords.verb(plan), new Point(560, 300));
        this.plan = plan;
        this.cluster = cluster;
        this.name = name;
    }

    @Override
    protected Optional<Cluster> cluster() {
        return cluster;
    }

    @Override
    protected void fill(Composite parent) {
        heading(parent, Texts.of("TypeToConfirmDialog.whatCannotBeUndone"));
        List<String> lost = plan.irreversible().isEmpty()
                ? List.of(Texts.of("TypeToConfirmDialog.thisCannotBeUndone"))
                : plan.irreversible();
        lines(parent, lost.stream().map(SafeText::line).toList(), Icon.IRREVERSIBLE, Name.CRITICAL);
        text(parent, Texts.of("TypeToConfirmDialog.oneOfYourRules"), Name.TEXT);
        // on a line of its own: within a sentence a long one is broken at its hyphens, and its end is not seen
        text(parent, SafeText.line(name), Name.TEXT).setFont(JFaceResources.getTextFont());
        Text typed = new Text(parent, SWT.BORDER | SWT.SINGLE);
        services().theme().own(typed);
        typed.setMessage(Texts.of("TypeToConfirmDialog.name"));
        typed.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        AccessibleName.name(typed, Texts.of("TypeToConfirmDialog.type", name));
        Label problem = text(parent, "", Name.CRITICAL);
        typed.addModifyListener(event -> {
            enable(name.equals(typed.getText().strip()));
            WidgetText.set(problem, problem(name, typed.getText().strip()));
        });
        enable(false);
        typed.setFocus();
    }

    /** Where what was typed goes astray; empty: it does not, though it may not be all of the name yet. */
    public static String problem(String name, String typed) {
        if (name.startsWith(typed)) {
            return "";
        }
        int same = 0;
        while (same < name.length() && name.charAt(same) == typed.charAt(same)) {
            same++;
        }
        return same == name.length()
                ? Texts.of("TypeToConfirmDialog.thisIsLongerThan")
                : Texts.of("TypeToConfirmDialog.itDiffersFromThe", same + 1);
    }
}
