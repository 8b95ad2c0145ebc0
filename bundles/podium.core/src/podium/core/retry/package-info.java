// SPDX-License-Identifier: Apache-2.0
/** What becomes of a job when pods of it are lost: what its object says of retries, failures and restarts. */
@NonNullByDefault
package podium.core.retry;

import org.eclipse.jdt.annotation.NonNullByDefault;
