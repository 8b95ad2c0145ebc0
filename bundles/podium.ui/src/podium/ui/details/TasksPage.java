// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import podium.core.fleet.DomainTree;
import podium.core.fleet.Holdings;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.FleetLabels;
import podium.ui.label.StateLabels;
import podium.ui.label.StateLabels.Shown;
import podium.ui.selection.FleetSelection;
import podium.ui.selection.KeyTarget;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.WholeRow;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.Theme;

/** The tasks of a job, or those on a node, domain or device. Opening one selects it everywhere; keys are about those that are marked. */
public final class TasksPage implements DetailsPage {
    /** Number of the column of names. */
    private static final int TASK = 2;

    private final WholeRow<Task> whole;
    private final RowTable<Task> table;
    private @Nullable EObject shown;

    public TasksPage(Composite parent, Theme theme, FleetSelection selection) {
        whole = new WholeRow<>(parent, theme, columns(), TASK, Texts.of("TasksPage.tasks"));
        table = whole.table();
        table.onOpen(task -> selection.set(this, List.of(task)));
        KeyTarget.rows(table.control(), table::marked);
    }

    /** The list. */
    public Control rows() {
        return table.control();
    }

    /** The tasks that are marked. */
    public List<EObject> marked() {
        return List.copyOf(table.marked());
    }

    private static Shown state(Task task) {
        return StateLabels.dated(StateLabels.of(task), task);
    }

    static List<Column<Task, ?>> columns() {
        return List.of(
                new Column<Task, Task>(
                        "state",
                        Texts.of("TasksPage.state"),
                        84,
                        Form.SENTENCE,
                        task -> task,
                        task -> state(task).word(),
                        Comparator.comparing(Task::getPhase),
                        task -> Optional.of(state(task).mark())),
                Column.count("rank", Texts.of("TasksPage.rank"), 44, Task::getRank),
                Column.text("task", Texts.of("TasksPage.task"), 150, Form.NAME, FleetLabels::name),
                Column.text("node", Texts.of("TasksPage.node"), 100, Form.NAME, TasksPage::node),
                new Column<Task, Task>(
                        "gpus",
                        Texts.of("TasksPage.gpus"),
                        56,
                        Form.NUMBER,
                        task -> task.getSpec() == null ? null : task, // what it asks for is not known
                        TasksPage::gpus,
                        Comparator.comparingInt(task -> Holdings.wanted(List.of(task))),
                        task -> Optional.empty()));
    }

    /** A number of GPUs, or of parts of them, which then says so. */
    private static String gpus(Task task) {
        int amount = Holdings.wanted(List.of(task));
        String part = amount == 0 ? "" : AcceleratorLabels.part(List.of(task), null);
        return part.isEmpty() ? Formats.count(amount) : Formats.counted(amount, part);
    }

    private static String node(Task task) {
        return task.getNode() == null ? "" : SafeText.line(task.getNode().getName());
    }

    @Override
    public String title() {
        return Texts.of("TasksPage.tasks");
    }

    @Override
    public Control control() {
        return whole.control();
    }

    @Override
    public boolean isFor(EObject thing) {
        return thing instanceof Job || thing instanceof Node || thing instanceof Domain || thing instanceof Accelerator;
    }

    @Override
    public void show(EObject thing) {
        List<Task> tasks = tasks(thing)
                .sorted(Comparator.comparing((Task task) -> task.getRank() == null ? Integer.MAX_VALUE : task.getRank())
                        .thenComparing(Task::getName))
                .toList();
        Rows<Task> rows = Rows.of(tasks, FleetLabels::key);
        table.reveal("rank", tasks.stream().anyMatch(task -> task.getRank() != null));
        table.reveal(
                "node",
                !(thing instanceof Node || thing instanceof Accelerator)
                        && tasks.stream().anyMatch(task -> task.getNode() != null));
        if (thing == shown) {
            table.follow(rows);
        } else {
            table.select(List.of());
            table.show(rows);
        }
        shown = thing;
    }

    /** The tasks of a thing. */
    static Stream<Task> tasks(EObject thing) {
        return switch (thing) {
            case Job job -> job.getTasks().stream();
            case Node node -> node.getTasks().stream();
            case Accelerator accelerator -> Holdings.holders(accelerator).stream();
            case Domain domain -> DomainTree.nodes(domain).stream().flatMap(node -> node.getTasks().stream());
            default -> Stream.empty();
        };
    }
}
