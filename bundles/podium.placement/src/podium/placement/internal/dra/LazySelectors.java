// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.SchedulingObject.ResourceSlice;
import podium.core.dra.OfferedDevice;
import podium.core.fleet.FleetService;
import podium.core.fleet.SchedulingObjects;
import podium.placement.internal.dra.cel.DeviceSelector;
import podium.placement.internal.dra.cel.SelectorCache;
import podium.placement.internal.dra.cel.SelectorReader;
import podium.placement.internal.dra.cel.SelectorSource;

/**
 * Reads selectors beside the realm: loading what CEL needs takes most of a second, and an expression that tells every device
 * apart has to be run for each. Until one is read it is not there; then the fleet tells that its clusters changed, and they
 * are judged anew. Nothing of CEL is loaded before the first selector is asked for.
 */
@Component(service = SelectorSource.class)
public final class LazySelectors implements SelectorSource, AutoCloseable {
    private final FleetService fleet;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("selectors").factory());
    private final SelectorCache known = new SelectorCache();
    private final Set<String> awaited = new HashSet<>();
    private @Nullable SelectorReader selectors;
    private long version;

    @Activate
    public LazySelectors(@Reference FleetService fleet) {
        this.fleet = fleet;
    }

    @Override
    public Optional<DeviceSelector> selector(String expression, SchedulingObjects facts) {
        @Nullable DeviceSelector read = known.get(expression);
        if (read == null && awaited.add(expression)) {
            List<ResourceSlice> slices = facts.all(ResourceSlice.class);
            reader.execute(() -> {
                DeviceSelector fresh = read(expression, slices);
                fleet.realm().execute(() -> arrived(expression, fresh));
            });
        }
        return read == null ? Optional.empty() : Optional.of(read);
    }

    @Override
    public long version() {
        return version;
    }

    /** On the reader's thread: nobody else has the selector yet. */
    private DeviceSelector read(String expression, List<ResourceSlice> slices) {
        SelectorReader made = selectors;
        if (made == null) {
            made = new SelectorReader();
            selectors = made;
        }
        DeviceSelector fresh = made.read(expression);
        for (ResourceSlice slice : slices) {
            for (OfferedDevice device : slice.devices()) {
                fresh.of(slice.driver(), device);
            }
        }
        return fresh;
    }

    private void arrived(String expression, DeviceSelector selector) {
        known.put(expression, selector);
        awaited.remove(expression);
        version++;
        if (awaited.isEmpty()) {
            List.copyOf(fleet.fleet().getClusters()).forEach(fleet::touch);
        }
    }

    @Override
    @Deactivate
    public void close() {
        reader.shutdownNow();
    }
}
