// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What keeps tasks off a node: its taints, its cordon, and what people wrote of it.
 *
 * @param cordon what is known of its cordon; empty: it is not cordoned, or nothing is known
 */
public record Taints(List<Taint> all, Optional<Cordon> cordon, List<NodeRemark> remarks) {
    private static final String CORDON = "cordon";

    private static final String REMARK = "remark";

    private static final Taints NONE = new Taints(List.of());

    /**
     * What is known of a cordon.
     *
     * @param since timeAdded of its taint; empty: the taint has not followed, or does not tell
     * @param planned when Podium planned it, as it says in an annotation; empty: it was not Podium
     */
    public record Cordon(String since, String planned) {
        /** Whether Podium says that it cordoned the node. */
        public boolean own() {
            return !planned.isEmpty();
        }
    }

    public Taints(List<Taint> all) {
        this(all, Optional.empty());
    }

    public Taints(List<Taint> all, Optional<Cordon> cordon) {
        this(all, cordon, List.of());
    }

    public Taints {
        all = List.copyOf(all);
        remarks = List.copyOf(remarks);
    }

    public static Taints none() {
        return NONE;
    }

    /** One taint a line: key, value, effect separated by tabs; then what is known of its cordon; then the remarks. */
    public String text() {
        List<String> lines = new ArrayList<>();
        for (Taint taint : all) {
            lines.add(String.join(
                    "\t", Escapes.escape(taint.key()), Escapes.escape(taint.value()), Escapes.escape(taint.effect())));
        }
        cordon.ifPresent(known -> lines.add(
                String.join("\t", CORDON, "", Escapes.escape(known.since()), Escapes.escape(known.planned()))));
        remarks.forEach(remark ->
                lines.add(String.join("\t", REMARK, "", Escapes.escape(remark.key()), Escapes.escape(remark.words()))));
        return String.join("\n", lines);
    }

    /** Reads what {@link #text()} wrote. */
    public static Taints parse(String text) {
        List<Taint> taints = new ArrayList<>();
        Optional<Cordon> cordon = Optional.empty();
        List<NodeRemark> remarks = new ArrayList<>();
        for (String line : text.split("\n")) {
            String[] parts = line.split("\t", -1);
            if (parts.length == 3) {
                taints.add(
                        new Taint(Escapes.unescape(parts[0]), Escapes.unescape(parts[1]), Escapes.unescape(parts[2])));
            } else if (parts.length == 4 && CORDON.equals(parts[0])) {
                cordon = Optional.of(new Cordon(Escapes.unescape(parts[2]), Escapes.unescape(parts[3])));
            } else if (parts.length == 4 && REMARK.equals(parts[0])) {
                remarks.add(new NodeRemark(Escapes.unescape(parts[2]), Escapes.unescape(parts[3])));
            }
        }
        return new Taints(taints, cordon, remarks);
    }
}
