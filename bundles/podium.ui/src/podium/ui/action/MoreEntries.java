// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import podium.ui.toolkit.Menus.Entry;

/** What else a context menu offers for things, beside what is done to them. UI thread. */
@FunctionalInterface
public interface MoreEntries {
    List<Entry> of(List<EObject> selected);
}
