// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Widget;

/** Ends what a widget listens to when the widget goes. UI thread. */
public final class Subscriptions {
    private final List<AutoCloseable> all = new ArrayList<>();

    /** Subscriptions that end with the widget. */
    public Subscriptions(Widget owner) {
        owner.addDisposeListener(event -> close());
    }

    /** Takes one over; returns this. */
    public Subscriptions add(AutoCloseable subscription) {
        all.add(subscription);
        return this;
    }

    private void close() {
        for (AutoCloseable subscription : all) {
            try {
                subscription.close();
            } catch (Exception e) {
                throw new IllegalStateException("a subscription could not be ended", e);
            }
        }
        all.clear();
    }
}
