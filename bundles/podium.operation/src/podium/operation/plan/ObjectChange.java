// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

/**
 * An object before and after, as YAML of the parts that change; empty text: it does not exist.
 *
 * @param object its kind and name
 * @param before YAML; empty: it does not exist
 * @param after YAML; empty: it is deleted
 */
public record ObjectChange(String object, String before, String after) {}
