// SPDX-License-Identifier: Apache-2.0
/** Reads what metrics exporters of every accelerator maker serve. */
@NonNullByDefault
package podium.gpu.internal.exporter;

import org.eclipse.jdt.annotation.NonNullByDefault;
