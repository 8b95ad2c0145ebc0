// SPDX-License-Identifier: Apache-2.0
package podium.core.port;

/** A metrics endpoint found in a cluster. Path: below the API server (pod proxy) or an address. */
public record Exporter(String node, String kind, String path) {}
