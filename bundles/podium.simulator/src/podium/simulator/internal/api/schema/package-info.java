// SPDX-License-Identifier: Apache-2.0
/** Holds custom resources to the structural schema of their definition, as apiextensions-apiserver does. */
@NonNullByDefault
package podium.simulator.internal.api.schema;

import org.eclipse.jdt.annotation.NonNullByDefault;
