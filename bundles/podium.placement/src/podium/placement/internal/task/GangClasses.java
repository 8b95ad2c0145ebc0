// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.Holdings;
import podium.model.value.Labels;
import podium.model.value.TaskSpec;

/**
 * The pieces of a gang by what they ask for: pieces of one class can change places. How many of each class lie somewhere
 * is one number, a <i>load</i>: a field of bits per class with a guard bit above it, so that loads add up as numbers and
 * one test tells whether a class was exceeded.
 */
public final class GangClasses {
    /** Bits of a load; the table of a domain has one entry per load. */
    private static final int BITS = 17;

    private final List<List<GangPiece>> classes;
    private final int[] shift;
    private final int guards;
    private final int whole;
    private final String resource;

    private record Kind(TaskSpec spec, Labels labels) {}

    /**
     * Classes of pieces.
     *
     * @param byLabels whether pieces with other labels are of another class: where pods look at each other's labels
     */
    public GangClasses(List<GangPiece> pieces, boolean byLabels) {
        classes = List.copyOf(group(pieces, byLabels));
        shift = new int[classes.size()];
        int at = 0;
        int guard = 0;
        int all = 0;
        int i = 0;
        for (; i < shift.length && at < BITS; i++) {
            int count = classes.get(i).size();
            shift[i] = at;
            all += count << at;
            at += Integer.SIZE - Integer.numberOfLeadingZeros(count) + 1;
            guard |= 1 << at - 1;
        }
        guards = i == shift.length && at <= BITS ? guard : 0;
        whole = all;
        resource = resource(pieces);
    }

    /** Most pieces share their spec with the one before: only where they do not are specs compared field by field. */
    private static List<List<GangPiece>> group(List<GangPiece> pieces, boolean byLabels) {
        Map<Kind, List<GangPiece>> found = new LinkedHashMap<>();
        GangPiece last = null;
        List<GangPiece> its = List.of();
        for (GangPiece piece : pieces) {
            if (last == null || last.spec() != piece.spec() || byLabels && last.labels() != piece.labels()) {
                Kind kind = new Kind(piece.spec(), byLabels ? piece.labels() : Labels.none());
                its = found.computeIfAbsent(kind, k -> new ArrayList<>());
            }
            its.add(piece);
            last = piece;
        }
        return List.copyOf(found.values());
    }

    private static String resource(List<GangPiece> pieces) {
        int most = 0;
        String found = "";
        for (GangPiece piece : pieces) {
            if (Holdings.asked(piece.spec()) > most) {
                most = Holdings.asked(piece.spec());
                found = piece.spec().requests().toMap().keySet().stream()
                        .filter(name -> AcceleratorKind.of(name).isPresent())
                        .findFirst()
                        .orElse("");
            }
        }
        return found;
    }

    public int count() {
        return classes.size();
    }

    /** The pieces of a class, in order of rank. */
    public List<GangPiece> pieces(int of) {
        return classes.get(of);
    }

    /** True when the loads of this gang have a number: so many pieces of so few classes. */
    public boolean numbered() {
        return guards != 0;
    }

    /** The load of all pieces. */
    public int whole() {
        return whole;
    }

    /** The load of one piece of a class. */
    public int one(int of) {
        return 1 << shift[of];
    }

    /** Pieces of a class in a load. */
    public int of(int load, int of) {
        int above = of + 1 < shift.length ? shift[of + 1] : BITS + 1;
        return load >> shift[of] & (1 << above - shift[of]) - 1;
    }

    /** True when no class has more pieces in the load than the gang has. */
    public boolean within(int load) {
        return ((whole | guards) - load & guards) == guards;
    }

    /** The accelerator that the gang asks for; empty: none. */
    public String resource() {
        return resource;
    }

    /** Units of {@link #resource} that a load takes. */
    public long units(int load) {
        long sum = 0;
        for (int of = 0; of < classes.size(); of++) {
            sum += of(load, of) * classes.get(of).getFirst().spec().requests().get(resource);
        }
        return sum;
    }
}
