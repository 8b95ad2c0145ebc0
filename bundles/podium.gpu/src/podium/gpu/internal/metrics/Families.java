// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.metrics;

import java.util.EnumMap;
import java.util.Map;
import podium.core.machine.FactValue;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.MetricsWriter.Format;
import podium.core.metrics.Reading;
import podium.gpu.internal.metrics.Family.Labels;

/** The families of one text, in its order. */
final class Families {
    private final Map<DcgmName, Family> metrics = new EnumMap<>(DcgmName.class);
    private final Map<DcgmFact, Family> facts = new EnumMap<>(DcgmFact.class);
    private final Map<OwnName, Family> own = new EnumMap<>(OwnName.class);

    void add(OwnName name, Labels labels, double value) {
        own.computeIfAbsent(name, OwnName::family).add(labels, value);
    }

    /** The newest readings of a device, under DCGM's names. */
    void addReadings(LocalDevice device, Labels labels) {
        for (DcgmName name : DcgmName.values()) {
            Reading reading = device.readings().get(name.metric());
            if (reading != null) {
                metrics.computeIfAbsent(name, DcgmName::family).add(labels, name.value(reading.value()));
            }
        }
    }

    /** The facts of a device that DCGM has a name for. */
    void addFacts(LocalDetails details, Labels labels) {
        for (DcgmFact name : DcgmFact.values()) {
            if (details.facts().get(name.fact()) instanceof FactValue.Quantity quantity) {
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
