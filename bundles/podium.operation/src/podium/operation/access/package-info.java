// SPDX-License-Identifier: Apache-2.0
/** What the operator may do, known before it is offered. */
@NonNullByDefault
package podium.operation.access;

import org.eclipse.jdt.annotation.NonNullByDefault;
