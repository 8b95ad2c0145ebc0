// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.Connections;
import podium.operation.AuditNotes;
import podium.operation.AuditedAction;
import podium.operation.Operation;
import podium.operation.OperationListener;
import podium.operation.OperationService;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.approval.Approval;
import podium.operation.approval.ApprovalFile;
import podium.operation.internal.gate.ApprovalBroker;
import podium.operation.internal.gate.PlanGuard;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.internal.journal.Journal;
import podium.operation.internal.journal.JournalException;
import podium.operation.internal.journal.JournalFindings;
import podium.operation.internal.journal.JournalLocation;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.journal.SecretRefusal;
import podium.operation.internal.run.EngineServices;
import podium.operation.internal.run.EngineTiming;
import podium.operation.internal.undo.Undo;
import podium.operation.internal.write.CreationMarker;
import podium.operation.plan.Checked;
import podium.operation.plan.Plan;
import podium.operation.rule.ChangeLocks;
import podium.operation.rule.RuleDecision;
import podium.operation.rule.RuleService;
import podium.operation.texts.Texts;

/**
 * Runs operations, each on a virtual thread, and keeps them over restarts. The journal is opened in the background: until it is
 * read, no operation is known and a submitted one waits.
 */
@Component(service = {OperationService.class, AuditNotes.class})
public final class OperationEngine implements OperationService, AuditNotes, AutoCloseable {
    private final Connections connections;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, OperationRun> runs = new ConcurrentHashMap<>();
    private final UndoneCheck undoneCheck = new UndoneCheck(threads);
    private final OperationListeners listeners = new OperationListeners();
    private final CompletableFuture<Journal> journal;
    private final PlanGuard guard;
    private final ApprovalBroker desk;
    private final EngineServices tools;

    /** The engine of this process, with its journal where {@link JournalLocation} finds it. */
    @Activate
    public OperationEngine(
            @Reference Connections connections, @Reference RuleService rules, @Reference ChangeLocks locks) {
        this(
                connections,
                JournalLocation.find(),
                EngineTiming.usual(),
                InstantSource.system(),
                FileJournalChannel::new,
                new PlanGuard(rules, locks),
                Optional.of(Journal.operator()));
    }

    /** An engine that keeps its journal in a directory, runs at another pace, and is held to no rules. */
    public static OperationEngine in(Connections connections, Path directory, EngineTiming timing) {
        // no constructor: of several with as many arguments the component runtime would take any
        return new OperationEngine(
                connections,
                new JournalLocation(directory),
                timing,
                InstantSource.system(),
                FileJournalChannel::new,
                PlanGuard.none(),
                Optional.of(Journal.operator()));
    }

    OperationEngine(
            Connections connections,
            JournalLocation location,
            EngineTiming timing,
            InstantSource clock,
            Journal.Opener opener,
            PlanGuard guard,
            Optional<String> holder) {
        this.connections = connections;
        this.guard = guard;
        desk = ApprovalBroker.of(location, clock, guard.rules(), connections);
        tools = new EngineServices(
                this::append,
                connections::connection,
                cluster -> connections
                        .target(cluster)
                        .filter(ClusterTarget::simulated)
                        .isPresent(),
                guard::locked,
                threads,
                timing,
                clock,
                holder,
                this);
        journal = CompletableFuture.supplyAsync(() -> open(location, opener), threads);
        journal.thenRun(() -> runs.values().forEach(OperationRun::tidy));
    }

    private Journal open(JournalLocation location, Journal.Opener opener) {
        try {
            Map<String, JournaledOperation> ledgers = new HashMap<>();
            Journal opened = Journal.open(location, opener, tools.clock(), entry -> {
                desk.read(entry);
                if (entry instanceof JournalRecord.Prepared prepared && !ledgers.containsKey(entry.operation())) {
                    ledgers.put(entry.operation(), new JournaledOperation(prepared));
                } else {
                    Optional.ofNullable(ledgers.get(entry.operation())).ifPresent(ledger -> ledger.apply(entry));
                }
            });
            ledgers.forEach((id, ledger) -> runs.put(id, new OperationRun(ledger, tools, this::changed, false)));
            runs.values().forEach(this::link);
            runs.values().stream().filter(run -> run.ledger().isSimulated()).forEach(OperationRun::ends);
            runs.values().forEach(run -> opened.doubt(run.ledger()).ifPresent(run::ends));
            runs.values().forEach(this::changed);
            return opened;
        } catch (IOException e) {
            throw new CompletionException(new IOException(
                    Texts.of("OperationEngine.theJournalInCannot", location.directory(), e.getMessage()), e));
        }
    }

