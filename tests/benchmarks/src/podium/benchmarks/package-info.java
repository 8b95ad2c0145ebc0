// SPDX-License-Identifier: Apache-2.0
/**
 * Measures the goals of the performance page beside what others need for the same bytes, in one run: the ratio counts,
 * the figures only illustrate. Never part of the tests.
 */
@NonNullByDefault
package podium.benchmarks;

import org.eclipse.jdt.annotation.NonNullByDefault;
