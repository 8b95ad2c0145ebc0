// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedTrustTest {
    @ParameterizedTest
    @CsvSource({
        "api.example.org, api.example.org, true",
        "api.example.com, API.example.COM, true",
        "API.example.org, api.EXAMPLE.org, true",
        "*.example.org, api.example.org, true",
        "*.example.org, a.b.example.org, false",
        "*.example.org, example.org, false",
        "*.org, example.org, false",
        "a*.example.com, api.example.com, false",
        "api.example.org, api.example.com, false",
        "10.0.0.1, 10.0.0.1, true",
        "*, api, false",
    })
    void aStarStandsForOneWholeLabel(String pattern, String name, boolean matches) {
        assertEquals(matches, NamedTrust.matches(pattern, name));
    }
}
