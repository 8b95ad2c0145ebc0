// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

/** Answers requests; called on the connection's virtual thread. */
@FunctionalInterface
public interface HttpHandler {

    /** The answer; errors are answers too. */
    HttpResponse handle(HttpRequest request);
}
