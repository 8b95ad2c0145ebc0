// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.AcceleratorState;
import podium.core.fleet.Holdings;
import podium.core.fleet.NodeTaints;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.FailingReason;
import podium.core.job.PastFailures;
import podium.core.job.PurposeRules;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Health;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.LinkKind;
import podium.model.fleet.Node;
import podium.model.fleet.Purpose;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.drain.Fate;
import podium.placement.Fit;
import podium.telemetry.DeviceXid;
import podium.telemetry.TelemetryStore;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/** Word, icon and colour of every state: the same wherever it is shown. Never colour alone. */
public final class StateLabels {
    private static final Shown FAILING = new Shown(Texts.of("StateLabels.failing"), Icon.FAILING, Name.CRITICAL);

    private StateLabels() {}

    /** A state as it is shown. */
    public record Shown(String word, Icon icon, Name tone) {
        public StateIcon mark() {
            return new StateIcon(icon, tone);
        }
    }

    public static Shown of(JobState state) {
        return switch (state) {
            case UNKNOWN -> new Shown(Texts.of("StateLabels.unknown"), Icon.UNKNOWN, Name.MUTED);
            case SUSPENDED -> new Shown(Texts.of("StateLabels.suspended"), Icon.SUSPENDED, Name.MUTED);
            case HELD -> new Shown(Texts.of("StateLabels.held"), Icon.HELD, Name.WAITING);
            case WAITING -> new Shown(Texts.of("StateLabels.waiting"), Icon.WAITING, Name.WAITING);
            case STARTING -> new Shown(Texts.of("StateLabels.starting"), Icon.STARTING, Name.HELD);
            case RUNNING -> new Shown(Texts.of("StateLabels.running"), Icon.RUNNING, Name.HELD);
            case STOPPING -> new Shown(Texts.of("StateLabels.stopping"), Icon.STOPPING, Name.WARNING);
            case SUCCEEDED -> new Shown(Texts.of("StateLabels.succeeded"), Icon.DONE, Name.GOOD);
            case FAILED -> new Shown(Texts.of("StateLabels.failed"), Icon.FAILED, Name.CRITICAL);
            case FAILING -> FAILING;
            case SCHEDULED -> new Shown(Texts.of("StateLabels.scheduled"), Icon.SCHEDULED, Name.MUTED);
        };
    }

    /** The state of a job; one that goes on after failures is no plain one. */
    public static Shown of(Job job) {
        Shown state = of(job.getState());
        return PastFailures.of(job).isEmpty()
                ? state
                : new Shown(Texts.of("StateLabels.withFailures", state.word()), Icon.WARNING, Name.WARNING);
    }

    /** What work is for; empty: not known. */
    public static Optional<Shown> of(Purpose purpose) {
        String word = PurposeRules.word(purpose);
        return switch (purpose) {
            case UNKNOWN -> Optional.empty();
            case TRAINING -> Optional.of(new Shown(word, Icon.GPU, Name.HELD));
            case FINE_TUNING -> Optional.of(new Shown(word, Icon.SLICE, Name.WAITING));
            case INFERENCE -> Optional.of(new Shown(word, Icon.LIVE, Name.GOOD));
            case BATCH -> Optional.of(new Shown(word, Icon.BATCH, Name.MUTED));
            case NOTEBOOK -> Optional.of(new Shown(word, Icon.TEXT, Name.WARNING));
        };
    }

    /** The state of a task; one that has its node and does not come up there is not starting. */
    public static Shown of(Task task) {
        return FailingReason.of(task) ? FAILING : of(task.getPhase());
    }

