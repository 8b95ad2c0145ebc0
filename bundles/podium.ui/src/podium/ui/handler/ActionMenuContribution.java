// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.di.AboutToShow;
import org.eclipse.e4.ui.model.application.ui.menu.MDirectMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuSeparator;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import podium.ui.action.MainActionMenu;
import podium.ui.toolkit.MenuReasons;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.Menus.Entry;

/** Fills the Act menu each time it opens, since what can be done and why not follows the selection. UI thread. */
public class ActionMenuContribution {

    /** Adds an item for each act, with a letter of its own to press and the reason where it is grey. */
    @AboutToShow
    public void fill(List<MMenuElement> items, MainActionMenu menu, EModelService model) {
        Set<Character> taken = new HashSet<>();
        for (List<Entry> group : MenuReasons.once(menu.entries())) {
            if (!items.isEmpty()) {
                items.add(model.createModelElement(MMenuSeparator.class));
            }
            for (Entry entry : group) {
                MDirectMenuItem item = model.createModelElement(MDirectMenuItem.class);
                item.setLabel(marked(Menus.words(entry), letters(entry), taken));
                item.setEnabled(entry.whyNot().isEmpty());
                item.setObject(new Item(entry));
                items.add(item);
            }
        }
    }

    /** How many letters of its words can be pressed: what only says a reason has none. */
    private static int letters(Entry entry) {
        return MenuReasons.isLead(entry) ? 0 : entry.words().length();
    }

    /** The words with a mark before the first letter that no item above has, of the entry's own {@code most} first. */
    static String marked(String words, int most, Set<Character> taken) {
        String safe = words.replace("&", "&&");
        for (int i = 0; i < Math.min(most, words.length()); i++) {
            char letter = words.toLowerCase(Locale.ROOT).charAt(i);
            if (letter >= 'a' && letter <= 'z' && words.substring(0, i).indexOf('&') < 0 && taken.add(letter)) {
                return safe.substring(0, i) + "&" + safe.substring(i);
            }
        }
        return safe;
    }

    /** What an item does. */
    static final class Item {
        private final Entry entry;

        Item(Entry entry) {
            this.entry = entry;
        }

        @CanExecute
        boolean can() {
            return entry.whyNot().isEmpty();
        }

        @Execute
        void run() {
            entry.action().run();
        }
    }
}
