// SPDX-License-Identifier: Apache-2.0
/** P6: from the command to the window, beside an application of the same platform that holds nothing. */
package podium.benchmarks.startup;
