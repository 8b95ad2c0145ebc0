// SPDX-License-Identifier: Apache-2.0
package podium.ui.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.operation.Operation;
import podium.operation.Operation.LogLine;
import podium.operation.OperationState;
import podium.ui.label.StateLabels;
import podium.ui.table.Brief;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.Rows;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.SafeText;

/** The columns of the Operations table. */
public final class OperationColumns {
    /** Number of the column that what room is left goes to: how it went must be on the screen however narrow the table is. */
    public static final int OUTCOME = 2;

    private OperationColumns() {}

    /** The columns, left to right; one of numbers grows with them. */
    public static List<Column<Operation, ?>> all(InstantSource clock) {
        return List.of(
                new Column<Operation, Operation>(
                        "state",
                        Texts.of("OperationColumns.state"),
                        108,
                        Form.SENTENCE,
                        operation -> operation,
                        operation -> StateLabels.of(operation).word(),
                        Comparator.comparing(Operation::state),
                        operation -> Optional.of(StateLabels.of(operation).mark())),
                Column.text(
                        "operation", Texts.of("OperationColumns.operation"), 236, Form.SENTENCE, operation -> operation
                                .plan()
                                .title()),
                Column.text("status", Texts.of("OperationColumns.outcome"), 122, Form.SENTENCE, operation -> operation
                        .outcome()
                        .orElse(operation.status())),
                Column.<Operation>text(
                                "cluster",
                                Texts.of("OperationColumns.cluster"),
                                96,
                                Form.NAME,
                                OperationColumns::cluster)
                        .cutTo(operation ->
                                new Brief("", operation.plan().cluster().name(), Optional.empty())),
                Column.text(
                        "progress", Texts.of("OperationColumns.progress"), 72, Form.NUMBER, OperationColumns::progress),
                new Column<Operation, Instant>(
                                "started",
                                Texts.of("OperationColumns.started"),
                                60,
                                Form.NUMBER,
                                Operation::started,
                                at -> Formats.moment(at, clock.instant()),
                                Comparator.naturalOrder(),
                                operation -> Optional.empty())
                        .telling(operation -> Formats.time(operation.started())),
                Column.text("by", Texts.of("OperationColumns.byWhom"), 108, Form.NAME, operation -> operation
                        .session()
                        .map(as -> as.impersonated()
                                ? Texts.of("OperationColumns.actedAs", SafeText.line(as.user()))
                                : SafeText.line(as.user()))
                        .orElse("")),
                Column.text(
                        "lasted",
                        Texts.of("OperationColumns.lasted"),
                        60,
                        Form.NUMBER,
                        operation -> lasted(operation, clock)));
    }

    /** A simulated fleet that has ended may have had the name of a real cluster. */
    static String cluster(Operation operation) {
        ClusterId cluster = operation.plan().cluster();
        return cluster.isSimulated() && cluster.name().equals(cluster.context())
                ? Texts.of("OperationColumns.simulated", cluster.name())
                : cluster.name();
    }

    /** 38 %, or nothing while there is nothing to count: of pods and steps together, which no line of the plan counts so. */
    static String progress(Operation operation) {
        return operation.total() == 0 ? "" : Formats.percent((double) operation.done() / operation.total());
    }

    /** Of one that Podium left in the middle as far as it came: what waits for the operator does not go on. */
    static String lasted(Operation operation, InstantSource clock) {
        Optional<Instant> left = operation.state() == OperationState.INTERRUPTED
                ? operation.log().stream()
                        .map(LogLine::at)
                        .max(Comparator.naturalOrder())
                        .or(() -> Optional.of(operation.started())) // nothing was done yet
                : Optional.empty();
        return Formats.span(Duration.between(
                operation.started(), operation.ended().or(() -> left).orElseGet(clock::instant)));
    }

    /** Operations as rows, in the order given. */
    public static Rows<Operation> rows(List<Operation> operations) {
        return Rows.of(operations, Operation::id);
    }
}
