// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.Holdings;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Resources;
import podium.placement.internal.dra.DeviceIndex;
import podium.placement.internal.dra.NodeDevices;
import podium.placement.internal.dra.cel.SelectorReader;
import podium.placement.internal.dra.cel.SelectorSource;

/**
 * The nodes of one cluster as rows of primitive arrays: what they have and what the pods bound to them ask for. A row
 * is computed anew when its node or one of its tasks changed. In the realm.
 */
public final class ClusterIndex {
    private static final @Nullable Node[] NO_NODES = {};

    private final SchedulingObjects facts;
    private final DeviceIndex offered;
    private final OfferedRows offers;
    private final SelectorSource selectors;
    private final Map<String, Integer> rowNamed = new HashMap<>();
    private final Map<Node, Integer> rowOf = new IdentityHashMap<>();
    private final Map<String, Integer> columnOf = new HashMap<>();
    private final List<String> columns = new ArrayList<>();
    private final ArrayList<Integer> spare = new ArrayList<>();
    private @Nullable Node[] nodes = NO_NODES;
    private long[][] allocatable = {};
    private long[][] used = {};

    private int[] pods = {};
    private int[] antiAffine = {};
    private @Nullable Job[] holder = {};
    private long[] held = {};
    private long[] changedAt = {};
    /** Column of the accelerators of each row, -1: none; and what is free of those that can be shared. */
    private int[] device = {};

    private @Nullable DeviceRoom[] shared = {};
    private Demand demand = Demand.NONE;
    private boolean factsChanged;
    private long selectorsSeen;
    private long version;
    private int rows;

    /** @param facts what else decides here */
    public ClusterIndex(SchedulingObjects facts) {
        this(facts, new SelectorReader());
    }

    /** @param selectors reads what claims select devices by */
    public ClusterIndex(SchedulingObjects facts, SelectorSource selectors) {
        this.facts = facts;
        this.selectors = selectors;
        this.offered = new DeviceIndex(facts);
        this.offers = new OfferedRows(offered);
        facts.follow(this::changed);
    }

    private void changed(@Nullable SchedulingObject before, @Nullable SchedulingObject now) {
        @Nullable SchedulingObject one = now == null ? before : now;
        if (one != null && DeviceIndex.concerns(one)) {
            offered.follow(before, now);
        } else if (!(one instanceof SchedulingObject.OfQuota || one instanceof SchedulingObject.Retries)) {
            factsChanged = true;
        }
    }

    public SelectorSource selectors() {
        return selectors;
    }

    /** Devices that DRA drivers offer, and who has them. */
    public DeviceIndex offered() {
        return offered;
    }

    /** The devices that DRA drivers offer on a row. */
    public NodeDevices offers(int row, Node node) {
        return offers.of(row, node);
    }

    /** Grows with every change. */
    public long version() {
        return version;
    }

    /** Version at which the row last changed. */
    public long changedAt(int row) {
        return changedAt[row];
    }

    /** Rows in use and freed; a freed one has no node. */
    public int rows() {
        return rows;
    }

    @Nullable
    public Node node(int row) {
        return nodes[row];
    }

    /** Row of a node; -1 when it is not in this cluster. */
    public int row(Node node) {
        return rowOf.getOrDefault(node, -1);
    }

    @Nullable
    public Node[] nodes() {
        return Arrays.copyOf(nodes, rows);
    }

    /** Column of a resource; -1 when no node has it and no pod asks for it. */
    public int column(String resource) {
        return columnOf.getOrDefault(resource, -1);
    }

    public long allocatable(int column, int row) {
        return column < 0 ? 0 : allocatable[column][row];
    }

    public long used(int column, int row) {
        return column < 0 ? 0 : used[column][row];
    }

    /** Pods bound to the row that are not finished. */
    public int pods(int row) {
        return pods[row];
    }

    /** True when a pod there keeps others away by anti-affinity. */
    public boolean keepsAway(int row) {
        return antiAffine[row] > 0;
    }

    /** The job that holds the most accelerators there; null: nobody holds any. */
    @Nullable
    public Job holder(int row) {
        return holder[row];
    }

    public long held(int row) {
        return held[row];
    }

    /** What is free on the row's devices, with the cores and memory beside them. */
    public DeviceRoom room(int row) {
        DeviceRoom known = shared[row];
        return known != null ? known : wholeRoom(row);
    }

    /** The same as if the pods of some jobs were gone. */
    public DeviceRoom room(int row, Node node, Predicate<Task> gone, Resources back) {
        return shared[row] == null
                ? wholeRoom(row).plus(back)
                : DeviceRoom.shared(
                        columns.get(device[row]),
                        devices(row),
                        node,
                        task -> !Holdings.hasEnded(task) && !gone.test(task),
                        free(Resources.CPU, row) + back.get(Resources.CPU),
                        free(Resources.MEMORY, row) + back.get(Resources.MEMORY));
    }

    /** Thousandths free of each device of the row, by its index, as far as sources tell which are held. */
    public int[] freeDevices(int row, Node node) {
        return device[row] < 0
                ? DeviceRoom.NO_PARTS
                : DeviceRoom.free(devices(row), node, task -> !Holdings.hasEnded(task));
    }

    /** True when pods can hold a part of a device there. */
    public boolean shares(int row) {
        return shared[row] != null;
    }

    /** What else decides here. */
    public SchedulingObjects facts() {
        return facts;
    }

    /**
     * Has the rows judged anew that the facts' changes since this was last asked concern.
     *
     * @return true: that is every row
     */
    public boolean followFacts() {
        List<String> names = offered.takeChanged();
        if (offered.takeAllChanged() | factsChanged | selectorsSeen != selectors.version()) {
            factsChanged = false;
            selectorsSeen = selectors.version();
            stale();
            return true;
        }
        for (String name : names) {
            @Nullable Integer row = rowNamed.get(name);
            if (row != null) {
                changedAt[row] = ++version;
            }
        }
        return false;
    }

