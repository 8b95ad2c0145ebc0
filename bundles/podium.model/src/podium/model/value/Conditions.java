// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The conditions of an object. */
public record Conditions(List<Condition> all) {
    private static final Conditions NONE = new Conditions(List.of());

    public Conditions {
        all = List.copyOf(all);
    }

    public static Conditions none() {
        return NONE;
    }

    public Optional<Condition> get(String type) {
        return all.stream().filter(condition -> condition.type().equals(type)).findFirst();
    }

    /** True when the condition exists with status True. */
    public boolean holds(String type) {
        return get(type).filter(condition -> "True".equals(condition.status())).isPresent();
    }

    /** One condition a line, its parts separated by tabs. */
    public String text() {
        List<String> lines = new ArrayList<>();
        for (Condition c : all) {
            lines.add(String.join(
                    "\t",
                    Escapes.escape(c.type()),
                    Escapes.escape(c.status()),
                    Escapes.escape(c.reason()),
                    Escapes.escape(c.message()),
                    Escapes.escape(c.since())));
        }
        return String.join("\n", lines);
    }

    /** Reads what {@link #text()} wrote. */
    public static Conditions parse(String text) {
        List<Condition> conditions = new ArrayList<>();
        for (String line : text.split("\n")) {
            String[] p = line.split("\t", -1);
            if (p.length == 5) {
                conditions.add(new Condition(
                        Escapes.unescape(p[0]),
                        Escapes.unescape(p[1]),
                        Escapes.unescape(p[2]),
                        Escapes.unescape(p[3]),
                        Escapes.unescape(p[4])));
            }
        }
        return new Conditions(conditions);
    }
}
