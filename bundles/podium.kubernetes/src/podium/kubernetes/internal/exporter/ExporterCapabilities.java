// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.exporter;

import java.time.InstantSource;
import java.util.Map;
import podium.core.change.ClusterId;
import podium.core.metrics.ExporterReader;
import podium.kubernetes.internal.transport.CapabilityFactory;
import podium.kubernetes.internal.transport.Transport;

/** Makes the exporter reader of a cluster. */
public final class ExporterCapabilities implements CapabilityFactory {
    @Override
    public Map<Class<?>, Object> create(Transport transport, ClusterId id) {
        return Map.of(ExporterReader.class, new ProxyExporterReader(transport, InstantSource.system()));
    }
}
