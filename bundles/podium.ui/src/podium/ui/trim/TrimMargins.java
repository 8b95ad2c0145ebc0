// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import org.eclipse.swt.layout.GridLayout;

/**
 * Margins of what fills a trim bar of the window. The platform gives a control that stretches there 4 pixels less than it asked
 * for, to keep clear of a border (TrimBarLayout.tileLine in org.eclipse.e4.ui.workbench.renderers.swt, Eclipse bug 389941): what
 * asks for no more than it needs is cut off below.
 */
final class TrimMargins {
    /** Pixels at 100 % that the platform takes from the height. */
    static final int TAKEN = 4;

    private TrimMargins() {}

    /** As much room above what is in the grid as the platform leaves below it. */
    static void give(GridLayout grid) {
        grid.marginHeight = 0;
        grid.marginTop = TAKEN;
        grid.marginBottom = TAKEN;
    }
}
