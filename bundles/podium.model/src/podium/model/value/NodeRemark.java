// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

/**
 * What somebody wrote on a node in an annotation, for others to read.
 *
 * @param key the annotation
 * @param words as they were written
 */
public record NodeRemark(String key, String words) {}
