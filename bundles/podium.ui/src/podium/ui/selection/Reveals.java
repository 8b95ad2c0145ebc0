// SPDX-License-Identifier: Apache-2.0
package podium.ui.selection;

import org.eclipse.emf.ecore.EObject;

/** A part that can bring a thing of the fleet into sight, whatever hides it there. UI thread. */
public interface Reveals {
    /** Selects its row; a filter that hides it is cleared. */
    void reveal(EObject thing);
}
