// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.cluster.ClusterConnector;
import podium.core.cluster.Connections;
import podium.core.cluster.SimulatedFleets;
import podium.core.fleet.FleetService;
import podium.core.testkit.FakeKnownClusters;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Fleet;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Node;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.operation.Impersonations;
import podium.operation.OperationService;
import podium.operation.ProtectionChanges;
import podium.operation.ProtectionMemory;
import podium.operation.access.AccessService;
import podium.operation.copy.CopyService;
import podium.operation.device.DeviceCordonService;
import podium.operation.device.DeviceServing;
import podium.operation.drain.DrainService;
import podium.operation.forward.ForwardService;
import podium.operation.job.JobActionPlanner;
import podium.operation.partition.PartitionService;
import podium.operation.placement.GangLayoutPlanner;
import podium.operation.placement.PlacementOutlook;
import podium.operation.placement.PlacementPlanner;
import podium.operation.plan.PlacementCompiler;
import podium.operation.rule.ChangeLocks;
import podium.operation.rule.RuleService;
import podium.operation.shell.ShellService;
import podium.operation.submit.ClusterComparison;
import podium.operation.submit.Manifest;
import podium.operation.submit.Submission;
import podium.operation.submit.SubmitService;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.whatif.Hypothesis;
import podium.ui.action.DeviceActions;
import podium.ui.action.FleetActions;
import podium.ui.action.LogFlow;
import podium.ui.action.PlaceHereEntries;
import podium.ui.action.SelectionMenu;
import podium.ui.advice.WhatIfEntries;
import podium.ui.advice.WhatIfSession;
import podium.ui.cluster.ClusterActions;
import podium.ui.cluster.ClusterClosing;
import podium.ui.drag.DragSession;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.enablement.KeySchemes;
import podium.ui.flow.ClusterFlow;
import podium.ui.flow.CopyFlow;
import podium.ui.flow.DebugFlow;
import podium.ui.flow.DeviceFlow;
import podium.ui.flow.DrainFlow;
import podium.ui.flow.ForwardFlow;
import podium.ui.flow.GangLayoutFlow;
import podium.ui.flow.JobFlow;
import podium.ui.flow.NodeShells;
import podium.ui.flow.ObjectFlow;
import podium.ui.flow.PartitionFlow;
import podium.ui.flow.PlaceFlow;
import podium.ui.flow.PlanReview;
import podium.ui.flow.ShellFlow;
import podium.ui.flow.ShellsInUse;
import podium.ui.flow.SubmitFlow;
import podium.ui.flow.SuspendFlow;
import podium.ui.flow.UndoFlow;
import podium.ui.ganglayout.GangLayoutSession;
import podium.ui.manifest.ManifestDraft;
import podium.ui.manifest.UnsentManifest;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.LastAnswers;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.PartActivator;
import podium.ui.toolkit.PendingOpens;
import podium.ui.toolkit.UnsentTexts;

/** The console's flows over fakes that record what was asked for. */
public final class Flows {
    /** A placement that was asked for. */
    public record Placed(Subject subject, Target target) {}

    private static final AutoCloseable NOTHING = () -> {};

    private final List<Placed> placed = new ArrayList<>();
    private final List<List<Node>> drained = new ArrayList<>();
    private final FakePlacement placement = new FakePlacement();
    private final PlaceFlow place;
    private final FakeBoard ranks = new FakeBoard();
    private final FakeAdvice advice = new FakeAdvice(placement);
    private final GangLayoutFlow board;
    private final FleetActions actions;
    private final DeviceActions devices;
    private final ObjectFlow objects;
    private final List<Accelerator> asked = new ArrayList<>();
    private final WhatIfSession whatIfSession;
    private final BackgroundWork background;
    private final List<List<Hypothesis>> supposed = new ArrayList<>();

    /** A manifest that is shown, and what its dialog does when it is confirmed. */
    public record Shown(ManifestDraft draft, Runnable confirmed) {}

    private final List<String> refused = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();
    private final List<Submission> submitted = new ArrayList<>();
    private Optional<Subject> inManifests = Optional.empty();
    private final ConsoleLocks locks = new ConsoleLocks();

    /** Over a fleet without a cluster. */
    public Flows(BackgroundWork background) {
        this(background, FleetFactory.INSTANCE.createFleet());
    }

