// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Resources;

/**
 * The nodes of one cluster as rows of primitive arrays: what they have and what the pods bound to them ask for. A row
 * is computed anew when its node or one of its tasks changed. In the realm.
 */
final class ClusterIndex {
    private static final @Nullable Node[] NO_NODES = {};

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
    private long version;
    private int rows;

    /** Grows with every change. */
    long version() {
        return version;
    }

    /** Version at which the row last changed. */
    long changedAt(int row) {
        return changedAt[row];
    }

    /** Rows in use and freed; a freed one has no node. */
    int rows() {
        return rows;
    }

    @Nullable
    Node node(int row) {
        return nodes[row];
    }

    /** Row of a node; -1 when it is not in this cluster. */
    int row(Node node) {
        return rowOf.getOrDefault(node, -1);
    }

    @Nullable
    Node[] nodes() {
        return Arrays.copyOf(nodes, rows);
    }

    /** Column of a resource; -1 when no node has it and no pod asks for it. */
    int column(String resource) {
        return columnOf.getOrDefault(resource, -1);
    }

    long allocatable(int column, int row) {
        return column < 0 ? 0 : allocatable[column][row];
    }

    long used(int column, int row) {
        return column < 0 ? 0 : used[column][row];
    }

    /** Pods bound to the row that are not finished. */
    int pods(int row) {
        return pods[row];
    }

    /** True when a pod there keeps others away by anti-affinity. */
    boolean keepsAway(int row) {
        return antiAffine[row] > 0;
    }

    /** The job that holds the most accelerators there; null: nobody holds any. */
    @Nullable
    Job holder(int row) {
        return holder[row];
    }

    long held(int row) {
        return held[row];
    }

    void update(Node node) {
        Integer known = rowOf.get(node);
        int row = known != null ? known : newRow(node);
        version++;
        changedAt[row] = version;
        for (int column = 0; column < columns.size(); column++) {
            allocatable[column][row] = 0;
            used[column][row] = 0;
        }
        if (node.getAllocatable() != null) {
            add(node.getAllocatable(), row, true);
        }
        countTasks(node, row);
    }

    void remove(Node node) {
        Integer row = rowOf.remove(node);
        if (row != null) {
            version++;
            nodes[row] = null;
            holder[row] = null;
            antiAffine[row] = 0;
            changedAt[row] = version;
            spare.add(row);
        }
    }

    private void countTasks(Node node, int row) {
        int count = 0;
        int anti = 0;
        Map<Job, Long> holders = new IdentityHashMap<>(4);
        for (Task task : node.getTasks()) {
            if (!living(task)) {
                continue;
            }
            count++;
            if (task.getSpec() != null) {
                add(task.getSpec().requests(), row, false);
                anti += task.getSpec().podAntiAffinity().isEmpty() ? 0 : 1;
                int asked = Holdings.asked(task.getSpec());
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
            if (amount > held[row]) {
                holder[row] = job;
                held[row] = amount;
            }
        });
    }

    /** True for a pod the scheduler counts: not finished. */
    static boolean living(Task task) {
        return task.getPhase() != TaskPhase.SUCCEEDED && task.getPhase() != TaskPhase.FAILED;
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
        rowOf.put(node, row);
        return row;
    }

    private void grow(int size) {
        nodes = Arrays.copyOf(nodes, size);
        pods = Arrays.copyOf(pods, size);
        antiAffine = Arrays.copyOf(antiAffine, size);
        holder = Arrays.copyOf(holder, size);
        held = Arrays.copyOf(held, size);
        changedAt = Arrays.copyOf(changedAt, size);
        for (int column = 0; column < columns.size(); column++) {
            allocatable[column] = Arrays.copyOf(allocatable[column], size);
            used[column] = Arrays.copyOf(used[column], size);
        }
    }
}