    /** Every row is to be judged anew. */
    void stale() {
        version++;
        Arrays.fill(changedAt, version);
    }

    /** What is usually asked for here. */
    public Demand demand() {
        return demand;
    }

    public void demand(Demand next) {
        demand = next;
    }

    private DeviceRoom wholeRoom(int row) {
        int column = device[row];
        long free = column < 0 ? 0 : Math.max(0, allocatable[column][row] - used[column][row]);
        return new DeviceRoom(
                column < 0 ? "" : columns.get(column),
                (int) Math.min(free, Integer.MAX_VALUE),
                DeviceRoom.NO_PARTS,
                free(Resources.CPU, row),
                free(Resources.MEMORY, row));
    }

    private long free(String resource, int row) {
        int column = column(resource);
        return allocatable(column, row) - used(column, row);
    }

    /** Devices the row offers. */
    public int devices(int row) {
        return device[row] < 0 ? 0 : (int) Math.min(allocatable[device[row]][row], 1024);
    }

    private void lookAtDevices(Node node, int row) {
        device[row] = -1;
        long most = 0;
        for (int column = 0; column < columns.size(); column++) {
            if (allocatable[column][row] > most
                    && AcceleratorKind.of(columns.get(column)).isPresent()) {
                most = allocatable[column][row];
                device[row] = column;
            }
        }
        boolean offersShares = device[row] >= 0 && allocatable(column(DeviceRequirement.THOUSANDTHS), row) > 0;
        shared[row] = offersShares
                ? DeviceRoom.shared(
                        columns.get(device[row]),
                        devices(row),
                        node,
                        task -> !Holdings.hasEnded(task),
                        free(Resources.CPU, row),
                        free(Resources.MEMORY, row))
                : null;
    }

    public void update(Node node) {
        Integer known = rowOf.get(node);
        int row = known != null ? known : newRow(node);
        version++;
        changedAt[row] = version;
        withdraw(row);
        for (int column = 0; column < columns.size(); column++) {
            used[column][row] = 0;
        }
        if (node.getAllocatable() != null) {
            add(node.getAllocatable(), row, true);
        }
        countTasks(node, row);
        lookAtDevices(node, row);
    }

    void remove(Node node) {
        Integer row = rowOf.remove(node);
        if (row != null) {
            version++;
            withdraw(row);
            nodes[row] = null;
            rowNamed.remove(node.getName(), row);
            holder[row] = null;
            antiAffine[row] = 0;
            changedAt[row] = version;
            spare.add(row);
        }
    }

    /** The row offers nothing any more. */
    private void withdraw(int row) {
        for (int column = 0; column < columns.size(); column++) {
            allocatable[column][row] = 0;
        }
    }

    private void countTasks(Node node, int row) {
        int count = 0;
        int anti = 0;
        Map<Job, Long> holders = new IdentityHashMap<>(4);
        for (Task task : node.getTasks()) {
            if (Holdings.hasEnded(task)) {
                continue;
            }
            count++;
            if (task.getSpec() != null) {
                add(task.getSpec().requests(), row, false);
                anti += task.getSpec().podAntiAffinity().isEmpty() ? 0 : 1;
                int asked = Holdings.held(task) - Holdings.shares(task.getSpec());
                if (asked > 0 && task.getJob() != null) {
                    holders.merge(task.getJob(), (long) asked, Long::sum);
                }
            }
        }
        pods[row] = count;
        antiAffine[row] = anti;
        holder[row] = null;
        held[row] = 0;
        holders.forEach((job, amount) -> {
            @Nullable Job other = holder[row];
            if (amount > held[row] || amount == held[row] && other != null && isBefore(job, other)) {
                holder[row] = job;
                held[row] = amount;
            }
        });
    }

    private static boolean isBefore(Job one, Job other) {
        return String.valueOf(one.getUid()).compareTo(String.valueOf(other.getUid())) < 0;
    }

    private void add(Resources resources, int row, boolean offered) {
        resources.forEach((name, amount) -> {
            Integer known = columnOf.get(name);
            int column = known != null ? known : newColumn(name);
            (offered ? allocatable : used)[column][row] += amount;
        });
    }

    private int newColumn(String name) {
        int column = columns.size();
        columns.add(name);
        columnOf.put(name, column);
        allocatable = Arrays.copyOf(allocatable, column + 1);
        used = Arrays.copyOf(used, column + 1);
        allocatable[column] = new long[nodes.length];
        used[column] = new long[nodes.length];
        return column;
    }

    private int newRow(Node node) {
        int row = spare.isEmpty() ? rows++ : spare.removeLast();
        if (row >= nodes.length) {
            grow(Math.max(64, nodes.length * 2));
        }
        nodes[row] = node;
        offers.forget(row);
        rowOf.put(node, row);
        rowNamed.put(node.getName(), row);
        return row;
    }

    private void grow(int size) {
        nodes = Arrays.copyOf(nodes, size);
        pods = Arrays.copyOf(pods, size);
        antiAffine = Arrays.copyOf(antiAffine, size);
        holder = Arrays.copyOf(holder, size);
        held = Arrays.copyOf(held, size);
        changedAt = Arrays.copyOf(changedAt, size);
        device = Arrays.copyOf(device, size);
        shared = Arrays.copyOf(shared, size);
        offers.grow(size);
        for (int column = 0; column < columns.size(); column++) {
            allocatable[column] = Arrays.copyOf(allocatable[column], size);
            used[column] = Arrays.copyOf(used[column], size);
        }
    }
}
