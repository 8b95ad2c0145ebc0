// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.util.Map;
import podium.core.change.ClusterId;

/** Makes what a connection can do, by the type the rest of Podium asks for. */
public interface CapabilityFactory {
    /** The capabilities of one cluster: interface of core's ports to its implementation. */
    Map<Class<?>, Object> create(Transport transport, ClusterId id);
}
