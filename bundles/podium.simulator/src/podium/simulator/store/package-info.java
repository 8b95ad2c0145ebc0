// SPDX-License-Identifier: Apache-2.0
/** The simulated cluster's objects: typed, versioned, watched, with the rules that etcd and the API server's storage keep. */
@NonNullByDefault
package podium.simulator.store;

import org.eclipse.jdt.annotation.NonNullByDefault;
