// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import podium.core.change.Change;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.ObservedObject;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;

/** What a mirror of a store must show in the end. */
public final class Truth {
    private Truth() {}

    /** The objects of a store as changes, decoded one by one without list or watch. */
    public static Map<String, Change> of(ObjectStore store) {
        return of(store, AllKinds.ALL);
    }

    /** Those of the objects that are of these kinds. */
    public static Map<String, Change> of(ObjectStore store, List<Kind> kinds) {
        Map<String, Change> truth = new TreeMap<>();
        Kind.Shared shared = new Kind.Shared();
        for (Kind kind : kinds) {
            Optional<ResourceType> type = store.types().stream()
                    .filter(candidate -> candidate.group().equals(kind.group())
                            && candidate.plural().equals(kind.resource()))
                    .findFirst();
            type.ifPresent(found -> store.list(found, "")
                    .forEach(object -> decode(kind, shared, object.toString()).changes().stream()
                            .filter(change -> !(change instanceof Change.DevicesSeen))
                            .forEach(change -> truth.put(Picture.key(change), change))));
        }
        return truth;
    }

    /** The kind by its plural, with its group: {@code jobs.batch}. */
    public static Kind kind(String name) {
        return AllKinds.ALL.stream()
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static ObservedObject decode(Kind kind, Kind.Shared shared, String json) {
        try {
            return kind.decoder(shared).decode(JsonInput.of(json));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first difference between a picture and the truth; empty: none. */
    public static String difference(Picture picture, ObjectStore store) {
        return difference(picture, of(store));
    }

    /** The same for a store that stays as it is: to make the truth out of it over and over costs more than the mirror. */
    public static String difference(Picture picture, Map<String, Change> truth) {
        Map<String, Change> shown = picture.objects();
        for (Map.Entry<String, Change> entry : truth.entrySet()) {
            Change there = shown.get(entry.getKey());
            if (!entry.getValue().equals(there)) {
                return entry.getKey() + "\n is    " + entry.getValue() + "\n shown " + there;
            }
        }
        return shown.keySet().stream()
                .filter(key -> !truth.containsKey(key))
                .findFirst()
                .map(key -> "shown but not there: " + key)
                .orElse("");
    }
}
