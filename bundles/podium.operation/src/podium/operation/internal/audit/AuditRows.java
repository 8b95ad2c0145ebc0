// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.SessionIdentity;
import podium.core.text.CleanText;
import podium.operation.AuditedAction;
import podium.operation.OperationState;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.internal.journal.JournalRecordReader;
import podium.operation.plan.FieldWriter;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.secret.YamlRedaction;
import podium.operation.texts.Texts;

/** The cells of an audit. What is said of an operation as a whole stands in each of its rows, whenever it was said. */
final class AuditRows {
    static final List<String> COLUMNS = List.of(
            "record",
            "at",
            "operation",
            "operator",
            "user",
            "approvedBy",
            "server",
            "clusterUid",
            "cluster",
            "kind",
            "title",
            "what",
            "step",
            "object",
            "before",
            "after",
            "words",
            "problem");

    /** What was before and after what has two states. */
    private static final Map<String, List<String>> TURNED = Map.of(
            "lock locked", List.of("changes allowed", "read-only"),
            "lock unlocked", List.of("read-only", "changes allowed"),
            "mark marked", List.of("not production", "production"),
            "mark unmarked", List.of("production", "not production"),
            "mark unmarked outside", List.of("production", "not production"),
            "mark found marked", List.of("not production", "production"));

    /** The part of a row that is the record's own. */
    private record Fact(
            String what, String step, String object, String before, String after, String words, boolean bad) {
        static Fact of(String what, String words) {
            return new Fact(what, "", "", "", "", words, false);
        }
    }

    private final Map<String, Plan> plans = new HashMap<>();
    private final Map<String, SessionIdentity> sessions = new HashMap<>();
    private final Map<String, String> operators = new HashMap<>();
    private final Map<String, String> approvers = new HashMap<>();
    /** Steps whose end was told: a step that was recorded again after a crash was still done once. */
    private final Set<List<Object>> told = new HashSet<>();

    private JournalRecordReader reader = new JournalRecordReader();
    private int number;

    /** A reader whose records are handed to {@link #know} or {@link #cells}. */
    JournalRecordReader reader() {
        reader = new JournalRecordReader();
        return reader;
    }

    /** Takes in what a record says of its operation as a whole. */
    void know(JournalRecord entry) {
        switch (entry) {
            case JournalRecord.Prepared prepared -> {
                plans.putIfAbsent(entry.operation(), prepared.plan());
                operators.putIfAbsent(entry.operation(), reader.operator());
                prepared.approval().ifPresent(given -> approvers.putIfAbsent(entry.operation(), given.by()));
            }
            case JournalRecord.Identified identified -> sessions.putIfAbsent(entry.operation(), identified.session());
            default -> {}
        }
    }

    /** The cells of a record's row. */
    List<String> cells(JournalRecord entry) {
        number++;
        boolean again = entry instanceof JournalRecord.Done done
                && !told.add(List.of(entry.operation(), done.step(), part(done), done.restoring()));
        Optional<Plan> plan = Optional.ofNullable(plans.get(entry.operation()));
        Optional<AuditedAction> action = entry instanceof JournalRecord.LogLine said ? said.action() : Optional.empty();
        Optional<SessionIdentity> session =
                action.isPresent() ? action.get().session() : Optional.ofNullable(sessions.get(entry.operation()));
        Fact fact = fact(entry, plan);
        List<String> cells = List.of(
                String.valueOf(number),
                entry.at().toString(),
                entry.operation(),
                operators.getOrDefault(entry.operation(), reader.operator()),
                session.map(AuditRows::user).orElse(""),
                approvers.getOrDefault(entry.operation(), ""),
                session.map(SessionIdentity::server).orElse(""),
                session.map(SessionIdentity::clusterUid).orElse(""),
                plan.map(Plan::cluster)
                        .or(() -> action.map(AuditedAction::cluster))
                        .map(ClusterId::value)
                        .orElse(""),
                plan.map(Plan::kind).or(() -> action.map(AuditedAction::kind)).orElse(""),
                plan.map(Plan::title).or(() -> action.map(AuditedAction::title)).orElse(""),
                again ? "recorded again" : fact.what(),
                fact.step(),
                fact.object(),
                fact.before(),
                fact.after(),
                fact.words(),
                fact.bad() ? "true" : "");
        return cells.stream().map(AuditRows::clean).toList();
    }

    /** The cells of what is found wrong with the journal itself. */
    static List<String> finding(String words) {
        Map<String, String> row = Map.of("what", "found", "words", clean(words), "problem", "true");
        return COLUMNS.stream().map(column -> row.getOrDefault(column, "")).toList();
    }

    /** The part of a step that was done; of a step of one part that part and the whole are one. */
    private int part(JournalRecord.Done done) {
        boolean one = at(Optional.ofNullable(plans.get(done.operation())), done.step())
                .filter(step -> step instanceof Step.Write || step instanceof Step.Await)
                .isPresent();
        return one ? JournalRecord.WHOLE : done.part();
    }

    private static String user(SessionIdentity session) {
        return session.impersonated() ? Texts.of("AuditRows.actedAs", session.user()) : session.user();
    }

    /** What is before and after has lines; the rest is one. */
    private static String clean(String text) {
        return text.indexOf('\n') < 0
                ? CleanText.clean(text)
                : text.lines().map(CleanText::clean).collect(Collectors.joining("\n"));
    }

