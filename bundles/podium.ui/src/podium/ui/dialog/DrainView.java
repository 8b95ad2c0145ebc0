// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.List;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import podium.core.drain.DrainPreview;
import podium.core.drain.DrainRequest;
import podium.core.drain.PodFate;
import podium.model.fleet.Node;
import podium.ui.kit.Icon;
import podium.ui.kit.Look;
import podium.ui.kit.Palette.Name;
import podium.ui.table.RowTable;

/** The content of {@link DrainDialog}: summary, what blocks, the pods, the options, the check. */
final class DrainView {
    private final DrainDialog dialog;
    private final Label summary;
    private final Composite problems;
    private final RowTable<PodFate> table;
    private final DrainOptions options;
    private final CheckLine check;

    DrainView(Composite parent, DrainDialog dialog, DrainPreview first, Function<DrainRequest, DrainPreview> previews) {
        this.dialog = dialog;
        List<Node> nodes = first.request().nodes();
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
        options = new DrainOptions(
                parent, look, nodes, () -> show(previews.apply(options().request())));
        check = new CheckLine(parent, dialog.kit(), dialog::enable);
        show(first);
    }

    private DrainOptions options() {
        return options;
    }

    private void show(DrainPreview preview) {
        table.show(DrainWords.rows(preview));
        summary.setText(DrainWords.summary(preview) + "\n" + ForecastWords.of(preview));
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
