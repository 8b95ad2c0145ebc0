// SPDX-License-Identifier: Apache-2.0
/**
 * Devices that drivers offer and claims of them, as resource.k8s.io tells it (dynamic resource allocation, KEP-4381), in
 * one shape for all its versions.
 */
@NonNullByDefault
package podium.core.dra;

import org.eclipse.jdt.annotation.NonNullByDefault;
