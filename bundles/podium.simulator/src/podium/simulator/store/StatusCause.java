// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

/**
 * One reason inside an error.
 *
 * @param reason word for machines, such as {@code FieldValueInvalid} or {@code DisruptionBudget}
 * @param message sentence for people
 * @param field path of the field it is about, empty if about none
 */
public record StatusCause(String reason, String message, String field) {}
