// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

/** Prints the readings of one node in the text format of Prometheus, as one vendor's exporter does. */
interface Exporter {
    String text(NodeReadings node);
}
