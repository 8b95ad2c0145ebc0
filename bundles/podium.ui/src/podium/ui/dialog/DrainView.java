// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import podium.core.drain.DrainPreview;
import podium.core.drain.DrainRequest;
import podium.core.drain.PodFate;
import podium.model.fleet.Node;
import podium.ui.kit.Icon;
import podium.ui.kit.Look;
import podium.ui.kit.Palette.Name;
import podium.ui.kit.Spoken;
import podium.ui.table.RowTable;

/** The content of {@link DrainDialog}: summary, what blocks, the pods, the options, the check. */
final class DrainView {
    private final DrainDialog dialog;
    private final List<Node> nodes;
    private final Label summary;
    private final Composite problems;
    private final RowTable<PodFate> table;
    private final Button emptyDir;
    private final Button force;
    private final Spinner grace;
    private final CheckLine check;

    DrainView(Composite parent, DrainDialog dialog, DrainPreview first, Function<DrainRequest, DrainPreview> previews) {
        this.dialog = dialog;
        this.nodes = first.request().nodes();
        Look look = dialog.kit().look();
        summary = dialog.text(parent, "", Name.TEXT);
        problems = look.dress(new Composite(parent, SWT.NONE));
        problems.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout grid = new GridLayout();
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        problems.setLayout(grid);
        table = RowTable.table(parent, look, DrainWords.columns(), "What happens to each pod");
        GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
        fill.heightHint = RowTable.ROW_HEIGHT * 9;
        table.control().setLayoutData(fill);
        Composite options = look.dress(new Composite(parent, SWT.NONE));
        options.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout row = new GridLayout(5, false);
        row.marginWidth = 0;
        row.horizontalSpacing = 16;
        options.setLayout(row);
        emptyDir = option(options, "Delete emptyDir data", "Also evict pods whose emptyDir data is lost with them");
        force = option(options, "Force", "Also evict pods that no controller makes anew: they are lost");
        look.dress(new Label(options, SWT.NONE)).setText("Grace in seconds");
        grace = new Spinner(options, SWT.BORDER);
        look.own(grace);
        grace.setValues(-1, -1, 86400, 0, 10, 60);
        Spoken.name(grace, "Grace period in seconds, minus one for each pod's own");
        look.dress(new Label(options, SWT.NONE), Name.SURFACE, Name.MUTED).setText("\u22121: each pod's own");
        check = new CheckLine(parent, dialog.kit(), dialog::enable);
        SelectionListener again = SelectionListener.widgetSelectedAdapter(event -> show(previews.apply(request())));
        emptyDir.addSelectionListener(again);
        force.addSelectionListener(again);
        grace.addSelectionListener(again);
        show(first);
    }

    private Button option(Composite parent, String words, String meaning) {
        Button button = dialog.kit().look().dress(new Button(parent, SWT.CHECK));
        button.setText(words);
        button.setToolTipText(meaning);
        return button;
    }

    private DrainRequest request() {
        int seconds = grace.getSelection();
        return new DrainRequest(
                nodes,
                emptyDir.getSelection(),
                force.getSelection(),
                seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)),
                Optional.empty());
    }

    private void show(DrainPreview preview) {
        table.show(DrainWords.rows(preview));
        summary.setText(DrainWords.summary(preview));
        for (Control old : problems.getChildren()) {
            old.dispose();
        }
        dialog.lines(problems, preview.blockers(), Icon.FAILED, Name.CRITICAL);
        dialog.lines(problems, preview.warnings(), Icon.WARNING, Name.WARNING);
        ((GridData) problems.getLayoutData()).exclude = problems.getChildren().length == 0;
        problems.getParent().layout(true, true);
        if (preview.blockers().isEmpty()) {
            check.run(dialog.check(preview));
        } else {
            check.stop("The drain could not end. Remove what blocks it, or choose an option above.");
        }
    }
}
