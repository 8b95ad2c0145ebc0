// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

/**
 * Who may use a claim (ResourceClaimConsumerReference).
 *
 * @param resource plural of its kind, e.g. pods
 */
public record ClaimUser(String resource, String name, String uid) {}
