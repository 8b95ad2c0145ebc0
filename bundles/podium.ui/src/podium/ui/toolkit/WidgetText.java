// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Decorations;
import org.eclipse.swt.widgets.Dialog;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;

/**
 * The one way for words onto widgets: whoever they come from, a server, a webhook, a file, they show as they are. What could
 * hide or turn text is taken out (R10), and an ampersand is one: SWT would take it for the mark of a key, so that
 * {@code R&D} reads RD and presses itself with Alt+D. UI thread.
 */
public final class WidgetText {
    /** Key of a tip that is held back. */
    private static final String HELD = "podium.tip";

    /** Key of the words that a label may cut. */
    private static final String WHOLE = "podium.whole";

    /** Key of a button whose menu is open. */
    private static final String OPEN = "podium.open";

    private WidgetText() {}

    /** Words on a label; true when they are others than before. */
    public static boolean set(Label label, @Nullable String words) {
        boolean other = !shows(label, words);
        if (other) {
            label.setText(escaped(words));
        }
        return other;
    }

    /** Words on a button. */
    public static void set(Button button, @Nullable String words) {
        button.setText(escaped(words));
    }

    /** Words on an item of a bar, a menu or a folder; true when they are others than before. */
    public static boolean set(Item item, @Nullable String words) {
        boolean other = !shows(item, words);
        if (other) {
            item.setText(escaped(words));
        }
        return other;
    }

    /** Words of a menu with the key that does the same, which the toolkit writes at the right. */
    public static void set(Item item, String words, String key) {
        item.setText(escaped(SafeText.line(words)) + (key.isEmpty() ? "" : "\t" + key));
    }

    /** What is said while the pointer rests on an entry of a menu. */
    public static void tip(MenuItem item, String words) {
        String now = escaped(SafeText.line(words));
        if (isOther(item.getToolTipText(), now)) {
            item.setToolTipText(now);
        }
    }

    /** The title of a dialog of the desktop. */
    public static void title(Dialog dialog, @Nullable String words) {
        dialog.setText(SafeText.line(words));
    }

    /** The title of a window, which knows no keys. */
    public static void title(Decorations window, @Nullable String words) {
        window.setText(SafeText.line(words));
    }

    /**
     * What is said while the pointer rests on a control. What it says already is not given to it again: GTK shows a tip anew when it is
     * set, over whatever was opened by keys meanwhile.
     */
    public static void tip(Control control, @Nullable String words) {
        String now = escaped(words);
        if (control.getData(HELD) != null) {
            control.setData(HELD, now);
        } else if (isOther(control.getToolTipText(), now)) {
            control.setToolTipText(now);
        }
    }

    /**
     * What is said while the pointer rests on a label that does not show all of these words; nothing where it does: the same again would
     * only lie over what is beside it. The label shows as many whole words as there is room for: the toolkit cuts within a letter.
     */
    public static void wholeTip(Label label, String words) {
        if (label.getData(WHOLE) == null) {
            label.addListener(SWT.Resize, event -> tellWhole(label));
            label.addListener(SWT.MouseEnter, event -> tellWhole(label));
            label.addListener(SWT.Paint, event -> paintWhole(label, event.gc));
        }
        label.setData(WHOLE, words);
        tellWhole(label);
    }

    /** What is seen of a label of one line. */
    static String seen(Label label, GC gc) {
        return TextShortener.wholeWords(read(label.getText()), label.getSize().x, text -> gc.textExtent(text).x);
    }

    private static void paintWhole(Label label, GC gc) {
        String seen = seen(label, gc);
        if ((label.getStyle() & (SWT.WRAP | SWT.RIGHT)) == 0 && !seen.equals(read(label.getText()))) {
            gc.fillRectangle(0, 0, label.getSize().x, label.getSize().y);
            gc.drawText(seen, 0, 0, true);
        }
    }