    private static Fact fact(JournalRecord entry, Optional<Plan> plan) {
        return switch (entry) {
            case JournalRecord.Prepared prepared ->
                new Fact(
                        "confirmed",
                        "",
                        texts(prepared.plan(), ObjectChange::object, ", "),
                        shown(prepared.plan(), ObjectChange::before),
                        shown(prepared.plan(), ObjectChange::after),
                        prepared.undoes()
                                .map(id -> Texts.of("AuditRows.takesBack", id))
                                .orElse(""),
                        false);
            case JournalRecord.Identified(var _, var _, SessionIdentity session, boolean simulated) ->
                Fact.of(
                        "as",
                        simulated
                                ? Texts.of("AuditRows.groupsOnASimulatedCluster", session.groups())
                                : Texts.of("AuditRows.groups", session.groups()));
            case JournalRecord.Pinned pinned ->
                new Fact(
                        "pinned",
                        step(pinned.step()),
                        object(plan, pinned.step()),
                        "",
                        "",
                        Texts.of("AuditRows.uid", pinned.uid()),
                        false);
            case JournalRecord.Begun begun -> step(begun.restoring() ? "restoring" : "begun", begun.step(), plan);
            case JournalRecord.Done done -> done(done, plan);
            case JournalRecord.Left left -> part("left as it is", left.step(), left.part(), plan);
            case JournalRecord.Ran ran ->
                new Fact("ran", "", ran.owner().displayName(), "", "", String.join(", ", ran.uids()), false);
            case JournalRecord.MarksLeft marks ->
                new Fact(
                        marks.objects().isEmpty() ? "marks are gone" : "marks are left",
                        "",
                        marks.objects().stream().map(ObjectRef::displayName).collect(Collectors.joining(", ")),
                        "",
                        "",
                        "",
                        !marks.objects().isEmpty());
            case JournalRecord.LeftWith left ->
                Fact.of(
                        "left with",
                        Texts.of(
                                "AuditRows.writtenBy",
                                left.path(),
                                left.writers().stream()
                                        .map(FieldWriter::manager)
                                        .distinct()
                                        .collect(Collectors.joining(", "))));
            case JournalRecord.Restoring back -> Fact.of("taken back", back.words());
            case JournalRecord.Moved moved ->
                Fact.of(
                        moved.state() == OperationState.UNDONE
                                ? "nothing left to undo"
                                : "operation " + moved.state().name().toLowerCase(Locale.ROOT),
                        moved.words());
            case JournalRecord.Conflicted conflicted ->
                new Fact("conflict", "", "", "", "", conflicted.fields().toString(), true);
            case JournalRecord.LogLine said -> {
                List<String> turned = TURNED.getOrDefault(
                        said.action().map(AuditedAction::kind).orElse("") + " " + said.did(), List.of("", ""));
                yield new Fact(
                        said.did().isEmpty() ? "log" : said.did(),
                        "",
                        "",
                        turned.getFirst(),
                        turned.getLast(),
                        said.text(),
                        said.problem());
            }
        };
    }

    private static Fact done(JournalRecord.Done done, Optional<Plan> plan) {
        return part(done.restoring() ? "restored" : "done", done.step(), done.part(), plan);
    }

    /** A part of a step is told with the object it is about: a pod that was evicted, a pod of a gang. */
    private static Fact part(String what, int at, int part, Optional<Plan> plan) {
        Fact whole = step(what, at, plan);
        Optional<ObjectRef> one = at(plan, at).flatMap(step -> switch (step) {
            case Step.EvictAll evict
            when isIn(part, evict.victims()) ->
                Optional.of(evict.victims().get(part).pod());
            case Step.Barrier barrier
            when isIn(part, barrier.writes()) ->
                Optional.of(barrier.writes().get(part).write().target());
            default -> Optional.empty();
        });
        return one.map(ref ->
                        new Fact("part " + whole.what(), whole.step(), ref.displayName(), "", "", whole.words(), false))
                .orElse(whole);
    }

    private static boolean isIn(int part, List<?> parts) {
        return part >= 0 && part < parts.size();
    }

    private static Fact step(String what, int step, Optional<Plan> plan) {
        String words = at(plan, step).map(Step::words).orElse("");
        return new Fact(what, step(step), object(plan, step), "", "", words, false);
    }

    private static String step(int step) {
        return String.valueOf(step + 1);
    }

    private static Optional<Step> at(Optional<Plan> plan, int step) {
        return plan.filter(known -> step >= 0 && step < known.steps().size())
                .map(known -> known.steps().get(step));
    }

    private static String object(Optional<Plan> plan, int step) {
        return at(plan, step).stream()
                .flatMap(one -> one.writes().stream())
                .map(write -> write.write().target().displayName())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String texts(Plan plan, Function<ObjectChange, String> part, String between) {
        return plan.changes().stream().map(part).collect(Collectors.joining(between));
    }

    /** Without secrets: the journal of an older Podium has them. */
    private static String shown(Plan plan, Function<ObjectChange, String> part) {
        List<String> all = new ArrayList<>();
        for (ObjectChange change : plan.changes()) {
            String text = YamlRedaction.of(part.apply(change)).stripTrailing();
            all.add(plan.changes().size() == 1 ? text : "# " + change.object() + "\n" + text);
        }
        return String.join("\n", all);
    }
}
