// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.sysfs;

import java.util.Map;
import java.util.OptionalDouble;
import podium.core.change.DeviceReport;
import podium.core.machine.DeviceProperty;
import podium.core.machine.PropertyValue;
import podium.core.machine.SampleWindow;
import podium.core.metrics.Metric;

/** A card of one maker: where its driver puts what. One thread. */
interface SysfsCard {
    /** @param index on this machine */
    DeviceReport identity(int index);

    /** False when the card was taken out or its driver unloaded. */
    boolean isThere();

    /** Reads every metric the driver tells. */
    void sample(long time, Taker taker);

    /** What makes no series. */
    Map<DeviceProperty, PropertyValue> facts();

    /** Over which time what is told was measured, where that is known. */
    Map<Metric, SampleWindow> windows();

    /** Takes what was read; an empty value is one the driver does not tell. */
    interface Taker {
        void take(Metric metric, OptionalDouble value);
    }
}
