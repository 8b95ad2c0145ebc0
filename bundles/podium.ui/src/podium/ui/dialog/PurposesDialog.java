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
import podium.operation.ProtectionChanges;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The rules by which training, fine-tuning, inference, batch and notebooks are told apart: the operator's own, beside Podium's. */
@NonNullByDefault({}) // the library's types say nothing of null
public final class PurposesDialog extends ConsoleDialog {
    private final PurposeFile file;
    private final ProtectionChanges changes;
    private Text own;
    private Label said;

    public PurposesDialog(Shell parent, UiServices services, PurposeFile file, ProtectionChanges changes) {
        super(
                parent,
                services,
                Texts.of("PurposesDialog.purposes"),
                Texts.of("PurposesDialog.save"),
                new Point(720, 640));
        this.file = file;
        this.changes = changes;
    }

    @Override
    protected void fill(Composite parent) {
        text(parent, Texts.of("PurposesDialog.theFirstLineThat"), Name.TEXT);
        own = field(parent, Texts.of("PurposesDialog.yoursSuchAsInference"), SWT.NONE);
        Text podium = field(parent, Texts.of("PurposesDialog.podiums"), SWT.READ_ONLY);
        podium.setText(PurposeRules.standard());
        said = text(parent, "", Name.CRITICAL);
        ((GridData) said.getLayoutData()).heightHint = 2 * said.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        text(parent, Texts.of("PurposesDialog.yoursAreKeptIn", file.path()), Name.MUTED);
        try {
            own.setText(file.read());
        } catch (IOException e) {
            say(Texts.of("PurposesDialog.yourLinesCannotBe", FailureText.sentence(e)));
        }
        own.addModifyListener(event -> check());
    }

    private Text field(Composite parent, String words, int style) {
        heading(parent, words);
        Text text = new Text(parent, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.WRAP | style);
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
                changes.keep(file, own.getText());
                super.okPressed();
            }
        } catch (IOException e) {
            say(Texts.of("PurposesDialog.theyCannotBeSaved", FailureText.sentence(e)));
        }
    }
}
