// SPDX-License-Identifier: Apache-2.0
/** Builders of what tests see of a cluster, for the tests of every bundle that knows podium.core. */
@NonNullByDefault
package podium.core.testkit;

import org.eclipse.jdt.annotation.NonNullByDefault;
