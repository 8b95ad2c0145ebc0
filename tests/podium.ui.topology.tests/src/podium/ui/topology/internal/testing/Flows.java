// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.access.AccessService;
import podium.core.device.DeviceCordonService;
import podium.core.device.DeviceSite;
import podium.core.drain.DrainService;
import podium.core.fleet.FleetService;
import podium.core.operation.OperationService;
import podium.core.partition.PartitionService;
import podium.core.placement.BoardPlanner;
import podium.core.placement.PlacementPlanner;
import podium.core.placement.Subject;
import podium.core.placement.Target;
import podium.core.port.PlacementCompiler;
import podium.core.rule.RuleService;
import podium.core.submit.SubmitService;
import podium.core.whatif.Hypothesis;
import podium.core.work.JobActPlanner;
import podium.model.fleet.Accelerator;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Node;
import podium.ui.act.Acts;
import podium.ui.act.BoardFlow;
import podium.ui.act.DeviceFlow;
import podium.ui.act.DeviceMenu;
import podium.ui.act.Dialogs;
import podium.ui.act.DrainFlow;
import podium.ui.act.JobFlow;
import podium.ui.act.Locks;
import podium.ui.act.Offers;
import podium.ui.act.PartitionFlow;
import podium.ui.act.PlaceFlow;
import podium.ui.act.PlanReview;
import podium.ui.act.SubmitFlow;
import podium.ui.act.SuspendFlow;
import podium.ui.act.UndoFlow;
import podium.ui.act.UnsentManifest;
import podium.ui.advice.Supposition;
import podium.ui.board.BoardSession;
import podium.ui.drag.DragSession;
import podium.ui.kit.Background;

/** The console's flows over fakes that record what was asked for. */
public final class Flows {
    /** A placement that was asked for. */
    public record Placed(Subject subject, Target target) {}

    private final List<Placed> placed = new ArrayList<>();
    private final List<List<Node>> drained = new ArrayList<>();
    private final FakePlacement placement = new FakePlacement();
    private final PlaceFlow place;
    private final FakeBoard ranks = new FakeBoard();
    private final FakeAdvice advice = new FakeAdvice(placement);
    private final BoardFlow board;
    private final Acts acts;
    private final DeviceMenu devices;
    private final List<Accelerator> asked = new ArrayList<>();
    private final Supposition supposition;
    private final List<List<Hypothesis>> supposed = new ArrayList<>();

    public Flows(Background background) {
        Dialogs dialogs = fake(Dialogs.class, (name, args) -> {
            if (name.equals("drain") && args[0] instanceof List<?> nodes) {
                drained.add(nodes.stream().map(Node.class::cast).toList());
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
        PlanReview review = new PlanReview(operations, dialogs);
        Offers offers = new Offers(new Locks(), RuleService.none(), AccessService.unknown());
        place = new PlaceFlow(planner, advice, review, dialogs, offers, background);
        DrainFlow drain =
                new DrainFlow(fake(DrainService.class, (name, args) -> null), operations, review, dialogs, offers);
        board = new BoardFlow(
                fake(BoardPlanner.class, (name, args) -> null),
                ranks,
                new BoardSession(),
                review,
                dialogs,
                offers,
                background);
        JobFlow jobs = new JobFlow(fake(JobActPlanner.class, (name, args) -> null), review, dialogs, background);
        SubmitFlow submit = new SubmitFlow(
                fake(SubmitService.class, (name, args) -> null),
                placement,
                advice,
                fake(FleetService.class, (name, args) -> FleetFactory.INSTANCE.createFleet()),
                review,
                dialogs,
                offers,
                background,
                new DragSession(),
                new UnsentManifest());
        acts = new Acts(
                submit,
                place,
                board,
                drain,
                new SuspendFlow(review),
                jobs,
                new UndoFlow(operations, dialogs),
                operations,
                offers,
                dialogs);
        DeviceCordonService cordons = fake(DeviceCordonService.class, (name, args) -> {
            asked.add((Accelerator) args[0]);
            return CompletableFuture.completedFuture(new DeviceSite.Unserved("this is a test"));
        });
        PartitionService partitions = fake(
                PartitionService.class,
                (name, args) -> name.equals("whyNot") ? Optional.of("this is a test") : List.of());
        devices = new DeviceMenu(
                new DeviceFlow(cordons, drain, review, dialogs, offers, background),
                new PartitionFlow(partitions, review, dialogs, offers));
        supposition = new Supposition(
                (cluster, hypotheses) -> {
                    supposed.add(hypotheses);
                    return new CompletableFuture<>();
                },
                background);
    }

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

    public Supposition supposition() {
        return supposition;
    }

    public FakePlacement placement() {
        return placement;
    }

    public PlaceFlow place() {
        return place;
    }

    public BoardFlow board() {
        return board;
    }

    public FakeBoard ranks() {
        return ranks;
    }

    public Acts acts() {
        return acts;
    }

    public DeviceMenu devices() {
        return devices;
    }

    /** Devices whose cordon was asked for, in order. */
    public List<Accelerator> asked() {
        return asked;
    }
}
