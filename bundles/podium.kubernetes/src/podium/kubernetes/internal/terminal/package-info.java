// SPDX-License-Identifier: Apache-2.0
/** Programs on a terminal of their own, by the C library of the system (ADR 20). */
@NonNullByDefault
package podium.kubernetes.internal.terminal;

import org.eclipse.jdt.annotation.NonNullByDefault;
