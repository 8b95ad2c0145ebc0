// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

/**
 * A status condition.
 *
 * @param status True, False or Unknown
 * @param since lastTransitionTime as written by the server; empty when not given
 */
public record Condition(String type, String status, String reason, String message, String since) {}
