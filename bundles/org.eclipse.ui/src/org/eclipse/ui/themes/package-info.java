// SPDX-License-Identifier: Apache-2.0
/** A part of the Eclipse workbench that the terminal names, without the workbench (ADR 19). */
@NonNullByDefault
package org.eclipse.ui.themes;

import org.eclipse.jdt.annotation.NonNullByDefault;