    private static void tellWhole(Label label) {
        String words = (String) label.getData(WHOLE);
        Point size = label.getSize();
        boolean wraps = (label.getStyle() & SWT.WRAP) != 0;
        boolean fits = wraps
                ? label.computeSize(Math.max(1, size.x), SWT.DEFAULT).y <= size.y
                : label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x <= size.x;
        boolean whole = label.getText().strip().equals(escaped(words).strip());
        tip(label, fits && whole ? "" : words);
    }

    /** Whether the tip of a control is this already, or will be. */
    public static boolean tells(Control control, @Nullable String words) {
        @Nullable Object held = control.getData(HELD);
        return !isOther(held instanceof String later ? later : control.getToolTipText(), escaped(words));
    }

    /** Says nothing while the pointer rests on a control, or on a button of a bar, until its tip is released. */
    static void holdTip(Control control) {
        String words = hold(control, control.getToolTipText());
        if (isOther(words, "")) {
            control.setToolTipText("");
        }
        for (ToolItem item : buttons(control)) {
            if (isOther(hold(item, item.getToolTipText()), "")) {
                item.setToolTipText("");
            }
        }
    }

    private static String hold(Widget widget, @Nullable String words) {
        String now = words == null ? "" : words;
        widget.setData(HELD, now);
        return now;
    }

    /** Says again what the tip is by now. */
    static void releaseTip(Control control) {
        if (control.getData(HELD) instanceof String words) {
            control.setData(HELD, null);
            tip(control, read(words));
        }
        for (ToolItem item : buttons(control)) {
            if (item.getData(OPEN) == null) {
                releaseTip(item);
            }
        }
    }

    private static void releaseTip(ToolItem item) {
        if (item.getData(HELD) instanceof String words) {
            item.setData(HELD, null);
            tip(item, read(words));
        }
    }

    /** Keeps the tip of a button away while what it opened is open, wherever the pointer is: it would lie over that. */
    static void holdTip(ToolItem item, boolean open) {
        item.setData(OPEN, open ? Boolean.TRUE : null);
        if (open && item.getData(HELD) == null) {
            hold(item, item.getToolTipText());
            item.setToolTipText("");
        } else if (!open && item.getParent().getData(HELD) == null) {
            releaseTip(item);
        }
    }

    /** Whether anything is said while the pointer rests on a control. */
    static boolean hasTip(Control control) {
        return isOther(control.getToolTipText(), "")
                || Stream.of(buttons(control)).anyMatch(item -> isOther(item.getToolTipText(), ""));
    }

    private static ToolItem[] buttons(Control control) {
        return control instanceof ToolBar bar ? bar.getItems() : new ToolItem[0];
    }

    /** What is said while the pointer rests on a tab. */
    public static void tip(CTabItem item, @Nullable String words) {
        String now = escaped(words);
        if (isOther(item.getToolTipText(), now)) {
            item.setToolTipText(now);
        }
    }

    /** What is said while the pointer rests on a button of a bar. */
    public static void tip(ToolItem item, @Nullable String words) {
        String now = escaped(words);
        if (item.getData(HELD) != null) {
            item.setData(HELD, now);
        } else if (isOther(item.getToolTipText(), now)) {
            item.setToolTipText(now);
        }
    }

    private static boolean isOther(@Nullable String before, String now) {
        return !now.equals(before == null ? "" : before);
    }

    /** Whether a label shows these words already. */
    public static boolean shows(Label label, @Nullable String words) {
        return label.getText().equals(escaped(words));
    }

    /** Whether an item shows these words already. */
    public static boolean shows(Item item, @Nullable String words) {
        return item.getText().equals(escaped(words));
    }

    /** What a widget was given, as it is read. */
    public static String read(String text) {
        return text.replace("&&", "&");
    }

    /** Safe words in which an ampersand is one, for a widget that the toolkit makes. */
    public static String escaped(@Nullable String words) {
        return SafeText.lines(words).replace("&", "&&");
    }
}
