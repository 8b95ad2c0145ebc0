// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

/**
 * What a context names, before any of it is looked for.
 *
 * @param cluster empty: it names none
 * @param user empty: it names none
 * @param namespace empty: it names none
 */
public record ContextNames(String cluster, String user, String namespace) {}
