// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.io.IOException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import podium.core.failure.FailureText;
import podium.core.job.PurposeFile;
import podium.core.job.PurposeRules;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The rules by which training, fine-tuning, inference, batch and notebooks are told apart: the operator's own, beside Podium's. */
@NonNullByDefault({}) // the library's types say nothing of null
public final class PurposesDialog extends ConsoleDialog {
    private final PurposeFile file;
    private Text own;
    private Label said;

    public PurposesDialog(Shell parent, UiServices services, PurposeFile file) {
        super(parent, services, "What work is for", "Save", new Point(720, 640));
        this.file = file;
    }

    @Override
    protected boolean confirmsByEnter() {
        return false;
    }

    @Override
    protected void fill(Composite parent) {
        text(
                parent,
                "The first line that holds tells what a job is for, yours before Podium's. A cluster that is open"
                        + " keeps its rules until it is opened again. A job may say it itself, with the label"
                        + " podium.placement/purpose.",
                Name.TEXT);
        own = field(parent, "Yours, such as inference namespace=serving-* or training label.team=llm", SWT.NONE);
        Text podium = field(parent, "Podium's", SWT.READ_ONLY);
        podium.setText(PurposeRules.standard());
        said = text(parent, "", Name.CRITICAL);
        ((GridData) said.getLayoutData()).heightHint = 2 * said.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        text(parent, "Yours are kept in " + file.path() + ".", Name.MUTED);
        try {
            own.setText(file.read());
        } catch (IOException e) {
            say("Your lines cannot be read: " + FailureText.sentence(e) + " Saved, these are written over them.");
        }
        own.addModifyListener(event -> check());
    }

    private Text field(Composite parent, String words, int style) {
        heading(parent, words);
        Text text = new Text(parent, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL | style);
        services().theme().own(text);
        text.setFont(JFaceResources.getTextFont());
        // Tab is the way to the next field
        text.addTraverseListener(event ->
                event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = 6 * text.getLineHeight();
        text.setLayoutData(data);
        AccessibleName.name(text, words);
        return text;
    }

    /** Says what is not understood; only what is can be saved. */
    private boolean check() {
        String problem =
                PurposeFile.problems(own.getText()).stream().findFirst().orElse("");
        say(problem);
        enable(problem.isEmpty());
        return problem.isEmpty();
    }

    private void say(String words) {
        WidgetText.set(said, SafeText.line(words));
    }

    @Override
    protected void okPressed() {
        try {
            if (check()) {
                file.write(own.getText());
                super.okPressed();
            }
        } catch (IOException e) {
            say("They cannot be saved: " + FailureText.sentence(e));
        }
    }
}
