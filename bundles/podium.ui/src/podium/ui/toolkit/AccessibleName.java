// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** What a screen reader says of a control. */
public final class AccessibleName {
    private static final String KEY = "podium.spoken";

    private AccessibleName() {}

    /** The name that a control was given here; empty: none. UI thread. */
    public static Optional<String> of(Control control) {
        return control.getData(KEY) instanceof Supplier<?> name
                ? Optional.of(String.valueOf(name.get()))
                : Optional.empty();
    }

    /** Gives a control a name that does not change. */
    public static void name(Control control, String name) {
        name(control, () -> name, () -> "");
    }

    /** Gives a control a name and a description of its state, each asked for when it is spoken. UI thread. */
    public static void name(Control control, Supplier<String> name, Supplier<String> description) {
        control.setData(KEY, name);
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            @NonNullByDefault({}) // the library's types say nothing of null
            public void getName(AccessibleEvent event) {
                event.result = name.get();
            }

            @Override
            @NonNullByDefault({})
            public void getDescription(AccessibleEvent event) {
                event.result = description.get();
            }
        });
    }
}
