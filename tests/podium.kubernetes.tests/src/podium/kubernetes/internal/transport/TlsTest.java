// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLSessionContext;
import org.junit.jupiter.api.Test;
import podium.kubernetes.internal.config.ClusterEntry;

class TlsTest {
    @Test
    void sessionsAreKeptInSmallNumberAndNotForLong() throws IOException {
        ClusterEntry cluster = new ClusterEntry(
                "c", URI.create("https://127.0.0.1"), Optional.empty(), "", false, Optional.empty(), "");
        SSLSessionContext sessions = Tls.context(cluster, Optional.empty()).getClientSessionContext();
        assertEquals(64, sessions.getSessionCacheSize());
        assertEquals(600, sessions.getSessionTimeout());
    }
}
