// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolItem;
import podium.operation.AuditLog;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.operation.OperationState;
import podium.ui.dialog.plan.ConflictDialog;
import podium.ui.flow.ContinuationFlow;
import podium.ui.flow.UndoFlow;
import podium.ui.operation.AuditFile;
import podium.ui.operation.OperationAction;
import podium.ui.operation.OperationColumns;
import podium.ui.operation.StepLine;
import podium.ui.prompt.Dialogs;
import podium.ui.selection.RevealsOperation;
import podium.ui.table.RowFollower;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Row;
import podium.ui.texts.Texts;
import podium.ui.toolkit.ClipboardText;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;
import podium.ui.toolkit.WrappedText;

/** The Operations part: what was asked for, what it plans and did, how it went, and taking it back. */
public class OperationsPart implements RevealsOperation {
    private static final int WHOLE_LINES = 4;
    private static final Duration THROTTLE = Duration.ofMillis(150);
    private static final Duration TICK = Duration.ofSeconds(1);
    private final OperationService operations;
    private final UndoFlow undo;
    private final ContinuationFlow rest;
    private final JournalFindingsNote findings;
    private final EmptyState empty;
    private final SashForm sash;
    private final RowTable<Operation> table;
    private final RowFollower<Operation> follower;
    private final PartToolbar toolbar;
    private final Map<OperationAction, ToolItem> buttons = new EnumMap<>(OperationAction.class);
    private final ToolItem conflict;
    private final RowTable<StepLine> steps;
    private final WrappedText whole;

    @Inject
    public OperationsPart(
            Composite parent,
            OperationService operations,
            AuditLog audit,
            UndoFlow undo,
            ContinuationFlow rest,
            Dialogs dialogs,
            UiServices services) {
        this.rest = rest;
        this.operations = operations;
        this.undo = undo;
        GridLayoutFactory.fillDefaults().spacing(5, 0).applyTo(parent);
        findings = new JournalFindingsNote(parent, services.theme(), () -> {
            operations.acknowledgeFindings();
            refresh();
        });
        Composite body = services.theme().dress(new Composite(parent, SWT.NONE));
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        body.setLayout(new FillLayout());
        empty = new EmptyState(body, services.theme());
        sash = services.theme().dress(new SashForm(empty.stack(), SWT.HORIZONTAL), Name.LINE, Name.TEXT);
        sash.setSashWidth(1);
        table = RowTable.table(
                sash,
                services.theme(),
                OperationColumns.all(services.clock()),
                OperationColumns.OUTCOME,
                Texts.of("OperationsPart.operations"));
        Composite right = services.theme().dress(new Composite(sash, SWT.NONE));
        toolbar = PartToolbar.above(right, services.theme());
        for (OperationAction action : OperationAction.values()) {
            buttons.put(
                    action,
                    toolbar.button(action.icon(), action.words(Optional.empty()), action.meaning(), () -> selected()
                            .ifPresent(operation -> run(action, operation))));
        }
        conflict = toolbar.button(
                Icon.WARNING,
                Texts.of("OperationsPart.conflict"),
                Texts.of("OperationsPart.whatSomebodyElseChanged"),
                () -> selected()
                        .filter(operation -> !operation.conflicts().isEmpty())
                        .ifPresent(operation -> conflict(operation, body, services)));
        toolbar.button(
                Icon.EXPORT,
                "",
                Texts.of("OperationsPart.everythingThatWasDone"),
                () -> AuditFile.export(body.getShell(), audit, services, dialogs));
        steps = RowTable.table(right, services.theme(), StepLine.columns(), Texts.of("OperationsPart.planAndLog"));
        steps.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        whole = new WrappedText(right, services.theme(), Texts.of("OperationsPart.theWholeLine"), WHOLE_LINES);
        toolbar.button(
                Icon.COPY,
                "",
                Texts.of("OperationsPart.copyThePlanAnd"),
                () -> ClipboardText.copy(body.getDisplay(), StepLine.text(steps.rows())));
        sash.setWeights(58, 42);
        steps.control().addListener(SWT.Resize, event -> read());
        follower = new RowFollower<>(table, this::now, this::refresh)
                .beside(toolbar.control())
                .brief();
        Repaint refresh = Repaint.of(table.control(), THROTTLE, this::refresh);
        new Subscriptions(table.control())
                .add(operations.listen(operation -> refresh.request()))
                .add(table.onSelect(chosen -> detail()))
                .add(steps.onSelect(chosen -> read()));
        Repaint.every(table.control(), TICK, this::tick);
        refresh();
    }

