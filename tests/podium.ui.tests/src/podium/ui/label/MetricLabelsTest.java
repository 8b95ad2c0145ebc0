// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import podium.core.metrics.Metric;
import podium.model.fleet.Accelerator;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Slice;

class MetricLabelsTest {
    @Test
    void theActivityOfAGpuThatIsCutByMigSaysThatItIsThatOfItsSlices() {
        Accelerator device = FleetFactory.INSTANCE.createAccelerator();
        assertEquals("activity", MetricLabels.word(Metric.ACTIVITY, device));
        Slice slice = FleetFactory.INSTANCE.createSlice();
        slice.setProfile("1g.10gb");
        device.getSlices().add(slice);
        assertEquals("activity, slices by size", MetricLabels.word(Metric.ACTIVITY, device));
        assertEquals("temperature", MetricLabels.word(Metric.TEMPERATURE, device));
    }
}
