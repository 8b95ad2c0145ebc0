// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceResolverTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "gpu-3, 3",
        "3, 3",
        "nvidia12, 12",
        "GPU-5f3a9c1e-1111-2222-3333-444455556666, -1",
        "MIG-0001, 1",
        "gpu, -1",
        "'', -1",
        "0000:3b:00.0, -1",
        "gpu-0-mig-1g5gb-0, -1"
    })
    void anIndexIsReadFromADeviceNameAndNeverFromAnIdentifier(String name, int index) {
        assertEquals(index, DeviceResolver.index(name).orElse(-1));
    }
}
