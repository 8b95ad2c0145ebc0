// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.metrics;

import java.util.EnumMap;
import java.util.Map;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.MetricsWriter.Format;
import podium.core.machine.PropertyValue;
import podium.core.metrics.Sample;
import podium.gpu.internal.metrics.MetricFamily.Labels;

/** The metric families of one OpenMetrics text, in its order. */
final class MetricFamilies {
    private final Map<DcgmMetric, MetricFamily> metrics = new EnumMap<>(DcgmMetric.class);
    private final Map<DcgmFact, MetricFamily> facts = new EnumMap<>(DcgmFact.class);
    private final Map<PodiumMetric, MetricFamily> own = new EnumMap<>(PodiumMetric.class);

    void add(PodiumMetric name, Labels labels, double value) {
        own.computeIfAbsent(name, PodiumMetric::family).add(labels, value);
    }

    /** The newest readings of a device, under DCGM's names. */
    void addReadings(LocalDevice device, Labels labels) {
        for (DcgmMetric name : DcgmMetric.values()) {
            Sample reading = device.readings().get(name.metric());
            if (reading != null) {
                metrics.computeIfAbsent(name, DcgmMetric::family).add(labels, name.value(reading.value()));
            }
        }
    }

    /** The facts of a device that DCGM has a name for. */
    void addFacts(LocalDetails details, Labels labels) {
        for (DcgmFact name : DcgmFact.values()) {
            if (details.facts().get(name.fact()) instanceof PropertyValue.Quantity quantity) {
                facts.computeIfAbsent(name, DcgmFact::family).add(labels, name.value(quantity.value()));
            }
        }
    }

    void write(StringBuilder out, Format format) {
        metrics.values().forEach(family -> family.write(out, format));
        facts.values().forEach(family -> family.write(out, format));
        own.values().forEach(family -> family.write(out, format));
    }
}
