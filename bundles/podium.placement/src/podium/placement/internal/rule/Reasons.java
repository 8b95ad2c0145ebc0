// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import podium.placement.Reason;

/** Reasons that are being gathered, in the order in which they are said. */
final class Reasons {
    private final List<Reason> all = new ArrayList<>(2);

    void add(Reason reason) {
        all.add(reason);
    }

    void add(String words) {
        all.add(Reason.of(words));
    }

    void addAll(Collection<String> words) {
        words.forEach(this::add);
    }

    List<Reason> all() {
        return all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int size() {
        return all.size();
    }
}
