// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.change.SchedulingObject.DeviceClass;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.dra.AllocatedDevice;
import podium.core.dra.ClaimSpec;
import podium.core.dra.DeviceChoice;
import podium.core.dra.DeviceRequest;
import podium.core.fleet.GpuShares;
import podium.core.text.CleanText;
import podium.model.fleet.Node;
import podium.placement.Reason;
import podium.placement.internal.dra.AllocationOutcome;
import podium.placement.internal.dra.AllocationState;
import podium.placement.internal.dra.Allocator;
import podium.placement.internal.dra.ClaimToAllocate;
import podium.placement.internal.dra.DeviceIndex;
import podium.placement.internal.dra.DeviceShortage;
import podium.placement.internal.dra.NodeDevices;
import podium.placement.internal.dra.ServedCopies;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.PodSelectors;
import podium.placement.internal.index.ResourceText;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/**
 * The resource claims of a task against nodes, and its extended resources where a device class serves them (scheduler plugin
 * dynamicresources). An extended resource is served by DRA on a node that offers none of it by a device plugin when a
 * DeviceClass names it (extendedResourceName) or the pod names the class itself, as
 * {@code deviceclass.resource.kubernetes.io/NAME} (KEP-5004).
 */
public final class DraCheck {
    private static final String CLASS_PREFIX = "deviceclass.resource.kubernetes.io/";

    private final TaskProbe probe;
    private final ClusterIndex index;
    private final DeviceIndex devices;
    private final int[] columns;
    private final Optional<DeviceClass>[] classes;
    private final boolean[] perhaps;
    private final boolean extended;
    private final PodClaims claims;
    private final Allocator allocator;
    private final AllocationState usage;
    private final Map<GangPiece, PodClaims> others = new IdentityHashMap<>();
    /** Claims of tasks that ask for the same, once. */
    private final Map<PodClaims, PodClaims> equal = new HashMap<>();
    /** What needs devices, by the claims of a task and which resources DRA serves; and of that, what each task needs anew. */
    private final Map<PodClaims, Map<BitSet, List<ClaimToAllocate>>> open = new IdentityHashMap<>();

    private final Map<List<ClaimToAllocate>, List<ClaimToAllocate>> again = new IdentityHashMap<>();

    @SuppressWarnings("unchecked")
    DraCheck(TaskProbe probe, ClusterIndex index, int[] columns) {
        this.probe = probe;
        this.index = index;
        this.columns = columns;
        this.devices = index.offered();
        this.classes = new Optional[columns.length];
        this.perhaps = new boolean[columns.length];
        boolean known = devices.facts().listed(DeviceClass.class);
        boolean any = false;
        for (int i = 0; i < columns.length; i++) {
            boolean possible = extended(probe.resources[i]) && !devices.isEmpty();
            classes[i] = possible ? devices.servedBy(probe.resources[i]) : Optional.empty();
            perhaps[i] = possible && !known && classes[i].isEmpty();
            any |= classes[i].isPresent();
        }
        this.extended = any;
        this.claims = PodClaims.of(probe.spec, probe.task, probe, devices);
        this.allocator = new Allocator(devices, index.selectors());
        this.usage = AllocationState.without(devices, claims.gone());
    }

    /** Whether DRA serves the resource at this place of the probe on a node, and no device plugin. */
    boolean serves(int resource, int row) {
        return classes[resource].isPresent() && index.allocatable(columns[resource], row) == 0;
    }

    /** Whether the resource may be served there, as far as can be told while device classes are not known. */
    boolean maybe(int resource, int row, Node node) {
        return perhaps[resource]
                && index.allocatable(columns[resource], row) == 0
                && !index.offers(row, node).isEmpty();
    }

    static Reason perhaps(String resource, long amount) {
        String asked = ResourceText.words(resource, amount);
        return Reason.ofDevices(
                Texts.of("DraCheck.draServesIts", asked.endsWith(resource) ? asked : asked + " (" + resource + ")"));
    }

