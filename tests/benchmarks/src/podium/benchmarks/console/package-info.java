// SPDX-License-Identifier: Apache-2.0
/**
 * P5, P8 and P15: the built product on a display of its own, before an API server with 5,000 nodes and 150,000 pods. Nothing
 * of it is in the product: pixels are read from the display's memory, stalls by an agent of the JVM, requests at the server.
 */
package podium.benchmarks.console;
