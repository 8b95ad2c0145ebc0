// SPDX-License-Identifier: Apache-2.0
/**
 * Plans: what is written to the API, step by step, and what is waited for between the steps. Values; a plan does nothing by itself.
 */
@NonNullByDefault
package podium.operation.plan;

import org.eclipse.jdt.annotation.NonNullByDefault;
