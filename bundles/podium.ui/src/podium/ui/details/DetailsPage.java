// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.widgets.Control;

/** A page of the Details part. UI thread. */
public interface DetailsPage {
    String title();

    /** What the command that brings a page to the front calls it; empty: it brings it nowhere. */
    default String id() {
        return "";
    }

    Control control();

    /** Whether it has something to say of a thing. */
    boolean isFor(EObject thing);

    /** Shows a thing, or the same one anew. Called only while the page is in front. */
    void show(EObject thing);
}
