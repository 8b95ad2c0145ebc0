// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.menu.ItemType;
import org.eclipse.e4.ui.model.application.ui.menu.MHandledMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MItem;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;

/** Items of the menu bar of which one holds, such as the themes: the menu marks the one that does. UI thread. */
public final class ChosenItems {
    private ChosenItems() {}

    /** Marks, of the items that give a command a value, those with this value and no others. */
    public static void mark(MApplication application, String command, String value) {
        items(application)
                .filter(item -> item.getType() == ItemType.RADIO
                        && item.getCommand() != null
                        && command.equals(item.getCommand().getElementId()))
                .forEach(item -> item.setSelected(
                        item.getParameters().stream().anyMatch(parameter -> value.equals(parameter.getValue()))));
    }

    /**
     * Whether a command comes from an item that has just lost its mark to another one: the toolkit tells of both, and the menu
     * runs the command for both.
     *
     * @param item that the command comes from; null: a key
     */
    public static boolean lost(@Nullable MItem item) {
        return item != null && item.getType() == ItemType.RADIO && !item.isSelected();
    }

    private static Stream<MHandledMenuItem> items(MApplication application) {
        Iterable<EObject> all = ((EObject) application)::eAllContents;
        return StreamSupport.stream(all.spliterator(), false)
                .filter(MHandledMenuItem.class::isInstance)
                .map(MHandledMenuItem.class::cast);
    }
}
