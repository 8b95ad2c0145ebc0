// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LivenessProbeTest {
    @ParameterizedTest
    @CsvSource({"11,10,true", "10,10,false", "9,10,false", "'',10,false", "x,10,false", "11,-1,false"})
    void aVersionThatTheServerHasNotGotToIsOfATimeBeforeItsStateWasPutBack(
            String followed, long revision, boolean behind) {
        OptionalLong stands = revision < 0 ? OptionalLong.empty() : OptionalLong.of(revision);
        assertEquals(behind, new LivenessProbe.Sign(Optional.empty(), false, stands).isBehind(followed));
    }
}
