// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import podium.kubernetes.internal.transport.ApiStream;
import podium.kubernetes.internal.transport.SwitchableTransport;
import podium.kubernetes.internal.transport.Transport;

/** What stands before a transport or a stream hides nothing of it. */
class WrappedTransportTest {
    private static void handsOn(Class<?> wrapper, Class<?> wrapped) {
        for (Method method : wrapped.getMethods()) {
            assertDoesNotThrow(
                    () -> wrapper.getDeclaredMethod(method.getName(), method.getParameterTypes()), method::toString);
        }
    }

    @Test
    void eachTransportBeforeAnotherHandsOnAllOfIt() {
        handsOn(SwitchableTransport.class, Transport.class);
        handsOn(BoundTransport.class, Transport.class);
    }

    @Test
    void theStreamThatIsWatchedHandsOnAllOfIt() {
        handsOn(WatchedStream.class, ApiStream.class);
    }
}