    /** True when anything of it is to be judged. */
    boolean concerns() {
        return extended || !probe.spec.resourceClaims().isEmpty();
    }

    /** How many copies the node's devices take; what is against it. */
    int copies(int row, Node node, Reasons blockers, Reasons conditions) {
        claims.blockers().forEach(words -> blockers.add(Reason.ofDevices(words)));
        claims.conditions().forEach(words -> conditions.add(Reason.ofDevices(words)));
        for (ResourceClaim claim : claims.pinned()) {
            if (!claim.allocation().orElseThrow().reaches(node.getName(), PodSelectors.labels(node))) {
                blockers.add(Reason.ofDevices(elsewhere(claim, node)));
            }
        }
        List<ClaimToAllocate> wanted = open(row, claims);
        if (wanted.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        NodeDevices there = index.offers(row, node);
        ServedCopies served = allocator.served(there, usage, wanted, again(wanted), most());
        if (served.against().isEmpty()) {
            if (!served.awaited().isEmpty()) {
                conditions.add(Reason.ofDevices(Texts.of(
                        "DraCheck.itsDriverMakesReady", CleanText.clean(String.join(", ", served.awaited())))));
            }
            if (served.shared()) {
                shared(conditions);
            }
            return served.copies();
        }
        switch (served.against().get()) {
            case AllocationOutcome.Found _ -> {}
            case AllocationOutcome.None() -> {
                DeviceShortage why = allocator.why(there, usage, wanted, new ClaimUsers(node));
                blockers.add(new Reason(why.words(), why.rule(), Reason.Kind.DEVICES));
            }
            case AllocationOutcome.Refused(String words) -> blockers.add(Reason.ofDevices(CleanText.clean(words)));
            case AllocationOutcome.Unknown(String words) -> conditions.add(Reason.ofDevices(CleanText.clean(words)));
        }
        return served.copies();
    }

    /** The devices that are fewer there in all than is asked for: to free some is in vain. */
    Optional<DeviceShortage.Few> few(int row, Node node) {
        List<ClaimToAllocate> wanted = open(row, claims);
        NodeDevices there = index.offers(row, node);
        return !wanted.isEmpty()
                        && allocator.served(there, usage, wanted, again(wanted), most()).against().stream()
                                .anyMatch(AllocationOutcome.None.class::isInstance)
                ? allocator.why(there, usage, wanted, new ClaimUsers(node)).few()
                : Optional.empty();
    }

    /** The first of several tasks decides for all. */
    private void shared(Reasons conditions) {
        if (probe.count > 1) {
            claims.open().stream()
                    .filter(ClaimToAllocate::once)
                    .findFirst()
                    .ifPresent(claim -> conditions.add(Reason.ofDevices(
                            Texts.of("DraCheck.itsTasksShareSo", probe.count, CleanText.clean(claim.words())))));
        }
    }

    private String elsewhere(ResourceClaim claim, Node node) {
        String where = claim.allocation()
                .flatMap(allocation -> allocation.node())
                .map(name -> Texts.of("DraCheck.hasItsDevicesOn", PodClaims.words(claim), CleanText.clean(name)))
                .orElse(Texts.of("DraCheck.hasItsDevicesElsewhere", PodClaims.words(claim)));
        return claim.users().isEmpty()
                ? where
                : Texts.of("DraCheck.hasItsDevicesForUsers", where, CleanText.clean(new ClaimUsers(node).of(claim)));
    }

    /** What needs devices on a row: claims, and what no device plugin offers there. The same object for the same. */
    private List<ClaimToAllocate> open(int row, PodClaims of) {
        if (!extended) {
            return of.open();
        }
        BitSet served = new BitSet();
        for (int i = 0; i < columns.length; i++) {
            served.set(i, serves(i, row));
        }
        return open.computeIfAbsent(of, claims -> new HashMap<>()).computeIfAbsent(served, set -> open(set, of));
    }

    private List<ClaimToAllocate> open(BitSet served, PodClaims of) {
        List<DeviceRequest> requests = served.stream()
                .mapToObj(i -> new DeviceRequest(
                        probe.resources[i],
                        List.of(DeviceChoice.of(classes[i].orElseThrow().name(), probe.amounts[i]))))
                .toList();
        List<ClaimToAllocate> all = new ArrayList<>(of.open());
        if (!requests.isEmpty()) {
            all.add(new ClaimToAllocate(
                    "", Texts.of("DraCheck.itsExtendedResources"), new ClaimSpec(requests, List.of()), false));
        }
        return all;
    }

    /** Of what one task needs, what the next one needs as well. */
    private List<ClaimToAllocate> again(List<ClaimToAllocate> wanted) {
        return wanted.stream().noneMatch(ClaimToAllocate::once)
                ? wanted
                : again.computeIfAbsent(
                        wanted,
                        all -> all.stream().filter(claim -> !claim.once()).toList());
    }

    /** What the scheduler would give a task there, by claim; empty: it needs nothing or gets nothing. */
    Map<ClaimToAllocate, List<AllocatedDevice>> allocation(int row, Node node) {
        List<ClaimToAllocate> wanted = open(row, claims);
        NodeDevices there = index.offers(row, node);
        Map<ClaimToAllocate, List<AllocatedDevice>> given = new IdentityHashMap<>();
        if (!wanted.isEmpty() && allocator.allocate(there, usage, wanted) instanceof AllocationOutcome.Found found) {
            for (int i = 0; i < wanted.size(); i++) {
                given.put(wanted.get(i), found.devices().get(i));
            }
        }
        return given;
    }

    private PodClaims claims(GangPiece piece) {
        PodClaims of = PodClaims.of(piece.spec(), piece.task(), probe, devices);
        return of.equals(claims) ? claims : equal.computeIfAbsent(of, one -> one);
    }

    private int most() {
        return Math.min(Allocator.MOST, probe.count);
    }

    /** Whether it fits beside others of the subject that are thought to lie there. */
    boolean takes(int row, Node node, List<GangPiece> there) {
        NodeDevices offered = index.offers(row, node);
        return beside(row, offered, there).orElseGet(() -> search(row, offered, there));
    }

    /** Of tasks that need the same it is known how many a node serves; empty: they do not, or it is not. */
    private Optional<Boolean> beside(int row, NodeDevices offered, List<GangPiece> there) {
        List<ClaimToAllocate> wanted = open(row, claims);
        for (GangPiece piece : there) {
            if (others.computeIfAbsent(piece, this::claims) != claims) {
                return Optional.empty();
            }
        }
        if (wanted.isEmpty()) {
            return Optional.of(true);
        }
        ServedCopies served = allocator.served(offered, usage, wanted, again(wanted), most());
        if (served.copies() > there.size()) {
            return Optional.of(true);
        }
        return served.sure() && served.copies() < most() ? Optional.of(false) : Optional.empty();
    }

    private boolean search(int row, NodeDevices offered, List<GangPiece> there) {
        AllocationState now = usage;
        boolean first = true;
        for (GangPiece piece : there) {
            PodClaims of = others.computeIfAbsent(piece, this::claims);
            List<ClaimToAllocate> wanted = first ? open(row, of) : again(open(row, of));
            if (allocator.allocate(offered, now, wanted) instanceof AllocationOutcome.Found found) {
                now = now.with(found.all());
                first = false;
            }
        }
        AllocationOutcome outcome =
                allocator.allocate(offered, now, first ? open(row, claims) : again(open(row, claims)));
        return outcome instanceof AllocationOutcome.Found || outcome instanceof AllocationOutcome.Unknown;
    }

    /** IsDRAExtendedResourceName of kubernetes/pkg/scheduler/util: neither native nor a quota's; nor a share of a GPU. */
    private static boolean extended(String resource) {
        return resource.startsWith(CLASS_PREFIX)
                || resource.indexOf('/') > 0
                        && !resource.contains("kubernetes.io/")
                        && !resource.startsWith("requests.")
                        && !GpuShares.judgedByDevice(resource);
    }
}
