// SPDX-License-Identifier: Apache-2.0
/** What the tests of this bundle share: a sink that keeps the state, a server with faults, waiting. */
@NonNullByDefault
package podium.kubernetes.testkit;

import org.eclipse.jdt.annotation.NonNullByDefault;
