// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.scene;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.text.CleanText;
import podium.core.text.NodeNames;
import podium.model.fleet.Cluster;
import podium.ui.label.Snapshots;

/**
 * A box of the scene: a cluster, a domain or a node. Boxes are numbered depth first, so that the boxes and the cells
 * under one box are contiguous. Immutable once the scene is built.
 */
public final class Box {
    /** What a box stands for. */
    public enum Kind {
        CLUSTER,
        DOMAIN,
        NODE
    }

    private final int id;
    private final Kind kind;
    private final EObject subject;
    private final String name;
    private final String brief;
    private final String core;
    private final NodeNames names;
    private final @Nullable Box parent;
    private final int firstCell;
    private List<Box> children = List.of();
    /** Of the nodes right below this box. */
    private NodeNames within = NodeNames.of(List.of());

    private int endCell;
    private int end;

    Box(int id, Kind kind, EObject subject, String name, NodeNames names, @Nullable Box parent, int firstCell) {
        this.id = id;
        this.kind = kind;
        this.subject = subject;
        this.name = name;
        this.names = names;
        this.brief = kind == Kind.NODE ? names.brief(name) : name;
        this.core = kind == Kind.NODE
                ? names.rest(name)
                : subject instanceof Cluster cluster && Snapshots.is(cluster) ? Snapshots.brief(cluster) : name;
        this.parent = parent;
        this.firstCell = firstCell;
    }

    void close(List<Box> itsChildren, int boxesEnd, int cellsEnd) {
        children = List.copyOf(itsChildren);
        within = NodeNames.of(
                children.stream().filter(Box::isNode).map(Box::name).toList());
        end = boxesEnd;
        endCell = cellsEnd;
    }

    /** Number in the scene, depth first. */
    public int id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** The cluster, domain or node. */
    public EObject subject() {
        return subject;
    }

    /** Name, cleaned of characters that could hide or move text. */
    public String name() {
        return name;
    }

    /** The name as it is written on the canvas: without a domain that all nodes of the cluster share. */
    public String brief() {
        return brief;
    }

    /** What of the name tells it apart from its like; written where {@link #brief} does not fit. */
    public String core() {
        return core;
    }

    /** What of the name tells it apart from those beside it, below the name of their domain. */
    public String own() {
        return kind == Kind.NODE && parent != null ? parent.within.rest(name) : core;
    }

    /** What of the name tells it apart in at most so many characters, 3 or more. */
    public String cut(int most) {
        return kind == Kind.NODE ? names.cut(name, most) : CleanText.middle(core, most);
    }

    /** The box around this one; empty for a cluster. */
    public Optional<Box> parent() {
        Box up = parent;
        return up == null ? Optional.empty() : Optional.of(up);
    }

    public List<Box> children() {
        return children;
    }

    /** Number of the first cell under this box. */
    public int firstCell() {
        return firstCell;
    }

    /** One past the number of the last cell under this box. */
    public int endCell() {
        return endCell;
    }

    /** Accelerators under this box. */
    public int cells() {
        return endCell - firstCell;
    }

    /** One past the number of the last box under this one. */
    public int end() {
        return end;
    }

    public boolean isNode() {
        return kind == Kind.NODE;
    }

    /** How many boxes lie around this one. */
    public int depth() {
        int depth = 0;
        for (Box up = parent; up != null; up = up.parent) {
            depth++;
        }
        return depth;
    }

    /** The cluster this box belongs to. */
    public Cluster cluster() {
        Box box = this;
        for (Box up = parent; up != null; up = up.parent) {
            box = up;
        }
        return (Cluster) box.subject;
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
