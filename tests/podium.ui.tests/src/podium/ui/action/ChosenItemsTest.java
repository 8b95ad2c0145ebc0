// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationFactory;
import org.eclipse.e4.ui.model.application.commands.MCommand;
import org.eclipse.e4.ui.model.application.commands.MCommandsFactory;
import org.eclipse.e4.ui.model.application.commands.MParameter;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.ItemType;
import org.eclipse.e4.ui.model.application.ui.menu.MHandledMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MMenu;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuFactory;
import org.junit.jupiter.api.Test;

class ChosenItemsTest {
    private final MApplication application = MApplicationFactory.INSTANCE.createApplication();
    private final MMenu menu = MMenuFactory.INSTANCE.createMenu();
    private final MHandledMenuItem light = item("theme", "light");
    private final MHandledMenuItem dark = item("theme", "dark");
    private final MHandledMenuItem other = item("keys", "dark");

    ChosenItemsTest() {
        MWindow window = MBasicFactory.INSTANCE.createWindow();
        window.setMainMenu(menu);
        application.getChildren().add(window);
    }

    @Test
    void theMenuMarksWhatHoldsAndNothingElse() {
        ChosenItems.mark(application, "theme", "dark");
        assertEquals(List.of(false, true, false), marks());

        ChosenItems.mark(application, "theme", "light");
        assertEquals(List.of(true, false, false), marks());
    }

    @Test
    void onlyTheItemThatTookTheMarkRunsTheCommand() {
        ChosenItems.mark(application, "theme", "dark");

        assertTrue(ChosenItems.lost(light));
        assertFalse(ChosenItems.lost(dark));
        assertFalse(ChosenItems.lost(null), "a key has no item");
    }

    private List<Boolean> marks() {
        return List.of(light.isSelected(), dark.isSelected(), other.isSelected());
    }

    private MHandledMenuItem item(String id, String value) {
        MCommand command = MCommandsFactory.INSTANCE.createCommand();
        command.setElementId(id);
        MParameter parameter = MCommandsFactory.INSTANCE.createParameter();
        parameter.setValue(value);
        MHandledMenuItem item = MMenuFactory.INSTANCE.createHandledMenuItem();
        item.setType(ItemType.RADIO);
        item.setCommand(command);
        item.getParameters().add(parameter);
        menu.getChildren().add(item);
        return item;
    }
}
