// SPDX-License-Identifier: Apache-2.0
package podium.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeviceXidTest {
    @Test
    void anXidAfterWhichAGpuHasToBeResetOrItsMachineRestartedBreaksIt() {
        assertEquals(
                List.of(),
                IntStream.of(46, 48, 62, 79, 95, 119, 143)
                        .filter(xid -> !DeviceXid.isBroken(xid))
                        .boxed()
                        .toList());
    }

    @Test
    void noXidAndWhatAProgramCausesBreaksNoGpuAndIsStillOffered() {
        assertEquals(
                List.of(),
                IntStream.of(0, 13, 31, 43, 45, 68, 109)
                        .filter(xid -> DeviceXid.isBroken(xid) || DeviceXid.withholds(xid))
                        .boxed()
                        .toList());
    }

    @Test
    void anXidThatMayBeEitherIsWithheldAndNotCalledBroken() {
        assertEquals(
                List.of(63, 74, 94, 149),
                IntStream.of(63, 74, 94, 149)
                        .filter(xid -> DeviceXid.withholds(xid) && !DeviceXid.isBroken(xid))
                        .boxed()
                        .toList());
    }
}