    /** Lets an operation that was taken back show it. */
    private void link(OperationRun run) {
        run.ledger()
                .undoes()
                .map(runs::get)
                .filter(undone -> undone.ledger().state() == OperationState.DONE)
                .ifPresent(undone -> undone.undoneBy(run));
    }

    private void append(JournalRecord entry) throws IOException {
        try {
            journal.join().append(entry);
        } catch (CompletionException e) {
            throw new IOException(Optional.ofNullable(e.getCause()).orElse(e).getMessage(), e);
        }
    }

    @Override
    public void note(AuditedAction action, String what, String text) throws IOException {
        append(new JournalRecord.LogLine("", tools.clock().instant(), text, false, Optional.of(action), what));
    }

    @Override
    public void warn(AuditedAction action, String what, String text) throws IOException {
        append(new JournalRecord.LogLine("", tools.clock().instant(), text, true, Optional.of(action), what));
    }

    private void changed(OperationRun run) {
        Operation snapshot = run.snapshot();
        listeners.tell(snapshot);
        if (snapshot.state().ended()) {
            run.ledger().undoes().map(runs::get).ifPresent(undone -> {
                undone.refresh();
                undoneCheck.ended(run, undone);
            });
        }
    }

    @Override
    public Checked check(Plan plan) {
        List<String> problems = new ArrayList<>(guard.against(plan));
        try {
            journal.join().unusable().ifPresent(problems::add);
        } catch (CompletionException e) {
            problems.add(
                    String.valueOf(Optional.ofNullable(e.getCause()).orElse(e).getMessage()));
        }
        Optional<ClusterConnection> connection = connections.connection(plan.cluster());
        if (connection.isEmpty()) {
            problems.add(Texts.of("OperationEngine.theClusterIsNot", plan.cluster()));
        }
        return problems.isEmpty() && connection.isPresent()
                ? PlanCheck.check(plan, connection.get(), tools.clock(), Optional.empty())
                : Checked.of(problems);
    }

    @Override
    public RuleDecision ruling(Plan plan) {
        return guard.rules().judge(plan);
    }

    @Override
    public List<String> findings() {
        List<String> findings = new ArrayList<>(guard.rules().problem().stream().toList());
        findings.addAll(JournalFindings.known(journal));
        return findings;
    }

    @Override
    public void acknowledgeFindings() {
        journal.thenAccept(opened -> opened.acknowledge(tools.clock().instant()));
    }

    @Override
    public String submit(Plan plan, String typed, Optional<Approval> approval) {
        return submit(plan, typed, Optional.empty(), approval);
    }

    @Override
    public ApprovalFile approvalRequest(Plan plan) throws IOException {
        return desk.request(plan);
    }

    @Override
    public Optional<String> approvalProblem(Plan plan, Approval approval) {
        return desk.problem(plan, approval);
    }

