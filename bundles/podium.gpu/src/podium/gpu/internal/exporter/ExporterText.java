// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricsParser;

/**
 * Reads exporter texts of any maker. Lines of metrics Podium does not use are passed over before their labels are read; a
 * broken line costs itself only. Stateless; any thread.
 */
@Component
public final class ExporterText implements MetricsParser {
    @Override
    public Scrape parse(byte[] text) {
        ExpositionLines lines = new ExpositionLines(text);
        Map<String, Optional<DeviceIdentity>> identities = new HashMap<>();
        Map<DeviceIdentity, DeviceValues> devices = new LinkedHashMap<>();
        int broken = 0;
        for (ExpositionLines.Kind kind = lines.advance(); kind != ExpositionLines.Kind.END; kind = lines.advance()) {
            if (kind == ExpositionLines.Kind.BROKEN) {
                broken++;
                continue;
            }
            Optional<MetricName> name = MetricNames.find(lines.name());
            if (name.isEmpty()) {
                continue;
            }
            String block = lines.labels();
            Optional<DeviceIdentity> identity = identities.get(block);
            if (identity == null) {
                Optional<Map<String, String>> labels = LabelBlock.parse(block);
                if (labels.isEmpty()) {
                    broken++;
                    continue;
                }
                identity = DeviceIdentity.of(labels.get());
                identities.put(block, identity);
            }
            double value = lines.value();
            if (Double.isNaN(value) && !"NaN".equals(lines.valueText())) {
                broken++;
            } else {
                identity.ifPresent(device -> devices.computeIfAbsent(device, key -> new DeviceValues())
                        .add(name.get(), value));
            }
        }
        return new Scrape(samples(devices), broken);
    }

    /** The cores of a Neuron device are told of together, as one sample of it. */
    static List<DeviceSample> samples(Map<DeviceIdentity, DeviceValues> devices) {
        List<DeviceSample> samples = new ArrayList<>();
        Map<DeviceIdentity, Map<Metric, Double>> cores = new LinkedHashMap<>();
        devices.forEach((device, values) -> {
            if (device.core().isEmpty()) {
                samples.add(sample(device, values.values()));
            } else {
                Map<Metric, Double> whole = cores.computeIfAbsent(device.whole(), key -> new EnumMap<>(Metric.class));
                values.values()
                        .forEach(value ->
                                whole.merge(value.metric(), value.value() / device.parts(value.metric()), Double::sum));
            }
        });
        cores.forEach((device, values) -> samples.add(sample(
                device,
                values.entrySet().stream()
                        .map(value -> new Value(value.getKey(), value.getValue()))
                        .toList())));
        return samples;
    }

    static DeviceSample sample(DeviceIdentity device, List<Value> values) {
        return new DeviceSample(
                device.index(),
                device.uuid(),
                device.model(),
                device.pciBusId(),
                device.node(),
                device.pod(),
                device.slice(),
                device.job(),
                values);
    }
}
