// SPDX-License-Identifier: Apache-2.0
/** Taking nodes out of service without breaking budgets. */
@NonNullByDefault
package podium.operation.drain;

import org.eclipse.jdt.annotation.NonNullByDefault;
