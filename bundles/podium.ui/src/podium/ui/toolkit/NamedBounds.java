// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.Map;
import org.eclipse.swt.graphics.Rectangle;

/**
 * What a control painted by us shows, by name, in the control's own pixels. A control offers it as data under
 * {@link #KEY}, for tests that point a real mouse at something. UI thread.
 */
public interface NamedBounds {
    /** Key of {@link org.eclipse.swt.widgets.Widget#getData(String)}. */
    String KEY = "podium.placed";

    Map<String, Rectangle> places();
}