    /** Ages go on, and the journal is read some time after the window is there. */
    private void tick() {
        table.control().redraw();
        action();
        findings.show(operations.findings());
    }

    @Focus
    public void focus() {
        TabKey.focus(table.control());
    }

    @Override
    public void revealOperation(String id) {
        refresh();
        table.select(List.of(id));
        detail();
    }

    private void refresh() {
        List<Operation> all = operations.operations();
        findings.show(operations.findings());
        Optional<String> before = newestShown();
        boolean first = before.isEmpty();
        follower.follow(OperationColumns.rows(all));
        boolean more = !newestShown().equals(before);
        if (all.isEmpty()) {
            empty.why(Texts.of("OperationsPart.nothingHasBeenChanged"), Texts.of("OperationsPart.dragAJobOnto"));
            return;
        }
        if (first) {
            Optional<Operation> left = all.stream()
                    .filter(it -> it.state() == OperationState.INTERRUPTED)
                    .findFirst();
            table.select(List.of(left.orElse(all.getFirst()).id()));
        } else if (more) {
            table.select(newestShown().stream().toList());
        }
        empty.content(sash);
        detail();
    }

    /** The key of the operation in the first row. */
    private Optional<String> newestShown() {
        return table.rows().all().stream().findFirst().map(Row::key);
    }

    /** Clusters open and close, locks turn, with no word of the operation. */
    private void action() {
        Optional<Operation> operation = selected();
        buttons.forEach((action, button) -> {
            boolean undoes = action == OperationAction.UNDO;
            Optional<Operation> again = operation.filter(_ -> undoes).flatMap(undo::again);
            Optional<String> why = again.or(() -> operation)
                    .map(chosen ->
                            action.whyNot(chosen, operations).or(() -> undoes ? undo.whyNot(chosen) : Optional.empty()))
                    .orElse(Optional.of(Texts.of("OperationsPart.selectAnOperation")));
            button.setEnabled(why.isEmpty());
            WidgetText.set(button, again.isPresent() ? Texts.of("PlanDialog.planAgain") : action.words(operation));
            WidgetText.tip(
                    button,
                    action.meaning()
                            + why.map(reason -> Texts.of("OperationsPart.notNow", reason))
                                    .orElse(""));
        });
    }

    private void detail() {
        Optional<Operation> operation = selected();
        action();
        conflict.setEnabled(operation.filter(it -> !it.conflicts().isEmpty()).isPresent());
        toolbar.control().layout(true, true);
        steps.show(operation.map(StepLine::of).orElse(Rows.none()));
        read();
    }

    /** The lines that are selected, else how it stands where the table has no room for all of that. */
    private void read() {
        List<StepLine> chosen = steps.selection();
        List<StepLine> cut =
                StepLine.first(steps.rows()).stream().filter(this::isCut).toList();
        whole.show(StepLine.text(chosen.isEmpty() ? cut : chosen));
        whole.fit(WHOLE_LINES);
    }

    private boolean isCut(StepLine line) {
        GC gc = new GC(steps.control());
        try {
            return gc.textExtent(line.words()).x > steps.control().getClientArea().width - StepLine.BESIDE;
        } finally {
            gc.dispose();
        }
    }

    private Optional<Operation> selected() {
        return table.selection().stream().findFirst().flatMap(shown -> operations.operation(shown.id()));
    }

    private Operation now(Operation shown) {
        return operations.operation(shown.id()).orElse(shown);
    }

    private void conflict(Operation operation, Composite body, UiServices services) {
        Optional<Operation> again = undo.again(operation);
        int answer = new ConflictDialog(body.getShell(), services, operation, again.isPresent()).open();
        if (answer == Window.OK) {
            again.ifPresent(undo::undo);
        }
    }

    private void run(OperationAction action, Operation operation) {
        if (action == OperationAction.UNDO) {
            undo.undo(undo.again(operation).orElse(operation));
        } else if (action.isShownFirst(operation)) {
            if (action == OperationAction.RESUME) {
                rest.resume(operation);
            } else {
                rest.rollBack(operation);
            }
        } else if (action == OperationAction.ABORT) {
            rest.abort(operation);
        } else {
            action.run(operations, operation);
        }
    }
}