    public static Shown of(TaskPhase phase) {
        return switch (phase) {
            case UNKNOWN -> new Shown(Texts.of("StateLabels.unknown"), Icon.UNKNOWN, Name.MUTED);
            case GATED -> new Shown(Texts.of("StateLabels.held"), Icon.HELD, Name.WAITING);
            case PENDING -> new Shown(Texts.of("StateLabels.waiting"), Icon.WAITING, Name.WAITING);
            case STARTING -> new Shown(Texts.of("StateLabels.starting"), Icon.STARTING, Name.HELD);
            case RUNNING -> new Shown(Texts.of("StateLabels.running"), Icon.RUNNING, Name.HELD);
            case TERMINATING -> new Shown(Texts.of("StateLabels.terminating"), Icon.STOPPING, Name.WARNING);
            case SUCCEEDED -> new Shown(Texts.of("StateLabels.succeeded"), Icon.DONE, Name.GOOD);
            case FAILED -> new Shown(Texts.of("StateLabels.failed"), Icon.FAILED, Name.CRITICAL);
        };
    }

    /**
     * True while a cluster is listed for the first time, and where that broke off: what it has and who holds it is known in part, so
     * nothing may be called free yet. Once all was listed, a connection that breaks is stale and none that failed. A cluster that is
     * shown as it was last is stale from the first kind on that is remembered: before its pods are, it is listed like any other.
     */
    public static boolean isListing(Cluster cluster) {
        return cluster.getConnection() == ConnectionState.FAILED || isOpening(cluster);
    }

    /** True until a cluster that is connected has told of its pods. */
    public static boolean isOpening(Cluster cluster) {
        return cluster.getConnection() == ConnectionState.CONNECTING
                || cluster.getFacts() instanceof SchedulingObjects facts && facts.awaitsPods();
    }

    /** True while who holds the devices of a thing is not known. */
    public static boolean isListing(EObject thing) {
        return FleetLabels.cluster(thing).filter(StateLabels::isListing).isPresent();
    }

    /** True while nothing was ever heard from a cluster: what it has is not known, and is not 0. */
    public static boolean isUnheard(Cluster cluster) {
        return cluster.getConnection() != ConnectionState.LIVE
                && cluster.getNodes().isEmpty()
                && cluster.getJobs().isEmpty();
    }

    public static Shown of(ConnectionState state) {
        return switch (state) {
            case CONNECTING -> new Shown(Texts.of("StateLabels.connecting"), Icon.CONNECTING, Name.WAITING);
            case LIVE -> new Shown(Texts.of("StateLabels.live"), Icon.LIVE, Name.GOOD);
            case STALE -> new Shown(Texts.of("StateLabels.stale"), Icon.STALE, Name.WARNING);
            case WAITING_FOR_CONSENT ->
                new Shown(Texts.of("StateLabels.asksForYourConsent"), Icon.CONSENT, Name.WARNING);
            case REFUSED -> new Shown(Texts.of("StateLabels.refused"), Icon.REFUSED, Name.CRITICAL);
            case FAILED -> new Shown(Texts.of("StateLabels.notConnected"), Icon.FAILED, Name.CRITICAL);
            case CLOSED -> new Shown(Texts.of("StateLabels.closed"), Icon.CLOSED, Name.MUTED);
        };
    }

    /** How it stands with a cluster: its connection, or of when it is. */
    public static Shown of(Cluster cluster) {
        return Snapshots.is(cluster) ? Snapshots.shown(cluster) : of(cluster.getConnection());
    }

    /** What is said of all that is shown of a cluster which is not heard now: stale, or snapshot; empty: it is as it is now. */
    public static Optional<Shown> before(EObject of) {
        return FleetLabels.cluster(of)
                .filter(cluster -> cluster.getConnection() != ConnectionState.LIVE)
                .map(cluster -> Snapshots.is(cluster)
                        ? new Shown(Texts.of("StateLabels.snapshot"), Icon.STALE, Name.MUTED)
                        : of(cluster));
    }

    /** A state with what is said of its cluster: "running, stale". */
    public static Shown dated(Shown state, EObject of) {
        return before(of)
                .map(now -> new Shown(dated(state.word(), of), now.icon(), now.tone()))
                .orElse(state);
    }

    /** Words about a thing with what is said of its cluster: "28, stale". */
    public static String dated(String words, EObject of) {
        return before(of).map(now -> words + ", " + now.word()).orElse(words);
    }