    private String submit(Plan plan, String typed, Optional<OperationRun> undoes, Optional<Approval> approval) {
        List<String> problems = SecretRefusal.problems(plan);
        if (!problems.isEmpty() && undoes.isPresent()) {
            return refuse(
                    prepared(plan, undoes, approval),
                    Texts.of("OperationEngine.nothingWasRecordedBecause", problems.getFirst()));
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.getFirst());
        }
        JournalRecord.Prepared prepared = prepared(plan, undoes, approval);
        List<String> against = new ArrayList<>(guard.against(plan, typed));
        undoes.flatMap(OperationRun::barred).ifPresent(against::add);
        if (against.isEmpty()) {
            desk.take(plan, approval).ifPresent(against::add);
        }
        if (!against.isEmpty()) {
            return refuse(prepared, Texts.of("OperationEngine.nothingWasRecordedBecause", String.join(" ", against)));
        }
        OperationRun run = new OperationRun(new JournaledOperation(prepared), tools, this::changed, true);
        if (undoes.isPresent() && !undoes.get().undoneBy(run)) {
            return refuse(prepared, Texts.of("OperationEngine.alreadyUndone"));
        }
        runs.put(run.ledger().id(), run);
        run.submit(prepared);
        return run.ledger().id();
    }

    private JournalRecord.Prepared prepared(Plan plan, Optional<OperationRun> undoes, Optional<Approval> approval) {
        return new JournalRecord.Prepared(
                UUID.randomUUID().toString(),
                tools.clock().instant(),
                CreationMarker.of(plan),
                undoes.map(run -> run.ledger().id()),
                approval);
    }

    private String refuse(JournalRecord.Prepared prepared, String why) {
        OperationRun run = new OperationRun(new JournaledOperation(prepared), tools, this::changed, false);
        runs.put(run.ledger().id(), run);
        run.refuse(why);
        return run.ledger().id();
    }

    @Override
    public List<Operation> operations() {
        return runs.values().stream()
                .map(OperationRun::snapshot)
                .sorted(Comparator.comparing(Operation::started).reversed())
                .toList();
    }

    @Override
    public Optional<Operation> operation(String id) {
        return run(id).map(OperationRun::snapshot);
    }

    private Optional<OperationRun> run(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    @Override
    public void pause(String id) {
        onThread(id, OperationRun::pause);
    }

    @Override
    public void resume(String id) {
        onThread(id, OperationRun::resume);
    }

    @Override
    public void abort(String id) {
        onThread(id, OperationRun::abort);
    }

    @Override
    public void unmark(String id) {
        onThread(id, OperationRun::tidy);
    }

    /** These write to the journal, so they leave the caller's thread. */
    private void onThread(String id, Consumer<OperationRun> action) {
        run(id).ifPresent(run -> threads.execute(() -> {
            try {
                action.accept(run);
            } catch (JournalException | RejectedExecutionException e) {
                run.refresh();
            }
        }));
    }

    @Override
    public Plan remainder(String id, boolean back) throws IOException {
        return new UndoOffer(guard, tools).remainder(run(id), back);
    }

    @Override
    public Checked checkRemainder(String id, boolean back) {
        return new UndoOffer(guard, tools).checkRemainder(run(id), back);
    }

    @Override
    public UndoProposal undoPlan(String id) {
        OperationRun run = runs.get(id);
        return run == null
                ? new UndoProposal.Refused(Texts.of("OperationEngine.itIsNotKnown"))
                : UndoneCheck.proposed(run, new UndoOffer(guard, tools).propose(run, runs.values()));
    }

    @Override
    public void undo(String id) {
        onThread(id, run -> {
            switch (undoPlan(id)) {
                case UndoProposal.Ready(Plan plan) -> submit(plan, "", Optional.of(run), Optional.empty());
                case UndoProposal.Changed changed -> refuseUndo(run, UndoOffer.words(changed));
                case UndoProposal.Refused(String why) -> refuseUndo(run, why);
                case UndoProposal.Nothing(String why) -> refuseUndo(run, why);
            }
        });
    }

    private void refuseUndo(OperationRun run, String why) {
        refuse(
                prepared(Undo.foreseen(run.ledger().plan()), Optional.of(run), Optional.empty()),
                Texts.of("OperationEngine.nothingWasRecordedBecause", why));
    }

    @Override
    public void undo(String id, Plan plan, String typed) {
        onThread(id, run -> {
            if (run.snapshot().canUndo()) {
                submit(plan, typed, Optional.of(run), Optional.empty());
            } else {
                refuseUndo(run, UndoOffer.LATE);
            }
        });
    }

    @Override
    public Optional<String> whyNotUndo(String id) {
        return run(id).flatMap(new UndoOffer(guard, tools)::whyNot);
    }

    @Override
    public Optional<String> barred(String id) {
        return run(id).flatMap(new UndoOffer(guard, tools)::barred);
    }

    @Override
    public AutoCloseable listen(OperationListener listener) {
        return listeners.add(listener);
    }

    /** Returns when the journal has been read. */
    public void awaitOpen() {
        journal.join();
    }

    /** Ends the process's part in its operations: what has not ended is found as interrupted by the next start. */
    @Override
    @Deactivate
    public void close() throws IOException {
        runs.values().forEach(OperationRun::stop);
        threads.shutdown();
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!journal.isCompletedExceptionally()) {
            journal.join().close();
        }
    }
}
