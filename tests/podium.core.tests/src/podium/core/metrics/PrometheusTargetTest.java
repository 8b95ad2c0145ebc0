// SPDX-License-Identifier: Apache-2.0
package podium.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.metrics.PrometheusTarget.Auth;

class PrometheusTargetTest {
    @ParameterizedTest
    @CsvSource({
        "http://prom:9090, http://prom:9090",
        "prom:9090, http://prom:9090",
        "' prom:9090/ ', http://prom:9090",
        "https://prom.example.com/tenant/api/v1/, https://prom.example.com/tenant",
        "https://[2001:db8::1]:9090///, https://[2001:db8::1]:9090"
    })
    void anAddressIsReadAsPeopleWriteIt(String text, String address) {
        assertEquals(URI.create(address), PrometheusTarget.address(text));
    }

    /** A password in the address would be in logs and in the settings; a query would be cut. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://prom:9090",
                "file:///etc/passwd",
                "http://",
                "https://ann:secret@prom",
                "http://prom?tenant=a",
                "http://prom 9090",
                "http://:9090"
            })
    void whatIsNoAddressIsRefusedWithWhatIsWantedAndWithoutWhatWasTyped(String text) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> PrometheusTarget.address(text));
        assertEquals(
                "Not an address: use http://host:9090 or https://host/path.", String.valueOf(refused.getMessage()));
    }

    @Test
    void aSecretIsInNoText() {
        for (Auth auth : new Auth[] {new Auth.Basic("ann", "s3cret"), new Auth.Bearer("s3cret")}) {
            String text = new PrometheusTarget(URI.create("http://prom"), auth, Optional.empty()).toString();
            assertFalse(text.contains("s3cret"), text);
        }
        assertTrue(new Auth.Basic("ann", "s3cret").toString().contains("ann"));
    }
}
