// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

/**
 * Who may use a claim (ResourceClaimConsumerReference).
 *
 * @param resource plural of its kind, e.g. pods
 * @param name of the object, in the namespace of the claim
 * @param uid of the object: one of that name that was made anew is another user
 */
public record ClaimUser(String resource, String name, String uid) {}
