// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MenuListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** Context menus, filled again each time they open. UI thread. */
public final class Menus {
    /** Under this name the display knows how the open menu is filled again. */
    private static final String OPEN = "podium.menu.open";

    private Menus() {}

    /**
     * An entry.
     *
     * @param tone colour of the icon while it can be done
     * @param key shown at the right; empty: none
     * @param whyNot why it cannot be done now; empty: it can; no words: it cannot, and the reason stands elsewhere in the menu
     */
    public record Entry(
            String words, Icon icon, Palette.Name tone, String key, Optional<String> whyNot, Runnable action) {
        public Entry(String words, Icon icon, String key, Optional<String> whyNot, Runnable action) {
            this(words, icon, Palette.Name.TEXT, key, whyNot, action);
        }

        /** An entry that can always be done. */
        public static Entry of(String words, Icon icon, Runnable action) {
            return new Entry(words, icon, "", Optional.empty(), action);
        }
    }

    /** Gives a control a menu; an empty group is left out, groups are parted by a line. */
    public static void context(Control control, Theme theme, Supplier<List<List<Entry>>> groups) {
        context(control, theme, () -> "", groups);
    }

    /**
     * Gives a control a menu that begins with the name of what it is about: rows move, and a menu does not tell which one it was opened at.
     *
     * @param about what its entries act on; empty: it is not said
     */
    public static void context(
            Control control, Theme theme, Supplier<String> about, Supplier<List<List<Entry>>> groups) {
        Menu menu = new Menu(control);
        shown(menu, () -> fill(menu, theme, about.get(), groups.get()));
        control.setMenu(menu);
    }

    /** Has a menu filled each time it opens. */
    static void filled(Menu menu, Theme theme, Supplier<List<List<Entry>>> groups) {
        shown(menu, () -> fill(menu, theme, "", groups.get()));
    }

    private static void shown(Menu menu, Runnable fill) {
        menu.addMenuListener(MenuListener.menuShownAdapter(event -> {
            Stream.of(menu.getItems()).forEach(MenuItem::dispose);
            fill.run();
            menu.getDisplay().setData(OPEN, (Runnable) () -> {
                if (!menu.isDisposed()) {
                    fill.run();
                }
            });
        }));
        menu.addMenuListener(
                MenuListener.menuHiddenAdapter(event -> menu.getDisplay().setData(OPEN, null)));
    }

    /** Has the menu that is open, if one is, say what can be done by what is known by now. */
    public static void refresh(Display display) {
        if (display.getData(OPEN) instanceof Runnable fill) {
            fill.run();
        }
    }

    private static void fill(Menu menu, Theme theme, String about, List<List<Entry>> groups) {
        List<List<Entry>> told = MenuReasons.once(groups);
        List<Entry> entries = told.stream().flatMap(List::stream).toList();
        List<MenuItem> items = Stream.of(menu.getItems())
                .filter(item -> item.getData() instanceof Entry)
                .toList();
        // an item that is pointed at stays where it is
        if (!items.isEmpty() && items.size() == entries.size()) {
            for (int i = 0; i < entries.size(); i++) {
                show(items.get(i), theme, entries.get(i));
            }
            return;
        }
        for (MenuItem old : menu.getItems()) {
            old.dispose();
        }
        if (!about.isEmpty() && groups.stream().anyMatch(group -> !group.isEmpty())) {
            MenuItem heading = new MenuItem(menu, SWT.PUSH);
            WidgetText.set(heading, TextShortener.to(MenuReasons.LONGEST, SafeText.line(about)), "");
            heading.setEnabled(false);
        }
        for (List<Entry> group : told) {
            if (!group.isEmpty() && menu.getItemCount() > 0) {
                new MenuItem(menu, SWT.SEPARATOR);
            }
            group.forEach(entry -> add(menu, theme, entry));
        }
    }

    /** What a menu says of an entry: its words, why it cannot be done now, its key. */
    public static String words(Entry entry) {
        return told(entry) + (entry.key().isEmpty() ? "" : "\t" + entry.key());
    }

    private static String told(Entry entry) {
        return SafeText.line(entry.words())
                + entry.whyNot()
                        .filter(why -> !why.isEmpty())
                        // a name that it begins with may be long: what is said of it stands behind
                        .map(why -> "  (" + TextShortener.clauses(MenuReasons.beside(entry), clause(SafeText.line(why)))
                                + ")")
                        .orElse("");
    }

    /** A reason within brackets ends without its full stop. */
    private static String clause(String why) {
        return why.endsWith(".") ? why.substring(0, why.length() - 1) : why;
    }

    private static void add(Menu menu, Theme theme, Entry entry) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        show(item, theme, entry);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            if (item.getData() instanceof Entry now) {
                now.action().run();
            }
        }));
    }

    private static void show(MenuItem item, Theme theme, Entry entry) {
        item.setData(entry);
        WidgetText.set(item, told(entry), entry.key());
        item.setImage(theme.image(entry.icon(), entry.whyNot().isPresent() ? Palette.Name.STALE : entry.tone()));
        item.setEnabled(entry.whyNot().isEmpty());
        WidgetText.tip(
                item,
                entry.whyNot()
                        .filter(why -> why.length() > MenuReasons.beside(entry))
                        .orElse(""));
    }
}
