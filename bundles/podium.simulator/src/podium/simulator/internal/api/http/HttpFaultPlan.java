// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

/** Plans what goes wrong. Asked once per request, on the connection's thread. */
@FunctionalInterface
public interface HttpFaultPlan {

    /** Nothing ever goes wrong. */
    HttpFaultPlan NONE = request -> HttpFault.NONE;

    /** The fault of this request, {@link HttpFault#NONE} for none. */
    HttpFault plan(HttpRequest request);
}
