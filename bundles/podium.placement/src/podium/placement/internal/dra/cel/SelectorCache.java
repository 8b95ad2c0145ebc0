// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/** Selectors that were used of late, so many that what they know of devices takes some 20 MB. One thread. */
public final class SelectorCache {
    private static final int MOST = 256;
    private static final int RUNS = 200_000;

    private final Map<String, DeviceSelector> known = new LinkedHashMap<>(16, 0.75f, true);

    /** The selector of an expression; null: it is not here. */
    public @Nullable DeviceSelector get(String expression) {
        return known.get(expression);
    }

    public void put(String expression, DeviceSelector selector) {
        known.put(expression, selector);
        int runs = known.values().stream().mapToInt(DeviceSelector::runs).sum();
        var eldest = known.entrySet().iterator();
        while (known.size() > 1 && (known.size() > MOST || runs > RUNS) && eldest.hasNext()) {
            runs -= eldest.next().getValue().runs();
            eldest.remove();
        }
    }
}
