// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

/**
 * A container whose lines belong to a log.
 *
 * @param number its place among the containers of the log; the same rank has the same number, also in the pod that replaces one
 * @param uid of the pod; the log of another pod of the name does not count
 */
public record LogSource(int number, String namespace, String pod, String uid, String container) {}
