// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.ArrayList;
import java.util.List;

/** The taints of a node. */
public record Taints(List<Taint> all) {
    private static final Taints NONE = new Taints(List.of());

    public Taints {
        all = List.copyOf(all);
    }

    public static Taints none() {
        return NONE;
    }

    /** One taint a line: key, value, effect separated by tabs. */
    public String text() {
        List<String> lines = new ArrayList<>();
        for (Taint taint : all) {
            lines.add(String.join(
                    "\t", Escapes.escape(taint.key()), Escapes.escape(taint.value()), Escapes.escape(taint.effect())));
        }
        return String.join("\n", lines);
    }

    /** Reads what {@link #text()} wrote. */
    public static Taints parse(String text) {
        List<Taint> taints = new ArrayList<>();
        for (String line : text.split("\n")) {
            String[] parts = line.split("\t", -1);
            if (parts.length == 3) {
                taints.add(
                        new Taint(Escapes.unescape(parts[0]), Escapes.unescape(parts[1]), Escapes.unescape(parts[2])));
            }
        }
        return new Taints(taints);
    }
}
