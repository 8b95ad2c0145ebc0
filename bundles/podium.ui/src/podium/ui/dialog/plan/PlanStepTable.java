// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import podium.operation.plan.Plan;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.RowsBelow;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Theme;

/** The steps of a plan in its dialog: all of them where there is room, fewer above a diff that would get less than it needs. */
final class PlanStepTable {
    /** Rows that stay however small the window is. */
    private static final int FEW_ROWS = 4;
    /** Pixels of its ten lines that the diff leaves to steps that would not be seen. */
    private static final int GIVEN = 32;

    private record StepLine(String words, String cluster) {}

    private PlanStepTable() {}

    /** Puts it into the grid of a dialog; of several plans their clusters are told. */
    static void of(Composite parent, Theme theme, List<Plan> plans) {
        List<StepLine> lines = plans.stream()
                .flatMap(plan -> PlanWords.lines(plan).stream()
                        .map(words -> new StepLine(words, plan.cluster().toString())))
                .toList();
        List<Column<StepLine, ?>> columns = new ArrayList<>(
                List.of(Column.text("words", Texts.of("PlanDialog.step"), 200, Form.SENTENCE, StepLine::words)));
        if (plans.size() > 1) {
            columns.addFirst(Column.text("cluster", Texts.of("PlanDialog.cluster"), 120, Form.NAME, StepLine::cluster));
        }
        RowTable<StepLine> table = RowTable.table(parent, theme, columns, Texts.of("PlanDialog.steps"));
        boolean alone = plans.getFirst().changes().isEmpty();
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, alone);
        data.heightHint = height(lines.size());
        table.control().setLayoutData(data);
        table.show(Rows.numbered(lines));
        int few = plans.size() > 1 ? FEW_ROWS + 2 : FEW_ROWS;
        if (lines.size() > few) {
            RowsBelow.tell(parent, theme, table);
            if (!alone) {
                Listener fit = event -> fit(table.control(), height(few), height(lines.size()));
                parent.addListener(SWT.Resize, fit);
                table.control().addDisposeListener(event -> parent.removeListener(SWT.Resize, fit));
            }
        }
    }

    private static int height(int rows) {
        return RowTable.ROW_HEIGHT * (rows + 1) + 4;
    }

    /** Takes the room that all the rest leaves. */
    private static void fit(Control table, int least, int most) {
        Composite parent = table.getParent();
        int needed = parent.computeSize(parent.getSize().x, SWT.DEFAULT, true).y;
        GridData data = (GridData) table.getLayoutData();
        data.heightHint = Math.clamp(data.heightHint + parent.getSize().y - needed + GIVEN, least, most);
        parent.layout(true);
    }
}
