// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

/** Plans what goes wrong. Asked once per request, on the connection's thread. */
@FunctionalInterface
public interface Faults {

    /** Nothing ever goes wrong. */
    Faults NONE = request -> Fault.NONE;

    /** The fault of this request, {@link Fault#NONE} for none. */
    Fault plan(HttpRequest request);
}
