// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.ui.label.StateLabels.Shown;
import podium.ui.table.StateIcon;
import podium.ui.toolkit.SafeText;

/** Properties in groups, in the order they were added. Empty ones are left out. */
final class PropertyGroups {
    private final Map<String, List<PropertyEntry>> groups = new LinkedHashMap<>();
    private List<PropertyEntry> current = new ArrayList<>();

    /** Begins a group; what is added next goes there. */
    PropertyGroups group(String name) {
        current = groups.computeIfAbsent(name, key -> new ArrayList<>());
        return this;
    }

    PropertyGroups add(String label, @Nullable String value) {
        String safe = SafeText.line(value);
        if (!safe.isEmpty()) {
            current.add(PropertyEntry.of(label, safe));
        }
        return this;
    }

    PropertyGroups state(String label, Shown state) {
        return marked(label, state.word(), state.mark());
    }

    PropertyGroups marked(String label, String value, StateIcon mark) {
        current.add(new PropertyEntry(label, SafeText.line(value), Optional.of(mark)));
        return this;
    }

    /** The groups that have facts. */
    Map<String, List<PropertyEntry>> groups() {
        groups.values().removeIf(List::isEmpty);
        return groups;
    }
}
