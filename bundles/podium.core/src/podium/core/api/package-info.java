// SPDX-License-Identifier: Apache-2.0
/**
 * What is read from and written to the API of a cluster: names of objects, writes and their answers, and who may do what. Values and
 * small interfaces that podium.kubernetes implements; they know nothing else of Podium.
 */
@NonNullByDefault
package podium.core.api;

import org.eclipse.jdt.annotation.NonNullByDefault;
