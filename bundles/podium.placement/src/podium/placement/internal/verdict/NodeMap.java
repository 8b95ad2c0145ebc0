// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Node;
import podium.placement.Verdict;
import podium.placement.internal.index.ClusterIndex;

/** The verdicts of all rows as an immutable map: two arrays instead of five thousand entries. */
@NonNullByDefault({})
public final class NodeMap extends AbstractMap<Node, Verdict> {
    private final ClusterIndex index;
    private final @Nullable Node[] nodes;
    private final Verdict[] verdicts;
    private final int size;

    public NodeMap(ClusterIndex index, @Nullable Node[] nodes, Verdict[] verdicts) {
        this.index = index;
        this.nodes = nodes;
        this.verdicts = verdicts;
        int count = 0;
        for (Node node : nodes) {
            count += node == null ? 0 : 1;
        }
        this.size = count;
    }

    @Override
    public Verdict get(Object key) {
        int row = key instanceof Node node ? row(node) : -1;
        return row < 0 ? null : verdicts[row];
    }

    @Override
    public boolean containsKey(Object key) {
        return key instanceof Node node && row(node) >= 0;
    }

    private int row(Node node) {
        int row = index.row(node);
        return row >= 0 && row < nodes.length && nodes[row] == node ? row : -1;
    }

    @Override
    public Set<Map.Entry<Node, Verdict>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<Node, Verdict>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<Node, Verdict>> {
        private int row = next(0);

        @Override
        public boolean hasNext() {
            return row < nodes.length;
        }

        @Override
        public Map.Entry<Node, Verdict> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Map.Entry<Node, Verdict> entry = Map.entry(nodes[row], verdicts[row]);
            row = next(row + 1);
            return entry;
        }

        private int next(int from) {
            int at = from;
            while (at < nodes.length && nodes[at] == null) {
                at++;
            }
            return at;
        }
    }
}
