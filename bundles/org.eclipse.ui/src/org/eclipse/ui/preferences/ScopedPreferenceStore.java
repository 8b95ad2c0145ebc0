// SPDX-License-Identifier: Apache-2.0
package org.eclipse.ui.preferences;

import org.eclipse.core.runtime.preferences.IScopeContext;
import org.eclipse.jface.preference.PreferenceStore;

/** Preferences of an editor that is not there: none are set. */
public class ScopedPreferenceStore extends PreferenceStore {
    /**
     * @param context not asked
     * @param qualifier not asked
     */
    public ScopedPreferenceStore(IScopeContext context, String qualifier) {}
}
