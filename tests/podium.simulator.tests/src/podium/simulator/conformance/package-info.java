// SPDX-License-Identifier: Apache-2.0
/**
 * What an API server does, proven over HTTP. The same tests run against the simulated server and, where
 * {@code KUBEBUILDER_ASSETS} names one, against a real kube-apiserver: the simulator may not be friendlier.
 */
package podium.simulator.conformance;
