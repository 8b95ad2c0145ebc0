// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import java.util.Map;
import podium.core.api.AccessReviewer;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectWriter;
import podium.core.change.ClusterId;
import podium.core.cluster.SessionIdentityReader;
import podium.kubernetes.internal.transport.CapabilityFactory;
import podium.kubernetes.internal.transport.Transport;

/** Makes the writer, the reader, the access reviewer and the session reader of a cluster. */
public final class WriteCapabilities implements CapabilityFactory {
    @Override
    public Map<Class<?>, Object> create(Transport transport, ClusterId id) {
        return Map.of(
                ObjectWriter.class, new RawWriter(transport),
                ObjectReader.class, reader(transport),
                AccessReviewer.class, new RawReviewer(transport),
                SessionIdentityReader.class, new RawSession(transport));
    }

    /** The reader alone, for those who compile plans. */
    public ObjectReader reader(Transport transport) {
        return new RawReader(transport);
    }
}
