// SPDX-License-Identifier: Apache-2.0
/** A simulated cluster that lives: start it, and speak Kubernetes to it over HTTP. */
@NonNullByDefault
package podium.simulator;

import org.eclipse.jdt.annotation.NonNullByDefault;
