// SPDX-License-Identifier: Apache-2.0
/** Starts the console with all bundles in one class loader, whose classes an AOT cache can hold ready (ADR 11). */
@NonNullByDefault
package podium.launcher.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