    /** A node: what is wrong with it first, else how full it is. */
    public static Shown of(Node node) {
        if (node.getReadiness() == Readiness.NOT_READY) {
            return new Shown(Texts.of("StateLabels.notReady"), Icon.FAILED, Name.CRITICAL);
        } else if (node.getReadiness() == Readiness.UNKNOWN) {
            return new Shown(Texts.of("StateLabels.doesNotReport"), Icon.UNKNOWN, Name.WARNING);
        } else if (node.isUnschedulable()) {
            return new Shown(Texts.of("StateLabels.cordoned"), Icon.CORDONED, Name.CORDONED);
        } else if (NodeTaints.keepingOff(node).isPresent()) {
            return new Shown(Texts.of("StateLabels.tainted"), Icon.CORDONED, Name.CORDONED);
        }
        Holdings holdings = Holdings.of(node);
        if (holdings.failed() > 0) {
            return new Shown(Texts.of("StateLabels.failedDevices"), Icon.WARNING, Name.CRITICAL);
        } else if (holdings.withheld() > 0) {
            return new Shown(Texts.of("StateLabels.devicesNotOffered"), Icon.WARNING, Name.WARNING);
        } else if (holdings.total() == 0) {
            return new Shown(Texts.of("StateLabels.ready"), Icon.NODE, Name.MUTED);
        } else if (holdings.tainted() == holdings.total()) {
            return of(AcceleratorState.TAINTED);
        } else if (isListing(node)) {
            return new Shown(Texts.of("StateLabels.ready"), Icon.NODE, Name.MUTED);
        } else if (holdings.held() == 0) {
            return new Shown(Texts.of("StateLabels.free"), Icon.FREE, Name.FREE);
        }
        return holdings.free() == 0 && Holdings.freeSlices(node) == 0
                ? new Shown(Texts.of("StateLabels.full"), Icon.FULL, Name.HELD)
                : new Shown(Texts.of("StateLabels.partly"), Icon.PARTLY, Name.HELD);
    }

    public static Shown of(Accelerator accelerator) {
        AcceleratorState state = Holdings.state(accelerator);
        boolean open = (state == AcceleratorState.FREE || state == AcceleratorState.WITHHELD_WHICH)
                && accelerator.getNode() != null
                && isListing(accelerator.getNode());
        return of(open ? AcceleratorState.UNKNOWN : state);
    }

    /**
     * The same; what has an XID of broken ones has failed, whatever else is known of it, and what is not offered is one of those that
     * an XID or a note of people points at, where these are enough.
     */
    public static Shown of(Accelerator accelerator, TelemetryStore telemetry) {
        return DeviceXid.broken(accelerator, telemetry)
                .map(xid -> new Shown(Texts.of("StateLabels.brokenXid", xid), Icon.FAILED, Name.CRITICAL))
                .orElseGet(() -> isToldOffered(accelerator, telemetry) ? of(AcceleratorState.FREE) : of(accelerator));
    }

    private static boolean isToldOffered(Accelerator accelerator, TelemetryStore telemetry) {
        if (Holdings.state(accelerator) != AcceleratorState.WITHHELD_WHICH || isListing(accelerator.getNode())) {
            return false;
        }
        Set<Integer> suspected = AcceleratorLabels.suspected(accelerator.getNode(), telemetry);
        return !suspected.contains(accelerator.getIndex())
                && suspected.size() >= Holdings.of(accelerator.getNode()).withheld();
    }

    public static Shown of(AcceleratorState state) {
        return switch (state) {
            case FREE -> new Shown(Texts.of("StateLabels.free"), Icon.FREE, Name.FREE);
            case HELD -> new Shown(Texts.of("StateLabels.held"), Icon.FULL, Name.HELD);
            case UNKNOWN_WHICH -> new Shown(Texts.of("StateLabels.mayBeHeld"), Icon.UNKNOWN, Name.HELD);
            case WITHHELD_WHICH -> new Shown(Texts.of("StateLabels.mayNotBeOffered"), Icon.UNKNOWN, Name.MUTED);
            case TAINTED -> new Shown(Texts.of("StateLabels.tainted"), Icon.CORDONED, Name.CORDONED);
            case FAILED -> new Shown(Texts.of("StateLabels.failed"), Icon.FAILED, Name.CRITICAL);
            case UNKNOWN -> new Shown(Texts.of("StateLabels.unknown"), Icon.UNKNOWN, Name.MUTED);
        };
    }

