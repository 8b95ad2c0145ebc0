// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.Capacity;
import podium.core.dra.CounterAmounts;
import podium.core.dra.NamedValues;
import podium.model.value.Taint;

/** How the devices of a node are made, whoever has them and whatever they are called; what only selectors see is left out. */
final class DeviceShapes {
    private final List<Object> all;
    private final int hash;

    private record Device(
            int pool,
            boolean shared,
            List<Taint> taints,
            NamedValues<Capacity> capacity,
            List<CounterAmounts> counters) {}

    private DeviceShapes(List<Object> all) {
        this.all = all;
        this.hash = all.hashCode();
    }

    /** Empty: words about its devices name one of them, or what has its counters is elsewhere. */
    static Optional<DeviceShapes> of(List<DevicePool> pools) {
        List<Object> all = new ArrayList<>();
        for (int of = 0; of < pools.size(); of++) {
            DevicePool pool = pools.get(of);
            if (!pool.fault().isEmpty() || !pool.others().isEmpty() || pool.awaits()) {
                return Optional.empty();
            }
            Map<String, NamedValues<BigDecimal>> counters = pool.counters();
            all.add(counters);
            for (NodeDevice entry : pool.entries()) {
                all.add(new Device(
                        of,
                        entry.device().shared(),
                        entry.taints(),
                        entry.device().capacity(),
                        entry.device().counters()));
            }
        }
        return Optional.of(new DeviceShapes(all));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || other instanceof DeviceShapes that && hash == that.hash && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
