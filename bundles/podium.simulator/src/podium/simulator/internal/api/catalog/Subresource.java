// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.catalog;

import java.util.List;

/**
 * A part of an object that is served on its own.
 *
 * @param name last part of the path
 * @param group API group of what is exchanged; empty with an empty version means the resource's own
 * @param version version of what is exchanged
 * @param kind kind of what is exchanged
 * @param verbs what can be done
 */
public record Subresource(String name, String group, String version, String kind, List<String> verbs) {}
