// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import podium.model.fleet.Cluster;
import podium.ui.prompt.InputPrompt;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.FieldProposals;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** Asks for one word or number, and says at once what is wrong with it. */
@NonNullByDefault({}) // the library's types say nothing of null
public final class InputPromptDialog extends ConsoleDialog {
    private final InputPrompt question;
    private final Optional<Cluster> cluster;
    private String answer;

    public InputPromptDialog(Shell parent, UiServices services, InputPrompt question, Optional<Cluster> cluster) {
        super(parent, services, SafeText.line(question.title()), question.confirm(), new Point(480, 220));
        this.question = question;
        this.cluster = cluster;
        this.answer = question.given();
    }

    @Override
    protected Optional<Cluster> cluster() {
        return cluster;
    }

    /** What stands in the field. */
    public String answer() {
        return answer;
    }

    @Override
    protected void fill(Composite parent) {
        sentence(parent, SafeText.line(question.words()), Name.TEXT);
        Control field = question.choices().isEmpty() ? typed(parent) : chosen(parent);
        field.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        AccessibleName.name(field, question.words());
        Label problem = text(parent, "", Name.CRITICAL);
        field.addListener(SWT.Modify, event -> {
            answer = field instanceof Text text ? text.getText() : ((Combo) field).getText();
            show(problem);
        });
        // nothing is wrong before anything was typed
        enable(question.problem(answer).isEmpty());
        field.setFocus();
    }

    private void show(Label problem) {
        Optional<String> wrong = question.problem(answer);
        WidgetText.set(problem, wrong.orElse(""));
        enable(wrong.isEmpty());
    }

    private Control typed(Composite parent) {
        Text text = new Text(parent, SWT.BORDER | SWT.SINGLE);
        services().theme().own(text);
        text.setText(question.given());
        FieldProposals.names(text, services().theme(), question.known(), " ");
        return text;
    }

    private Control chosen(Composite parent) {
        Combo combo = new Combo(parent, SWT.READ_ONLY);
        services().theme().own(combo);
        question.choices().forEach(name -> combo.add(SafeText.line(name)));
        int now = question.choices().indexOf(question.given());
        combo.select(Math.max(now, 0));
        answer = question.choices().get(Math.max(now, 0));
        return combo;
    }
}
