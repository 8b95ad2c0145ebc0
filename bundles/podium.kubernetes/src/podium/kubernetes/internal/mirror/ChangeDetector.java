// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change;
import podium.kubernetes.internal.json.ObservedObject;

/** Turns what a list or watch shows of one kind into what is new about it. One thread. */
final class ChangeDetector {
    private final String kind;
    private final ChangeBatcher outlet;
    private final KnownObjects known = new KnownObjects();
    private final Map<String, List<Change>> farewells = new HashMap<>();
    private final boolean holding;

    /** @param holding true: {@link #held()} is going to be asked */
    ChangeDetector(String kind, ChangeBatcher outlet, boolean holding) {
        this.kind = kind;
        this.outlet = outlet;
        this.holding = holding;
    }

    /** All objects as they were seen last; none unless they are held. */
    List<ObservedObject> held() {
        return known.held();
    }

    int size() {
        return known.size();
    }

    /** The server forgot what it had told: its versions may stand for something else now. */
    void distrust() {
        known.distrust();
    }

    void beginList() {
        known.begin();
    }

    /** An object of a list, or one that was added or changed. */
    void seen(ObservedObject seen, boolean listed) {
        if (seen.name().isEmpty()) {
            return;
        }
        KnownObjects.Observation observation =
                known.see(seen.namespace(), seen.name(), seen.uid(), seen.version(), listed);
        if (observation == KnownObjects.Observation.SAME || observation == KnownObjects.Observation.OLDER) {
            return;
        }
        if (observation == KnownObjects.Observation.REPLACED) {
            gone(seen.namespace(), seen.name(), known.replacedUid());
        }
        if (holding) {
            known.hold(seen);
        }
        part(key(seen.namespace(), seen.name()), seen.farewell());
        seen.changes().forEach(outlet::add);
    }

    /** What an object no longer says is taken back at once, not only when it goes: a slice that has lost its devices has none. */
    private void part(String key, List<Change> farewell) {
        @Nullable List<Change> before = farewell.isEmpty() ? farewells.remove(key) : farewells.put(key, farewell);
        if (before != null && !before.equals(farewell)) {
            before.forEach(outlet::add);
        }
    }

    void deleted(ObservedObject seen) {
        if (known.remove(seen.namespace(), seen.name(), seen.uid())) {
            gone(seen.namespace(), seen.name(), seen.uid());
        }
    }

    /** The list is complete: what it did not show is gone. */
    void endList() {
        known.sweep(entry -> gone(entry.namespace(), entry.name(), entry.uid()));
    }

    /** The kind is not served any more: all of it is gone. */
    void vanish() {
        known.begin();
        endList();
    }

    private void gone(String namespace, String name, String uid) {
        List<Change> farewell = farewells.remove(key(namespace, name));
        if (farewell != null) {
            farewell.forEach(outlet::add);
        }
        outlet.add(new Change.Gone(kind, namespace, name, uid));
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }
}