    /** @param fleet where manifests are submitted when nothing is selected */
    public Flows(BackgroundWork background, Fleet fleet) {
        Dialogs dialogs = fake(Dialogs.class, (name, args) -> {
            if (name.equals("drain") && args[0] instanceof List<?> nodes) {
                drained.add(nodes.stream().map(Node.class::cast).toList());
            } else if (name.equals("refuse")) {
                refused.add(args[0] + ": " + args[1]);
            } else if (name.equals("submit")) {
                ManifestDraft draft = (ManifestDraft) args[0];
                draft.read(draft.text(), draft.namespace());
                shown.add(new Shown(draft, (Runnable) args[2]));
            }
            return null;
        });
        OperationService operations =
                fake(OperationService.class, (name, args) -> name.equals("operations") ? List.of() : null);
        PlacementPlanner planner = (subject, target) -> {
            placed.add(new Placed(subject, target));
            return CompletableFuture.completedFuture(
                    new PlacementCompiler.Result.Refused("recorded", "this is a test"));
        };
        JobActionPlanner acts = fake(
                JobActionPlanner.class,
                (name, args) -> name.equals("readmission") ? PlacementOutlook.NOTHING : List.of());
        PlanReview review = new PlanReview(operations, dialogs, acts);
        AccessService access =
                fake(AccessService.class, (name, args) -> name.equals("listen") ? NOTHING : Optional.empty());
        ActionEnablement offers = new ActionEnablement(locks, RuleService.none(), access);
        SubmitService manifests = fake(SubmitService.class, this::submit);
        ClusterFlow clusters = new ClusterFlow(
                fake(ClusterComparison.class, this::compare), manifests, acts, review, dialogs, offers, background);
        place = new PlaceFlow(planner, advice, review, dialogs, offers, background, clusters);
        DrainFlow drain = new DrainFlow(
                fake(DrainService.class, (name, args) -> null), operations, review, dialogs, offers, background);
        board = new GangLayoutFlow(
                fake(GangLayoutPlanner.class, (name, args) -> null),
                ranks,
                new GangLayoutSession(),
                review,
                dialogs,
                offers,
                background);
        JobFlow jobs = new JobFlow(acts, review, dialogs, background);
        SubmitFlow submit = new SubmitFlow(
                manifests,
                placement,
                advice,
                fake(FleetService.class, (name, args) -> fleet),
                new FleetSelection(),
                review,
                dialogs,
                offers,
                background,
                new DragSession(),
                new UnsentManifest(new UnsentTexts()),
                clusters,
                fake(Connections.class, (name, args) -> null));
        actions = new FleetActions(
                submit,
                place,
                board,
                drain,
                new SuspendFlow(jobs),
                jobs,
                clusters,
                new UndoFlow(
                        operations,
                        dialogs,
                        background,
                        offers,
                        fake(FleetService.class, (name, args) -> fleet),
                        new FleetSelection(),
                        acts),
                new LogFlow(null),
                new ShellFlow(
                        null, fake(ShellService.class, (name, args) -> Optional.empty()), dialogs, new LastAnswers()),
                new ForwardFlow(
                        null,
                        fake(ForwardService.class, (name, args) -> Optional.empty()),
                        dialogs,
                        new LastAnswers(),
                        background),
                new CopyFlow(
                        null,
                        fake(CopyService.class, (name, args) -> Optional.empty()),
                        dialogs,
                        background,
                        new LastAnswers()),
                offers,
                dialogs,
                new KeySchemes(new HashMap<>()));
        DeviceCordonService cordons = fake(DeviceCordonService.class, (name, args) -> {
            asked.add((Accelerator) args[0]);
            return CompletableFuture.completedFuture(new DeviceServing.Unserved("this is a test"));
        });
        PartitionService partitions = fake(
                PartitionService.class,
                (name, args) -> name.equals("whyNot") ? Optional.of("this is a test") : List.of());
        devices = new DeviceActions(
                new DeviceFlow(cordons, drain, review, dialogs, offers, background),
                new PartitionFlow(partitions, review, dialogs, offers));
        this.background = background;
        objects = new ObjectFlow(
                fake(Connections.class, (name, args) -> Optional.empty()),
                (action, what, text) -> {},
                review,
                dialogs,
                background,
                offers,
                fake(FleetService.class, (name, args) -> name.equals("cluster") ? Optional.empty() : fleet),
                new DebugFlow(
                        fake(Connections.class, (name, args) -> Optional.empty()),
                        review,
                        dialogs,
                        background,
                        new ShellFlow(
                                null,
                                fake(ShellService.class, (name, args) -> Optional.empty()),
                                dialogs,
                                new LastAnswers()),
                        new NodeShells(
                                fake(Connections.class, (name, args) -> Optional.empty()),
                                operations,
                                review,
                                dialogs,
                                background,
                                fake(ShellService.class, (name, args) -> Optional.empty()),
                                new ShellsInUse()),
                        new LastAnswers(),
                        fake(FleetService.class, (name, args) -> fleet)));
        whatIfSession = new WhatIfSession(
                (cluster, hypotheses) -> {
                    supposed.add(hypotheses);
                    return new CompletableFuture<>();
                },
                background);
    }

