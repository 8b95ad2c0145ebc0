// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import podium.core.telemetry.Metric;

/**
 * What a metric of an exporter means to Podium.
 *
 * @param factor multiplies the exporter's value into the unit of the metric
 * @param rank of two names for one metric in one scrape, the higher rank wins; equal ranks add up
 */
record MetricName(Metric metric, double factor, int rank) {}