    /** Of one of which nothing is left how it ended: nobody undid it. */
    public static Shown of(Operation operation) {
        return of(operation.over().isPresent() ? OperationState.DONE : operation.state());
    }

    public static Shown of(OperationState state) {
        return switch (state) {
            case PREPARED -> new Shown(Texts.of("StateLabels.prepared"), Icon.WAITING, Name.WAITING);
            case RUNNING -> new Shown(Texts.of("StateLabels.running"), Icon.RUNNING, Name.HELD);
            case PAUSED -> new Shown(Texts.of("StateLabels.paused"), Icon.SUSPENDED, Name.WARNING);
            case DONE -> new Shown(Texts.of("StateLabels.done"), Icon.DONE, Name.GOOD);
            case FAILED -> new Shown(Texts.of("StateLabels.failed"), Icon.FAILED, Name.CRITICAL);
            case ABORTED -> new Shown(Texts.of("StateLabels.aborted"), Icon.ABORT, Name.WARNING);
            case UNDOING -> new Shown(Texts.of("StateLabels.undoing"), Icon.UNDO, Name.HELD);
            case UNDONE -> new Shown(Texts.of("StateLabels.undone"), Icon.UNDO, Name.MUTED);
            case INTERRUPTED -> new Shown(Texts.of("StateLabels.interrupted"), Icon.WARNING, Name.WARNING);
        };
    }

    public static Shown of(Fit fit) {
        return switch (fit) {
            case FITS -> new Shown(Texts.of("StateLabels.fits"), Icon.FITS, Name.DROP_OK);
            case FITS_IF -> new Shown(Texts.of("StateLabels.fitsIf"), Icon.FITS_IF, Name.DROP_IF);
            case EVICTS -> new Shown(Texts.of("StateLabels.evictsOthers"), Icon.IRREVERSIBLE, Name.DROP_EVICTS);
            case DOES_NOT_FIT -> new Shown(Texts.of("StateLabels.doesNotFit"), Icon.DOES_NOT_FIT, Name.DROP_NO);
            case REFUSED -> new Shown(Texts.of("StateLabels.refused"), Icon.LOCKED, Name.DROP_NO);
        };
    }

    public static Shown of(Fate fate) {
        return switch (fate) {
            case EVICT -> new Shown(Texts.of("StateLabels.evicted"), Icon.DRAIN, Name.HELD);
            case STAYS -> new Shown(Texts.of("StateLabels.stays"), Icon.HELD, Name.MUTED);
            case FINISHED -> new Shown(Texts.of("StateLabels.finished"), Icon.DONE, Name.MUTED);
            case BLOCKS -> new Shown(Texts.of("StateLabels.blocks"), Icon.FAILED, Name.CRITICAL);
        };
    }

    /** How well a device or a link is. */
    public static String word(Health health) {
        return switch (health) {
            case UNKNOWN -> Texts.of("StateLabels.unknown");
            case HEALTHY -> Texts.of("StateLabels.healthy");
            case DEGRADED -> Texts.of("StateLabels.degraded");
            case FAILED -> Texts.of("StateLabels.failed");
        };
    }

    /** What a link between two devices is. */
    public static String word(LinkKind kind) {
        return switch (kind) {
            case NVLINK -> Texts.of("StateLabels.nvlink");
            case XGMI -> Texts.of("StateLabels.xgmi");
            case PCIE -> Texts.of("StateLabels.pcie");
            case NETWORK -> Texts.of("StateLabels.network");
        };
    }
}