    /** No job of a fleet of tests can leave its cluster; which one was to is noted. */
    private @Nullable Object compare(String name, Object[] args) {
        return switch (name) {
            case "clusters" -> List.of();
            case "whyNotMoved" -> Optional.of("it is moved: recorded");
            default -> null;
        };
    }

    /** Reads every text as one job of a pod, and refuses every plan after it noted how it was submitted. */
    private @Nullable Object submit(String name, Object[] args) {
        return switch (name) {
            case "read" -> CompletableFuture.completedFuture(new Manifest(List.of(JOB), List.of()));
            case "supposed" -> inManifests;
            case "plan" -> {
                submitted.add((Submission) args[2]);
                yield CompletableFuture.completedFuture(
                        new PlacementCompiler.Result.Refused("recorded", "this is a test"));
            }
            default -> null;
        };
    }

    private static final Manifest.Item JOB = new Manifest.Item(
            new Manifest.At("", 1, 1),
            TestKinds.job("default", "big"),
            "{}",
            Optional.of(new Manifest.Work(
                    List.of(new Manifest.Group("pods", 1, TaskSpec.of(Resources.none()), Labels.none())),
                    OptionalInt.empty(),
                    "",
                    Optional.empty(),
                    Optional.empty())));

    private interface Answer {
        @Nullable
        Object to(String method, Object[] args);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> answer.to(method.getName(), args)));
    }

    public FakeAdvice advice() {
        return advice;
    }

    /** Manifests that were shown, in order. */
    public List<Shown> shown() {
        return shown;
    }

    /** From here on every manifest has these jobs. */
    public void inManifests(Subject jobs) {
        inManifests = Optional.of(jobs);
    }

    /** How manifests were submitted, in order. */
    public List<Submission> submitted() {
        return submitted;
    }

    /** What was refused, each "TITLE: REASON", in order. */
    public List<String> refused() {
        return refused;
    }

    public ConsoleLocks locks() {
        return locks;
    }

    /** Placements that were asked for, in order. */
    public List<Placed> placed() {
        return placed;
    }

    /** Nodes whose drain was asked for, in order. */
    public List<List<Node>> drained() {
        return drained;
    }

    /** Questions that were asked, in order; none is answered. */
    public List<List<Hypothesis>> supposed() {
        return supposed;
    }

    public WhatIfSession whatIfSession() {
        return whatIfSession;
    }

    public FakePlacement placement() {
        return placement;
    }

    public PlaceFlow place() {
        return place;
    }

    public GangLayoutFlow board() {
        return board;
    }

    public FakeBoard ranks() {
        return ranks;
    }

    public FleetActions actions() {
        return actions;
    }

    /** The rules of the operator. */
    public RuleService rules() {
        return RuleService.none();
    }

    /** What is offered for things anywhere, over this selection. */
    public SelectionMenu menu(FleetSelection selection) {
        ClusterActions clusters = new ClusterActions(
                fake(Connections.class, (name, args) -> null),
                fake(ClusterConnector.class, (name, args) -> null),
                fake(SimulatedFleets.class, (name, args) -> null),
                background,
                new PendingOpens(InstantSource.system()),
                fake(FleetService.class, (name, args) -> null),
                new FakeKnownClusters(List.of()),
                new Impersonations(
                        fake(Connections.class, (name, args) -> null),
                        ChangeLocks.open(),
                        (action, what, text) -> {},
                        fake(ShellService.class, (name, args) -> Optional.empty()),
                        fake(ForwardService.class, (name, args) -> Optional.empty())),
                new ProtectionChanges(
                        fake(Connections.class, (name, args) -> null),
                        ChangeLocks.open(),
                        RuleService.none(),
                        (action, what, text) -> {},
                        fake(ProtectionMemory.class, (name, args) -> null)));
        PartActivator parts = new PartActivator(null) {
            @Override
            public void uncover(String id) {
                // there is no window
            }

            @Override
            public Optional<Object> show(String id) {
                return Optional.empty();
            }
        };
        return new SelectionMenu(
                actions(),
                new PlaceHereEntries(place, placement),
                devices,
                new WhatIfEntries(whatIfSession, parts),
                selection,
                clusters,
                new ClusterClosing(
                        clusters,
                        fake(OperationService.class, (name, args) -> null),
                        null,
                        fake(Dialogs.class, (name, args) -> null)),
                objects,
                parts);
    }

    public DeviceActions devices() {
        return devices;
    }

    /** Devices whose cordon was asked for, in order. */
    public List<Accelerator> asked() {
        return asked;
    }
}
