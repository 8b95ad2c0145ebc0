// SPDX-License-Identifier: Apache-2.0
/** A simulated cluster that lives: puts its store, its loop, and what acts on its own together. */
@NonNullByDefault
package podium.simulator.internal.engine;

import org.eclipse.jdt.annotation.NonNullByDefault;
