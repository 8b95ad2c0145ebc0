// SPDX-License-Identifier: Apache-2.0
/** The controllers of the simulated cluster, one class each, as kube-controller-manager's. */
@NonNullByDefault
package podium.simulator.internal.controller;

import org.eclipse.jdt.annotation.NonNullByDefault;
