// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Pods of one template.
 *
 * @param role what the owner calls them
 * @param template its metadata and spec
 */
public record PodPart(String role, int pods, JsonNode template) {}
