// SPDX-License-Identifier: Apache-2.0
/** Metrics of one scrape of an exporter: each sample is given to the device it belongs to, at the time it was taken. */
@NonNullByDefault
package podium.sources.internal.exporter;

import org.eclipse.jdt.annotation.NonNullByDefault;
