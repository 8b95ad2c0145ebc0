// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectRefTest {
    @ParameterizedTest
    @CsvSource({"v1,'',v1", "batch/v1,batch,v1", "jobset.x-k8s.io/v1alpha2,jobset.x-k8s.io,v1alpha2", "'','',''"})
    void anApiVersionIsAGroupAndAVersion(String apiVersion, String group, String version) {
        assertEquals(group, ObjectRef.groupOf(apiVersion));
        assertEquals(version, ObjectRef.versionOf(apiVersion));
        assertEquals(apiVersion, new ObjectRef(group, version, "things", "Thing", "", "").apiVersion());
    }
}
