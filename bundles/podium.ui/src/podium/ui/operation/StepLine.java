// SPDX-License-Identifier: Apache-2.0
package podium.ui.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.core.cluster.SessionIdentity;
import podium.operation.Operation;
import podium.operation.Operation.LogLine;
import podium.operation.OperationState;
import podium.operation.StepProgress;
import podium.operation.plan.Step;
import podium.ui.label.StateLabels;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Row;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;

/**
 * A line of the plan or the log of an operation.
 *
 * @param when time of day; empty for a step of the plan
 */
public record StepLine(String when, String words, Optional<StateIcon> mark) {
    private static final int WHEN = 76;

    /** Pixels of the table beside the words of a line: its time, its mark and edges. */
    public static final int BESIDE = WHEN + 40;

    /** The columns, left to right. */
    public static List<Column<StepLine, ?>> columns() {
        return List.of(
                Column.text("when", Texts.of("StepLine.when"), WHEN, Form.NUMBER, StepLine::when),
                Column.<StepLine>text("what", Texts.of("StepLine.planAndLog"), 240, Form.SENTENCE, StepLine::words)
                        .marked(StepLine::mark));
    }

    /** How it stands, the plan's steps, then the log, newest last. */
    public static Rows<StepLine> of(Operation operation) {
        List<Row<StepLine>> rows = new ArrayList<>();
        List<LogLine> said = operation.log();
        // the last that was said is the outcome, as a rule: it stands here with its time, and not once more at the end
        boolean isLast = !said.isEmpty()
                && operation.outcome().filter(said.getLast().text()::equals).isPresent();
        StepLine stand = new StepLine(
                isLast ? time(said.getLast()) : "",
                operation.outcome().orElse(operation.status()),
                Optional.of(StateLabels.of(operation).mark()));
        rows.add(new Row<>("now", stand));
        operation
                .session()
                .ifPresent(
                        as -> rows.add(new Row<>("as", new StepLine("", SafeText.line(begun(as)), Optional.empty()))));
        operation.past().ifPresent(why -> rows.add(new Row<>("past", new StepLine("", why, Optional.empty()))));
        operation.over().ifPresent(why -> rows.add(new Row<>("over", new StepLine("", why, Optional.empty()))));
        List<Step> steps = operation.plan().steps();
        for (int i = 0; i < steps.size(); i++) {
            StepLine line = new StepLine("", words(operation, i), Optional.of(step(operation, i)));
            rows.add(new Row<>("s" + i, line));
        }
        operation
                .plan()
                .irreversible()
                .forEach(lost -> rows.add(
                        new Row<>("i" + rows.size(), new StepLine("", lost, Optional.of(irreversible(operation))))));
        for (LogLine log : isLast ? said.subList(0, said.size() - 1) : said) {
            Optional<StateIcon> mark =
                    log.problem() ? Optional.of(new StateIcon(Icon.WARNING, Name.CRITICAL)) : Optional.empty();
            rows.add(new Row<>("l" + rows.size(), new StepLine(time(log), log.text(), mark)));
        }
        return new Rows<>(rows);
    }

    private static String time(LogLine log) {
        String time = Formats.time(log.at());
        return time.substring(time.indexOf(' ') + 1);
    }

    /** Red before it is done; behind what was done it is no fault. */
    private static StateIcon irreversible(Operation operation) {
        return new StateIcon(Icon.IRREVERSIBLE, operation.state() == OperationState.DONE ? Name.MUTED : Name.CRITICAL);
    }

    /** "Begun as ann (acted as) on https://10.0.0.1:6443". */
    private static String begun(SessionIdentity as) {
        String user = as.user().isEmpty() ? Texts.of("StepLine.aUserThatThe") : as.user();
        String who = as.impersonated() ? Texts.of("StepLine.actedAs", user) : user;
        return as.clusterUid().isEmpty()
                ? Texts.of("StepLine.begunAsOn", who, as.server())
                : Texts.of("StepLine.begunAsOnCluster", who, as.server(), as.clusterUid());
    }

    /** The lines whole, one below the other. */
    public static String text(List<StepLine> lines) {
        return lines.stream()
                .map(line -> line.when().isEmpty() ? line.words() : line.when() + "  " + line.words())
                .collect(Collectors.joining("\n"));
    }

    /** The lines of a table whole. */
    public static String text(Rows<StepLine> rows) {
        return text(rows.all().stream().map(Row::item).toList());
    }

    /** The line that says how it stands. */
    public static List<StepLine> first(Rows<StepLine> rows) {
        return rows.all().stream()
                .filter(row -> "now".equals(row.key()))
                .map(Row::item)
                .toList();
    }

    /** How a step stands, as far as the counts tell: writes and evictions are counted one by one. */
    private static StateIcon step(Operation operation, int index) {
        Optional<StepProgress> known = progress(operation, index);
        if (known.filter(StepProgress::isTakenBack).isPresent()) {
            return new StateIcon(Icon.UNDO, Name.MUTED);
        } else if (known.filter(StepProgress::stands).isPresent()) {
            return new StateIcon(Icon.DONE, Name.GOOD);
        } else if (known.filter(progress -> progress.done() > 0).isPresent()
                && operation.state().ended()) {
            return new StateIcon(Icon.WARNING, Name.WARNING);
        }
        List<Step> steps = operation.plan().steps();
        int before = steps.subList(0, index).stream().mapToInt(Step::parts).sum();
        int through = before + steps.get(index).parts();
        boolean counted =
                operation.total() == steps.stream().mapToInt(Step::parts).sum();
        boolean told = known.isPresent() && operation.state() != OperationState.RUNNING;
        if (operation.state() == OperationState.DONE || !told && counted && operation.done() >= through) {
            return new StateIcon(Icon.DONE, Name.GOOD);
        } else if (counted && operation.done() >= before && operation.state() == OperationState.RUNNING) {
            return new StateIcon(Icon.RUNNING, Name.HELD);
        } else if (counted && operation.done() >= before && operation.state() == OperationState.FAILED) {
            return new StateIcon(Icon.FAILED, Name.CRITICAL);
        }
        return new StateIcon(Icon.FREE, Name.MUTED);
    }

    private static Optional<StepProgress> progress(Operation operation, int index) {
        return index < operation.steps().size() ? Optional.of(operation.steps().get(index)) : Optional.empty();
    }

    /** A step; of one that is not simply done or open with how far it is: "step: 5 of 7", "step (undone)", "step (left as it is)". */
    private static String words(Operation operation, int index) {
        String step = operation.plan().steps().get(index).words();
        return progress(operation, index)
                .map(known -> known.isTakenBack()
                        ? Texts.of("StepLine.undone", step)
                        : known.left() > 0 && known.left() >= known.parts()
                                ? Texts.of("StepLine.leftAsItIs", step)
                                : known.done() > 0 && (known.done() < known.parts() || known.back() > 0)
                                        ? Texts.of(
                                                "StepLine.partsDone",
                                                step,
                                                Formats.count(known.done() - known.back()),
                                                Formats.count(known.parts()))
                                        : step)
                .orElse(step);
    }
}
