// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.ui.kit.SafeText;
import podium.ui.table.Mark;
import podium.ui.words.States.Shown;

/** Facts in groups, in the order they were added. What is empty is left out. */
final class Facts {
    private final Map<String, List<Fact>> groups = new LinkedHashMap<>();
    private List<Fact> current = new ArrayList<>();

    /** Begins a group; what is added next goes there. */
    Facts group(String name) {
        current = groups.computeIfAbsent(name, key -> new ArrayList<>());
        return this;
    }

    Facts add(String label, @Nullable String value) {
        String safe = SafeText.line(value);
        if (!safe.isEmpty()) {
            current.add(Fact.of(label, safe));
        }
        return this;
    }

    Facts state(String label, Shown state) {
        return marked(label, state.word(), state.mark());
    }

    Facts marked(String label, String value, Mark mark) {
        current.add(new Fact(label, SafeText.line(value), Optional.of(mark)));
        return this;
    }

    /** The groups that have facts. */
    Map<String, List<Fact>> groups() {
        groups.values().removeIf(List::isEmpty);
        return groups;
    }
}
