// SPDX-License-Identifier: Apache-2.0
package org.eclipse.ui.plugin;

import org.eclipse.core.runtime.Plugin;

/** What the activator of the terminal bundle derives from; nothing of a workbench is there. */
public abstract class AbstractUIPlugin extends Plugin {}
