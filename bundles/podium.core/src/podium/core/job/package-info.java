// SPDX-License-Identifier: Apache-2.0
/**
 * What follows from what a job is: what holds for its kind and for its purpose, why it stands still, and what it loses with its pods.
 * In the realm where it reads the model.
 */
@NonNullByDefault
package podium.core.job;

import org.eclipse.jdt.annotation.NonNullByDefault;
